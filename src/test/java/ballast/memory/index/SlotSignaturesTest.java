package ballast.memory.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.RandomTexts;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signatures that searches learn save work and hide no match. */
final class SlotSignaturesTest {

  private static final int UNITS = 2_000;
  private static final int QUERIES = 60;

  @Test
  void aMemoryThatHasLearntFindsTheSameAsAFreshOne(@TempDir Path folder) {
    for (long seed = 1; seed <= 3; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts chinese = new RandomTexts(random, Measure.CHARACTERS);
      List<String> texts = new ArrayList<>();
      while (texts.size() < UNITS) {
        String text = chinese.text(1 + random.nextInt(40));
        texts.add(text.isBlank() ? "船" + texts.size() : text);
      }
      Path file = folder.resolve(seed + ".db");
      try (SqlMemory writer = new SqliteStore(file).openForWriting(Revisions.options())) {
        ImportedUnits.take(
            writer, UNITS, i -> ImportedUnits.plain(texts.get(i), "Sentence " + i + "."));
        writer.rebuildIndex();
      }
      try (SqlMemory learning = new SqliteStore(file).openForReading()) {
        long freshRows = 0;
        for (int i = 0; i < QUERIES; i++) {
          String text = chinese.edited(texts.get(random.nextInt(UNITS)), random.nextInt(6));
          FuzzyQuery query =
              FuzzyQuery.of(text, Side.SOURCE)
                  .withMinScore(50 + random.nextInt(20))
                  .withLimit(5_000);
          List<Match> found = text.isBlank() ? List.of() : learning.search(query);
          try (SqlMemory fresh = new SqliteStore(file).openForReading()) {
            List<Match> all = text.isBlank() ? List.of() : fresh.search(query);
            assertThat(scores(found)).as("seed " + seed + ", query " + text).isEqualTo(scores(all));
            freshRows += fresh.index().effort().rows();
          }
        }
        assertThat(learning.index().effort().rows()).as("seed " + seed).isLessThan(freshRows);
      }
    }
  }

  private static List<String> scores(List<Match> matches) {
    return matches.stream().map(match -> match.unit().id() + " " + match.score()).toList();
  }
}
