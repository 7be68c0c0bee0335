package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Severity;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.TestRepository;
import ballast.memory.opening.Memories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings waived beside their texts, in every form of text. */
final class WaiversTest extends CommandTest {

  private static final String ZH = "压舱石很重，船因此很稳。";
  private static final String EN = "The keystone is heavy, which is why the ship is steady.";
  private static final String WAIVER = "ballast-ok: term-missing stone – 作者要求";

  @BeforeEach
  void makeAGlossary() throws IOException {
    write("glossary/terms.csv", "id,zh,en\nstone,压舱石,ballast stone\ntide,潮水,tide\n");
  }

  private FindingReport check(String... files) {
    return new CheckedFolder(folder).check(PairSource.ofFiles(files));
  }

  private String lines(String file, String... rules) {
    RuleChoice only = new RuleChoice(List.of(rules), List.of());
    return CheckedFolder.lines(
        new CheckedFolder(folder)
            .check(PairSource.ofFiles(file), request -> CheckedFolder.only(request, only)));
  }

  private String linesOfArticles() {
    return CheckedFolder.lines(check("a.zh.txt", "a.en.txt"));
  }

  /** Units with the waiver that each has in its own column. */
  private void table(String... cells) throws IOException {
    StringBuilder table = new StringBuilder("source\ttarget\twaiver\n");
    for (int i = 0; i < cells.length; i += 2) {
      table.append(ZH + "\t" + cells[i] + "\t" + cells[i + 1] + "\n");
    }
    write("u.tsv", table);
  }

  private void articles(String zhNote, String enNote) throws IOException {
    write("a.zh.txt", "渡船中午离开了北岸。\n\n" + zhNote + ZH + "\n\n潮水在傍晚退了下去。\n");
    write(
        "a.en.txt",
        "The ferry left the northern shore at noon.\n\n"
            + enNote
            + EN
            + "\n\nThe tide went out in the evening.\n");
  }

