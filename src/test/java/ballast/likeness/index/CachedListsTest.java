package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Symbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cached lists change the cost of a search, but not its result. */
final class CachedListsTest {

  private static final int TEXTS = 20_000;
  private static final int QUERIES = 200;
  private static final List<Integer> THRESHOLDS = List.of(50, 60, 75, 100);

  /** Room for all lists, for a few, for less than one. */
  private static final List<Long> CAPACITIES = List.of(1L << 24, 30_000L, 2_000L);

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(50) == 0 ? 250 + random.nextInt(50) : 6 + random.nextInt(40);
    boolean latin = random.nextInt(3) == 0;
    for (int i = length; i > 0; i--) {
      if (latin && random.nextBoolean()) {
        text.append((char) ('a' + random.nextInt(6))).append(random.nextBoolean() ? "" : " ");
        continue;
      }
      // A few characters are in most texts, many in few.
      text.appendCodePoint(0x4E00 + (int) (2_000 * Math.pow(random.nextDouble(), 4)));
    }
    return text.toString();
  }

  private final List<String> texts = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] head = {};

  private List<List<Integer>> search(IndexPart part, CountFilter filter, Effort effort) {
    return search(part, filter, effort, THRESHOLDS.get(1));
  }

  /** The texts by number that score {@code threshold} or better beside each query. */
  private List<List<Integer>> search(
      IndexPart part, CountFilter filter, Effort effort, int threshold) {
    List<List<Integer>> found = new ArrayList<>();
    Symbols other = new Symbols();
    for (String query : queries) {
      Pattern pattern = new Pattern(query, Measure.CHARACTERS);
      List<Integer> matches = new ArrayList<>();
      int count = filter.find(part, pattern.symbols(), threshold, effort);
      for (int i = 0; i < count; i++) {
        int number = part.key(filter.slot(i));
        if (pattern.score(other.read(texts.get(number), Measure.CHARACTERS), threshold)
            >= threshold) {
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
        search(new IndexPart(head, blocks::get), new CountFilter(0), new Effort());
    assertThat(wanted).hasSize(QUERIES).noneMatch(List::isEmpty);
    for (long capacity : CAPACITIES) {
      IndexPart part = new IndexPart(head, blocks::get);
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

  @Tag("slow")
  @Test
  void atNoThresholdATextIsMissed() {
    IndexPart part = new IndexPart(head, blocks::get);
    CountFilter filter = new CountFilter(CAPACITIES.get(0));
    search(part, filter, new Effort());
    for (int threshold : THRESHOLDS) {
      List<List<Integer>> wanted = new ArrayList<>();
      for (String query : queries) {
        wanted.add(compared(query, threshold));
      }
      assertThat(search(part, filter, new Effort(), threshold))
          .as("least %d", threshold)
          .isEqualTo(wanted);
    }
  }

  /** The texts by number, in the order of slots, that comparing all of them finds. */
  private List<Integer> compared(String query, int threshold) {
    Pattern pattern = new Pattern(query, Measure.CHARACTERS);
    Symbols other = new Symbols();
    int[] lengths = new int[texts.size()];
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      other.read(texts.get(i), Measure.CHARACTERS);
      lengths[i] = other.size();
      if (pattern.score(other, threshold) >= threshold) {
        found.add(i);
      }
    }
    found.sort(
        Comparator.<Integer>comparingInt(number -> lengths[number])
            .thenComparing(number -> number));
    return found;
  }

  @Test
  void aListIsDecodedOnce() {
    Effort without = new Effort();
    search(new IndexPart(head, blocks::get), new CountFilter(0), without);
    IndexPart part = new IndexPart(head, blocks::get);
    CountFilter filter = new CountFilter(CAPACITIES.get(0));
    search(part, filter, new Effort());
    Effort warm = new Effort();
    search(part, filter, warm);
    assertThat(warm.postings()).isLessThan(without.postings() / 2);
  }
}
