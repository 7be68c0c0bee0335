package ballast.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import ballast.lexicon.train.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WordReaderTest {

  @TempDir Path folder;

  private static Arguments row(String text, String... keys) {
    return Arguments.of(text, List.of(keys));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        row("I don't, can't and won't", "i", "do", "not", ",", "can", "not", "and", "will", "not"),
        row("We’ve said it’s Tom's", "we", "have", "sai", "it", "tom"),
        row("do n't we 've they 'll", "do", "not", "we", "have", "thei", "will"),
        row("the workers' children's toys", "the", "worker", "child", "toi"),
        row("O'Brien cannot", "o", "brien", "can", "not"),
        row("I'd be: 'quoted' words", "i", "will", "be", ":", "quot", "word"),
        row("Économies, naïve façade", "economi", ",", "naiv", "facad"),
        row("Straße Øster", "strass", "oster"),
        row("ＡＢＣ　１２３，ok？", "abc", "123", ",", "ok", "?"),
        row("1,234,567.5 and 3.14.1", "1234567.5", "and", "3.14.1"),
        row("1,2", "12"),
        row("end.", "end", "."),
        row("3. Next", "3", ".", "next"),
        row("wait... 好。。。", "wait", "…", "好", "…"),
        row("……", "…"),
        row("state-of-the-art — yes–no", "state", "of", "the", "art", "ye", "no"),
        row("《新闻》「a」【b】", "\"", "新", "闻", "\"", "\"", "a", "\"", "(", "b", ")"),
        row("‘好’ “Yes”", "\"", "好", "\"", "\"", "ye", "\""),
        row("COVID-19", "covid", "19"),
        row("snake_case `code` *x* #1", "snake", "case", "code", "x", "1"),
        row("", new String[0]),
        row(" \t\n\u200B\uFEFF", new String[0]),
        row("20% of $5", "20", "%", "of", "$", "5"),
        row("Россия и мир", "россия", "и", "мир"),
        row("北京(Beijing)", "北", "京", "(", "beij", ")"),
        row("佐々木", "佐", "々", "木"),
        row("二〇二四", "二", "〇", "二", "四"),
        row("trekked", "trek"),
        row("\uD83D\uDE00", "\uD83D\uDE00"),
        row("\uD83D", new String[0]),
        row("a\uDE00b", "a", "b"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsWordKeys(String text, List<String> keys) {
    WordCutter none = new WordCutter(WordIndex.of(List.of()), new int[0], 1);
    assertThat(new WordReader(CharacterTable.EMPTY, none).read(text)).isEqualTo(keys);
  }

  @Test
  void cutsHanIntoTheLexiconsWords() throws IOException {
    WordReader words = Samples.lexicon(folder).words();
    assertThat(words.read("壓艙石让船很稳，銀行在海港。")).containsSubsequence("压舱石", "船", "银行", "在", "海港", ".");
  }

  @Test
  void makesTraditionalAndSimplifiedTheSame() throws IOException {
    WordReader words = Samples.lexicon(folder).words();
    assertThat(words.read("壓艙石")).isEqualTo(words.read("压舱石")).containsExactly("压舱石");
  }

  @Test
  void readsHostileTextInLinearTime() throws IOException {
    WordReader words = Samples.lexicon(folder).words();
    for (String unit :
        List.of(
            "船",
            "壓",
            "a",
            "'",
            "a'",
            "1",
            "1,",
            ".",
            "…",
            "\uD83D",
            "\uDE00",
            "é",
            "'s ",
            "\uD842\uDFB7")) {
      String text = unit.repeat(400_000 / unit.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> words.read(text), "\"" + unit + "\" repeated");
    }
  }

  @Test
  void readsAnyCharacters() throws IOException {
    WordReader words = Samples.lexicon(folder).words();
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      assertThatCode(() -> assertThat(words.read(text.toString())).doesNotContain(""))
          .as("seed " + seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void findsTheMostProbableCutAmongAll() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SortedMap<String, Double> counts = new TreeMap<>();
      for (int i = 0; i < 12; i++) {
        counts.put(han(random, 1 + random.nextInt(4)), 1.0 + random.nextInt(50));
      }
      WordCutter words = words(counts);
      String run = han(random, 1 + random.nextInt(9));
      List<String> cut = new ArrayList<>();
      words.split(run, cut);
      assertThat(String.join("", cut)).as("seed " + seed).isEqualTo(run);
      assertThat(cost(cut, counts)).as("seed " + seed).isCloseTo(best(run, counts), within(1e-4));
    }
  }

  @Test
  void doesNotUseAWordWithoutCount() {
    SortedMap<String, Double> counts = new TreeMap<>();
    counts.put("压舱", 0.0);
    counts.put("压", 3.0);
    List<String> cut = new ArrayList<>();
    words(counts).split("压舱", cut);
    assertThat(cut).containsExactly("压", "舱");
  }

  private static WordCutter words(SortedMap<String, Double> counts) {
    return new WordCutter(
        WordIndex.of(counts.keySet()),
        counts.values().stream().mapToInt(Double::intValue).toArray(),
        1);
  }

  private static String han(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + random.nextInt(3)));
    }
    return text.toString();
  }

  private static double best(String run, SortedMap<String, Double> counts) {
    double best = run.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
    for (int end = 1; end <= run.length(); end++) {
      String word = run.substring(0, end);
      if (end == 1 || counts.containsKey(word)) {
        best = Math.min(best, cost(List.of(word), counts) + best(run.substring(end), counts));
      }
    }
    return best;
  }

  private static double cost(List<String> cut, SortedMap<String, Double> counts) {
    double total = 0.5 + counts.values().stream().mapToDouble(Double::doubleValue).sum();
    return cut.stream().mapToDouble(w -> -Math.log(counts.getOrDefault(w, 0.5) / total)).sum();
  }
}
