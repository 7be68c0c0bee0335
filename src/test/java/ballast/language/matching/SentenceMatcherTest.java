package ballast.language.matching;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.language.matching.Likeness.Demands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceMatcherTest {

  private static final Demands JOINED = new Demands(0.25, 0.65, 0.4, 0.12, true);
  private static final Demands SINGLE = new Demands(0.5, 0.65, 0.5, Demands.NEVER, false);

  private static List<PairOrder.Pair> match(
      List<String> before, List<String> after, Demands demands) {
    return match(before, after, new WordLikeness(before, after), demands);
  }

  private static List<PairOrder.Pair> match(
      List<String> before, List<String> after, Likeness likeness, Demands demands) {
    Map<String, Integer> numbers = new HashMap<>();
    return new SentenceMatcher(
            WordLikeness.items(before, numbers),
            WordLikeness.items(after, numbers),
            likeness,
            demands)
        .pairs();
  }

  /** The old sentence of each new one; -1 if there is none. */
  private static List<Integer> olds(List<PairOrder.Pair> pairs, int size) {
    List<Integer> olds = new ArrayList<>(Collections.nCopies(size, -1));
    for (PairOrder.Pair pair : pairs) {
      if (!pair.isOneSided()) {
        olds.set(pair.revised().start(), pair.old().start());
      }
    }
    return olds;
  }

  private static List<String> random(SplittableRandom random) {
    List<String> texts = new ArrayList<>();
    for (int n = random.nextInt(14); n > 0; n--) {
      String text = "a b c d e f".substring(2 * random.nextInt(6));
      texts.add((random.nextInt(3) == 0 ? "k" + random.nextInt(3) + "=" : "") + text);
    }
    return texts;
  }

  @Test
  void everySentenceIsInOnePair() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> before = random(random);
      List<String> after = random(random);
      int[] seen = new int[before.size() + after.size()];
      for (PairOrder.Pair pair : match(before, after, seed % 2 == 0 ? JOINED : SINGLE)) {
        for (int i = pair.old().start(); i < pair.old().end(); i++) {
          seen[i]++;
        }
        for (int j = pair.revised().start(); j < pair.revised().end(); j++) {
          seen[before.size() + j]++;
        }
      }
      assertThat(Arrays.stream(seen).allMatch(times -> times == 1)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void anUnchangedSentenceIsNeverTakenForAnEditedOne() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> before = random(random);
      List<String> after = random(random);
      List<String> left = new ArrayList<>(before);
      long common = after.stream().filter(left::remove).count();
      long found =
          match(before, after, SINGLE).stream()
              .filter(pair -> !pair.isOneSided())
              .filter(
                  pair -> before.get(pair.old().start()).equals(after.get(pair.revised().start())))
              .count();
      assertThat(found).as("seed %d", seed).isEqualTo(common);
    }
  }

  @Test
  void sentencesWithTheSameKeyArePaired() {
    List<String> before = List.of("k1= old words of one", "k2= the new words of two", "x y z");
    List<String> after = List.of("x y z", "k2= quite different", "k1= the new words of two");
    assertThat(olds(match(before, after, SINGLE), 3)).containsExactly(2, 1, 0);
  }

  @Test
  void movedSentencesAreFoundAmongThousands() {
    List<String> before = numbered(3_000);
    List<String> after = new ArrayList<>(before);
    String moved = after.remove(17).replace("says", "said");
    after.add(2_500, moved);
    PairOrder.Pair pair =
        match(before, after, JOINED).stream()
            .filter(PairOrder.Pair::moved)
            .findFirst()
            .orElseThrow();
    assertThat(pair.old().start()).isEqualTo(17);
    assertThat(pair.revised().start()).isEqualTo(2_500);
  }

  private static List<String> numbered(int size) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      texts.add("sentence n" + i + " says what item m" + i * 31 % size + " is");
    }
    return texts;
  }

  /** A long text with every sentence changed, after a long new beginning. */
  private static List<String> rewritten(List<String> before) {
    List<String> after = new ArrayList<>();
    for (int i = 0; i < before.size() / 4; i++) {
      after.add("wholly other w" + i + " v" + i);
    }
    before.forEach(text -> after.add(text.replace("says what", "tells that") + " now"));
    return after;
  }

  @Tag("slow")
  @Test
  void aLongTextThatWasRewrittenIsFoundBehindALongNewBeginning() {
    List<String> before = numbered(4_000);
    List<Integer> olds = olds(match(before, rewritten(before), JOINED), 5_000);
    for (int i = 0; i < 4_000; i++) {
      assertThat(olds.get(1_000 + i)).as("sentence %d", i).isEqualTo(i);
    }
  }

  @Test
  void theWorkIsInProportionToTheLength() {
    long few = comparisons(2_500);
    long many = comparisons(10_000);
    assertThat(few).isPositive();
    assertThat(many).isLessThanOrEqualTo(5 * few);
  }

  @Test
  void fewEditsInAThousandSentencesTakeFewLooks() {
    List<String> before = numbered(1_000);
    List<String> after = new ArrayList<>(before);
    for (int i = 50; i < 1_000; i += 100) {
      after.set(i, after.get(i).replace("says", "said"));
    }
    after.remove(500);
    after.add(300, "wholly other");
    for (Demands demands : List.of(SINGLE, JOINED)) {
      WordLikeness likeness = new WordLikeness(before, after);
      assertThat(olds(match(before, after, likeness, demands), 1_000))
          .containsOnlyOnce(-1)
          .startsWith(0, 1)
          .endsWith(998, 999);
      assertThat(likeness.looks()).isBetween(10L, 2_000L);
    }
  }

  @Test
  void aThousandEditedSentencesAreLookedForNearTheirPlaces() {
    List<String> before = numbered(1_000);
    List<String> after = new ArrayList<>(before);
    after.replaceAll(text -> text.replace("says what", "says that"));
    WordLikeness likeness = new WordLikeness(before, after);
    assertThat(olds(match(before, after, likeness, SINGLE), 1_000)).doesNotContain(-1);
    assertThat(likeness.looks()).isLessThan(1_000L * 1_000 / 2);
  }

  private static long comparisons(int size) {
    List<String> before = numbered(size);
    List<String> after = rewritten(before);
    WordLikeness likeness = new WordLikeness(before, after);
    match(before, after, likeness, SINGLE);
    return likeness.comparisons();
  }

  private static List<String> texts(SplittableRandom random, int kinds) {
    List<String> texts = new ArrayList<>();
    for (int n = 40 + random.nextInt(80); n > 0; n--) {
      int number = random.nextInt(kinds);
      texts.add("a b c d e f g".substring(2 * (number % 7)) + " n" + number + " m" + number * 7);
    }
    return texts;
  }

  /** Edited, added, removed and moved here and there. */
  private static List<String> edited(List<String> texts, SplittableRandom random) {
    List<String> after = new ArrayList<>(texts);
    for (int edits = random.nextInt(9); edits > 0; edits--) {
      int at = random.nextInt(after.size());
      switch (random.nextInt(5)) {
        case 0 -> after.add(at, "x y z" + random.nextInt(9));
        case 1 -> after.remove(at);
        case 2 -> after.add(random.nextInt(after.size()), after.remove(at));
        case 3 -> after.add(at, after.get(random.nextInt(after.size())));
        default -> after.set(at, after.get(at) + " q" + random.nextInt(9));
      }
    }
    return after;
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 1_000, 1_000_000})
  void theWayIsThatThroughTheWholeTable(int kinds) {
    for (long seed = 0; seed < Rounds.of(400); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> before = texts(random, kinds);
      List<String> after = random.nextInt(8) == 0 ? texts(random, kinds) : edited(before, random);
      Demands demands = seed % 2 == 0 ? SINGLE : JOINED;
      Map<String, Integer> numbers = new HashMap<>();
      List<Likeness.Item> olds = WordLikeness.items(before, numbers);
      List<Likeness.Item> news = WordLikeness.items(after, numbers);
      Likeness likeness = new WordLikeness(before, after);
      PairLattice lattice =
          new PairLattice(olds, news, new PairLattice.Duplicates(olds, news), likeness, demands);
      Range old = new Range(0, olds.size());
      Range revised = new Range(0, news.size());
      assertThat(new SentenceMatcher(olds, news, likeness, demands).inOrder())
          .as("seed %d", seed)
          .isEqualTo(
              lattice.pairs(
                  old,
                  revised,
                  PairLattice.Band.diagonal(olds.size(), news.size(), olds.size() + news.size())));
    }
  }

  /** Texts of words separated by spaces, all of the same weight; counts comparisons. */
  private static final class WordLikeness implements Likeness {

    private final List<int[]> olds;
    private final List<int[]> news;
    private final ItemWords words = new ItemWords(this);
    private long comparisons;
    private long unlike;

    WordLikeness(List<String> before, List<String> after) {
      Map<String, Integer> numbers = new HashMap<>();
      this.olds = numbered(before, numbers);
      this.news = numbered(after, numbers);
    }

    private static List<int[]> numbered(List<String> texts, Map<String, Integer> numbers) {
      return texts.stream()
          .map(
              text ->
                  Arrays.stream(text.split(" "))
                      .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size()))
                      .sorted()
                      .toArray())
          .toList();
    }

    /** Sentences of one paragraph; a text before "=" is the key. */
    static List<Likeness.Item> items(List<String> texts, Map<String, Integer> numbers) {
      List<Likeness.Item> items = new ArrayList<>();
      for (String text : texts) {
        int number = numbers.computeIfAbsent(text, t -> numbers.size());
        int equals = text.indexOf('=');
        int key =
            equals < 0
                ? Likeness.Item.NO_KEY
                : numbers.computeIfAbsent(text.substring(0, equals), t -> numbers.size());
        items.add(new Likeness.Item(number, 0, BlockType.PARAGRAPH, key));
      }
      return items;
    }

    @Override
    public int[] oldWords(int position) {
      return olds.get(position);
    }

    @Override
    public int[] newWords(int position) {
      return news.get(position);
    }

    @Override
    public double weight(int word) {
      return 1;
    }

    @Override
    public double of(int oldStart, int oldEnd, int newStart, int newEnd) {
      comparisons++;
      return words.share(oldStart, oldEnd, newStart, newEnd);
    }

    @Override
    public boolean areBound(int old, int revised) {
      unlike++;
      return false;
    }

    @Override
    public boolean mayHaveMoved(int old, int revised) {
      return true;
    }

    long comparisons() {
      return comparisons;
    }

    /** How many pairs of different sentences were examined, compared or not. */
    long looks() {
      return comparisons + unlike;
    }
  }
}
