package io.ebb.script.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.script.Language;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.Parameter;
import io.ebb.text.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunbookTest {
  private static final String FULL =
      """
      ---
      title: Empty 队列
      params:
        queue: {type: queue, help: which}
      ---
      # Empty a queue

      ---
      Look first.

      ```js {name=look}
      const queue = ehpc.cluster()
      ```

      ```sh
      squeue
      ```
      Then a person:

      ```text {manual name=unplug when="params.queue == 'batch'"}
      Unplug it.
      ```
      ~~~PY {name=排空 confirm="Drain \\"all\\" now?" timeout=2h on-error=ask when='x < 1'}
      drain()

      more()
      ~~~
      ```python
      last()
      ```
      The end.
      """;

  @TempDir Path folder;

  @Test
  void runbookIsProseAndBlocksInOrder() {
    Runbook runbook = Runbook.of("a.md", FULL);

    assertThat(runbook.head().title()).isEqualTo("Empty 队列");
    assertThat(runbook.head().parameters()).extracting(Parameter::name).containsExactly("queue");
    assertThat(runbook.blocks())
        .containsExactly(
            new Block(
                "look",
                Language.JAVASCRIPT,
                "const queue = ehpc.cluster()\n",
                11,
                null,
                null,
                null,
                OnError.STOP),
            new Block(
                "unplug",
                null,
                "Unplug it.\n",
                20,
                null,
                null,
                "params.queue == 'batch'",
                OnError.STOP),
            new Block(
                "排空",
                Language.PYTHON,
                "drain()\n\nmore()\n",
                23,
                "Drain \"all\" now?",
                Duration.ofHours(2),
                "x < 1",
                OnError.ASK),
            new Block("block-4", Language.PYTHON, "last()\n", 28, null, null, null, OnError.STOP));
  }

  @Test
  void proseIsTheTextOfTheFileAndKeepsTheFencesThatAreOnlyShown() {
    assertThat(prose(Runbook.of("a.md", FULL)))
        .containsExactly(
            new Prose("# Empty a queue\n\n---\nLook first.\n\n", 6),
            new Prose("\n```sh\nsqueue\n```\nThen a person:\n\n", 14),
            new Prose("The end.\n", 31));
  }

  @Test
  void linesOfWindowsAndAByteOrderMarkChangeNothingButTheProse() {
    Runbook runbook = Runbook.of("a.md", "\uFEFF" + FULL.replace("\n", "\r\n"));

    assertThat(runbook.blocks()).isEqualTo(Runbook.of("a.md", FULL).blocks());
    assertThat(prose(runbook)).contains(new Prose("The end.\r\n", 31));
    assertThat(runbook.text()).startsWith("---\r\n");
  }

  @Test
  void lineAcrossThePageBeginsNoHead() {
    Runbook runbook = Runbook.of("a.md", "# A\n\n---\ntitle: x\n\n---\n```js\n1\n```\n");

    assertThat(runbook.head().title()).isEmpty();
    assertThat(runbook.blocks()).hasSize(1);
  }

  @Test
  void fenceThatIsIndentedALittleIsABlockAllTheSame() {
    assertThat(Runbook.of("a.md", "  ```js\n  one()\n    two()\n  ```\n").blocks())
        .extracting(Block::text)
        .containsExactly("one()\n  two()\n");
  }

  @Test
  void fenceOfAnyOtherLanguageMayBeLeftToAPerson() {
    assertThat(Runbook.of("a.md", "```sh {manual}\nrm -r /scratch/x\n```\n").blocks())
        .extracting(Block::manual)
        .containsExactly(true);
  }

  @Test
  void fileIsReadWhereASymbolicLinkLeads() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), FULL);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("b.md"), file);

    Runbook runbook = Runbook.read(link);

    assertThat(runbook.folder()).isEqualTo(folder.toRealPath());
    assertThat(runbook.file()).isEqualTo(link.toString());
    assertThat(runbook.text()).isEqualTo(FULL);
  }

  @Test
  void unreadableFileSaysWhy() throws IOException {
    Path latin = folder.resolve("latin.md");
    Files.write(latin, "Prüfen".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Runbook.read(latin)).hasMessageContaining("not text in UTF-8");
    assertThatThrownBy(() -> Runbook.read(folder)).hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> Runbook.read(folder.resolve("none.md")))
        .isInstanceOf(HeadException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void linkMayBeDefinedBehindAnotherBlock() {
    Runbook runbook =
        Runbook.of("a.md", "See [the wiki][w].\n\n```js\n1\n```\n\n[w]: https://wiki/x\n");

    Prose first = prose(runbook).getFirst();
    assertThat(first.html()).contains("<a rel=\"nofollow\" href=\"https://wiki/x\">the wiki</a>");
    assertThat(first.lines(60, Palette.PLAIN)).containsExactly("See the wiki (https://wiki/x).");
    assertThat(first.markdown()).isEqualTo("See [the wiki][w].\n\n");
  }

  @Test
  void htmlOfProseLoadsNothingAndRunsNothing() {
    String html =
        new Prose(
                """
                <script>alert(1)</script>

                ![a **map**](http://x/y.png) and [go](javascript:alert(1)) <b onclick=x>
                <!-- not for readers -->

                | a | b |
                |---|--:|
                | 1 | <i> |
                """,
                1)
            .html();

    assertThat(html)
        .contains("&lt;script&gt;", "a <strong>map</strong>", "<table>", "align=\"right\"")
        .contains("&lt;b onclick=x&gt;", "&lt;i&gt;")
        .doesNotContain("<script", "<img", "y.png", "javascript:", "not for readers");
  }

  private static List<Prose> prose(Runbook runbook) {
    return runbook.parts().stream()
        .filter(Prose.class::isInstance)
        .map(Prose.class::cast)
        .collect(Collectors.toList());
  }
}