  @Test
  void aLineBeforeTheSentenceOfEitherTextWaives() throws IOException {
    articles("", "");
    assertThat(linesOfArticles()).contains("term-missing");
    articles("%% " + WAIVER + "\n", "");
    FindingReport zh = check("a.zh.txt", "a.en.txt");
    assertThat(zh.all()).isEmpty();
    assertThat(zh.count(Severity.ERROR)).isZero();
    assertThat(zh.waived()).hasSize(1);
    Outcome printed = run(0, "check a.zh.txt a.en.txt");
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).contains("0 errors", "; 1 waived");
    articles("", "%% " + WAIVER + "\n");
    assertThat(check("a.zh.txt", "a.en.txt").all()).isEmpty();
    articles("<!-- " + WAIVER + " -->\n", "");
    assertThat(check("a.zh.txt", "a.en.txt").all()).isEmpty();
  }

  @Test
  void aWaiverIsForTheWholeParagraph() throws IOException {
    String zh = "渡船中午离开了北岸。";
    String en = "The ferry left the northern shore at noon. ";
    for (String note : List.of("%% " + WAIVER, "<!-- " + WAIVER + " -->")) {
      write("a.zh.txt", note + "\n" + zh + ZH + zh + ZH + "\n\n" + zh + "\n");
      write("a.en.txt", en + EN + " " + en + EN + "\n\n" + en + "\n");
      FindingReport report = check("a.zh.txt", "a.en.txt");
      assertThat(report.waived()).hasSize(2);
      assertThat(CheckedFolder.lines(report)).isEmpty();
    }
    write("a.zh.txt", zh + "\n\n" + zh + ZH + "\n\n" + zh + ZH + "\n");
    write("a.en.txt", en + "\n\n%% " + WAIVER + "\n" + en + EN + "\n\n" + en + EN + "\n");
    assertThat(linesOfArticles())
        .contains("a.en.txt:6:")
        .doesNotContain("a.en.txt:4:")
        .doesNotContain("nothing to waive");
  }

  @Test
  void aWaiverForAParagraphIsReportedOnce() throws IOException {
    String zh = "渡船中午离开了北岸。潮水在傍晚退了下去。";
    String en = "The ferry left the northern shore at noon. The tide went out in the evening.";
    for (String waiver : List.of(WAIVER, "ballast-ok: everything is fine")) {
      write("a.zh.txt", "%% " + waiver + "\n" + zh + "\n");
      write("a.en.txt", en + "\n");
      assertThat(check("a.zh.txt", "a.en.txt").all()).hasSize(1);
    }
  }

  @Test
  void aWaiverIsForTheNextParagraphOnly() throws IOException {
    articles("", "");
    String text = read("a.zh.txt");
    write("a.zh.txt", "%% " + WAIVER + "\n" + text);
    assertThat(linesOfArticles())
        .contains("term-missing")
        .contains("a.zh.txt:1:1", "nothing to waive: \"term-missing stone\"");
    write("a.zh.txt", text + "\n%% " + WAIVER + "\n");
    assertThat(linesOfArticles())
        .contains("a.zh.txt:7:1", "belongs to no sentence that is checked");
  }

  @Test
  void aWaiverIsNeverASentence() throws IOException {
    articles("%% " + WAIVER + "\n", "<!-- " + WAIVER + " -->\n");
    assertThat(run("split a.zh.txt").out()).doesNotContain("ballast-ok").contains(ZH);
    assertThat(run("split a.en.txt").out()).doesNotContain("ballast-ok").contains(EN);
    run(0, "align a.zh.txt a.en.txt -o a.tsv");
    assertThat(read("a.tsv")).doesNotContain("ballast-ok");
  }

  @Test
  void aCommentOfAPageWaives() throws IOException {
    write("p.html", "<html><body><p>渡船离开了北岸。<!-- " + WAIVER + " -->" + ZH + "</p></body></html>");
    write("p.txt", "The ferry left the northern shore. " + EN + "\n");
    assertThat(check("p.html", "p.txt").waived()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<note>ballast-ok: term-missing stone – why</note>",
        "<note>by Mei&#10;ballast-ok: term-missing 压舱石 -- why</note>",
        "<prop type=\"x-ballast-ok\">term-missing stone——why</prop>",
        "<prop type=\"x-ballast-ok\">ballast-ok: term-missing stone - why</prop>"
      })
  void notesAndPropertiesOfTmxWaiveAlsoInTheMemory(String waiver) throws IOException {
    write("u.tmx", TestRepository.tmx(ZH, EN).replace("<tu>", "<tu>" + waiver));
    FindingReport ofFile = check("u.tmx");
    assertThat(ofFile.count(Severity.ERROR)).isZero();
    assertThat(ofFile.waived()).hasSize(1);
    run(0, "tm import u.tmx");
    PairSource memory = PairSource.ofMemory(Memories.at(folder.resolve("tm/memory.db")));
    FindingReport ofMemory = new CheckedFolder(folder).check(memory);
    assertThat(ofMemory.checked()).isEqualTo(1);
    assertThat(ofMemory.waived()).hasSize(1);
  }

  @Test
  void notesOfXliffWaive() throws IOException {
    write(
        "u.xlf",
        """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="a" source-language="zh-CN" target-language="en-US" datatype="plaintext">
        <body><trans-unit id="1"><source>%s</source><target>%s</target><note>%s</note></trans-unit>
        </body></file></xliff>
        """
            .formatted(ZH, EN, WAIVER));
    assertThat(check("u.xlf").waived()).hasSize(1);
    write(
        "u2.xlf",
        """
        <xliff version="2.0" srcLang="zh-CN" trgLang="en-US"
         xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1">
        <notes><note>%3$s</note></notes>
        <segment><source>%1$s</source><target>%2$s</target></segment></unit></file></xliff>
        """
            .formatted(ZH, EN, WAIVER));
    assertThat(check("u2.xlf").waived()).hasSize(1);
  }

  @Test
  void aColumnOfATableWaives() throws IOException {
    table(
        "It has has weight.",
        "repeated-word – 引文\\nterm-missing stone – 引文",
        EN,
        "term-missing tide – 引文");
    FindingReport report = check("u.tsv");
    assertThat(report.waived()).hasSize(2);
    assertThat(CheckedFolder.lines(report))
        .contains("u.tsv:3:1", "\"term-missing tide\" is not found here any more", "term-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stone | cannot waive the unknown rule \"stone\"",
        "term-missing – why | must name its term",
        "term-missing keel – why | is for a term that the glossary does not have",
        "repeated-word stone – why | the rule is about none",
        "waiver – why | cannot waive the unknown rule \"waiver\"",
        "term-missing stone | gives no reason",
        "term-missing stone – | gives no reason"
      })
  void anIncompleteWaiverWaivesNothing(String waiver, String message) throws IOException {
    table(EN, waiver);
    assertThat(CheckedFolder.lines(check("u.tsv")))
        .contains(" error term-missing stone ", " warning waiver  ", message);
  }

  @Test
  void aWaiverOfARuleThatWasNotAppliedIsNotOutOfDate() throws IOException {
    table("It is heavy.", "repeated-word – 引文");
    assertThat(lines("u.tsv")).contains("nothing to waive");
    assertThat(lines("u.tsv", "waiver", "term-missing")).doesNotContain("nothing to waive");
    assertThat(lines("u.tsv", "waiver", "repeated-word")).contains("nothing to waive");
    write("ballast.toml", "[rules]\nwaiver = 'off'\n");
    assertThat(lines("u.tsv")).doesNotContain("nothing to waive");
    Files.delete(folder.resolve("ballast.toml"));
    table(EN, "term-missing stone – 引文");
    FindingReport withoutGlossary =
        new CheckedFolder(folder)
            .check(PairSource.ofFiles("u.tsv"), request -> request.against(ReadGlossaries.NONE));
    assertThat(withoutGlossary.all()).isEmpty();
  }

  @Test
  void formsForProgramsContainWaivedFindings() throws IOException {
    table("It has has weight.", "term-missing stone – 作者要求");
    JsonNode sarif = new ObjectMapper().readTree(printed("sarif"));
    JsonNode results = sarif.get("runs").get(0).get("results");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("ruleId").asText()).isEqualTo("repeated-word");
    assertThat(results.get(0).get("suppressions")).isEmpty();
    JsonNode suppression = results.get(1).get("suppressions").get(0);
    assertThat(suppression.get("kind").asText()).isEqualTo("inSource");
    assertThat(suppression.get("justification").asText()).isEqualTo("作者要求");
    JsonNode json = new ObjectMapper().readTree(printed("json"));
    assertThat(json.get("summary").get("waived").asInt()).isEqualTo(1);
    assertThat(json.get("summary").get("findings").asInt()).isEqualTo(1);
  }

  private String printed(String format) {
    return run("check", "u.tsv", "--format", format).out();
  }
}
