package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModulesTest {
  private final Stage stage = new Stage();
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new Desk(folder.toRealPath(), stage);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void javascriptImportsFilesBesideItAndInSubfolders() {
    desk.with("lib/names.js", "import {one} from '../one.js'\nexport const names = [one, 'node2']")
        .with("one.js", "export const one = 'node1'")
        .with("more.json", "{\"names\": [\"node3\"]}")
        .run(
            JAVASCRIPT,
            """
            import {names} from "./lib/names.js"
            import more from "./more.json" with {type: "json"}
            show([...names, ...more.names])
            """);

    assertThat(stage.host.shown).containsExactly(List.of("node1", "node2", "node3"));
  }

  @Test
  void pythonImportsModulesAndPackagesAndReadsDataFiles() {
    desk.with("one.py", "one = 'node1'")
        .with("lib/__init__.py", "")
        .with("lib/deep/__init__.py", "from .more import names")
        .with("lib/deep/more.py", "import one\nnames = [one.one, 'node2']")
        .with("data/nodes.txt", "node3\nnode4\n")
        .with("more.json", "{\"names\": [\"node5\"]}")
        .run(
            PYTHON,
            """
            import json
            from pathlib import Path
            from lib.deep import names
            with open("data/nodes.txt") as file:
                names += [line.strip() for line in file]
            names += json.load(open("more.json"))["names"]
            names += Path("data/nodes.txt").read_text().split()[:1]
            show(names)
            """);

    assertThat(stage.host.shown)
        .containsExactly(List.of("node1", "node2", "node3", "node4", "node5", "node3"));
  }

  @Test
  void wordsAreThereInModulesToo() {
    desk.with("size.js", "export const size = id => ehpc.cluster(id).nodes().length")
        .run(JAVASCRIPT, "import {size} from './size.js'\nshow(size('ehpc-8jqdq0mz'))");
    desk.with("size.py", "def size(id):\n    return len(ehpc.cluster(id).nodes())")
        .run(PYTHON, "from size import size\nshow(size('ehpc-8jqdq0mz'))");

    assertThat(stage.host.shown).containsExactly(34L, 34L);
  }

  @Test
  void moduleOfJavaScriptIsOneByItsTextAlone() {
    desk.run(JAVASCRIPT, "export const a = 1\nshow(String(this))");
    desk.run(JAVASCRIPT, "let b = 'import x'; show(this === globalThis)");
    stage.run(JAVASCRIPT, "export const a = 1\nshow(a)");

    assertThat(stage.host.shown).containsExactly("undefined", true, 1L);
  }

  @Test
  void standardLibraryComesBeforeFilesBesideTheScript() {
    desk.with("json.py", "loads = None").run(PYTHON, "import json\nshow(json.loads('[1]'))");

    assertThat(stage.host.shown).containsExactly(List.of(1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json.dumps({'a': 1})",
        "re.sub('a', 'b', 'aa')",
        "datetime.date(2026, 1, 2).isoformat()",
        "list(itertools.chain([1], [2]))",
        "statistics.median([1, 2, 3])",
        "collections.Counter('aab').most_common(1)[0][1]",
        "functools.reduce(lambda a, b: a + b, [1, 2])",
        "math.sqrt(4)",
        "str(decimal.Decimal('1.10') + 1)",
        "str(fractions.Fraction(1, 3))",
        "list(csv.reader(io.StringIO('a,b')))",
        "textwrap.dedent('  a')",
        "dataclasses.make_dataclass('A', ['x'])(1).x",
        "enum.Enum('E', 'A').A.name",
        "typing.get_args(typing.List[int]) == (int,)",
        "string.ascii_letters",
        "hashlib.sha256(b'').hexdigest()",
        "base64.b64encode(b'a').decode()",
        "random.randint(1, 1)",
        "operator.add(1, 2)",
        "heapq.nsmallest(1, [2, 1])",
        "bisect.bisect([1, 2], 1)",
        "copy.deepcopy([1])",
        "pprint.pformat([1])",
        "contextlib.nullcontext(1).enter_result",
        "uuid.UUID(int=1).hex",
        "urllib.parse.quote('a b')",
        "fnmatch.fnmatch('a', 'a*')",
        "difflib.get_close_matches('ab', ['abc'])",
        "traceback.format_exc()",
        "calendar.monthrange(2026, 2)[1]",
        "inspect.signature(len) is not None",
        "html.escape('<')",
        "unicodedata.name('a')",
        "graphlib.TopologicalSorter({1: [2]}).static_order() is not None",
        "abc.ABC is not None",
        "struct.calcsize('i')",
        "zlib.crc32(b'a')",
        "logging.getLogger('a').name",
        "argparse.ArgumentParser(prog='a').prog",
      })
  void standardLibraryOfPythonThatNeedsNoFilesWorks(String code) {
    String module = code.matches("\\w+\\(.*") ? code.substring(code.indexOf('(') + 1) : code;
    String name = module.startsWith("urllib") ? "urllib.parse" : module.split("\\.")[0];
    stage.run(PYTHON, "import io, " + name + "\nshow(repr(" + code + "))");

    assertThat(stage.host.shown).hasSize(1);
  }

  @Test
  void errorInAModuleShowsThatFilesOwnLine() {
    ScriptException js =
        desk.with("lib/a.js", "export function f() {\n  return nothing.here\n}\n")
            .errorOf(JAVASCRIPT, "import {f} from './lib/a.js'\n\n\nf()");
    assertThat(desk.place(js)).isEqualTo("lib/a.js:2:10");
    assertThat(js.excerpt()).isEqualTo("  return nothing.here\n         ^");

    ScriptException python =
        desk.with("lib/a.py", "def f():\n    return 1 + nothing\n")
            .errorOf(PYTHON, "from lib.a import f\n\n\nf()");
    assertThat(desk.place(python)).isEqualTo("lib/a.py:2:16");
    assertThat(python.sourceLine()).isEqualTo("    return 1 + nothing");
  }

  @Test
  void syntaxErrorInAModuleHasItsPlaceThere() {
    ScriptException js =
        desk.with("lib/a.js", "let x = 1\nlet y = ;\n").errorOf(JAVASCRIPT, "import './lib/a.js'");
    assertThat(desk.place(js)).isEqualTo("lib/a.js:2:9");
    assertThat(js).hasMessage("SyntaxError: Expected an operand but found ;");

    ScriptException python = desk.with("a.py", "x = 1\ndef f(:\n").errorOf(PYTHON, "import a");
    assertThat(desk.place(python)).isEqualTo("a.py:2:6");
    assertThat(python.sourceLine()).isEqualTo("def f(:");
  }

  @Test
  void syntaxErrorOfAModuleThatIsTheScriptIsThatOfTheModule() {
    ScriptException e = desk.with("a.js", "").errorOf(JAVASCRIPT, "import './a.js'\nconst x = ;\n");

    assertThat(desk.place(e)).isEqualTo("main.js:2:11");
  }

  @Test
  void missingModuleIsNamedAtTheLineThatImportsIt() {
    ScriptException js =
        desk.with("lib/a.js", "\nimport './nope.js'").errorOf(JAVASCRIPT, "import './lib/a.js'");
    assertThat(js).hasMessage("cannot import lib/nope.js: there is no such file");
    assertThat(desk.place(js)).isEqualTo("lib/a.js:2:11");
    assertThat(js.hint()).contains("name a file by its path from this one");

    ScriptException python = desk.errorOf(PYTHON, "x = 1\nimport numpy");
    assertThat(python).hasMessage("ModuleNotFoundError: No module named 'numpy'");
    assertThat(desk.place(python)).isEqualTo("main.py:2:1");
    assertThat(python.hint()).contains("packages that pip installs are not there");
  }

  @Test
  void nameThatAModuleLacksIsShownWhereItIsImported() {
    ScriptException js =
        desk.with("a.js", "export const x = 1")
            .errorOf(JAVASCRIPT, "const b = 1\nimport {y} from './a.js'");
    assertThat(desk.place(js)).isEqualTo("main.js:2:17");
    assertThat(js).hasMessageContaining("does not provide an export named 'y'");

    ScriptException python = desk.with("a.py", "x = 1").errorOf(PYTHON, "b = 1\nfrom a import y");
    assertThat(desk.place(python)).isEqualTo("main.py:2:1");
    assertThat(python).hasMessageContaining("cannot import name 'y' from 'a'");
  }

  @Test
  void circularImportsWorkOrAreNamed() {
    ScriptException js =
        desk.with("a.js", "import {b} from './b.js'\nexport const a = b + 1")
            .with("b.js", "import {a} from './a.js'\nexport const b = a + 1")
            .errorOf(JAVASCRIPT, "import {a} from './a.js'");
    assertThat(desk.place(js)).isEqualTo("b.js:2:18");
    assertThat(js).hasMessageContaining("ReferenceError: a is not defined");

    ScriptException python =
        desk.with("a.py", "from b import b\na = b + 1")
            .with("b.py", "from a import a\nb = a + 1")
            .errorOf(PYTHON, "import a");
    assertThat(desk.place(python)).isEqualTo("b.py:1:1");
    assertThat(python).hasMessageContaining("most likely due to a circular import");

    desk.with("c.js", "import {d} from './d.js'\nexport const c = () => d() + 1")
        .with("d.js", "import {c} from './c.js'\nexport const d = () => 1")
        .run(JAVASCRIPT, "import {c} from './c.js'\nshow(c())");
    assertThat(stage.host.shown).containsExactly(2L);
  }

  @Test
  void scriptThatIsImportedByItsModuleRunsOnce() {
    desk.with("a.js", "import {x} from './main.js'\nexport const y = () => x")
        .run(JAVASCRIPT, "import {y} from './a.js'\nexport const x = 5\nshow(y())");

    assertThat(stage.host.shown).containsExactly(5L);
  }

  @Test
  void moduleNamedLikeAWordIsFoundAndTheErrorSaysWhatIsMeant() {
    ScriptException e =
        desk.with("ehpc.py", "x = 1").errorOf(PYTHON, "import ehpc\nehpc.clusters()");

    assertThat(e).hasMessage("AttributeError: module 'ehpc' has no attribute 'clusters'");
    assertThat(e.hint()).isEqualTo("ehpc.py beside the script hides the word ehpc: rename it");
  }

  @Test
  void moduleNamedLikeOneOfTheStandardLibraryIsHiddenAndTheErrorSaysSo() {
    ScriptException e =
        desk.with("statistics.py", "def idle(): pass")
            .errorOf(PYTHON, "import statistics\nstatistics.idle()");

    assertThat(e).hasMessage("AttributeError: module 'statistics' has no attribute 'idle'");
    assertThat(e.hint())
        .isEqualTo("statistics.py beside the script is hidden by the standard library: rename it");
  }

  @Test
  void timeZonesAreNotThereAndTheErrorSaysWhatToDo() {
    ScriptException e = errorOf(PYTHON, "import zoneinfo\nzoneinfo.ZoneInfo('Asia/Shanghai')");

    assertThat(e).hasMessageStartingWith("ZoneInfoNotFoundError: ");
    assertThat(e.hint()).contains("timezone(timedelta(hours=8))");
  }

  @Test
  void scriptWithoutAFolderHasNoModules() {
    ScriptException js = errorOf(JAVASCRIPT, "import './a.js'");
    assertThat(js).hasMessage("cannot import a.js: there is no such file");

    ScriptException python = errorOf(PYTHON, "open('nodes.txt')");
    assertThat(python)
        .hasMessage("FileNotFoundError: [Errno 2] No such file or directory: 'nodes.txt'");
  }

  private ScriptException errorOf(Language language, String text) {
    return catchThrowableOfType(ScriptException.class, () -> stage.run(language, text));
  }
}
