package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.RandomTexts;
import ballast.likeness.Symbols;
import ballast.likeness.index.Gaps.GapWriter;
import ballast.likeness.index.PostingList.PostingWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The grams that a text shares with a query, and the lists of their texts. */
final class GramsTest {

  private final Symbols query = new Symbols();
  private final Symbols text = new Symbols();
  private final Grams grams = new Grams();
  private final Grams others = new Grams();

  @Test
  void noTextSharesLessThanTheBound() {
    int tight = 0;
    for (Measure measure : Measure.values()) {
      SplittableRandom random = new SplittableRandom(33);
      RandomTexts texts = new RandomTexts(random, measure);
      for (int round = 0; round < 20_000; round++) {
        String one = texts.text(1 + random.nextInt(round % 20 == 0 ? 400 : 40));
        String other = texts.edited(one, 1 + random.nextInt(6));
        int over = shared(one, other, measure) - bound();
        assertThat(over).as("%s: %s / %s", measure, one, other).isNotNegative();
        tight += over == 0 ? 1 : 0;
      }
    }
    // It would be of little use if it were never reached.
    assertThat(tight).isGreaterThan(2_000);
  }

  @Test
  void aChangedWordCostsOneHoweverLongItIs() {
    assertThat(shared("用Kubernetes部署应用", "用Elasticsearch部署应用", Measure.CHARACTERS)).isEqualTo(5);
    assertThat(grams.shared(1, 0)).isEqualTo(5);
    assertThat(shared("the ballast stone", "the ballast of it", Measure.WORDS)).isEqualTo(2);
    assertThat(grams.shared(2, 1)).isEqualTo(2);
  }

  @Test
  void onlyPhrasesUseThePairsOfWords() {
    grams.read(query.read("用API2的船", Measure.CHARACTERS));
    assertThat(grams.size()).isEqualTo(4);
    assertThat(grams.all()).isEqualTo(7);
    grams.read(query.read("the API2", Measure.WORDS));
    assertThat(grams.all()).isEqualTo(grams.size()).isEqualTo(2);
  }

  /** How many symbols of one text the index finds in another. */
  private int shared(String one, String other, Measure measure) {
    query.read(one, measure);
    text.read(other, measure);
    grams.read(query);
    others.read(text);
    Set<Long> keys = new HashSet<>();
    for (int i = 0; i < others.all(); i++) {
      keys.add(others.key(i));
    }
    int count = 0;
    for (int i = 0; i < grams.size(); i++) {
      count += keys.contains(grams.key(i)) ? 1 : 0;
    }
    return count;
  }

  private int bound() {
    if (query.size() == 0) {
      return 0;
    }
    int edits = new Pattern(query).distance(text, Integer.MAX_VALUE / 2);
    return grams.shared(edits, Math.max(0, text.size() - query.size()));
  }

  /** Lists in the blocks of one writer, as they follow each other in a part. */
  private static final class Lists {
    private final List<byte[]> blocks = new ArrayList<>();
    private final PartWriter writer = new PartWriter((number, bytes) -> blocks.add(bytes));
    private final List<int[]> written = new ArrayList<>();

    Lists() {
      writer.slots(new int[0], new int[0], 0);
    }

    void add(int... slots) {
      writer.list((long) written.size() << Grams.OCCURRENCE_BITS, slots, slots.length);
      written.add(slots);
    }

    void assertSame() {
      IndexPart part = new IndexPart(writer.finish(), blocks::get);
      for (int i = 0; i < written.size(); i++) {
        int[] slots = written.get(i);
        PostingList list = part.find((long) i << Grams.OCCURRENCE_BITS);
        String what = "list " + i + " of " + slots.length;
        assertThat(list.count()).as(what).isEqualTo(slots.length);
        assertThat(read(list, part.source())).as(what).isEqualTo(slots);
        if (list.chunks() > 0) {
          long[] bits = new long[slots[slots.length - 1] / Long.SIZE + 1];
          list.mark(part.source(), 0, Integer.MAX_VALUE, bits);
          assertThat(BitSet.valueOf(bits).stream().toArray()).as(what).isEqualTo(slots);
        }
      }
      for (byte[] block : blocks) {
        assertThat(block.length).isLessThanOrEqualTo(PostingWriter.BLOCK_LIMIT);
      }
    }
  }

