package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ballast diff} of files and revisions. */
final class DiffTest extends CommandTest {

  private static final String GLOSSARY =
      """
      id,zh,en,status
      stone,压舱石,ballast stone,preferred
      stone-x,压舱石,cornerstone,forbidden
      trade,贸易,trade,preferred
      """;
  private static final String[] SOURCES = {
    "合作是压舱石。", "贸易是压舱石。", "贸易增长了。", "他们走了。", "压舱石很重要。", "会议结束了。"
  };
  private static final String[] TARGETS = {
    "It is the ballast stone.",
    "It is a cornerstone, the cornerstone.",
    "Trade is the ballast stone.",
    "Commerce grew.",
    "They have left."
  };
  private static final String[] ENGLISH = {
    "The ferry leaves the old port every hour.",
    "Volunteers look after the lighthouse on the island.",
    "In winter the fishermen repair their nets at home.",
    "The museum opened its doors to visitors in 1998."
  };
  private static final String REASON = "traditional characters; --accept-variant accepts it";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theTotalsAreThoseOfAll(long seed) throws IOException {
    write("glossary/g.csv", GLOSSARY);
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder old = new StringBuilder();
    StringBuilder revised = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      String source = any(random, SOURCES);
      String target = any(random, TARGETS);
      if (random.nextInt(12) > 0) {
        old.append(source).append('\t').append(target).append('\n');
      }
      if (random.nextInt(12) > 0) {
        String now = random.nextInt(8) > 0 ? target : any(random, TARGETS);
        revised.append(source).append('\t').append(now).append('\n');
      }
    }
    write("old.tsv", old);
    write("new.tsv", revised);
    JsonNode all = summary("--all");
    assertThat(summary()).as("seed " + seed).isEqualTo(all);
    assertThat(all.at("/terms/open").asInt() + all.at("/terms/fixed").asInt()).isPositive();
    assertThat(all.at("/unchanged").asInt()).isPositive();
  }

  private static String any(SplittableRandom random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private JsonNode summary(String... options) throws IOException {
    Outcome outcome = run(words("diff old.tsv new.tsv --format json", options));
    assertThat(outcome.err()).doesNotContain("error");
    JsonNode summary = new ObjectMapper().readTree(outcome.out()).get("summary");
    // How many are listed is all that may differ.
    ((ObjectNode) summary).remove("listed");
    return summary;
  }

  private String written(String name) throws IOException {
    write("old.tsv", "我们走吧。\tLet us go.\n");
    write("new.tsv", "我们走吧。\tLet us leave.\n");
    run("diff", "old.tsv", "new.tsv", "-o", name);
    return read(name);
  }

  @Test
  void xliffHasItInANote() throws IOException {
    assertThat(written("changes.xlf"))
        .contains(
            "Let us leave.</target>", "<note from=\"Ballast\">edited; was: Let us go.</note>");
  }

  @Test
  void tmxHasItInAProperty() throws IOException {
    assertThat(written("changes.tmx"))
        .contains("<prop type=\"x-previous-target\">Let us go.</prop>")
        .doesNotContain("<note>");
  }

  @Test
  void aSentenceThatWasAddedToTheTranslationIsNotCompared() throws IOException {
    write("a.zh.txt", "渡轮每小时从老港口开出一班。\n志愿者照看岛上的灯塔。\n冬天渔民在家里修补渔网。\n博物馆于1998年向游客开放。\n");
    align(String.join("\n", ENGLISH));
    align(
        String.join("\n", ENGLISH)
            .replace(
                "In winter",
                "Nobody remembers why the bakery had painted its roof blue.\nIn winter"));
    String said =
        "sentences without a counterpart were not compared"
            + " (revision 1: none, revision 2: 1); ballast diff OLD NEW compares the files\n";
    assertThat(run("diff a").err()).isEqualTo(said);
    assertThat(run("review export a -o r.csv").err()).contains(said);
  }

  private void align(String english) throws IOException {
    write("a.en.txt", english + "\n");
    run(0, "align a.zh.txt a.en.txt --tm tm/memory.db");
  }

  private Outcome diff(int units, String... options) throws IOException {
    StringBuilder old = new StringBuilder("貿易增長了。\tTrade grew.\n".repeat(units));
    write("old.tsv", old.append("我们走吧。\tLet us go.\n"));
    String revised = "貿易增長了。\tTrade rose.\n我们走吧。\tLet us leave.\n";
    write("new.tsv", revised);
    return run(words("diff old.tsv new.tsv", options));
  }

  @Test
  void thousandsOfUnitsAreLeftOutInOneSentence() throws IOException {
    Outcome outcome = diff(3_000);
    assertThat(outcome.err())
        .contains(
            "old.tsv: 3,000 units left out (lines 1, 2, 3 and more): its zh-CN text is in "
                + REASON)
        .contains("new.tsv: line 1, left out: its zh-CN text is in " + REASON);
    assertThat(outcome.err().lines().count()).isEqualTo(4);
    assertThat(outcome.out()).contains("1 edited").doesNotContain("removed");
  }

  @Test
  void choicesAreNamedAsTheyAreWritten() throws IOException {
    assertThat(diff(1, "--fail-on", "nothing").err())
        .startsWith("error: --fail-on takes introduced-term, stale, not \"nothing\"");
  }

  @Test
  void allLinesAreNamedWhenAskedFor() throws IOException {
    assertThat(diff(5, "-v").err()).contains("5 units left out (lines 1, 2, 3, 4, 5): ");
  }

  @Test
  void theyAreTakenWhenAskedFor() throws IOException {
    Outcome outcome = diff(2, "--accept-variant");
    assertThat(outcome.err()).doesNotContain("left out");
    assertThat(outcome.out()).contains("2 edited, 1 removed");
  }
}
