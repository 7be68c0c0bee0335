package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.GoldBeads.GoldBead;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample articles, whose gold was written by hand. */
final class SampleArticlesTest {

  /** Beads right on both sides, F1 in percent. Raise it when the aligner gets better. */
  private static final double MIN_F1 = 94;

  private static final String PAGE = "tm/pages/new-productive-forces";

  private final CommandRunner runner = new CommandRunner(Path.of(""));

  @ParameterizedTest
  @FieldSource("ballast.cli.GoldBeads#ARTICLES")
  void everySentenceIsSplitAsAPersonWould(String article) throws IOException {
    GoldBeads gold = GoldBeads.of(article);
    assertThat(split("tm/articles/" + article + ".zh.txt")).isEqualTo(gold.source());
    assertThat(split("tm/articles/" + article + ".en.txt")).isEqualTo(gold.target());
  }

  @ParameterizedTest
  @FieldSource("ballast.cli.GoldBeads#ARTICLES")
  void mostBeadsAreAsInTheGold(String article) throws IOException {
    List<GoldBead> found =
        align("tm/articles/" + article + ".zh.txt", "tm/articles/" + article + ".en.txt");
    List<GoldBead> gold = GoldBeads.of(article).beads();
    assertThat(f1(found, gold)).as(difference(found, gold)).isGreaterThanOrEqualTo(MIN_F1);
  }

  @Test
  void gb18030GivesTheSameBeads() throws IOException {
    assertThat(
            align(
                "tm/versions/distant-friends.zh.gb18030.txt", "tm/articles/distant-friends.en.txt"))
        .isEqualTo(
            align("tm/articles/distant-friends.zh.txt", "tm/articles/distant-friends.en.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "target"})
  void aSavedPageGivesItsArticleAndNothingElseButTheLineOfSourceAndDate(String side)
      throws IOException {
    GoldBeads gold = GoldBeads.of("new-productive-forces");
    List<String> wanted = side.equals("source") ? gold.source() : gold.target();
    List<String> content = new ArrayList<>();
    List<String> bylines = new ArrayList<>();
    for (JsonNode bead : beads(PAGE + ".zh.html", PAGE + ".en.html")) {
      String type = bead.get("type").asText();
      for (String sentence : texts(bead.get(side))) {
        if (type.equals("byline") && !wanted.contains(sentence)) {
          bylines.add(sentence);
        } else if (!type.equals("furniture")) {
          content.add(sentence.replace('\u00A0', ' ')); // the page has a no-break space in a name
        }
      }
    }
    assertThat(content).isEqualTo(wanted);
    assertThat(bylines).isNotEmpty().first().asString().contains("2026");
  }

  private List<String> split(String file) {
    return runner.run("split", file).out().lines().toList();
  }

  private List<GoldBead> align(String source, String target) throws IOException {
    List<GoldBead> beads = new ArrayList<>();
    for (JsonNode bead : beads(source, target)) {
      beads.add(new GoldBead(texts(bead.get("source")), texts(bead.get("target"))));
    }
    return beads;
  }

  private JsonNode beads(String source, String target) throws IOException {
    CommandRunner.Outcome outcome =
        runner.run("align", source, target, "--no-tm", "--format", "json");
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return new ObjectMapper().readTree(outcome.out()).get("beads");
  }

  private static List<String> texts(JsonNode sentences) {
    List<String> texts = new ArrayList<>();
    sentences.forEach(sentence -> texts.add(sentence.asText()));
    return texts;
  }

  private static double f1(List<GoldBead> found, List<GoldBead> gold) {
    Set<GoldBead> wanted = new HashSet<>(gold);
    long hits = found.stream().filter(wanted::contains).count();
    return 200.0 * hits / (found.size() + gold.size());
  }

  private static String difference(List<GoldBead> found, List<GoldBead> gold) {
    List<GoldBead> wrong = found.stream().filter(bead -> !gold.contains(bead)).toList();
    List<GoldBead> missing = gold.stream().filter(bead -> !found.contains(bead)).toList();
    return "found %s%ngold  %s".formatted(wrong, missing);
  }
}