  private static int[] read(PostingList list, BlockSource blocks) {
    IntStream.Builder found = IntStream.builder();
    list.forEachRun(
        blocks,
        0,
        Integer.MAX_VALUE,
        new int[PostingWriter.RUN],
        (slots, length) -> IntStream.range(0, length).forEach(i -> found.add(slots[i])));
    return found.build().toArray();
  }

  /** Slots whose gaps are spread by chance; now and then one is far greater. */
  private static int[] random(SplittableRandom random, int count, int mean, int outlier) {
    int[] slots = new int[count];
    int slot = -1;
    for (int i = 0; i < count; i++) {
      slot += 1 + (int) (-mean * Math.log(1 - random.nextDouble()));
      slot += random.nextInt(50) == 0 ? outlier : 0;
      slots[i] = slot;
    }
    return slots;
  }

  @Test
  void listsOfAnyKindComeBack() {
    SplittableRandom random = new SplittableRandom(1);
    Lists lists = new Lists();
    lists.add(0);
    lists.add(Integer.MAX_VALUE - 1);
    lists.add(0, Integer.MAX_VALUE - 1);
    for (int i = 0; i < 600; i++) {
      int count = 1 + (random.nextInt(3) == 0 ? random.nextInt(9_000) : random.nextInt(600));
      lists.add(random(random, count, 1 << random.nextInt(10), random.nextInt(2) * 10_000));
    }
    lists.assertSame();
  }

  @Test
  void neighboursTakeNoBitsAndAreReadUpToTheEndOfTheirBlock() {
    for (int count = 1; count < 700; count += 23) {
      Lists lists = new Lists();
      for (int i = 0; i < 40; i++) {
        lists.add(IntStream.range(i, i + count + 401).toArray());
      }
      lists.assertSame();
    }
  }

  @Test
  void runsEndWhereTheListDoes() {
    SplittableRandom random = new SplittableRandom(2);
    Lists lists = new Lists();
    for (int border : new int[] {2, PostingWriter.MAX_LISTED_SLOTS, 128, 256, 400, 512, 1024}) {
      for (int count = border - 1; count <= border + 1; count++) {
        lists.add(random(random, count, 1, 0));
        lists.add(random(random, count, 300, 0));
      }
    }
    lists.assertSame();
  }

  @Tag("slow")
  @Test
  void gapsTooLargeForATableBeginAnotherChunk() {
    Lists lists = new Lists();
    lists.add(IntStream.range(0, 2_000).map(i -> i < 700 ? i : i * 1_000_000).toArray());
    lists.add(IntStream.range(0, 2_000).map(i -> i * 3).toArray());
    lists.assertSame();
  }

  @Test
  void aRunIsAlmostAsShortAsItsGapsAllow() {
    SplittableRandom random = new SplittableRandom(3);
    int[] slots = random(random, 100_000, 40, 0);
    ByteWriter page = new ByteWriter();
    List<byte[]> blocks = new ArrayList<>();
    PostingWriter writer = new PostingWriter(blocks::add);
    assertThat(writer.writeInline(slots, slots.length, page)).isFalse();
    assertThat(writer.begin()).isZero();
    writer.writeChunks(slots, slots.length);
    writer.closeBlock();
    double bits = 8.0 * blocks.stream().mapToInt(block -> block.length).sum() / slots.length;
    // Their entropy is log2(40 e).
    assertThat(bits).isLessThan(Math.log(40 * Math.E) / Math.log(2) + 1.4);
  }

  @Test
  void gapsOfMoreThan32BitsGiveTheirLowestOnes() {
    GapWriter writer = new GapWriter();
    long[] gaps = {1L << 32, 0, 5, (1L << 33) - 1, 1L << 31, 7};
    for (long gap : gaps) {
      writer.add(gap);
    }
    ByteWriter bytes = new ByteWriter();
    writer.write(bytes);
    int end = bytes.size();
    bytes.fixed(0, GapWriter.PADDING);
    int[] found = new int[gaps.length];
    assertThat(Gaps.unpack(bytes.toBytes(), 0, found, 0, found.length)).isEqualTo(end);
    assertThat(found).containsExactly(0, 0, 5, -1, Integer.MIN_VALUE, 7);
  }

  @Test
  void aRunThatIsCutOffIsNoticed() {
    byte[] bytes = new byte[40];
    Arrays.fill(bytes, (byte) 0xFF);
    int[] gaps = new int[GapWriter.RUN];
    assertThatThrownBy(() -> Gaps.unpack(bytes, 0, gaps, 0, gaps.length))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
