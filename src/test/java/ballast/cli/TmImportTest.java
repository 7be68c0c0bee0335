package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TmImportTest {

  private static final String HEAD = "<tmx version=\"1.4\"><header o-tmf=\"t\"/><body>\n";
  private static final String CAME =
      "<tu><tuv xml:lang=\"zh-CN\"><seg>他来了。</seg></tuv>"
          + "<tuv xml:lang=\"en-US\"><seg>He came.</seg></tuv></tu>\n";

  @TempDir Path directory;
  private CommandRunner runner;

  @BeforeEach
  void prepare() throws IOException {
    runner = new CommandRunner(directory);
    write("good.tmx", HEAD + CAME + "</body></tmx>");
    write("broken.tmx", HEAD + CAME + CAME.replace("他", "她") + "<tu><tuv");
  }

  @Test
  void aBrokenFileLeavesTheMemoryAsItWas() throws IOException {
    assertThat(runner.run("tm", "import", "good.tmx").status()).isZero();
    String before = runner.run("tm", "export").out();
    CommandRunner.Outcome broken = runner.run("tm", "import", "broken.tmx");
    assertThat(broken.status()).isEqualTo(ExitCode.FAILED);
    assertThat(broken.err())
        .contains("\"broken.tmx\": line 4, column ")
        .contains("; --partial takes what comes before");
    assertThat(runner.run("diff", "broken.tmx", "good.tmx").err())
        .contains("export it again")
        .doesNotContain("--partial");
    assertThat(runner.run("tm", "export").out()).isEqualTo(before);
    assertThat(runner.run("tm", "verify").status()).isZero();
  }

  @Test
  void aBrokenFileMakesNoMemoryWhereThereWasNone() throws IOException {
    assertThat(runner.run("tm", "import", "broken.tmx").status()).isEqualTo(ExitCode.FAILED);
    assertThat(runner.run("tm", "import", "missing.tmx").status()).isEqualTo(ExitCode.FAILED);
    assertThat(runner.run("tm", "import", "good.tmx", "--dry-run").status()).isZero();
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(file -> file.toString().contains(".db"))).isEmpty();
    }
  }

  @Test
  void partialTakesTheUnitsBeforeTheDamage() {
    CommandRunner.Outcome outcome = runner.run("tm", "import", "broken.tmx", "--partial", "--json");
    assertThat(outcome.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(outcome.out()).contains("\"read\":2,\"added\":2");
    assertThat(outcome.err()).contains("line 4, column ").contains("what comes before was taken");
    assertThat(runner.run("tm", "stats", "--json").out()).contains("\"units\":2");
    assertThat(runner.run("tm", "import", "missing.tmx", "--partial").err())
        .contains("the file does not exist; nothing was taken from it");
  }

  @Test
  void eachFileIsTakenOrNotByItself() {
    CommandRunner.Outcome outcome =
        runner.run("tm", "import", "broken.tmx", "missing.tmx", "good.tmx", "--json");
    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).contains("\"read\":3,\"added\":1");
    assertThat(outcome.err()).contains("the file does not exist").contains("broken.tmx");
    assertThat(runner.run("tm", "stats", "--json").out()).contains("\"units\":1");
  }

  @Test
  void refusedUnitsAreWrittenWithTheReason() throws IOException {
    write(
        "mixed.tmx",
        HEAD
            + CAME
            + CAME.replace("He came.", "He is here.")
            + CAME.replace("He came.", "他来了！")
            + "<tu tuid='7'><note>n</note><tuv xml:lang='fr'><seg>Il"
            + " <ph>x</ph>vient.</seg></tuv></tu></body></tmx>");
    CommandRunner.Outcome outcome =
        runner.run(
            "tm",
            "import",
            "mixed.tmx",
            "--on-duplicate",
            "keep",
            "--rejected",
            "out.tmx",
            "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("\"read\":4,\"added\":1,\"merged\":0,\"overwritten\":0,\"skipped\":3");
    assertThat(Files.readString(directory.resolve("out.tmx"), UTF_8))
        .contains(
            "<prop type=\"x-rejected\">mixed.tmx:3: the memory has another translation of"
                + " it</prop>",
            "mixed.tmx:4: its en-US text is in Chinese characters",
            "<tu tuid=\"7\">",
            "mixed.tmx:5: it has no text in zh-CN (it has fr)",
            "<note>n</note>",
            "<tuv xml:lang=\"fr\"><seg>Il <ph>x</ph>vient.</seg></tuv>")
        .doesNotContain("He came.");
    assertThat(runner.run("tm", "import", "mixed.tmx", "--rejected", "out.tmx").status())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void nothingInTheWantedLanguagesIsAFinding() {
    CommandRunner.Outcome outcome = runner.run("tm", "import", "good.tmx", "--to", "fr");
    assertThat(outcome.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(outcome.err()).contains("it has no text in fr (it has en-US, zh-CN)");
  }

  @Test
  void aDryRunChangesNothing() {
    runner.run("tm", "import", "good.tmx");
    String before = runner.run("tm", "export").out();
    CommandRunner.Outcome dry =
        runner.run("tm", "import", "broken.tmx", "--partial", "--dry-run", "--json");
    assertThat(dry.out()).contains("\"added\":1,\"merged\":1");
    assertThat(runner.run("tm", "export").out()).isEqualTo(before);
  }

  @Test
  void statusAndLanguagesAreSaidOnTheCommandLine() throws IOException {
    assertThat(
            runner
                .run(
                    "tm",
                    "import",
                    "good.tmx",
                    "--from",
                    "en",
                    "--to",
                    "zh",
                    "--status",
                    "approved")
                .status())
        .isZero();
    assertThat(runner.run("tm", "export", "--from", "en", "--status", "approved").out())
        .containsSubsequence("approved", "en-US", "He came.", "zh-CN", "他来了。");
    assertThat(runner.run("tm", "export", "--from", "zh").out()).doesNotContain("<tu ");
  }

  @Test
  void anExportContainsTheChosenUnits() throws IOException {
    write(
        "units.tsv",
        """
        source\ttarget\tdocument\tconfidence\tchanged
        他来了。\tHe came.\ta\t0.9\t2020-01-01T00:00:00Z
        她走了。\tShe LEFT.\tb\t0.4\t2021-01-01T00:00:00Z
        """);
    assertThat(runner.run("tm", "import", "units.tsv").status()).isZero();
    assertThat(tsv()).contains("He came.").doesNotContain("She");
    assertThat(tsv("--min-confidence", "0.3")).contains("He came.", "She LEFT.");
    assertThat(tsv("--all", "--contains", "left")).contains("She").doesNotContain("He");
    assertThat(tsv("--all", "--changed-since", "2020-06-01")).contains("She").doesNotContain("He");
    assertThat(tsv("--all", "--document", "b")).contains("She").doesNotContain("He");
    assertThat(tsv("--status", "approved")).isEmpty();
    assertThat(runner.run("tm", "export", "--document", "c").status()).isEqualTo(ExitCode.FAILED);
    assertThat(runner.run("tm", "export", "--revision", "1").status()).isEqualTo(ExitCode.FAILED);
    assertThat(runner.run("tm", "export", "-o", "x.docx").status()).isEqualTo(ExitCode.FAILED);
    assertThat(runner.run("tm", "export", "--xliff", "3").status()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void anExportForOmegatCountsTheUnitsThatOmegatCuts() throws IOException {
    write(
        "units.tsv",
        "他来了。她走了。\tHe came; she left.\n“他来了。”她说。\t“He came,” she said.\n《走吧！》响了。\tIt rang.\n");
    runner.run("tm", "import", "units.tsv");
    CommandRunner.Outcome outcome = runner.run("tm", "export", "--profile", "omegat");
    assertThat(outcome.err()).contains("2 units have the end of a sentence inside");
    assertThat(outcome.out()).doesNotContain("<prop");
    assertThat(runner.run("tm", "export").err()).doesNotContain("sentence inside");
  }

  private String tsv(String... options) {
    String[] command =
        Stream.concat(Stream.of("tm", "export", "--format", "tsv"), Stream.of(options))
            .toArray(String[]::new);
    CommandRunner.Outcome outcome = runner.run(command);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text, UTF_8);
  }

  @Test
  void aSecondRegionIsAFurtherUnitAndTextsInOtherLanguagesAreNamedOnce() throws IOException {
    String more =
        "<tuv xml:lang=\"en-GB\"><seg>He has come.</seg></tuv>"
            + "<tuv xml:lang=\"ja\"><seg>来た。</seg></tuv></tu>";
    String unit = CAME.replace("</tu>", more);
    write("four.tmx", HEAD + unit + unit.replace("他", "她") + "</body></tmx>");
    CommandRunner.Outcome all = runner.run("tm", "import", "four.tmx", "--tm", "all.db");
    assertThat(all.out() + all.err())
        .contains("four.tmx: 4 units read: 4 added")
        .containsOnlyOnce("texts in ja left out: 2 units");
    assertThat(runner.run("tm", "export", "--tm", "all.db").out()).contains("He has come.");
    CommandRunner.Outcome over =
        runner.run("tm", "import", "four.tmx", "--tm", "b.db", "--on-duplicate", "overwrite");
    assertThat(over.out() + over.err()).contains("texts in ja left out: 2 units");
    assertThat(runner.run("tm", "export", "--tm", "b.db").out())
        .contains("He came.", "He has come.");
    assertThat(runner.run("convert", "four.tmx", "all.tsv").err())
        .contains("texts in ja left out: 2 units");
    assertThat(Files.readString(directory.resolve("all.tsv"))).contains("He came.", "He has come.");
    assertThat(runner.run("convert", "four.tmx", "gb.tsv", "--to", "en-GB").err())
        .contains("texts in en-US, ja left out: 2 units");
    assertThat(Files.readString(directory.resolve("gb.tsv")))
        .contains("He has come.")
        .doesNotContain("He came.");
    assertThat(runner.run("check", "four.tmx").err()).contains("checked 4 pairs");
  }
}
