package io.ebb.script.saved;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import io.ebb.script.Spoken;
import io.ebb.script.Statement;
import io.ebb.script.head.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of statements when they are saved. That the scripts run is tried elsewhere.
final class SavedSessionTest {
  private final List<Spoken> said = new ArrayList<>();

  @Test
  void literalsBecomeParametersWithADefault() {
    js("const cluster = ehpc.cluster('ehpc-8jqdq0mz')");
    js("const idle = cluster.queue(\"batch\").nodes().idle() // those");
    js("const plan = cluster.retire(idle.pick(4), {drain: \"2h\", onDeadline: 'keep'})");
    js("plan.apply()");

    assertThat(script(JAVASCRIPT))
        .isEqualTo(
            """
            // ---
            // title: Retire idle nodes
            // params:
            //   cluster: {type: cluster, default: ehpc-8jqdq0mz, help: "the cluster, ehpc-…"}
            //   queue: {type: queue, default: batch, help: "the queue: id, name or partition"}
            //   count: {type: int, default: 4, help: "how many at most"}
            //   drain: {type: duration, default: 2h, help: "how long running jobs may go on"}
            // ---
            const cluster = ehpc.cluster(params.cluster)
            const idle = cluster.queue(params.queue).nodes().idle() // those
            const plan = cluster.retire(idle.pick(params.count), {drain: params.drain, onDeadline: 'keep'})
            plan.apply()
            """);
  }

  @Test
  void pythonSpellsItsOwnWay() {
    py("cluster = ehpc.cluster('ehpc-8jqdq0mz')");
    py("old = cluster.nodes().in_queue('vis').older_than('30d')");
    py("cluster.retire('node[27-28]', drain='2h', batch='all').apply().wait(at_most='1h')");

    assertThat(script(PYTHON))
        .isEqualTo(
            """
            # ---
            # title: Retire idle nodes
            # params:
            #   cluster: {type: cluster, default: ehpc-8jqdq0mz, help: "the cluster, ehpc-…"}
            #   queue: {type: queue, default: vis, help: "the queue: id, name or partition"}
            #   older-than: {type: duration, default: 30d, help: "a duration"}
            #   nodes: {type: nodes, default: "node[27-28]", help: "the nodes, such as node[1-4]"}
            #   drain: {type: duration, default: 2h, help: "how long running jobs may go on"}
            #   at-most: {type: duration, default: 1h, help: "how long it is waited for"}
            # ---
            cluster = ehpc.cluster(params.cluster)
            old = cluster.nodes().in_queue(params.queue).older_than(params.older_than)
            cluster.retire(params.nodes, drain=params.drain, batch='all').apply().wait(at_most=params.at_most)
            """);
  }

  @Test
  void equalLiteralsAreOneParameterAndOthersAreNumbered() {
    js("const a = ehpc.cluster('c-1').queue('batch')");
    js("const b = ehpc.cluster('c-1').queue('vis')");
    js("const c = ehpc.cluster('c-2').queue('batch')");

    assertThat(code(JAVASCRIPT))
        .containsExactly(
            "const a = ehpc.cluster(params.cluster).queue(params.queue)",
            "const b = ehpc.cluster(params.cluster).queue(params.queue2)",
            "const c = ehpc.cluster(params.cluster2).queue(params.queue)");
  }

  @Test
  void literalIsFoundByWayOfAVariable() {
    js("const count = 3");
    js("let drain = '1h'");
    js("drain = '2h'");
    js("const plan = cluster.retire(nodes.pick(count), {drain: drain})");

    assertThat(code(JAVASCRIPT)).startsWith("const count = params.count", "let drain = '1h'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = nodes.pick(2 + 2)",
        "x = nodes.pick(-1)",
        "x = cluster.queue('ba' + 'tch')",
        "x = cluster.queue(`batch`)",
        "x = cluster.queue('b\\u0061tch')",
        "x = cluster.retire(['node1', 'node2'])",
        "x = cluster.retire('node[1-')",
        "x = cluster.retire(nodes, {batch: '1,2'})",
        "x = \"cluster.queue('batch')\"",
        "x = 1 // cluster.queue('batch')",
        "x = queue('batch')",
        "x = ehpc.run('r-2026-11-21-001')",
        "x = nodes.pick(010)",
        "x = params => cluster.queue('batch')",
      })
  void whatIsNoPlainLiteralOfAWordStays(String statement) {
    js(statement);

    assertThat(code(JAVASCRIPT)).containsExactly(statement);
  }

