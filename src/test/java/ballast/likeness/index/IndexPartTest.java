package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.RandomTexts;
import ballast.likeness.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IndexPartTest {

  private static final int[] THRESHOLDS = {50, 55, 60, 70, 75, 85, 99, 100};

  /**
   * The texts and a part of them; a text's key is its number, turned so that the upper bits tell.
   */
  private static IndexPart part(List<String> texts, int from, int to, Measure measure) {
    PartBuilder builder = new PartBuilder();
    for (int i = from; i < to; i++) {
      builder.add(texts.get(i), (long) i << 32, measure);
    }
    List<byte[]> blocks = new ArrayList<>();
    byte[] head = builder.write((number, bytes) -> add(blocks, number, bytes));
    return new IndexPart(head, blocks::get);
  }

  private static void add(List<byte[]> blocks, int number, byte[] bytes) {
    assertThat(number).isEqualTo(blocks.size());
    blocks.add(bytes);
  }

  private static void misses(
      IndexPart part, List<String> texts, String query, Measure measure, String what) {
    Pattern pattern = new Pattern(query, measure);
    if (pattern.symbols().size() == 0) {
      return;
    }
    CountFilter filter = new CountFilter(1 << 20);
    Symbols other = new Symbols();
    for (int threshold : THRESHOLDS) {
      List<Integer> found = new ArrayList<>();
      int count = filter.find(part, pattern.symbols(), threshold, new Effort());
      for (int i = 0; i < count; i++) {
        found.add(part.key(filter.slot(i)));
      }
      List<Integer> wanted = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        if (pattern.score(other.read(texts.get(i), measure), threshold) >= threshold) {
          wanted.add(i);
        }
      }
      assertThat(found).as(what + ", least " + threshold).containsAll(wanted);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsMissed(Measure measure) {
    for (long seed = 1; seed <= Rounds.of(12); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts source = new RandomTexts(random, measure);
      List<String> texts = new ArrayList<>();
      int count = 1 + random.nextInt(400);
      while (texts.size() < count) {
        String text = source.text(1 + random.nextInt(seed % 5 == 0 ? 600 : 60));
        texts.add(text);
        for (int i = random.nextInt(4); i > 0; i--) {
          texts.add(source.edited(text, random.nextInt(6)));
        }
      }
      IndexPart whole = part(texts, 0, texts.size(), measure);
      int cut = random.nextInt(texts.size());
      List<byte[]> blocks = new ArrayList<>();
      List<IndexPart> halves =
          List.of(part(texts, 0, cut, measure), part(texts, cut, texts.size(), measure));
      byte[] head = new PartMerger().merge(halves, (number, bytes) -> add(blocks, number, bytes));
      IndexPart merged = new IndexPart(head, blocks::get);
      assertThat(merged.slots()).isEqualTo(whole.slots());
      for (int i = 0; i < 12; i++) {
        String query = source.edited(texts.get(random.nextInt(texts.size())), random.nextInt(8));
        misses(whole, texts, query, measure, "seed " + seed + ", whole, query " + query);
        misses(merged, texts, query, measure, "seed " + seed + ", merged, query " + query);
      }
    }
  }

  @Tag("slow")
  @Test
  void longListsAreReadOnlyWithinTheWindow() {
    List<String> texts = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    RandomTexts source = new RandomTexts(random, Measure.CHARACTERS);
    for (int i = 0; i < 30_000; i++) {
      texts.add("船" + source.text(1 + i % 40) + "石");
    }
    IndexPart part = part(texts, 0, texts.size(), Measure.CHARACTERS);
    for (int i = 0; i < 6; i++) {
      misses(part, texts, texts.get(random.nextInt(texts.size())), Measure.CHARACTERS, "list " + i);
    }
  }

  @Test
  void aMergeGivesTheSameBytesAsABuild() {
    List<String> texts = new ArrayList<>();
    RandomTexts source = new RandomTexts(new SplittableRandom(3), Measure.CHARACTERS);
    for (int i = 0; i < 3_000; i++) {
      texts.add(source.text(1 + i % 30));
    }
    List<byte[]> built = new ArrayList<>();
    PartBuilder builder = new PartBuilder();
    for (int i = 0; i < texts.size(); i++) {
      builder.add(texts.get(i), (long) i << 32, Measure.CHARACTERS);
    }
    byte[] head = builder.write((number, bytes) -> built.add(bytes));
    assertThat(builder.isEmpty()).isTrue();
    List<byte[]> merged = new ArrayList<>();
    byte[] mergedHead =
        new PartMerger()
            .merge(
                List.of(
                    part(texts, 0, 700, Measure.CHARACTERS),
                    part(texts, 700, 900, Measure.CHARACTERS),
                    part(texts, 900, 3_000, Measure.CHARACTERS)),
                (number, bytes) -> merged.add(bytes));
    assertThat(mergedHead).isEqualTo(head);
    assertThat(merged).containsExactlyElementsOf(built);
  }

  @Test
  void damagedBytesEndInAnErrorOrInAnotherResult() {
    SplittableRandom random = new SplittableRandom(11);
    RandomTexts source = new RandomTexts(random, Measure.CHARACTERS);
    PartBuilder builder = new PartBuilder();
    for (int i = 0; i < 4_000; i++) {
      builder.add("船" + source.text(1 + i % 40), random.nextLong(), Measure.CHARACTERS);
    }
    List<byte[]> blocks = new ArrayList<>();
    byte[] head = builder.write((number, bytes) -> blocks.add(bytes));
    Symbols query = new Symbols().read("船" + source.text(20), Measure.CHARACTERS);
    int errors = 0;
    for (int i = 0; i < 400; i++) {
      byte[] otherHead = i % 4 == 0 ? damaged(head, random) : head;
      List<byte[]> others =
          i % 4 == 0 ? blocks : blocks.stream().map(block -> damaged(block, random)).toList();
      try {
        IndexPart part = new IndexPart(otherHead, others::get);
        new CountFilter(1 << 20).find(part, query, 50, new Effort());
        new PartMerger().merge(List.of(part), (number, bytes) -> {});
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        errors++;
      }
    }
    assertThat(errors).isGreaterThan(100);
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    byte[] copy = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      copy[random.nextInt(Math.min(copy.length, 300))] = (byte) random.nextInt(256);
    }
    return copy;
  }

  @Test
  void aPartKnowsTheKeysOfItsSlots() {
    SplittableRandom random = new SplittableRandom(12);
    PartBuilder builder = new PartBuilder();
    List<Long> wanted = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      // Many of some lengths, and one each of others far apart.
      int length = random.nextInt(3) == 0 ? 1 + random.nextInt(900) : 5 + random.nextInt(2);
      int key = random.nextInt(9) == 0 ? -random.nextInt(2) : random.nextInt();
      builder.add("船".repeat(length), (long) key << 32, Measure.CHARACTERS);
      wanted.add((long) length << 32 | (key & 0xFFFFFFFFL));
    }
    List<byte[]> blocks = new ArrayList<>();
    IndexPart part =
        new IndexPart(builder.write((number, bytes) -> blocks.add(bytes)), blocks::get);
    int[] keys = part.keys();
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < part.lengths(); i++) {
      for (int slot = part.start(i); slot < part.end(i); slot++) {
        assertThat(keys[slot]).isEqualTo(part.key(slot));
        found.add((long) part.length(i) << 32 | (keys[slot] & 0xFFFFFFFFL));
      }
    }
    assertThat(found).isEqualTo(wanted.stream().sorted().distinct().toList());
  }

  @Test
  void anEmptyPartFindsNothing() {
    IndexPart part = part(List.of("  "), 0, 1, Measure.CHARACTERS);
    assertThat(part.slots()).isZero();
    Symbols query = new Symbols().read("船", Measure.CHARACTERS);
    assertThat(new CountFilter(1 << 20).find(part, query, 50, new Effort())).isZero();
  }
}
