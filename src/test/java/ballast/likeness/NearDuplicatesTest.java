package ballast.likeness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.likeness.PairKeys.PieceKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NearDuplicatesTest {

  private static final Lang CHINESE = new Lang("zh-CN");
  private static final Lang ENGLISH = new Lang("en-US");
  private final List<String> found = new ArrayList<>();

  private NearGroup group(NearGroup.Limits limits) {
    return new NearGroup(80, limits, (id, near, score) -> found.add(id + "~" + near + ":" + score));
  }

  private static ComparedPair pair(long id, String source, String target) {
    return ComparedPair.of(id, source, CHINESE, target, ENGLISH);
  }

  @Test
  void eachIsFoundWithTheFirstBeforeItAndTheLowerScore() {
    NearGroup group = group(NearGroup.Limits.DEFAULT);
    group.addPiece(pair(2, "船到了三号码头吗", "Has the ship come to pier three"));
    group.addPiece(pair(5, "船到了四号码头吗", "Has the ship come to pier four"));
    group.addPiece(pair(7, "船到了四号码头吗", "Has the ship come to pier three"));
    group.add(pair(1, "船到了五号码头吗", "Has the ship come to pier three"));
    group.add(pair(9, "船到了五号码头吗", "Has no ship come to pier three"));
    assertThat(found)
        .containsExactlyInAnyOrder("5~2:85", "7~2:87", "2~1:87", "5~1:85", "7~1:87", "9~2:85");
  }

  @Test
  void bothTextsMustScore() {
    NearGroup group = group(NearGroup.Limits.DEFAULT);
    group.addPiece(pair(1, "目录", "Contents"));
    group.addPiece(pair(2, "目录", "Table of contents"));
    group.add(pair(3, "索引", "Contents"));
    assertThat(found).isEmpty();
  }

  @Test
  void pairsOfOtherLanguagesAreNotTheSame() {
    NearGroup group = group(NearGroup.Limits.DEFAULT);
    group.addPiece(pair(1, "目录", "Contents"));
    group.add(ComparedPair.of(2, "目录", CHINESE, "Contents", new Lang("en-GB")));
    assertThat(found).isEmpty();
  }

  @Test
  void whatIsBeyondTheLimitsIsCounted() {
    NearGroup fewPieces = group(new NearGroup.Limits(1, 2, 1_000));
    for (int i = 0; i < 5; i++) {
      fewPieces.addPiece(pair(i, "船".repeat(1 + 9 * i), "ship"));
    }
    assertThat(fewPieces.leftOut()).as("3 and 4 with 2, 4 with 3").isEqualTo(3);
    NearGroup fewComparisons = group(new NearGroup.Limits(1, 100, 4));
    for (int i = 0; i < 5; i++) {
      fewComparisons.addPiece(pair(i, "船".repeat(1 + 9 * i), "ship"));
    }
    assertThat(fewComparisons.comparisons()).isEqualTo(4);
    assertThat(fewComparisons.leftOut()).isEqualTo(6);
    assertThat(found).isEmpty();
  }

  /** All translations of one text have a key in common; those of the other text divide them. */
  @Test
  void aLargeGroupIsDividedByTheOtherText() {
    SplittableRandom random = new SplittableRandom(1);
    List<ComparedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 2_000; i += 2) {
      StringBuilder title = new StringBuilder();
      random.ints(20, 0x4E00, 0x5E00).forEach(title::appendCodePoint);
      pairs.add(pair(i, title.toString(), "Contents"));
      pairs.add(pair(i + 1, title + "表", "Contents"));
    }
    NearSearch undivided = new NearSearch(90, NearGroup.Limits.DEFAULT);
    NearSearch divided = new NearSearch(90, new NearGroup.Limits(10_000, 1_000, 1_000_000));
    assertThat(divided.search(pairs)).isEqualTo(undivided.search(pairs)).hasSize(1_000);
    assertThat(divided.comparisons()).isLessThan(undivided.comparisons() / 4);
    assertThat(divided.leftOut()).isZero();
  }

  /** Quadratic if each were compared with all. */
  @Test
  void manyThatAreNearlyTheSameCostLittle() {
    List<ComparedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      pairs.add(
          pair(
              i,
              "第" + (1_000 + i) + "号文件已经在市政府网站上公布，请各单位按照文件的要求认真执行",
              "Document " + i + " has been published on the website of the city government"));
    }
    NearSearch search = new NearSearch(85, NearGroup.Limits.DEFAULT);
    assertThat(search.search(pairs)).hasSize(2_999);
    assertThat(search.comparisons()).isLessThan(10L * pairs.size());
  }

  private static final String HAN = "的一是不了在人有我他这中大来上国个到说们";
  private static final List<String> WORDS = List.of("the", "of", "new", "not", "trade", "three");

  /** Units of one to three sentences of the sample articles; in many of them, edits. */
  private static List<ComparedPair> corpus(int size, long seed) throws IOException {
    List<String> chinese = sentences(".zh.txt", "(?<=[。？！])");
    List<String> english = sentences(".en.txt", "(?<=[.?!]) +");
    SplittableRandom random = new SplittableRandom(seed);
    List<String[]> units = new ArrayList<>();
    while (units.size() < size) {
      if (units.isEmpty() || random.nextInt(3) > 0) {
        int at = random.nextInt(Math.min(chinese.size(), english.size()));
        StringBuilder source = new StringBuilder(chinese.get(at));
        StringBuilder target = new StringBuilder(english.get(at));
        for (int more = random.nextInt(3); more > 0; more--) {
          int next = random.nextInt(Math.min(chinese.size(), english.size()));
          source.append(chinese.get(next));
          target.append(' ').append(english.get(next));
        }
        units.add(new String[] {source.toString(), target.toString()});
      } else {
        String[] unit = units.get(random.nextInt(units.size()));
        units.add(new String[] {editedHan(unit[0], random), editedWords(unit[1], random)});
      }
    }
    List<ComparedPair> corpus = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Lang lang = new Lang(i % 7 == 0 ? "en-GB" : "en-US");
      corpus.add(ComparedPair.of(i, units.get(i)[0], new Lang("zh-CN"), units.get(i)[1], lang));
    }
    return corpus;
  }

  private static List<String> sentences(String ending, String boundary) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String name :
        List.of(
            "ballast-stone", "distant-friends", "leaning-to-one-side", "new-productive-forces")) {
      String text = Files.readString(Path.of("tm/articles", name + ending), UTF_8);
      for (String sentence : text.split(boundary + "|\\n+", -1)) {
        if (!sentence.isBlank()) {
          sentences.add(sentence.strip());
        }
      }
    }
    return sentences;
  }

  /** Up to a sixth of the characters are left out, put in or replaced. */
  private static String editedHan(String text, SplittableRandom random) {
    StringBuilder edited = new StringBuilder(text);
    for (int edits = random.nextInt(1 + text.length() / 6); edits > 0; edits--) {
      int at = random.nextInt(edited.length());
      String other = HAN.substring(random.nextInt(HAN.length())).substring(0, 1);
      edited.replace(at, at + random.nextInt(2), random.nextInt(3) > 0 ? other : "");
    }
    return edited.isEmpty() ? "船" : edited.toString();
  }

  private static String editedWords(String text, SplittableRandom random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
    for (int edits = random.nextInt(1 + words.size() / 6); edits > 0; edits--) {
      int at = random.nextInt(words.size());
      if (random.nextInt(3) > 0) {
        words.add(at, WORDS.get(random.nextInt(WORDS.size())));
      }
      if (random.nextBoolean() && words.size() > 1) {
        words.remove(random.nextInt(words.size()));
      }
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @CsvSource({"90, 900, 1", "75, 600, 2", "60, 400, 3"})
  @Tag("slow")
  void findsWhatAFullScanFindsBelowTheSame(int threshold, int size, long seed) throws IOException {
    findsWhatAFullScanFinds(threshold, size, seed);
  }

  @ParameterizedTest
  @CsvSource("100, 500, 4")
  void findsWhatAFullScanFinds(int threshold, int size, long seed) throws IOException {
    List<ComparedPair> corpus = corpus(size, seed);
    Map<Long, NearSearch.Found> first =
        NearSearch.scan(corpus, threshold).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    assertThat(first).hasSizeGreaterThan(threshold == 100 ? 5 : 50);
    assertThat(new NearSearch(threshold, NearGroup.Limits.DEFAULT).search(corpus)).isEqualTo(first);
    NearSearch divided = new NearSearch(threshold, new NearGroup.Limits(2, 1_000, 1_000_000));
    assertThat(divided.search(corpus)).isEqualTo(first);
  }

  /** The figures in the manual page of the plan. */
  @Test
  @Tag("accuracy")
  void measuresRecallAndPrecision() throws IOException {
    int size = 5_000;
    List<ComparedPair> corpus = corpus(size, 2026);
    Map<Long, List<NearSearch.Found>> all = NearSearch.scan(corpus, 90);
    NearSearch search = new NearSearch(90, NearGroup.Limits.DEFAULT);
    Map<Long, NearSearch.Found> found = search.search(corpus);
    long right =
        found.entrySet().stream()
            .filter(
                entry -> {
                  List<NearSearch.Found> near = all.get(entry.getKey());
                  return near != null && near.get(0).equals(entry.getValue());
                })
            .count();
    double n = all.size();
    double recall = right / n;
    double z = 1.96;
    double centre = (recall + z * z / (2 * n)) / (1 + z * z / n);
    double half = z * Math.sqrt(recall * (1 - recall) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    System.out.printf(
        Locale.ROOT,
        "near duplicates of %,d units at 90: %,d units, %,d pairs; recall %.4f (95 %%: %.4f to"
            + " %.4f), precision %.4f; %,d comparisons of %,d%n",
        size,
        all.size(),
        all.values().stream().mapToInt(List::size).sum(),
        recall,
        centre - half,
        Math.min(1, centre + half),
        (double) right / found.size(),
        search.comparisons(),
        (long) size * (size - 1) / 2);
    assertThat(all.size()).isGreaterThan(500);
    assertThat(recall).isEqualTo(1);
    assertThat((double) right / found.size()).isEqualTo(1);
  }

  private static final int[] THRESHOLDS = {50, 61, 70, 75, 80, 85, 90, 95, 99, 100};

  @ParameterizedTest
  @EnumSource
  void textsThatScoreHaveAKeyInCommon(Measure measure) {
    int pairs = 0;
    for (long seed = 1; seed <= 6_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      int threshold = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
      String a = texts.text(random.nextInt(seed % 10 == 0 ? 400 : 50));
      String b = texts.edited(a, random.nextInt(1 + a.length() / 20));
      if (new Pattern(a, measure).score(new Symbols().read(b, measure), threshold) < threshold) {
        continue;
      }
      pairs++;
      PieceKeys keys = new PieceKeys(threshold);
      int length = keys.read(a, measure, 1).length();
      boolean isLonger = length >= keys.read(b, measure, 1).length();
      Set<Long> pieces = set(keys.read(isLonger ? a : b, measure, 1).pieces());
      Set<Long> stretches = set(keys.read(isLonger ? b : a, measure, 1).stretches());
      assertThat(pieces).as("seed %d: %d", seed, threshold).containsAnyElementsOf(stretches);
    }
    assertThat(pairs).isGreaterThan(2_000);
  }

  private static Set<Long> set(long[] keys) {
    return Arrays.stream(keys).boxed().collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void piecesAreStretchesAsWell(Measure measure) {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PieceKeys keys = new PieceKeys(THRESHOLDS[random.nextInt(THRESHOLDS.length)]);
      keys.read(new RandomTexts(random, measure).text(random.nextInt(200)), measure, seed);
      assertThat(set(keys.stretches())).as("seed %d", seed).containsAll(set(keys.pieces()));
    }
  }

  @Test
  void aTextWithoutRoomForAnEditHasOneKey() {
    PieceKeys keys = new PieceKeys(90);
    assertThat(keys.read("目录", Measure.CHARACTERS, 1).pieces()).hasSize(1);
    assertThat(keys.stretches()).isEqualTo(keys.pieces());
    assertThat(keys.read("", Measure.CHARACTERS, 1).stretches()).hasSize(1);
  }

  @Test
  void textsOfOtherLanguagesHaveOtherKeys() {
    PieceKeys keys = new PieceKeys(90);
    long[] some = keys.read("目录", Measure.CHARACTERS, 1).pieces();
    assertThat(keys.read("目录", Measure.CHARACTERS, 2).pieces()).isNotEqualTo(some);
  }

  /** Otherwise a book in one unit would take for ever. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {50, 75, 90})
  void aLongTextHasFewKeysForItsLength(int threshold) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.appendCodePoint(0x4E00 + i);
    }
    PieceKeys keys = new PieceKeys(threshold).read(text.toString(), Measure.CHARACTERS, 1);
    assertThat(keys.pieces()).hasSize(10_000 * (100 - threshold) / 100 + 1);
    assertThat(keys.stretches().length).isBetween(10_000, 30_000);
  }

  /** Near duplicates of a list: in groups, as a job on Spark finds them, and by a full scan. */
  private static final class NearSearch {

    private final int threshold;
    private final NearGroup.Limits limits;
    private final Map<Long, Found> found = new TreeMap<>();
    private long comparisons;
    private long leftOut;

    /** What a pair is nearly the same as. */
    record Found(long near, int score) {}

    NearSearch(int threshold, NearGroup.Limits limits) {
      this.threshold = threshold;
      this.limits = limits;
    }

    /** For each pair that has one before it that is nearly the same, the first; by id. */
    Map<Long, Found> search(List<ComparedPair> pairs) {
      PairKeys keys = new PairKeys(threshold);
      Map<Long, List<ComparedPair>> groups = new HashMap<>();
      Map<Long, Set<Long>> pieces = new HashMap<>();
      for (ComparedPair pair : pairs) {
        put(pair, keys.of(pair), groups, pieces);
      }
      Map<Long, List<ComparedPair>> others = new HashMap<>();
      groups
          .entrySet()
          .removeIf(
              entry -> {
                long key = entry.getKey();
                long size =
                    (long) entry.getValue().size() * pieces.getOrDefault(key, Set.of()).size();
                if (size > limits.size()) {
                  entry.getValue().forEach(pair -> put(pair, keys.of(pair, key), others, pieces));
                }
                return size > limits.size();
              });
      groups.forEach((key, group) -> search(group, pieces.getOrDefault(key, Set.of())));
      others.forEach((key, group) -> search(group, pieces.getOrDefault(key, Set.of())));
      return found;
    }

    private static void put(
        ComparedPair pair,
        PairKeys.Found keys,
        Map<Long, List<ComparedPair>> groups,
        Map<Long, Set<Long>> pieces) {
      keys.all()
          .forEach(
              key -> {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(pair);
                if (keys.isPiece(key)) {
                  pieces.computeIfAbsent(key, k -> new HashSet<>()).add(pair.id());
                }
              });
    }

    private void search(List<ComparedPair> pairs, Set<Long> pieces) {
      NearGroup group =
          new NearGroup(
              threshold,
              limits,
              (id, near, score) ->
                  found.merge(id, new Found(near, score), (a, b) -> a.near() <= b.near() ? a : b));
      pairs.stream().filter(pair -> pieces.contains(pair.id())).forEach(group::addPiece);
      pairs.stream().filter(pair -> !pieces.contains(pair.id())).forEach(group::add);
      comparisons += group.comparisons();
      leftOut += group.leftOut();
    }

    long comparisons() {
      return comparisons;
    }

    long leftOut() {
      return leftOut;
    }

    /** All that are nearly the same, by the score alone: of each pair, those before it. */
    static Map<Long, List<Found>> scan(List<ComparedPair> pairs, int threshold) {
      Map<Long, List<Found>> found = new TreeMap<>();
      Symbols buffer = new Symbols();
      for (ComparedPair pair : pairs) {
        Pattern source = new Pattern(pair.source().text(), pair.source().measure());
        Pattern target = new Pattern(pair.target().text(), pair.target().measure());
        for (ComparedPair before : pairs) {
          if (before.id() == pair.id()) {
            break;
          }
          int score =
              Math.min(
                  score(source, before.source(), threshold, buffer),
                  score(target, before.target(), threshold, buffer));
          if (score >= threshold && pair.languages().equals(before.languages())) {
            found
                .computeIfAbsent(pair.id(), id -> new ArrayList<>())
                .add(new Found(before.id(), score));
          }
        }
      }
      return found;
    }

    private static int score(
        Pattern pattern, ComparedPair.Text text, int threshold, Symbols buffer) {
      return pattern.score(buffer.read(text.text(), text.measure()), threshold);
    }
  }
}
