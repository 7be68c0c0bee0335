package ballast.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Workplace;
import ballast.app.check.Acceptance;
import ballast.app.check.MemoryCheck;
import ballast.check.LocatedFinding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.cli.CommandTest;
import ballast.lexicon.Lexicon;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import ballast.server.protocol.LanguageTool.IssueType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol of LanguageTool. */
final class LanguageToolTest extends CommandTest {

  private Served served;

  @BeforeEach
  void serve() throws IOException {
    write("glossary/terms.csv", "zh,en,status\n压舱石,ballast stone,preferred\n,utilise,forbidden\n");
    served = new Served(folder);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.failures()).isEmpty();
  }

  /** {@code rule "marked text"} for each match. */
  private List<String> pair(String source, String target, String... more) throws IOException {
    return marked(checked(source, target, more), target);
  }

  private JsonNode checked(String source, String target, String... more) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("text", target);
    form.put("language", "en-US");
    form.put("srctext", source);
    form.put("motherTongue", "zh-CN");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return served.post("/v2/check", form);
  }

  private List<String> alone(String language, String text) throws IOException {
    return marked(served.ask("/v2/check", Map.of("text", text, "language", language)), text);
  }

  private static List<String> marked(JsonNode answer, String text) {
    List<String> marked = new ArrayList<>();
    for (JsonNode match : answer.path("matches")) {
      int offset = match.path("offset").asInt();
      String place = text.substring(offset, offset + match.path("length").asInt());
      assertThat(place).isNotEmpty();
      JsonNode context = match.path("context");
      int inContext = context.path("offset").asInt();
      assertThat(
              context
                  .path("text")
                  .asText()
                  .substring(inContext, inContext + context.path("length").asInt()))
          .isEqualTo(place.replace('\n', ' '));
      marked.add(match.path("rule").path("id").asText() + " \"" + place + '"');
    }
    return marked;
  }

  @Test
  void aPairIsCheckedByAllRules() throws IOException {
    assertThat(pair("他有3艘船。", "He has 4 ships and and masts."))
        .containsExactly("number-mismatch \"4\"", "repeated-word \"and and\"");
    assertThat(pair("桥是压舱石。", "The bridge is the stone of the town."))
        .containsExactly("term-missing \"stone of the town\"");
    assertThat(pair("他有3艘船。", "He has 3 ships.")).isEmpty();
  }

  @Test
  void whatIsWaivedBesideAUnitIsNotShown() throws IOException {
    assertThat(pair("他有3艘船。", "He has 4 ships and and masts.")).hasSize(2);
    write(
        "noted.tmx",
        """
        <tmx version="1.4"><header o-tmf="x"/><body>
        <tu><note>ballast-ok: number-mismatch – a slip of the author</note>
        <note>ballast-ok: untranslated – nothing is untranslated here</note>
        <tuv xml:lang="zh-CN"><seg>他有3艘船。</seg></tuv>
        <tuv xml:lang="en-US"><seg>He has 4 ships and and masts.</seg></tuv></tu>
        </body></tmx>
        """);
    run(0, "tm import noted.tmx");
    assertThat(pair("他有3艘船。", " He has 4 ships and and masts."))
        .containsExactly("repeated-word \"and and\"");
    assertThat(pair("他有3艘船。", "He has 5 ships.")).containsExactly("number-mismatch \"5\"");
  }

  @Test
  void whatIsWaivedInTheWorkbenchIsNotShown() throws IOException {
    assertThat(pair("他有3艘船。", "He has 4 ships and and masts.")).hasSize(2);
    write("units.tsv", "他有3艘船。\tHe has 4 ships and and masts.\n");
    run(0, "tm import units.tsv");
    Workplace workplace = Workplace.in(folder).withAuthor("Lin");
    LocatedFinding number =
        new MemoryCheck(
                workplace, Memories.at(folder.resolve("tm/memory.db")), Lexicon.bundledWhenNeeded())
            .check(UnitFilter.CURRENT).report().all().stream()
                .filter(one -> one.finding().rule().equals("number-mismatch"))
                .findFirst()
                .orElseThrow();
    Acceptance acceptance = new Acceptance(workplace);
    acceptance.accept(number, "one is being built");
    assertThat(pair("他有3艘船。", "He has 4 ships and and masts."))
        .containsExactly("repeated-word \"and and\"");
    acceptance.withdraw(number);
    assertThat(pair("他有3艘船。", "He has 4 ships and and masts.")).hasSize(2);
  }

  @Test
  void aFindingWithoutAPlaceMarksTheSentence() throws IOException {
    assertThat(pair("这是压舱石。", " It is. ")).containsExactly("term-missing \"It is.\"");
  }

  @Test
  void anEmptyTextHasNoFinding() throws IOException {
    assertThat(pair("他有3艘船。", "")).isEmpty();
    assertThat(pair("他有3艘船。", " \n ")).isEmpty();
    assertThat(alone("en", "")).isEmpty();
  }

  @Test
  void theFirstQuestionOfOmegatIsAnswered() throws IOException {
    JsonNode answer =
        served.post(
            "/v2/check", Map.of("text", "Test", "language", "en-US", "disabledCategories", "FOO"));
    assertThat(answer.path("matches")).isEmpty();
    assertThat(answer.path("software").path("apiVersion").asText()).isEqualTo("1");
  }

  @Test
  void offsetsCountUtf16Units() throws IOException {
    assertThat(pair("他有3艘船。", "𠮷𠮷 He has 4 ships.")).contains("number-mismatch \"4\"");
    assertThat(alone("en", "𠮷 the the ship.")).containsExactly("repeated-word \"the the\"");
    String far = "😀".repeat(50) + " the the " + "😀".repeat(50);
    assertThat(alone("en", far)).containsExactly("repeated-word \"the the\"");
  }

  @Test
  void theOtherDirectionIsChecked() throws IOException {
    Map<String, String> form =
        Map.of("text", "他有4艘船。", "language", "zh-CN", "srctext", "He has 3 ships.");
    assertThat(marked(served.post("/v2/check", form), "他有4艘船。"))
        .containsExactly("number-mismatch \"4\"");
  }

  @Test
  void aTextAloneIsCheckedByTheRulesThatNeedNoSource() throws IOException {
    String text = "The ship， he said. We we utilise it.\n\nThe end end (of it.";
    assertThat(alone("en-GB", text))
        .containsExactly(
            "punctuation-width \"，\"",
            "repeated-word \"We we\"",
            "term-forbidden \"utilise\"",
            "repeated-word \"end end\"",
            "unpaired \"(\"");
    assertThat(alone("zh", "桥修好了,他说。")).containsExactly("punctuation-width \",\"");
    assertThat(alone("auto", "桥修好了,他说。")).containsExactly("punctuation-width \",\"");
    assertThat(alone("auto", "There are 3 ships ships."))
        .containsExactly("repeated-word \"ships ships\"");
  }

  @Test
  void aSourceTextInAThirdLanguageIsAsGoodAsNone() throws IOException {
    assertThat(pair("Er hat 3 Schiffe.", "He has 4 ships ships.", "motherTongue", "de"))
        .containsExactly("repeated-word \"ships ships\"");
  }

  @Test
  void markupIsNotCheckedButCounted() throws IOException {
    String data =
        "{\"annotation\":[{\"text\":\"The \"},{\"markup\":\"<b>\"},{\"text\":\"ship ship\"},"
            + "{\"markup\":\"</b><p>\",\"interpretAs\":\"\\n\\n\"},{\"text\":\"It it 𠮷.\"}]}";
    JsonNode answer = served.post("/v2/check", Map.of("data", data, "language", "en"));
    assertThat(marked(answer, "The <b>ship ship</b><p>It it 𠮷."))
        .containsExactly("repeated-word \"ship ship\"", "repeated-word \"It it\"");
    assertThat(answer.path("sentenceRanges").toString()).isEqualTo("[[0,16],[23,32]]");
  }

  @Test
  void clientsLeaveRulesOut() throws IOException {
    String source = "他有3艘船。";
    String target = "He has 4 ships ships.";
    assertThat(pair(source, target, "disabledRules", "NUMBER_MISMATCH,SAME_TRANSLATION"))
        .containsExactly("repeated-word \"ships ships\"");
    assertThat(pair(source, target, "disabledCategories", "BALLAST_WARNING"))
        .containsExactly("number-mismatch \"4\"");
    assertThat(pair(source, target, "enabledRules", "repeated-word", "enabledOnly", "true"))
        .containsExactly("repeated-word \"ships ships\"");
    assertThat(pair(source, target, "enabledRules", "x")).hasSize(2);
  }

  /** The address of a server that a person types may have parameters of its own. */
  @Test
  void theQueryAndTheFormCountTogether() throws IOException {
    JsonNode answer =
        served.post(
            "/v2/check?disabledRules=number-mismatch",
            Map.of(
                "text", "He has 4 ships ships.",
                "language", "en",
                "srctext", "他有3艘船。",
                "disabledRules", "x"));
    assertThat(answer.path("matches")).hasSize(1);
  }

  @Test
  void settingsApply() throws IOException {
    write("ballast.toml", "[rules]\nnumber-mismatch = \"off\"\nrepeated-word = \"info\"\n");
    JsonNode answer = checked("他有3艘船。", "He has 4 ships ships.");
    assertThat(answer.path("matches")).hasSize(1);
    assertThat(answer.at("/matches/0/rule/category/id").asText()).isEqualTo("BALLAST_INFO");
    assertThat(pair("他有3艘船。", "He has 4 ships ships.", "level", "default")).isEmpty();
    assertThat(pair("他有3艘船。", "He has 4 ships ships.", "level", "picky")).hasSize(1);
  }

  @Test
  void changedFilesAreReadAgain() throws IOException {
    String source = "渡船到了。";
    String target = "The boat came.";
    assertThat(pair(source, target)).isEmpty();
    write("glossary/more.csv", "zh,en\n渡船,ferry\n");
    assertThat(pair(source, target)).containsExactly("term-missing \"boat\"");
    write("glossary/more.csv", "zh,en\n渡船,boat\n");
    assertThat(pair(source, target)).isEmpty();
    write("ballast.toml", "[rules]\nnumber-mismatch = \"off\"\n");
    assertThat(pair("3艘船。", "4 ships.")).isEmpty();
    Files.delete(folder.resolve("ballast.toml"));
    assertThat(pair("3艘船。", "4 ships.")).hasSize(1);
    Files.delete(folder.resolve("glossary/more.csv"));
    assertThat(pair(source, "The ferry came.")).isEmpty();
  }

  /** OmegaT asks a server that has refused once no more until the project is loaded again. */
  @Test
  void aBrokenFileLeavesTheLastVersionAndIsReportedOnce() throws IOException {
    assertThat(pair("3艘船。", "4 ships.")).hasSize(1);
    write("ballast.toml", "[rules\n");
    assertThat(pair("3艘船。", "4 ships.")).hasSize(1);
    assertThat(pair("3艘船。", "4 ships.")).hasSize(1);
    assertThat(served.warnings()).hasSize(1);
    assertThat(served.warnings().get(0)).contains("ballast.toml").contains("the last version");
    write("ballast.toml", "[rules]\nnumber-mismatch = \"off\"\n");
    assertThat(pair("3艘船。", "4 ships.")).isEmpty();
  }

  @Test
  void knownFindingsOfTheBaselineAreNotShown() throws IOException {
    write("a.tsv", "3艘船。\t4 ships.\n");
    run("check a.tsv --baseline known.tsv --update-baseline");
    write("ballast.toml", "[check]\nbaseline = \"known.tsv\"\n");
    assertThat(pair("3艘船。", "4 ships.")).isEmpty();
    assertThat(pair("3艘船。", "5 ships.")).hasSize(1);
  }

  @Test
  void wrongRequestsAreRefused() throws IOException {
    assertThat(status(Map.of("text", "a"))).isEqualTo(400);
    assertThat(status(Map.of("language", "en"))).isEqualTo(400);
    assertThat(status(Map.of("text", "a", "language", "de"))).isEqualTo(400);
    assertThat(status(Map.of("text", "a", "language", "!"))).isEqualTo(400);
    assertThat(status(Map.of("data", "{", "language", "en"))).isEqualTo(400);
    assertThat(status(Map.of("text", "a".repeat(50_001), "language", "en"))).isEqualTo(413);
    assertThat(status(Map.of("text", "a", "srctext", "语".repeat(50_001), "language", "en")))
        .isEqualTo(413);
  }

  private int status(Map<String, String> form) throws IOException {
    return served.client().post("/v2/check", form).status();
  }

  @Test
  void languagesAndProgramAreNamed() throws IOException {
    assertThat(served.ask("/v2/languages", Map.of()).findValuesAsText("longCode"))
        .contains("zh-CN", "zh-TW", "en-US", "en-GB");
    assertThat(served.ask("/v2/info", Map.of()).path("software").path("name").asText())
        .isEqualTo("Ballast");
  }

  /** Only findings about waivers, of which a text that is sent has none, are of no kind. */
  @Test
  void everyRuleHasAKindOfProblem() {
    assertThat(Rules.all().stream().map(Rule::id).filter(id -> IssueType.of(id) == IssueType.OTHER))
        .containsExactly("waiver");
  }
}
