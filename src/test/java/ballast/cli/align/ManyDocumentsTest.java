package ballast.cli.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.TinyPairs;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManyDocumentsTest extends CommandTest {

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
  }

  private Path memory() {
    return folder.resolve("tm/memory.db");
  }

  private Outcome align(String more) {
    return run("align 文章 " + more);
  }

  private Outcome align(int status, String more) {
    return run(status, "align 文章 " + more);
  }

  @Test
  void aThirdFileIsRefused() {
    assertThat(run(ExitCode.FAILED, "align a.zh.docx a.zh.txt a.en.docx").err())
        .contains("\"a.en.docx\" is one too many");
  }

  @Tag("slow")
  @Test
  void twoHundredPairsGiveTheSameBytesOnOneThreadAndOnFour() throws IOException, SQLException {
    TinyPairs.write(folder.resolve("文章"), 200, 3);
    write("文章/文050.en.txt", "");
    write("文章/文120.zh.txt", "第1号港口\u0000");
    Outcome one = align(ExitCode.FAILED, "--jobs 1 -o 1.tmx --report 1.tsv --print -v");
    List<String> rows = TinyPairs.dump(memory(), true);
    String unitsOfOne = read("1.tmx");
    Files.delete(memory());
    Outcome four = align(ExitCode.FAILED, "--jobs 4 -o 4.tmx --report 4.tsv --print -v");
    assertThat(four.out()).isEqualTo(one.out());
    assertThat(four.err())
        .isEqualTo(one.err().replace("1.tmx", "4.tmx").replace("1.tsv", "4.tsv"))
        .contains("total    200 pairs: 198 aligned, 2 failed");
    assertThat(read("4.tmx")).isEqualTo(unitsOfOne);
    assertThat(read("4.tsv")).isEqualTo(read("1.tsv")).hasLineCount(201);
    assertThat(TinyPairs.dump(memory(), true)).isEqualTo(rows);
    assertThat(rows.stream().filter(row -> row.startsWith("unit|"))).hasSize(198 * 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsv", "json", "html", "beads", "txt", "tmx"})
  void everyFormIsTheSameWhenAllPairsWereFinishedBefore(String form) throws IOException {
    TinyPairs.write(folder.resolve("文章"), 3, 3);
    align(0, "-o first." + form);
    assertThat(align("-o second." + form).err()).contains("total    3 pairs: 3 already aligned");
    assertThat(read("second." + form)).isEqualTo(read("first." + form)).contains("1");
    assertThat(run("tm list --json").out())
        .contains("\"revisions\":1")
        .doesNotContain("\"revisions\":2");
  }

  @Test
  void withoutMemoryTheFormsAreThoseOfSinglePairs() throws IOException {
    List<String> names = TinyPairs.write(folder.resolve("文章"), 3, 3);
    StringBuilder single = new StringBuilder();
    for (String name : names) {
      String pair = "文章/" + name + ".zh.txt 文章/" + name + ".en.txt";
      single.append(run("align " + pair + " --no-tm --format json").out());
    }
    assertThat(align("--no-tm --format json").out()).isEqualTo(single.toString());
    assertThat(align("--no-tm --format tmx --jobs 1").out())
        .isEqualTo(align("--no-tm --format tmx --jobs 4").out())
        .contains("第3号港口");
    assertThat(memory()).doesNotExist();
  }

  @Test
  void onlyChangedDocumentsAreAlignedAgain() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 4, 3);
    align("");
    write("文章/文002.en.txt", "Port No. 1 shipped tea.\nPort No. 2 did not.\nPort No. 3 did.\n");
    assertThat(align("").err())
        .contains("done     文章/文001: already aligned, revision 1, 3 units")
        .contains("aligned  文章/文002: 3 + 3 sentences")
        .contains("revision 2, units: ")
        .contains("total    4 pairs: 1 aligned, 3 already aligned");
  }

  @Test
  void otherSettingsAlignAgainAndSettingsThatGaveTheSameAreRemembered() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    align("");
    for (String option :
        List.of("--presegmented", "--no-referee", "--join-attributions", "--from=zh")) {
      assertThat(align(option).err()).as(option).contains("2 pairs: 2 aligned");
      assertThat(align(option).err()).as(option).contains("2 pairs: 2 already aligned");
    }
    write("abbreviations.txt", "+Inc.\n");
    assertThat(align("--abbrev abbreviations.txt").err()).contains("2 pairs: 2 aligned");
    write("abbreviations.txt", "+Inc.\n+Corp.\n");
    assertThat(align("--abbrev abbreviations.txt").err()).contains("2 pairs: 2 aligned");
    assertThat(align("--abbrev abbreviations.txt --again").err())
        .contains("2 pairs: 2 aligned")
        .contains("nothing has changed since revision 1");
  }

  @Test
  void aSinglePairAlignedBeforeIsFinishedToo() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    run("align 文章/文001.zh.txt 文章/文001.en.txt");
    assertThat(align("").err()).contains("2 pairs: 1 aligned, 1 already aligned");
  }

  @Test
  void aDryRunWritesNothingAndReportsTheChanges() throws IOException, SQLException {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    assertThat(align("--dry-run -o all.tmx --report all.tsv").err())
        .contains("2 pairs: 2 aligned")
        .contains("dry run: nothing was written");
    assertThat(memory()).doesNotExist();
    assertThat(folder.resolve("all.tmx")).doesNotExist();
    assertThat(folder.resolve("all.tsv")).doesNotExist();
    run("align 文章/文001.zh.txt 文章/文001.en.txt");
    List<String> before = TinyPairs.dump(memory(), true);
    assertThat(align("--dry-run").err()).contains("2 pairs: 1 aligned, 1 already aligned");
    assertThat(align("--dry-run --again").err()).contains("2 pairs: 2 aligned");
    assertThat(TinyPairs.dump(memory(), true)).isEqualTo(before);
  }

  @Test
  void aDocumentInOtherLanguagesFailsAlone() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 3, 3);
    run("align 文章/文002.zh.txt 文章/文002.en.txt --from zh-TW");
    assertThat(align(ExitCode.FAILED, "").err())
        .contains("error: the document \"文章/文002\" is zh-TW to en-US in the memory")
        .contains("3 pairs: 2 aligned, 1 failed; what was aligned is in the memory");
  }

  @Test
  void aTerminalSeesHowFarItIsAndAPipeDoesNot() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 12, 3);
    write("文章/文003.en.txt", "");
    AtomicInteger ticks = new AtomicInteger();
    InstantSource clock = () -> CommandRunner.NOW.plusMillis(300L * ticks.incrementAndGet());
    Map<String, String> user = Map.of("USER", "mei", "NO_COLOR", "1");
    CommandRunner terminal = new CommandRunner(folder, user, 0, clock, 80);
    String seen = terminal.run(words("align 文章 --jobs 1 --no-tm")).err();
    assertThat(seen)
        .containsPattern("\raligning \\d+/12 pairs, 1 failed, 0:0\\d elapsed")
        .doesNotContain("\033");
    assertThat(seen.substring(seen.lastIndexOf('\r') + 1)).startsWith("aligned  文章/文001");
    assertThat(terminal.run(words("align 文章 --again -q")).err()).doesNotContain("\r");
    CommandRunner piped = new CommandRunner(folder, user, 80, clock, 0);
    assertThat(piped.run(words("align 文章 --again")).err()).doesNotContain("\r");
  }

  @Test
  void theReportIsATableOfEveryPair() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 3, 2);
    run("align 文章/文001.zh.txt 文章/文001.en.txt");
    write("文章/文002.en.txt", "");
    write("文章/独.zh.txt", "独");
    align("--report report.tsv");
    String zeros = "\t2\t0\t0\t0\t0\t0\t";
    assertThat(read("report.tsv").lines())
        .containsExactly(
            "status\tdocument\tsource\ttarget\tsource sentences\ttarget sentences\tbeads\tdoubtful"
                + "\tone-sided\trevision\tunits\tadded\tchanged\tunchanged\tmoved\tcame back"
                + "\tretired\treason",
            "already aligned\t文章/文001\t文章/文001.zh.txt\t文章/文001.en.txt\t2\t2\t2\t\t\t1\t2"
                + "\t".repeat(7),
            "failed\t文章/文002\t文章/文002.zh.txt\t文章/文002.en.txt"
                + "\t".repeat(14)
                + "cannot read \"文章/文002.en.txt\": it is empty",
            "aligned\t文章/文003\t文章/文003.zh.txt\t文章/文003.en.txt\t2\t2\t2\t0\t0\t1\t2" + zeros,
            "alone\t\t文章/独.zh.txt" + "\t".repeat(15) + "there is no translation \"文章/独.en.txt\"");
    assertThat(align("--report report.tsv").err()).contains("report.tsv\" already exists");
    assertThat(align("--report report.tsv --force -q").err())
        .startsWith("error: cannot read")
        .endsWith("there is no translation \"文章/独.en.txt\"\n")
        .doesNotContain("total");
  }

  @Test
  void thereIsNothingToWriteWhenEveryPairFails() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 1, 3);
    write("文章/文001.en.txt", "");
    assertThat(align(ExitCode.FAILED, "-o all.tmx").err())
        .contains("nothing was written to all.tmx: no pair was aligned");
    assertThat(folder.resolve("all.tmx")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "align => give SOURCE and TARGET, a folder, or --pairs LIST",
        "align 文章 --pairs x.tsv => is one too many",
        "align 文章 --jobs 0 => --jobs 0: at least 1",
        "align 文章 --document x => --document names one article, but several were given",
        "align a.zh.txt a.en.txt --report r.tsv => --report is for many articles",
        "align 文章 --report 文章 => it is a folder"
      })
  void contradictionsAreRefused(String line) throws IOException {
    TinyPairs.write(folder.resolve("文章"), 1, 1);
    String[] parts = line.split(" => ");
    assertThat(run(ExitCode.FAILED, parts[0]).err()).contains(parts[1]);
  }
}
