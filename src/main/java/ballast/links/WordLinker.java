package ballast.links;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.PinyinSpellings;
import ballast.language.Renderings;
import ballast.language.Stemmer;
import ballast.links.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds the word translations between a sentence and its translation, Chinese and English in either
 * direction. Thread-safe.
 *
 * <p>The strength of a link is the product of both directions (P. Liang, B. Taskar, D. Klein,
 * "Alignment by agreement", 2006): the share of a word among all words that could translate the
 * other, and the reverse. Words in a similar place are preferred, then words next to other linked
 * words. A word without a known translation is linked to an unlinked word near its neighbours'
 * links.
 */
final class WordLinker {

  private static final int ROUNDS = 3;

  /** Maximum product of both token counts, for memory: 2,000 Chinese characters are allowed. */
  private static final long MAX_PAIRS = 2_000_000;

  private final ChineseWords words;
  private final Renderings renderings;
  private final TokenReader reader;

  WordLinker(ChineseWords words, Renderings renderings) {
    this.words = words;
    this.renderings = renderings;
    this.reader = new TokenReader(words);
  }

  /**
   * @param cuts offsets into the source that no token contains except at its edges
   * @return empty if the sentences are too long
   */
  Optional<WordLinks> link(String source, Set<Integer> cuts, String target) {
    List<Token> from = reader.read(source, cuts);
    List<Token> to = reader.read(target, Set.of());
    if ((long) from.size() * to.size() > MAX_PAIRS) {
      return Optional.empty();
    }
    float[][] known = strengths(from, to);
    new SpelledNames(to, words).find(from, (i, j) -> known[i][j] = 1);
    new SpelledNames(from, words).find(to, (j, i) -> known[i][j] = 1);
    Agreement agreement = new Agreement(from, to, known);
    for (int round = 1; round < ROUNDS; round++) {
      agreement.next();
    }
    return Optional.of(new WordLinks(from, to, agreement.links(), known));
  }

