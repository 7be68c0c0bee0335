package ballast.links;

import ballast.language.ChineseWords;
import ballast.language.Renderings;
import ballast.language.Stemmer;
import ballast.links.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well two tokens translate each other, wherever they stand. Not thread-safe. */
final class PairStrength {

  private static final double EQUAL = 0.95;
  private static final double SAME_STEM = 0.8;

  /** How much the translations of a part of a word count when those of the whole are unknown. */
  private static final double PART_WEIGHT = 0.4;

  /** Function words are beside everything, so the lexicon links them with everything. */
  private static final double FUNCTION_WEIGHT = 0.1;

  /** In characters; a longer word is often rendered by one word for each part. */
  private static final int MAX_SIMPLE = 2;

  private final ChineseWords words;
  private final Renderings renderings;
  private final Stemmer stemmer = new Stemmer();
  private final Map<String, Map<String, Double>> known = new HashMap<>();
  private final Map<String, List<String>> parts = new HashMap<>();

  PairStrength(ChineseWords words, Renderings renderings) {
    this.words = words;
    this.renderings = renderings;
  }

  /** In [0, 1]; 0 when nothing shows that they belong together. */
  double of(Token one, Token other) {
    if (one.isMark() || other.isMark()) {
      return 0;
    }
    if (one.isUntranslatable() || other.isUntranslatable()) {
      return 0;
    }
    if (one.key().equals(other.key())) {
      return EQUAL;
    }
    if (one.kind() == Kind.NUMBER && other.kind() == Kind.NUMBER) {
      return haveSameValue(one, other) ? EQUAL : 0;
    }
    boolean chinese = isChinese(one);
    if (chinese == isChinese(other)) {
      return !chinese && haveSameStem(one, other) ? SAME_STEM : 0;
    }
    String han = (chinese ? one : other).key();
    String word = (chinese ? other : one).key();
    double translation =
        known
            .computeIfAbsent(han, key -> new HashMap<>())
            .computeIfAbsent(word, key -> translation(han, key));
    return one.isGrammar() == other.isGrammar() ? translation : FUNCTION_WEIGHT * translation;
  }

  private static boolean isChinese(Token token) {
    return token.kind() == Kind.HAN
        || (token.kind() == Kind.NUMBER && token.key().chars().anyMatch(c -> c >= 0x3000));
  }

  private static boolean haveSameValue(Token one, Token other) {
    return one.numbers().stream().anyMatch(number -> !number.isMissingIn(other.numbers()));
  }

  private boolean haveSameStem(Token one, Token other) {
    return isPlain(one.key())
        && isPlain(other.key())
        && stemmer.stem(one.key()).equals(stemmer.stem(other.key()));
  }

  private static boolean isPlain(String word) {
    return word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private double translation(String han, String word) {
    double whole = renderings.probability(han, word);
    if (han.length() < 2 || (whole > 0 && han.length() <= MAX_SIMPLE)) {
      return whole;
    }
    double best = 0;
    for (String part : parts.computeIfAbsent(han, this::partsOf)) {
      best = Math.max(best, renderings.probability(part, word));
    }
    return Math.max(whole, PART_WEIGHT * best);
  }

  private List<String> partsOf(String han) {
    ChineseWords.Cut cut = words.parts(han);
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= han.length(); at++) {
      if (at == han.length() || cut.endsAt(at)) {
        found.add(han.substring(from, at));
        from = at;
      }
    }
    return List.copyOf(found);
  }
}
