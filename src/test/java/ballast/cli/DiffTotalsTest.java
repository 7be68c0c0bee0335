package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that stayed are only counted unless they are to be listed: that changes no count. */
final class DiffTotalsTest extends CommandTest {

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
}