  @Test
  void looksThatCallNothingAreLeftOutAndTheOthersAreShown() {
    shown(JAVASCRIPT, "cluster");
    shown(JAVASCRIPT, "plan.steps[0].hosts");
    shown(JAVASCRIPT, "nodes.count > 3 // many?");
    shown(JAVASCRIPT, "cluster.nodes(); // all");
    shown(JAVASCRIPT, "[...idle].map(n => n.host)");
    shown(JAVASCRIPT, "a(), b()");
    shown(JAVASCRIPT, "{idle: idle.count, of: all.length}");
    shown(JAVASCRIPT, "{idle: count(idle)}");
    shown(JAVASCRIPT, "{ work() }");
    js("log('here')");
    js("help(cluster.retire)");
    shown(JAVASCRIPT, "cluster.addNodes(n)");
    shown(JAVASCRIPT, "i++");

    assertThat(code(JAVASCRIPT))
        .containsExactly(
            "show(cluster.nodes()); // all",
            "show([...idle].map(n => n.host))",
            "show((a(), b()))",
            "show({idle: count(idle)})",
            "{ work() }",
            "log('here')",
            "cluster.addNodes(n)",
            "show(i++)");
  }

  @Test
  void sameLookTakenAgainIsKeptOnce() {
    shown(JAVASCRIPT, "cluster.jobs()");
    js("plan.apply()");
    shown(JAVASCRIPT, "cluster.jobs()");
    shown(JAVASCRIPT, "next()");
    shown(JAVASCRIPT, "next()");

    assertThat(code(JAVASCRIPT))
        .containsExactly("plan.apply()", "show(cluster.jobs())", "show(next())", "show(next())");
  }

  @Test
  void nameThatNothingUsedBeforeItGotAnotherValueIsDefinedOnce() {
    js("const nodes = cluster.nodes()");
    shown(JAVASCRIPT, "nodes");
    js("const nodes = cluster.nodes().idle()");

    assertThat(code(JAVASCRIPT)).containsExactly("const nodes = cluster.nodes().idle()");
  }

  @Test
  void nameThatWasUsedIsAssignedAgain() {
    js("const plan = cluster.retire(nodes)");
    js("show(plan)");
    js("const plan = cluster.retire(others)");

    assertThat(code(JAVASCRIPT))
        .containsExactly(
            "let plan = cluster.retire(nodes)", "show(plan)", "plan = cluster.retire(others)");
  }

  @Test
  void valueThatCostSomethingIsKeptThoughItsNameGotAnother() {
    js("run = plan.apply()");
    js("run = other.apply()");
    js("n = next()");
    js("n = 3");

    assertThat(code(JAVASCRIPT))
        .containsExactly("run = plan.apply()", "run = other.apply()", "n = next()", "n = 3");
  }

  @Test
  void valueThatAFunctionMaySeeIsKept() {
    js("function all() { return cluster.nodes() }");
    js("cluster = ehpc.cluster(id)");
    js("all().idle()");
    js("cluster = ehpc.cluster(other)");

    assertThat(code(JAVASCRIPT)).hasSize(4);
  }

  @Test
  void whatIsRedeclaredInAnInvolvedWayIsVar() {
    js("const {nodes, queues} = cluster.snapshot()");
    js("show(nodes)");
    js("const nodes = cluster.nodes()");
    js("function rate() { return 1 }");
    js("show(rate())");
    js("function rate() { return 2 }");
    js("log('a')");
    js("const log = 3");

    assertThat(code(JAVASCRIPT))
        .containsExactly(
            "var {nodes, queues} = cluster.snapshot()",
            "show(nodes)",
            "var nodes = cluster.nodes()",
            "var rate = function rate() { return 1 }",
            "show(rate())",
            "var rate = function rate() { return 2 }",
            "log('a')",
            "var log = 3");
  }

