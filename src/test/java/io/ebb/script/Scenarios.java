package io.ebb.script;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What scripts can say and what comes of it, written once and run in both languages.
final class Scenarios {
  /// The begin of most scripts, the same in both languages but for the declaration.
  private static final String CLUSTER = "cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")\n";

  private Scenarios() {}

  /// One scenario.
  ///
  /// @param name the behaviour
  /// @param javascript how JavaScript says it
  /// @param python how Python says it
  /// @param shown all that it shows, in order
  record Scenario(String name, String javascript, String python, List<@Nullable Object> shown) {
    String text(Language language) {
      return switch (language) {
        case JAVASCRIPT -> "const " + CLUSTER + javascript;
        case PYTHON -> CLUSTER + python;
      };
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Scenario> all() {
    return List.of(
        both(
            "a plan is composed by hand, and saved",
            """
            const plan = cluster.plan("by hand", {batch: "all"})
                .fence("node[1-2]").drain("2h", {onDeadline: "ask"}).leaveQueue()
                .pause("10m").confirm("Go on?").delete({nodes: "node2"}).verify()
            show(plan.steps.map(s => s.step + " " + s.hosts))
            show(plan.nodes[0].host)
            show(plan.title)
            show(plan.save("mine"))
            """,
            """
            plan = (cluster.plan("by hand", batch="all")
                .fence("node[1-2]").drain("2h", on_deadline="ask").leave_queue()
                .pause("10m").confirm("Go on?").delete(nodes="node2").verify())
            show([s["step"] + " " + ",".join(s["hosts"]) for s in plan.steps])
            show(plan.nodes[0]["host"])
            show(plan.title)
            show(plan.save("mine"))
            """,
            List.of(
                "leave node1,node2",
                "drain node1,node2",
                "pause node1,node2",
                "confirm node1,node2",
                "delete node2",
                "verify node2"),
            "node1",
            "by hand",
            "saved mine: by hand",
            "mine"),
        both(
            "an unsafe order of words is refused where it is said",
            """
            try { cluster.plan("t").fence("node1").delete() }
            catch (e) { show([e.name, e.message.startsWith("delete comes after drain")]) }
            try { cluster.retire("node1").drain("1h") }
            catch (e) { show(e.message.startsWith("the plan is complete")) }
            """,
            """
            try:
                cluster.plan("t").fence("node1").delete()
            except TypeError as e:
                show(["TypeError", str(e).startswith("delete comes after drain")])
            try:
                cluster.retire("node1").drain("1h")
            except TypeError as e:
                show(str(e).startswith("the plan is complete"))
            """,
            List.of("TypeError", true),
            true),
        same(
            "a word that takes no options is said the same way",
            "show(cluster.queue(\"vis\").nodes())",
            "node[25-32]"),
        same("a set shows its size as a fact", "show(cluster.nodes().count)", 34L),
        both(
            "a set has the length of its language",
            "show(cluster.nodes().length)",
            "show(len(cluster.nodes()))",
            34L),
        both(
            "facts of two words are spelt as the language spells them",
            "show(cluster.nodes().inQueue('vis'))",
            "show(cluster.nodes().in_queue('vis'))",
            "node[25-32]"),
        same(
            "sets unite, meet and differ",
            """
            a = cluster.nodes().named("node[1-4]")
            show(a.union("node[6-7]"))
            show(a.intersect("node[3-9]"))
            show(a.minus("node2"))
            """,
            "node[1-4,6-7]",
            "node[3-4]",
            "node[1,3-4]"),
        both(
            "a set is filtered by a function of a node",
            "show(cluster.nodes().where(n => n.role === 'compute' && n.serial > 30))",
            "show(cluster.nodes().where(lambda n: n.role == 'compute' and n.serial > 30))",
            "node[31-32]"),
        both(
            "what a filter answers counts as the language counts truth",
            """
            const all = cluster.nodes()
            show(all.where(n => n.jobs.length).minus(all.busy()))
            """,
            """
            all = cluster.nodes()
            show(all.where(lambda n: n.jobs).minus(all.busy()))
            """,
            ""),
        both(
            "a set is iterated in the order of serials",
            "show([...cluster.queue('vis').nodes()].slice(0, 2).map(n => n.host))",
            "show([n.host for n in cluster.queue('vis').nodes()][:2])",
            List.of("node25", "node26")),
        same(
            "idle nodes are picked by the highest serials",
            "show(cluster.nodes().named(\"node[29-30,32]\").idle().pick(2))",
            "node[30,32]"),
        same(
            "idle and busy are the whole queue",
            """
            q = cluster.queue("batch").nodes()
            show(q.idle().union(q.busy()).minus(q).count)
            show(q.idle().intersect(q.busy()).count)
            """,
            0L,
            0L),
        same("roles are told apart", "show(cluster.nodes().role(\"login\"))", "login1"),
        both(
            "age is told by durations of every form",
            """
            show(cluster.nodes().olderThan("100d").count > 0)
            show(cluster.nodes().olderThan(86400 * 10000).count)
            """,
            """
            import datetime
            show(cluster.nodes().older_than("100d").count > 0)
            show(cluster.nodes().older_than(datetime.timedelta(days=10000)).count)
            """,
            true,
            0L),
        both(
            "a duration without end is refused",
            """
            for (const age of [Infinity, 1e300, NaN, -1]) {
              try { cluster.nodes().olderThan(age) } catch (e) { show(e.name) }
            }
            """,
            """
            for age in (float("inf"), 1e300, float("nan"), -1):
                try:
                    cluster.nodes().older_than(age)
                except TypeError as e:
                    show(type(e).__name__)
            """,
            "TypeError",
            "TypeError",
            "TypeError",
            "TypeError"),
        both(
            "options are one object, or keywords",
            "show(cluster.retire('node32', {drain: '2h', batch: 'all'}))",
            "show(cluster.retire('node32', drain='2h', batch='all'))",
            List.of("node32")),
        both(
            "nodes are given as a set, a node, a list or text",
            """
            const s = cluster.queue("vis").nodes()
            show(cluster.retire([s.pick(1), [...s][0], "node27"]).hosts)
            """,
            """
            s = cluster.queue("vis").nodes()
            show(cluster.retire([s.pick(1), s[0], "node27"]).hosts)
            """,
            List.of("node25", "node27", "node32")),
        both(
            "a plan that violates guards says which",
            "show(cluster.retire('controller1').violations.map(v => v.split(' (rule')[0]))",
            "show([v.split(' (rule')[0] for v in cluster.retire('controller1').violations])",
            List.of("roles", "role remains", "keep")),
        both(
            "a refused plan is an error of its own kind, and nothing is changed",
            """
            try { cluster.retire("@role:compute").apply() }
            catch (e) { show([e.name, e instanceof EhpcError, e instanceof Error]) }
            show(cluster.nodes().role("compute").count)
            """,
            """
            try:
                cluster.retire("@role:compute").apply()
            except RefusedError as e:
                show([type(e).__name__, isinstance(e, EhpcError), isinstance(e, Exception)])
            show(cluster.nodes().role("compute").count)
            """,
            List.of("RefusedError", true, true),
            32L),
        both(
            "what is not there is an error of its own kind, with what to do",
            """
            try { ehpc.cluster("ehpc-nope").nodes() }
            catch (e) { show([e.name, e.code, e.hint.length > 0]) }
            """,
            """
            try:
                ehpc.cluster("ehpc-nope").nodes()
            except NotFoundError as e:
                show([type(e).__name__, e.code, len(e.hint) > 0])
            """,
            List.of("NotFoundError", 2100L, true)),
        both(
            "a word said wrongly is a TypeError",
            """
            try { cluster.queue() } catch (e) { show(e instanceof TypeError) }
            try { cluster.retire("node1", {drian: 1}) } catch (e) { show(e instanceof TypeError) }
            try { cluster.nodes().pick("two") } catch (e) { show(e instanceof TypeError) }
            """,
            """
            for wrong in (lambda: cluster.queue(),
                          lambda: cluster.retire("node1", drian=1),
                          lambda: cluster.nodes().pick("two")):
                try:
                    wrong()
                except TypeError:
                    show(True)
            """,
            true,
            true,
            true),
        both(
            "a text that is none of the choices is refused with the one that is meant",
            """
            try { cluster.nodes().role("computer") } catch (e) { show(e.message) }
            try { cluster.retire("node1", {onDeadline: "explode"}) }
            catch (e) { show(e.message.split(": ")[1]) }
            """,
            """
            try:
                cluster.nodes().role("computer")
            except TypeError as e:
                show(str(e))
            try:
                cluster.retire("node1", on_deadline="explode")
            except TypeError as e:
                show(str(e).split(": ")[1].replace("on_deadline", "onDeadline"))
            """,
            "nodes.role(role): role cannot be \"computer\"; did you mean compute?",
            "onDeadline cannot be \"explode\"; known here"),
        both(
            "a forecast tells moments of the language",
            """
            const forecast = cluster.retire("node32").forecast
            show([forecast.calls > 0, forecast.earliest instanceof Date])
            show(forecast.earliest < forecast.latest)
            """,
            """
            import datetime
            forecast = cluster.retire("node32").forecast
            show([forecast["calls"] > 0, isinstance(forecast["earliest"], datetime.datetime)])
            show(forecast["earliest"] < forecast["latest"])
            """,
            List.of(true, true),
            true),
        both(
            "an error of a callback goes through unchanged",
            """
            try { cluster.nodes().where(n => { throw new RangeError("mine") }) }
            catch (e) { show([e instanceof RangeError, e.message]) }
            """,
            """
            def test(n):
                raise IndexError("mine")
            try:
                cluster.nodes().where(test)
            except IndexError as e:
                show([isinstance(e, IndexError), str(e)])
            """,
            List.of(true, "mine")),
        both(
            "plain data is shown as it is",
            "show({a: [1, 2.5, true, null], 名: '节点'})",
            "show({'a': [1, 2.5, True, None], '名': '节点'})",
            Map.of("a", Arrays.asList(1L, 2.5, true, null), "名", "节点")),
        both(
            "an error is shown as its name and message",
            """
            try { cluster.nodes().pick("two") } catch (e) { show(e) }
            show(new SyntaxError("mine"))
            """,
            """
            try:
                cluster.nodes().pick("two")
            except TypeError as e:
                show(e)
            show(SyntaxError("mine"))
            """,
            "TypeError: nodes.pick(count): count must be a whole number, not \"two\"",
            "SyntaxError: mine"),
        both(
            "iterators and sets are shown as lists, dates as text",
            """
            show((function* () { yield 1; yield [2] })())
            show(new Set([3]))
            show([new Date(0)])
            show(new Map([["a", new Map([["b", 1n]])]]))
            show(2n ** 70n + 1n)
            """,
            """
            import datetime
            show(x for x in (1, [2]))
            show({3})
            show([datetime.datetime(1970, 1, 1).isoformat() + '.000Z'])
            show({"a": {"b": 1}})
            show(2 ** 70 + 1)
            """,
            List.of(1L, List.of(2L)),
            List.of(3L),
            List.of("1970-01-01T00:00:00.000Z"),
            Map.of("a", Map.of("b", 1L)),
            "1180591620717411303425"),
        both(
            "nodes are given as a set of the language, or as what yields them",
            """
            const s = [...cluster.queue("vis").nodes()]
            show(cluster.retire(new Set([s[0], s[1]])).hosts)
            show(cluster.retire((function* () { yield s[0] })()).hosts)
            """,
            """
            s = cluster.queue("vis").nodes()
            show(cluster.retire({s[0], s[1]}).hosts)
            show(cluster.retire(n for n in [s[0]]).hosts)
            """,
            List.of("node25", "node26"),
            List.of("node25")),
        both(
            "a word or fact that is not there is an error",
            """
            try { cluster.nodes().where(n => n.stauts !== "active") } catch (e) { show(e.name) }
            try { cluster.nodse() } catch (e) { show(e.name) }
            show([typeof cluster.hasOwnProperty, cluster.toJSON === undefined])
            """,
            """
            try:
                cluster.nodes().where(lambda n: n.stauts != "active")
            except AttributeError as e:
                show("TypeError")
            try:
                cluster.nodse()
            except AttributeError as e:
                show("TypeError")
            show(["function", True])
            """,
            "TypeError",
            "TypeError",
            List.of("function", true)),
        both(
            "a filter does not take a promise for an answer",
            """
            try { cluster.nodes().where(async n => false) } catch (e) { show(e.message) }
            """,
            """
            async def test(n):
                return False
            try:
                cluster.nodes().where(test)
            except TypeError as e:
                show(str(e))
            """,
            "the function must answer true or false, not a promise of it"),
        both(
            "a part of a set is a set, and one of it a node",
            """
            const s = cluster.queue("vis").nodes()
            show(cluster.nodes().where(n => [...s].slice(1, 3).some(m => m.id === n.id)))
            show([s.items()[0].host, s.items().at(-1).host, s.has("node25"), s.length])
            """,
            """
            s = cluster.queue("vis").nodes()
            show(s[1:3])
            show([s[0].host, s[-1].host, "node25" in s, len(s)])
            """,
            "node[26-27]",
            List.of("node25", "node32", true, 8L)),
        both(
            "a set without nodes is empty, however it came about",
            "show([cluster.nodes().where(n => false).length, `${cluster.nodes().pick(0)}`])",
            "show([len(cluster.nodes()[:0]), str(cluster.nodes()[5:5])])",
            List.of(0L, "")),
        both(
            "an object tells what it has",
            """
            const job = cluster.jobs()[0]
            const names = []
            for (const name in job) names.push(name)
            show(names.sort())
            """,
            "show(dir(cluster.jobs()[0]))",
            List.of("hosts", "id", "name", "number", "queue", "status", "user")),
        both(
            "people are asked, and answer with text",
            """
            show([confirm("Go on?"), ask("size"), ask("size", {question: "How large?"})])
            show(ask("size", {choices: ["small", "large"], otherwise: "large"}))
            """,
            """
            show([confirm("Go on?"), ask("size"), ask("size", question="How large?")])
            show(ask("size", choices=("small", "large"), otherwise="large"))
            """,
            List.of(true, "size", "size"),
            "large"),
        both(
            "a question that cannot be answered as it is put is an error",
            """
            const wrong = [
              () => ask("a=b"), () => ask("a", {choices: "ab"}), () => ask("a", {choices: []}),
              () => ask("a", {choices: ["b"], otherwise: "c"}), () => confirm("Go?", {name: " "}),
            ]
            for (const each of wrong) { try { each() } catch (e) { show(e.name) } }
            """,
            """
            wrong = [
                lambda: ask("a=b"), lambda: ask("a", choices="ab"), lambda: ask("a", choices=[]),
                lambda: ask("a", choices=["b"], otherwise="c"), lambda: confirm("Go?", name=" ")]
            for each in wrong:
                try:
                    each()
                except TypeError as e:
                    show(type(e).__name__)
            """,
            "TypeError",
            "TypeError",
            "TypeError",
            "TypeError",
            "TypeError"),
        both(
            "a step gives what its function gives, and steps nest",
            """
            show(step("outer", () => step("inner", () => cluster.queue("vis").nodes().count) + 1))
            show(step("nothing", () => {}))
            """,
            """
            show(step("outer", lambda: step("inner", lambda: cluster.queue("vis").nodes().count) + 1))
            with step("nothing"):
                show(None)
            """,
            9L,
            null),
        both(
            "an error of a step goes through unchanged",
            """
            try { step("fails", () => { throw new RangeError("mine") }) }
            catch (e) { show([e instanceof RangeError, e.message]) }
            try { step("later", async () => 1) } catch (e) { show(e.message) }
            try { step("no function", 1) } catch (e) { show(e.name) }
            """,
            """
            try:
                with step("fails"):
                    raise IndexError("mine")
            except IndexError as e:
                show([isinstance(e, IndexError), str(e)])
            async def later():
                return 1
            try:
                step("later", later)
            except TypeError as e:
                show(str(e))
            try:
                step("no function", 1)
            except TypeError as e:
                show("TypeError")
            """,
            List.of(true, "mine"),
            "the function of a step must be done when it returns: no promise",
            "TypeError"),
        both(
            "now is a moment of the language, and time passes while a script sleeps",
            """
            const before = now()
            sleep("1h")
            sleep(0.5)
            const after = now()
            show([before instanceof Date, after - before >= 3_600_500, new Date() >= after])
            """,
            """
            import datetime
            before = now()
            sleep("1h")
            sleep(datetime.timedelta(seconds=0.5))
            utc = before.utcoffset() == datetime.timedelta(0)
            later = datetime.datetime.now(datetime.timezone.utc) >= before
            show([utc, now() - before >= datetime.timedelta(seconds=3600.5), later])
            """,
            List.of(true, true, true)),
        both(
            "what is shared is plain data, or an object as it was",
            """
            share.set("a", {list: [1, "two", null], flag: true})
            share.set("nodes", cluster.queue("vis").nodes())
            show(share.get("a"))
            show(share.get("nodes").pick(1))
            show(share.names())
            try { share.get("nods") } catch (e) { show([e.name, e.message]) }
            """,
            """
            share.set("a", {"list": [1, "two", None], "flag": True})
            share.set("nodes", cluster.queue("vis").nodes())
            show(share.get("a"))
            show(share.get("nodes").pick(1))
            show(share.names())
            try:
                share.get("nods")
            except NotFoundError as e:
                show([type(e).__name__, str(e)])
            """,
            Map.of("list", Arrays.asList(1L, "two", null), "flag", true),
            "node32",
            List.of("a", "nodes"),
            List.of("NotFoundError", "nothing is shared as nods; did you mean nodes?")),
        both(
            "nodes are retired and gone",
            """
            const run = cluster.retire("node[29-30,32]").apply()
            show(run)
            show([run.state, run.retired])
            show(cluster.queue("vis").nodes())
            """,
            """
            run = cluster.retire("node[29-30,32]").apply()
            show(run)
            show([run.state, run.retired])
            show(cluster.queue("vis").nodes())
            """,
            Map.of("node29", "retired", "node30", "retired", "node32", "retired"),
            List.of("done", List.of("node29", "node30", "node32")),
            "node[25-28,31]"));
  }

  /// Lines that both languages read; names that JavaScript must declare are declared.
  private static Scenario same(String name, String text, @Nullable Object... shown) {
    return both(name, text.replaceAll("(?m)^(\\w+) = ", "const $1 = "), text, shown);
  }

  private static Scenario both(
      String name, String javascript, String python, @Nullable Object... shown) {
    return new Scenario(name, javascript, python, Arrays.asList(shown));
  }
}
