package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings waived beside their texts, in every form of text. */
final class WaiversTest {

  private static final String ZH = "压舱石很重，船因此很稳。";
  private static final String EN = "The keystone is heavy, which is why the ship is steady.";
  private static final String WAIVER = "ballast-ok: term-missing stone – 作者要求";

  @TempDir Path directory;

  @BeforeEach
  void makeAGlossary() throws IOException {
    write("glossary/terms.csv", "id,zh,en\nstone,压舱石,ballast stone\ntide,潮水,tide\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private CommandRunner.Outcome check(String... args) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(args));
    return new CommandRunner(directory).run(all.toArray(new String[0]));
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
    assertThat(check("a.zh.txt", "a.en.txt").out()).contains("term-missing");
    articles("%% " + WAIVER + "\n", "");
    CommandRunner.Outcome zh = check("a.zh.txt", "a.en.txt");
    assertThat(zh.status()).isZero();
    assertThat(zh.out()).isEmpty();
    assertThat(zh.err()).contains("0 errors", "; 1 waived");
    articles("", "%% " + WAIVER + "\n");
    assertThat(check("a.zh.txt", "a.en.txt").status()).isZero();
    articles("<!-- " + WAIVER + " -->\n", "");
    assertThat(check("a.zh.txt", "a.en.txt").status()).isZero();
  }

  @Test
  void aWaiverIsForTheNextSentenceOnly() throws IOException {
    articles("", "");
    String text = Files.readString(directory.resolve("a.zh.txt"), UTF_8);
    write("a.zh.txt", "%% " + WAIVER + "\n" + text);
    CommandRunner.Outcome outcome = check("a.zh.txt", "a.en.txt");
    assertThat(outcome.out())
        .contains("term-missing")
        .contains("a.zh.txt:1:1", "nothing to waive: \"term-missing stone\"");
    write("a.zh.txt", text + "\n%% " + WAIVER + "\n");
    assertThat(check("a.zh.txt", "a.en.txt").out())
        .contains("a.zh.txt:7:1", "is for no sentence that is checked");
  }

  @Test
  void aWaiverIsNeverASentence() throws IOException {
    articles("%% " + WAIVER + "\n", "<!-- " + WAIVER + " -->\n");
    CommandRunner runner = new CommandRunner(directory);
    assertThat(runner.run("split", "a.zh.txt").out()).doesNotContain("ballast-ok").contains(ZH);
    assertThat(runner.run("split", "a.en.txt").out()).doesNotContain("ballast-ok").contains(EN);
    CommandRunner.Outcome aligned = runner.run("align", "a.zh.txt", "a.en.txt", "-o", "a.tsv");
    assertThat(aligned.status()).isZero();
    assertThat(directory.resolve("a.tsv")).content().doesNotContain("ballast-ok");
  }

  @Test
  void aCommentOfAPageWaives() throws IOException {
    write("p.html", "<html><body><p>渡船离开了北岸。<!-- " + WAIVER + " -->" + ZH + "</p></body></html>");
    write("p.txt", "The ferry left the northern shore. " + EN + "\n");
    CommandRunner.Outcome outcome = check("p.html", "p.txt");
    assertThat(outcome.err()).contains("; 1 waived");
  }

  private static String tmx(String more) {
    return "<tmx version=\"1.4\"><header/><body><tu>"
        + more
        + "<tuv xml:lang=\"zh-CN\"><seg>"
        + ZH
        + "</seg></tuv><tuv xml:lang=\"en-US\"><seg>"
        + EN
        + "</seg></tuv></tu></body></tmx>";
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
    write("u.tmx", tmx(waiver));
    CommandRunner.Outcome outcome = check("u.tmx");
    assertThat(outcome.err()).contains("0 errors", "; 1 waived");
    assertThat(new CommandRunner(directory).run("tm", "import", "u.tmx").status()).isZero();
    assertThat(check().err()).contains("checked 1 pair", "; 1 waived");
  }

  @Test
  void notesOfXliffWaive() throws IOException {
    write(
        "u.xlf",
        "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
            + "<file original=\"a\" source-language=\"zh-CN\" target-language=\"en-US\""
            + " datatype=\"plaintext\"><body><trans-unit id=\"1\"><source>"
            + ZH
            + "</source><target>"
            + EN
            + "</target><note>"
            + WAIVER
            + "</note></trans-unit></body></file></xliff>");
    assertThat(check("u.xlf").err()).contains("; 1 waived");
    write(
        "u2.xlf",
        "<xliff version=\"2.0\" srcLang=\"zh-CN\" trgLang=\"en-US\""
            + " xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\"><unit id=\"1\">"
            + "<notes><note>"
            + WAIVER
            + "</note></notes><segment><source>"
            + ZH
            + "</source><target>"
            + EN
            + "</target></segment></unit></file></xliff>");
    assertThat(check("u2.xlf").err()).contains("; 1 waived");
  }

  @Test
  void aColumnOfATableWaives() throws IOException {
    write(
        "u.tsv",
        "source\ttarget\twaiver\n"
            + ZH
            + "\tIt has has weight.\trepeated-word – 引文\\nterm-missing stone – 引文\n"
            + ZH
            + "\t"
            + EN
            + "\tterm-missing tide – 引文\n");
    CommandRunner.Outcome outcome = check("u.tsv");
    assertThat(outcome.err()).contains("; 2 waived");
    assertThat(outcome.out())
        .contains("u.tsv:3:1", "\"term-missing tide\" is not found here any more", "term-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stone | there is no rule to waive that is called \"stone\"",
        "term-missing – why | must name its term",
        "term-missing keel – why | is for a term that the glossary does not have",
        "repeated-word stone – why | the rule is about none",
        "waiver – why | there is no rule to waive that is called \"waiver\"",
        "term-missing stone | gives no reason",
        "term-missing stone – | gives no reason"
      })
  void whatIsIncompleteWaivesNothing(String waiver, String message) throws IOException {
    write("u.tsv", "source\ttarget\twaiver\n" + ZH + "\t" + EN + "\t" + waiver + "\n");
    CommandRunner.Outcome outcome = check("u.tsv", "--format", "csv");
    assertThat(outcome.out()).contains(",error,term-missing,stone,", ",warning,waiver,,");
    assertThat(outcome.out().replace("\"\"", "\"")).contains(message);
  }

  @Test
  void aWaiverOfWhatWasNotAskedForIsNotOutOfDate() throws IOException {
    write("u.tsv", "source\ttarget\twaiver\n" + ZH + "\tIt is heavy.\trepeated-word – 引文\n");
    assertThat(check("u.tsv").out()).contains("nothing to waive");
    assertThat(check("u.tsv", "--rule", "waiver,term-missing").out())
        .doesNotContain("nothing to waive");
    assertThat(check("u.tsv", "--rule", "waiver,repeated-word").out()).contains("nothing to waive");
    write("v.tsv", "source\ttarget\twaiver\n" + ZH + "\t" + EN + "\tterm-missing stone – 引文\n");
    assertThat(check("v.tsv", "--no-glossary").out()).isEmpty();
    write("ballast.toml", "[rules]\nwaiver = 'off'\n");
    assertThat(check("u.tsv").out()).doesNotContain("nothing to waive");
  }

  @Test
  void formsForProgramsSayWhatIsWaived() throws IOException {
    write(
        "u.tsv",
        "source\ttarget\twaiver\n" + ZH + "\tIt has has weight.\tterm-missing stone – 作者要求\n");
    JsonNode sarif = new ObjectMapper().readTree(check("u.tsv", "--format", "sarif").out());
    JsonNode results = sarif.get("runs").get(0).get("results");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("ruleId").asText()).isEqualTo("repeated-word");
    assertThat(results.get(0).get("suppressions")).isEmpty();
    JsonNode suppression = results.get(1).get("suppressions").get(0);
    assertThat(suppression.get("kind").asText()).isEqualTo("inSource");
    assertThat(suppression.get("justification").asText()).isEqualTo("作者要求");
    JsonNode json = new ObjectMapper().readTree(check("u.tsv", "--format", "json").out());
    assertThat(json.get("summary").get("waived").asInt()).isEqualTo(1);
    assertThat(json.get("summary").get("findings").asInt()).isEqualTo(1);
  }
}