  private float[][] strengths(List<Token> from, List<Token> to) {
    PairStrength strength = new PairStrength(words, renderings);
    float[][] known = new float[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        known[i][j] = (float) strength.of(from.get(i), to.get(j));
      }
    }
    return known;
  }

  /** Splits a sentence, Chinese or not, into tokens. Thread-safe. */
  static final class TokenReader {

    /** Symbols with the same form and a meaning of their own in both languages. */
    private static final String SYMBOLS = "#@&*+=$\\|^~<>§€£¥°%‰";

    private final ChineseWords words;

    TokenReader(ChineseWords words) {
      this.words = words;
    }

    /** The tokens of a text, in order; white space belongs to none. */
    List<Token> read(String text, Set<Integer> cuts) {
      return new Reading(text, cuts, numbers(text, cuts)).tokens();
    }

    private static List<Token> numbers(String text, Set<Integer> cuts) {
      List<Token> found = new ArrayList<>();
      for (NumberValue number : NumberReader.read(text)) {
        Span span = withOrdinal(number.span(), text);
        List<NumberValue> values = new ArrayList<>(List.of(number));
        while (!found.isEmpty() && found.get(found.size() - 1).span().end() > span.start()) {
          Token last = found.remove(found.size() - 1);
          values.addAll(0, last.numbers());
          span =
              new Span(
                  Math.min(span.start(), last.span().start()),
                  Math.max(span.end(), last.span().end()));
        }
        String key = text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
        found.add(new Token(span, Kind.NUMBER, key, false, List.copyOf(values)));
      }
      found.removeIf(token -> isCut(token.span(), cuts) || isPartOfWord(token.span(), text));
      return found;
    }

    /** Adds a preceding 第, which the number reader leaves out. */
    private static Span withOrdinal(Span span, String text) {
      return text.startsWith("第", span.start() - 1) ? new Span(span.start() - 1, span.end()) : span;
    }

    private static boolean isCut(Span span, Set<Integer> cuts) {
      return cuts.stream().anyMatch(cut -> cut > span.start() && cut < span.end());
    }

    private static boolean isPartOfWord(Span span, String text) {
      return (span.start() > 0 && isLatin(text.codePointBefore(span.start())))
          || (span.end() < text.length()
              && isLatin(text.codePointAt(span.end()))
              && isLatin(text.codePointBefore(span.end())));
    }

    /** Whether a code point belongs to a word that is not Chinese. */
    private static boolean isLatin(int c) {
      return c == '_' || (Character.isLetterOrDigit(c) && !Han.isHan(c));
    }

    private static boolean isApostrophe(int c) {
      return c == '\'' || c == '’';
    }

    private final class Reading {

      private final String text;
      private final Set<Integer> cuts;
      private final List<Token> numbers;
      private final List<Token> found = new ArrayList<>();

      /** Count of the numbers passed so far. */
      private int passed;

      Reading(String text, Set<Integer> cuts, List<Token> numbers) {
        this.text = text;
        this.cuts = cuts;
        this.numbers = numbers;
      }

      List<Token> tokens() {
        int at = 0;
        while (at < text.length()) {
          int c = text.codePointAt(at);
          if (isNumberAt(at)) {
            Token number = numbers.get(passed++);
            found.add(number);
            at = number.span().end();
          } else if (Han.isHan(c)) {
            at = chinese(at);
          } else if (isLatin(c)) {
            at = word(at);
          } else {
            int end = at + Character.charCount(c);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
              String key = text.substring(at, end);
              add(at, end, SYMBOLS.contains(key) ? Kind.WORD : Kind.MARK, key);
            }
            at = end;
          }
        }
        return List.copyOf(found);
      }

      private boolean isNumberAt(int at) {
        return passed < numbers.size() && numbers.get(passed).span().start() == at;
      }

      private void add(int start, int end, Kind kind, String key) {
        boolean capital = Character.isUpperCase(text.codePointAt(start));
        found.add(Token.of(new Span(start, end), kind, key, capital));
      }

      private int word(int start) {
        int end = start;
        while (end < text.length() && (end == start || !isEdge(end))) {
          int c = text.codePointAt(end);
          boolean inside =
              isApostrophe(c) && end + 1 < text.length() && isLatin(text.codePointAt(end + 1));
          if (!isLatin(c) && !inside) {
            break;
          }
          end += Character.charCount(c);
        }
        String key = text.substring(start, end).replace('’', '\'').toLowerCase(Locale.ROOT);
        add(start, end, Kind.WORD, key);
        return end;
      }

      private boolean isEdge(int at) {
        return cuts.contains(at) || isNumberAt(at);
      }

      /** Whether the run continues a number as in 三十日内, where 日内 is no word. */
      private boolean isUnitOfTime(int start, CharSequence run) {
        return run.length() > 1
            && passed > 0
            && numbers.get(passed - 1).span().end() == start
            && "年月日天周週".indexOf(run.charAt(0)) >= 0
            && "内內前后後间間来來里裡起".indexOf(run.charAt(1)) >= 0;
      }

      private int chinese(int start) {
        StringBuilder run = new StringBuilder();
        int end = start;
        while (end < text.length() && !isNumberAt(end) && Han.isHan(text.codePointAt(end))) {
          int c = text.codePointAt(end);
          int simplified = words.simplified(c);
          boolean sameLength = Character.charCount(simplified) == Character.charCount(c);
          run.appendCodePoint(sameLength ? simplified : c);
          end += Character.charCount(c);
        }
        ChineseWords.Cut cut = words.cut(run.toString());
        int from = 0;
        for (int at = 1; at <= run.length(); at++) {
          boolean inside = at < run.length() && Character.isLowSurrogate(run.charAt(at));
          boolean unit = at == 1 && isUnitOfTime(start, run);
          boolean ends = cut.endsAt(at) || unit || at == run.length();
          if (!inside && (ends || cuts.contains(start + at))) {
            add(start + from, start + at, Kind.HAN, run.substring(from, at));
            from = at;
          }
        }
        return end;
      }
    }
  }

  /** Finds Chinese names that the other sentence spells in pinyin: 建国 and Jianguo. */
  private static final class SpelledNames {

    /** Maximum characters; longer names are hardly ever spelled as one word. */
    private static final int MAX_HAN = 4;

    private final ChineseWords words;

    /** For each capitalised word, in lower case, the positions of its tokens. */
    private final Map<String, List<Integer>> names = new HashMap<>();

    private final PinyinSpellings spellings;

    /**
     * @param tokens of the sentence that spells names
     */
    SpelledNames(List<Token> tokens, ChineseWords words) {
      this.words = words;
      for (int j = 0; j < tokens.size(); j++) {
        Token token = tokens.get(j);
        if (token.kind() == Kind.WORD && token.span().length() > 1 && token.capital()) {
          names.computeIfAbsent(token.key(), key -> new ArrayList<>()).add(j);
        }
      }
      this.spellings = new PinyinSpellings(names.keySet());
    }

    /** Reports the positions of each Chinese token and of the token that spells it or a part. */
    void find(List<Token> chinese, BiConsumer<Integer, Integer> spelled) {
      if (names.isEmpty()) {
        return;
      }
      StringBuilder han = new StringBuilder();
      List<Integer> owners = new ArrayList<>();
      for (int i = 0; i <= chinese.size(); i++) {
        boolean isHan = i < chinese.size() && chinese.get(i).kind() == Kind.HAN;
        if (!isHan) {
          read(han.toString(), owners, spelled);
          han.setLength(0);
          owners.clear();
        } else {
          han.append(chinese.get(i).key());
          while (owners.size() < han.length()) {
            owners.add(i);
          }
        }
      }
    }

    private void read(String han, List<Integer> owners, BiConsumer<Integer, Integer> spelled) {
      for (int start = 0; start < han.length(); start++) {
        List<String> readings = List.of("");
        for (int end = start + 1; end <= Math.min(han.length(), start + MAX_HAN); end++) {
          readings = spellings.extend(readings, words.readings(han.charAt(end - 1)));
          if (end == start + 1 && start > 0 && owners.get(start).equals(owners.get(start - 1))) {
            continue; // 理 of 总理 is not Li
          }
          for (String reading : readings) {
            for (int j : names.getOrDefault(reading, List.of())) {
              owners.subList(start, end).stream().distinct().forEach(i -> spelled.accept(i, j));
            }
          }
          if (readings.isEmpty()) {
            break;
          }
        }
      }
    }
  }

  /** The links of two sentences in rounds; each round uses the links of the previous one. */
  private static final class Agreement {

    /** Strength of two content words without any known translation. */
    private static final double UNKNOWN = 0.004;

    /** Weight of the case that a word has no translation. */
    private static final double NONE = 0.003;

    /** How fast the preference for the same relative place falls. */
    private static final double PLACE = 2;

    /** Chinese characters per English word. */
    private static final double HAN_LENGTH = 1.5;

    /** Maximum distance, in tokens, at which linked words support a link. */
    private static final int NEAR = 3;

    /** The weight of a link without support from neighbours. */
    private static final double ALONE = 0.15;

    /** Minimum strength of a link that supports others. */
    private static final double MIN_SUPPORT = 0.02;

    /** For each source and target token, the strength of their translation at their places. */
    private final float[][] base;

    private final float[][] links;
    private final double[] fromSize;
    private final double[] toSize;

    /**
     * @param known the strength of two tokens' translation, regardless of place
     */
    Agreement(List<Token> from, List<Token> to, float[][] known) {
      this.fromSize = sizes(from);
      this.toSize = sizes(to);
      this.base = new float[from.size()][to.size()];
      this.links = new float[from.size()][to.size()];
      for (int i = 0; i < from.size(); i++) {
        for (int j = 0; j < to.size(); j++) {
          boolean both = from.get(i).isContent() && to.get(j).isContent();
          double place = Math.abs((i + 0.5) / from.size() - (j + 0.5) / to.size());
          double strength = Math.max(known[i][j], both ? UNKNOWN : 0);
          base[i][j] = (float) (strength * Math.exp(-PLACE * place));
        }
      }
      agree(base);
    }

    float[][] links() {
      return links;
    }

    /** Prefers links next to others. */
    void next() {
      float[][] weights = support();
      for (int i = 0; i < weights.length; i++) {
        for (int j = 0; j < weights[i].length; j++) {
          weights[i][j] = (float) (base[i][j] * (ALONE + Math.min(1, weights[i][j])));
        }
      }
      agree(weights);
    }

    /** The usual number of words of the other language for each word. */
    private static double[] sizes(List<Token> tokens) {
      return tokens.stream()
          .mapToDouble(
              token ->
                  token.kind() == Kind.HAN ? Math.max(1, token.span().length() / HAN_LENGTH) : 1)
          .toArray();
    }

    /**
     * The product of the shares in both directions; a word for several gives each its full share.
     */
    private void agree(float[][] weights) {
      double[] columnSum = new double[toSize.length];
      Arrays.fill(columnSum, NONE);
      for (float[] row : weights) {
        for (int j = 0; j < row.length; j++) {
          columnSum[j] += row[j];
        }
      }
      for (int i = 0; i < weights.length; i++) {
        double rowSum = NONE;
        for (float weight : weights[i]) {
          rowSum += weight;
        }
        for (int j = 0; j < toSize.length; j++) {
          double forward = Math.min(1, fromSize[i] * weights[i][j] / rowSum);
          double backward = Math.min(1, toSize[j] * weights[i][j] / columnSum[j]);
          links[i][j] = (float) (forward * backward);
        }
      }
    }

    private float[][] support() {
      float[][] support = new float[fromSize.length][toSize.length];
      for (int i = 0; i < links.length; i++) {
        for (int j = 0; j < links[i].length; j++) {
          if (links[i][j] >= MIN_SUPPORT) {
            spread(i, j, support);
          }
        }
      }
      return support;
    }

    private void spread(int i, int j, float[][] support) {
      for (int p = Math.max(0, i - NEAR); p <= Math.min(support.length - 1, i + NEAR); p++) {
        for (int q = Math.max(0, j - NEAR); q <= Math.min(support[p].length - 1, j + NEAR); q++) {
          if (p != i || q != j) {
            support[p][q] += links[i][j] / (1 + Math.abs(p - i) + Math.abs(q - j));
          }
        }
      }
    }
  }

  /** The strength of two tokens' translation, regardless of place. Not thread-safe. */
  private static final class PairStrength {

    private static final double EQUAL = 0.95;
    private static final double SAME_STEM = 0.8;

    /** Weight of the translations of a word's part if those of the whole are unknown. */
    private static final double PART_WEIGHT = 0.4;

    /** Function words are next to everything, so the lexicon links them with everything. */
    private static final double FUNCTION_WEIGHT = 0.1;

    /**
     * Maximum characters of a simple word; each part of a longer one often has its own translation.
     */
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

    /** In [0, 1]; 0 if there is no evidence. */
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
}
