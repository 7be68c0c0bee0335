package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.likeness.index.Effort;
import ballast.memory.FuzzyQuery;
import ballast.memory.sql.SqlMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps searching quick without a clock: what it costs is counted. */
@Tag("slow")
final class FuzzyWorkTest {

  private static final int UNITS = 20_000;
  private static final int QUERIES = 300;
  private static final String HAN =
      "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后"
          + "小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长";

  private static String sentence(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 10 + random.nextInt(40); i > 0; i--) {
      // Frequent ones first, about as in real texts.
      int place = (int) (HAN.length() * Math.pow(random.nextDouble(), 2));
      text.append(HAN.charAt(Math.min(place, HAN.length() - 1)));
      if (random.nextInt(3) == 0) {
        text.append((char) (0x4E00 + random.nextInt(3000)));
      }
    }
    return text.append('。').toString();
  }

  private static String changed(String text, SplittableRandom random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(text.length() / 4); i > 0; i--) {
      changed.setCharAt(random.nextInt(text.length()), (char) (0x4E00 + random.nextInt(3000)));
    }
    return changed.toString();
  }

  @Test
  void aSearchLooksAtFewTexts(@TempDir Path folder) {
    SplittableRandom random = new SplittableRandom(20);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      texts.add(
          i > 100 && random.nextInt(3) == 0
              ? changed(texts.get(random.nextInt(i)), random)
              : sentence(random));
    }
    Path file = folder.resolve("memory.db");
    BulkMemory.fill(
        file,
        sink -> {
          for (int i = 0; i < UNITS; i++) {
            sink.accept(texts.get(i), "Sentence " + i + ".");
          }
        });
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      long found = 0;
      for (int i = 0; i < QUERIES; i++) {
        String query = changed(texts.get(random.nextInt(UNITS)), random);
        found += memory.search(FuzzyQuery.of(query, Side.SOURCE).withLimit(1_000)).size();
      }
      assertThat(found).isGreaterThan(QUERIES);
      Effort effort = memory.index().effort();
      assertThat(effort.searches()).as("one part, no tail").isEqualTo(QUERIES);
      assertThat(effort.rows()).as("rows").isLessThan(2 * found + 4L * QUERIES);
      assertThat(effort.compared()).as("texts compared").isLessThan(2 * found + 4L * QUERIES);
      assertThat(effort.postings()).as("postings").isLessThan(UNITS * (long) QUERIES / 2);
      assertThat(effort.blocks()).as("blocks read").isLessThan(5L * QUERIES);
    }
  }
}