  @Test
  void lastResultGetsAName() {
    shown(PYTHON, "cluster.nodes().idle()");
    shown(PYTHON, "cluster");
    py("plan = cluster.retire(_, batch='all')");
    shown(PYTHON, "plan.calls");
    py("log([f'{_} calls' for n in _])");

    assertThat(code(PYTHON))
        .containsExactly(
            "show(cluster.nodes().idle())",
            "result = cluster",
            "show(result)",
            "plan = cluster.retire(result, batch='all')",
            "result2 = plan.calls",
            "show(result2)",
            "log([f'{result2} calls' for n in result2])");
  }

  @Test
  void lastResultIsThatOfTheLanguage() {
    shown(JAVASCRIPT, "cluster.nodes()");
    shown(PYTHON, "1 + 1");
    js("show(_.idle())");

    assertThat(code(JAVASCRIPT))
        .containsExactly("const result = cluster.nodes()", "show(result)", "show(result.idle())");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PYTHON     | for _ in range(3): log('x')",
        "PYTHON     | a, _ = pair",
        "JAVASCRIPT | nodes = all.where(_ => true)",
        "JAVASCRIPT | const _ = 3",
        "JAVASCRIPT | const f = (a, _) => _ + a",
        "PYTHON     | f = lambda a, _: _ + a",
      })
  void ownNameOfAStatementStays(Language language, String statement) {
    shown(language, "g()");
    said.add(Spoken.typed(new Statement(language, statement, "t[2]"), true));

    assertThat(code(language)).containsExactly("show(g())", statement);
  }

  @Test
  void lastResultThatCannotBeNamedIsTold() {
    shown(JAVASCRIPT, "if (x) { 3 }");
    js("show(_)");

    assertThat(session().script(JAVASCRIPT, "a").notes())
        .containsExactly(
            "js[2] takes up the last result, _, which a script has not: give it a name");
  }

  @Test
  void statementsOfSeveralLinesStayAsTheyAre() {
    String text =
        """
        # 空闲节点 of C:\\new
        def busy(queue):
            \"\"\"All that work.\"\"\"

            return [n for n in cluster.queue(queue).nodes().busy()]\
        """;
    py("x = 1");
    py(text + "\n");
    py("show(busy(name))");

    assertThat(body(PYTHON)).isEqualTo("x = 1\n\n" + text + "\n\nshow(busy(name))\n");
  }

  @Test
  void pastedLinesAreKeptAsTheyAre() {
    shown(JAVASCRIPT, "const all = cluster.nodes()\nall\nall.idle().pick(2)");

    assertThat(body(JAVASCRIPT))
        .isEqualTo("const all = cluster.nodes()\nall\nall.idle().pick(params.count)\n");
  }

  @Test
  void lineThatWouldHangOnTheOneBeforeIsSetOff() {
    js("x = f");
    js("(y = 3)");
    js("/* 1 */ z = 4");

    assertThat(code(JAVASCRIPT)).containsExactly("x = f", ";(y = 3)", "/* 1 */ z = 4");
  }

  @Test
  void headOfALoadedScriptBecomesPartOfTheHead() {
    String text =
        """
        // ---
        // title: Other
        // params:
        //   count: {type: int, min: 1, max: 9, help: "how many"}
        //   queue: {type: queue, default: batch}
        //   key: {type: secret}
        // limits: {nodes-per-run: 3}
        // on-deadline: ask
        // ---
        // picks
        const chosen = nodes.pick(params.count)
        """;
    js("const queue = cluster.queue('vis')");
    said.add(new Spoken(new Statement(JAVASCRIPT, text, "pick.js"), true, Map.of("count", 4)));
    js("show(chosen.pick(2))");

    assertThat(script(JAVASCRIPT))
        .isEqualTo(
            """
            // ---
            // title: Retire idle nodes
            // params:
            //   count: {type: int, default: 4, min: 1, max: 9, help: "how many"}
            //   queue: {type: queue, default: batch}
            //   key: {type: secret}
            //   queue2: {type: queue, default: vis, help: "the queue: id, name or partition"}
            //   count2: {type: int, default: 2, help: "how many at most"}
            // limits: {nodes-per-run: 3}
            // on-deadline: ask
            // ---
            const queue = cluster.queue(params.queue2)

            // picks
            const chosen = nodes.pick(params.count)

            show(chosen.pick(params.count2))
            """);
  }

  @Test
  void scriptLoadedTwiceKeepsWhatItWasGivenEachTime() {
    String text = "# ---\n# params: {count: {type: int}}\n# ---\nn = nodes.pick(params.count)\n";
    said.add(new Spoken(new Statement(PYTHON, text, "a.py"), true, Map.of("count", 1)));
    said.add(new Spoken(new Statement(PYTHON, text, "a.py"), true, Map.of("count", 2)));

    assertThat(code(PYTHON))
        .containsExactly("n = nodes.pick(params.count)", "n = nodes.pick(params.count2)");
  }

  @Test
  void startUpFileComesAlongIfItIsUsed() {
    String init = "function rested(c) { return c.nodes().idle() }";
    said.add(Spoken.typed(new Statement(JAVASCRIPT, init, "/home/o/init.js"), true));
    js("x = 1");
    assertThat(startedUp().script(JAVASCRIPT, "a").text()).doesNotContain("rested");

    js("show(rested(cluster))");
    Saved saved = startedUp().script(JAVASCRIPT, "a");

    assertThat(saved.text()).contains(init);
    assertThat(saved.notes()).containsExactly("it begins with /home/o/init.js, which it uses");
  }

  @Test
  void mixedSessionBecomesARunbook() {
    js("const cluster = ehpc.cluster('ehpc-8jqdq0mz')");
    js("share.set('idle', cluster.nodes().idle())");
    py("idle = share.get('idle')");
    py("plan = ehpc.cluster('ehpc-8jqdq0mz').retire(idle, drain='2h')");
    js("log('done')");

    assertThat(session().runbook("Retire idle nodes").text())
        .isEqualTo(
            """
            ---
            title: Retire idle nodes
            params:
              cluster: {type: cluster, default: ehpc-8jqdq0mz, help: "the cluster, ehpc-…"}
              drain: {type: duration, default: 2h, help: "how long running jobs may go on"}
            ---

            # Retire idle nodes

            ```js
            const cluster = ehpc.cluster(params.cluster)
            share.set('idle', cluster.nodes().idle())
            ```

            ```python
            idle = share.get('idle')
            plan = ehpc.cluster(params.cluster).retire(idle, drain=params.drain)
            ```

            ```js
            log('done')
            ```
            """);
    assertThat(session().languages()).containsExactly(JAVASCRIPT, PYTHON);
    assertThat(session().needsOther(PYTHON)).isTrue();
    assertThat(session().needsOther(JAVASCRIPT)).isFalse();
  }

  @Test
  void languageInWhichOneOnlyLookedDoesNotCount() {
    js("x = 1");
    shown(PYTHON, "cluster");

    assertThat(session().languages()).containsExactly(JAVASCRIPT);
  }

  private void js(String text) {
    say(JAVASCRIPT, text, true);
  }

  private void py(String text) {
    say(PYTHON, text, true);
  }

  private void shown(Language language, String text) {
    say(language, text, false);
  }

  private void say(Language language, String text, boolean silent) {
    String name = language.id() + "[" + (said.size() + 1) + "]";
    said.add(Spoken.typed(new Statement(language, text, name), silent));
  }

  private SavedSession session() {
    return new SavedSession(said, Set.of());
  }

  private SavedSession startedUp() {
    return new SavedSession(said, Set.of("/home/o/init.js"));
  }

  private String script(Language language) {
    return session().script(language, "Retire idle nodes").text();
  }

  /// What stands below the head.
  private String body(Language language) {
    String text = script(language);
    return text.substring(Head.end(language.comment(), text));
  }

  private List<String> code(Language language) {
    return body(language).lines().toList();
  }
}
