package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TmImportTest extends CommandTest {

  private static final String HEAD = "<tmx version=\"1.4\"><header o-tmf=\"t\"/><body>\n";
  private static final String CAME =
      "<tu><tuv xml:lang=\"zh-CN\"><seg>他来了。</seg></tuv>"
          + "<tuv xml:lang=\"en-US\"><seg>He came.</seg></tuv></tu>\n";

  @BeforeEach
  void prepare() throws IOException {
    write("good.tmx", HEAD + CAME + "</body></tmx>");
    write("broken.tmx", HEAD + CAME + CAME.replace("他", "她") + "<tu><tuv");
  }

  @Test
  void aBrokenFileLeavesTheMemoryAsItWas() throws IOException {
    run(0, "tm import good.tmx");
    String before = run("tm export").out();
    Outcome broken = run(ExitCode.FAILED, "tm import broken.tmx");
    assertThat(broken.err())
        .contains("\"broken.tmx\": line 4, column ")
        .contains("; --partial takes what comes before");
    assertThat(run("diff broken.tmx good.tmx").err())
        .contains("export it again")
        .doesNotContain("--partial");
    assertThat(run("tm export").out()).isEqualTo(before);
    run(0, "tm verify");
  }

  @Test
  void aBrokenFileMakesNoMemoryWhereThereWasNone() throws IOException {
    run(ExitCode.FAILED, "tm import broken.tmx");
    run(ExitCode.FAILED, "tm import missing.tmx");
    run(0, "tm import good.tmx --dry-run");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().contains(".db"))).isEmpty();
    }
  }

  @Test
  void partialTakesTheUnitsBeforeTheDamage() {
    Outcome outcome = run(ExitCode.FINDINGS, "tm import broken.tmx --partial --json");
    assertThat(outcome.out()).contains("\"read\":2,\"added\":2");
    assertThat(outcome.err()).contains("line 4, column ").contains("what comes before was taken");
    assertThat(run("tm stats --json").out()).contains("\"units\":2");
    assertThat(run("tm import missing.tmx --partial").err())
        .contains("the file does not exist; nothing was taken from it");
  }

  @Test
  void eachFileIsTakenOrNotByItself() {
    Outcome outcome = run(ExitCode.FAILED, "tm import broken.tmx missing.tmx good.tmx --json");
    assertThat(outcome.out()).contains("\"read\":3,\"added\":1");
    assertThat(outcome.err()).contains("the file does not exist").contains("broken.tmx");
    assertThat(run("tm stats --json").out()).contains("\"units\":1");
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
    assertThat(run(0, "tm import mixed.tmx --on-duplicate keep --rejected out.tmx --json").out())
        .contains("\"read\":4,\"added\":1,\"merged\":0,\"overwritten\":0,\"skipped\":3");
    assertThat(read("out.tmx"))
        .contains(
            "<prop type=\"x-rejected\">mixed.tmx:3: the memory has another translation of"
                + " it</prop>",
            "mixed.tmx:4: its en-US text is in Chinese characters",
            "<tu tuid=\"7\">",
            "mixed.tmx:5: it has no text in zh-CN (it has fr)",
            "<note>n</note>",
            "<tuv xml:lang=\"fr\"><seg>Il <ph>x</ph>vient.</seg></tuv>")
        .doesNotContain("He came.");
    run(ExitCode.FAILED, "tm import mixed.tmx --rejected out.tmx");
  }

  @Test
  void nothingInTheWantedLanguagesIsAFinding() {
    assertThat(run(ExitCode.FINDINGS, "tm import good.tmx --to fr").err())
        .contains("it has no text in fr (it has en-US, zh-CN)");
  }

  @Test
  void aDryRunChangesNothing() {
    run("tm import good.tmx");
    String before = run("tm export").out();
    assertThat(run("tm import broken.tmx --partial --dry-run --json").out())
        .contains("\"added\":1,\"merged\":1");
    assertThat(run("tm export").out()).isEqualTo(before);
  }

  @Test
  void statusAndLanguagesAreSaidOnTheCommandLine() throws IOException {
    run(0, "tm import good.tmx --from en --to zh --status approved");
    assertThat(run("tm export --from en --status approved").out())
        .containsSubsequence("approved", "en-US", "He came.", "zh-CN", "他来了。");
    assertThat(run("tm export --from zh").out()).doesNotContain("<tu ");
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
    run(0, "tm import units.tsv");
    assertThat(tsv()).contains("He came.").doesNotContain("She");
    assertThat(tsv("--min-confidence", "0.3")).contains("He came.", "She LEFT.");
    assertThat(tsv("--all", "--contains", "left")).contains("She").doesNotContain("He");
    assertThat(tsv("--all", "--changed-since", "2020-06-01")).contains("She").doesNotContain("He");
    assertThat(tsv("--all", "--document", "b")).contains("She").doesNotContain("He");
    assertThat(tsv("--status", "approved")).isEmpty();
    run(ExitCode.FAILED, "tm export --document c");
    run(ExitCode.FAILED, "tm export --revision 1");
    run(ExitCode.FAILED, "tm export -o x.docx");
    run(ExitCode.FAILED, "tm export --xliff 3");
  }

  @Test
  void anExportForOmegatCountsTheUnitsThatOmegatCuts() throws IOException {
    write(
        "units.tsv",
        "他来了。她走了。\tHe came; she left.\n“他来了。”她说。\t“He came,” she said.\n《走吧！》响了。\tIt rang.\n");
    run("tm import units.tsv");
    Outcome outcome = run("tm export --profile omegat");
    assertThat(outcome.err()).contains("2 units have the end of a sentence inside");
    assertThat(outcome.out()).doesNotContain("<prop");
    assertThat(run("tm export").err()).doesNotContain("sentence inside");
  }

  private String tsv(String... options) {
    return run(0, words("tm export --format tsv", options)).out();
  }

  @Test
  void aSecondRegionIsAFurtherUnitAndTextsInOtherLanguagesAreNamedOnce() throws IOException {
    String more =
        "<tuv xml:lang=\"en-GB\"><seg>He has come.</seg></tuv>"
            + "<tuv xml:lang=\"ja\"><seg>来た。</seg></tuv></tu>";
    String unit = CAME.replace("</tu>", more);
    write("four.tmx", HEAD + unit + unit.replace("他", "她") + "</body></tmx>");
    Outcome all = run("tm import four.tmx --tm all.db");
    assertThat(all.out() + all.err())
        .contains("four.tmx: 4 units read: 4 added")
        .containsOnlyOnce("texts in ja left out: 2 units");
    assertThat(run("tm export --tm all.db").out()).contains("He has come.");
    Outcome over = run("tm import four.tmx --tm b.db --on-duplicate overwrite");
    assertThat(over.out() + over.err()).contains("texts in ja left out: 2 units");
    assertThat(run("tm export --tm b.db").out()).contains("He came.", "He has come.");
    assertThat(run("convert four.tmx all.tsv").err()).contains("texts in ja left out: 2 units");
    assertThat(read("all.tsv")).contains("He came.", "He has come.");
    assertThat(run("convert four.tmx gb.tsv --to en-GB").err())
        .contains("texts in en-US, ja left out: 2 units");
    assertThat(read("gb.tsv")).contains("He has come.").doesNotContain("He came.");
    assertThat(run("check four.tmx").err()).contains("checked 4 pairs");
  }
}
