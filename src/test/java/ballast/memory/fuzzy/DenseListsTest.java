package ballast.memory.fuzzy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that are kept as bitmaps change what a search costs, and nothing else. */
final class DenseListsTest {

  private static final int TEXTS = 20_000;
  private static final int QUERIES = 200;
  private static final int LEAST = 60;

  /** Room for all bitmaps, for a few, for less than one. */
  private static final List<Long> CAPACITIES = List.of(1L << 24, 30_000L, 2_000L);

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 6 + random.nextInt(40); i > 0; i--) {
      // A few characters are in most texts, many in few.
      text.appendCodePoint(0x4E00 + (int) (2_000 * Math.pow(random.nextDouble(), 4)));
    }
    return text.toString();
  }

  private final List<String> texts = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] head = {};

  /** The texts by number that score 60 or better beside each query. */
  private List<List<Integer>> search(Part part, CountFilter filter, Effort effort) {
    List<List<Integer>> found = new ArrayList<>();
    Symbols other = new Symbols();
    for (String query : queries) {
      Pattern pattern = new Pattern(query, Measure.CHARACTERS);
      List<Integer> matches = new ArrayList<>();
      int count = filter.find(part, pattern.symbols(), LEAST, effort);
      for (int i = 0; i < count; i++) {
        int number = part.key(filter.slot(i));
        if (pattern.score(other.read(texts.get(number), Measure.CHARACTERS), LEAST) >= LEAST) {
          matches.add(number);
        }
      }
      found.add(matches);
    }
    return found;
  }

  @BeforeEach
  void build() {
    SplittableRandom random = new SplittableRandom(11);
    PartBuilder builder = new PartBuilder();
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      texts.add(text);
      builder.add(text, (long) i << 32, Measure.CHARACTERS);
      if (i % (TEXTS / QUERIES) == 0) {
        queries.add(text.substring(0, text.length() - 1) + "。");
      }
    }
    head = builder.write((number, bytes) -> blocks.add(bytes));
  }

  @Test
  void theyChangeNothingThatIsFound() {
    List<List<Integer>> wanted =
        search(new Part(head, blocks::get), new CountFilter(0), new Effort());
    assertThat(wanted).hasSize(QUERIES).noneMatch(List::isEmpty);
    for (long capacity : CAPACITIES) {
      Part part = new Part(head, blocks::get);
      CountFilter filter = new CountFilter(capacity);
      for (int time = 1; time <= 3; time++) {
        assertThat(search(part, filter, new Effort()))
            .as("%d bytes, time %d", capacity, time)
            .isEqualTo(wanted);
      }
      filter.clear();
      assertThat(search(part, filter, new Effort())).isEqualTo(wanted);
    }
  }

  @Test
  void aListIsDecodedOnce() {
    Effort without = new Effort();
    search(new Part(head, blocks::get), new CountFilter(0), without);
    Part part = new Part(head, blocks::get);
    CountFilter filter = new CountFilter(CAPACITIES.get(0));
    search(part, filter, new Effort());
    Effort warm = new Effort();
    search(part, filter, warm);
    assertThat(warm.postings()).isLessThan(without.postings() / 2);
  }
}
