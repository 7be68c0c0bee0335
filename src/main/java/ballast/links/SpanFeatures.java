package ballast.links;

import ballast.bitext.Range;
import ballast.links.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

/**
 * Evidence for and against a range of target words as the translation of marked source words, as
 * named features; {@link SpanSearch.SpanWeights} has their weights. Nearly all features belong to
 * one word or to one edge of the range, so that the best range is found quickly.
 */
final class SpanFeatures {

  /**
   * Minimum share of a token that translates marked words, or others, to count as linked to them.
   */
  private static final double LINKED = 0.5;

  /** Chinese characters per English word. */
  private static final double CHARACTERS = 1.7;

  /** Maximum ratio of a range's length to the marked text's, before {@link #MAX_EXCESS} words. */
  private static final double MAX_RATIO = 4;

  private static final double MAX_EXCESS = 6;

  /** Words that make an article part of a number: a few, the majority. */
  private static final Set<String> COUNTS =
      Set.of(
          "few",
          "dozen",
          "hundred",
          "thousand",
          "million",
          "billion",
          "couple",
          "lot",
          "majority",
          "number");

  private final List<Token> source;
  private final List<Token> target;
  private final Range marked;
  private final WordLinks links;
  private final MarkedShares shares;
  private final Nesting nesting;
  private final FunctionWordFeatures functionWords;

  /** The language of the target, as a suffix of feature names. */
  private final String language;

  /** Sums over the target tokens before each offset. */
  private final double[] size;

  private final double[] free;
  private final double[] clauseEnds;
  private final double markedSize;
  private final double markedClauseEnds;

  SpanFeatures(WordLinks links, Range marked) {
    this.source = links.source();
    this.target = links.target();
    this.marked = marked;
    this.links = links;
    this.shares = new MarkedShares(links, marked);
    this.nesting = new Nesting(target);
    this.functionWords = new FunctionWordFeatures(links, marked);
    this.language = target.stream().anyMatch(token -> token.kind() == Kind.HAN) ? " zh" : " en";
    this.size = sums(j -> size(target.get(j)));
    this.free = sums(j -> target.get(j).isContent() ? shares.free(j) : 0);
    this.clauseEnds = sums(j -> clauseEnd(target.get(j)));
    this.markedSize = marked.of(source).stream().mapToDouble(SpanFeatures::size).sum();
    this.markedClauseEnds = marked.of(source).stream().mapToDouble(SpanFeatures::clauseEnd).sum();
  }

  private double[] sums(IntToDoubleFunction value) {
    double[] sums = new double[target.size() + 1];
    for (int j = 0; j < target.size(); j++) {
      sums[j + 1] = sums[j] + value.applyAsDouble(j);
    }
    return sums;
  }

  private static double size(Token token) {
    return switch (token.kind()) {
      case MARK -> 0;
      case HAN -> Math.max(1, token.span().length() / CHARACTERS);
      case WORD, NUMBER -> 1;
    };
  }

  private static double clauseEnd(Token token) {
    return Punctuation.endsClause(token) ? 1 : 0;
  }

  boolean canBegin(int start) {
    return !target.get(start).isMark() && (start == 0 || !nesting.isHyphen(start - 1));
  }

  boolean canEnd(int end) {
    return !target.get(end - 1).isMark() && (end == target.size() || !nesting.isHyphen(end));
  }

  boolean isTooLong(int start, int end) {
    return size[end] - size[start] > MAX_RATIO * markedSize + MAX_EXCESS;
  }

  void token(int j, FeatureSink sink) {
    Token token = target.get(j);
    // Chinese has no articles, so their links are accidents.
    if (!token.isMark() && !isArticle(j)) {
      String kind = token.isContent() ? "content" : "function";
      sink.add(kind + " of marked words", shares.inside[j]);
      sink.add(kind + " of other words", shares.other(j));
      sink.add(kind + " of no words", shares.free(j));
    }
    sink.add("covers marked content", shares.content[j]);
    sink.add("covers marked function words", shares.function[j]);
    sink.add("covers other content", shares.rest[j]);
  }

  void begin(int start, FeatureSink sink) {
    word("first", start, sink);
    word("before", start - 1, sink);
    WordClass first = WordClass.of(target.get(start));
    sink.add("first: " + first.label(), 1);
    sink.add("first" + status(start) + language, 1);
    sink.add("before: " + classAt(start - 1), 1);
    sink.add("before" + status(start - 1) + language, 1);
    sink.add(
        "clause begins: " + beginsClause(source, marked.start()) + beginsClause(target, start), 1);
    String kind = kind(target.get(start));
    sink.add(kind + (kind.equals(kind(source.get(marked.start()))) ? " alike" : " first"), 1);
    if (first == WordClass.ARTICLE) {
      sink.add("article of a name", isName(start) ? 1 : 0);
      sink.add("article of a count", isCount(start + 1) ? 1 : 0);
    }
    if (start > 0) {
      sink.add("names before", isName(start) && isName(start - 1) ? 1 : 0);
      if (marked.start() > 0) {
        sink.add("link before", links.link(marked.start() - 1, start - 1));
      }
    }
    sink.add("link of the first", links.link(marked.start(), start));
    functionWords.begin(start, sink);
  }

  /** The features of the last token, the one before an offset. */
  void end(int end, FeatureSink sink) {
    word("last", end - 1, sink);
    word("after", end, sink);
    String last = classAt(end - 1);
    sink.add("last: " + last, 1);
    sink.add("last" + status(end - 1) + language, 1);
    sink.add("after: " + classAt(end), 1);
    sink.add("after" + status(end) + language, 1);
    sink.add("clause ends: " + endsClause(source, marked.end()) + endsClause(target, end), 1);
    if (end < target.size()) {
      sink.add("names after", isName(end) && isName(end - 1) ? 1 : 0);
      if (marked.end() < source.size()) {
        sink.add("link after", links.link(marked.end(), end));
      }
      if (WordClass.isNounEnding(target.get(end))) {
        sink.add("ending after" + status(end), 1);
      }
      if (target.get(end).isContent()) {
        sink.add("after" + status(end) + language + ", then " + classAt(end + 1), 1);
      }
      if (isUnit(end)) {
        sink.add("unit after" + status(end), 1);
      }
    }
    sink.add("link of the last", links.link(marked.end() - 1, end - 1));
    functionWords.end(end, sink);
  }

  void stretch(int start, int end, FeatureSink sink) {
    sink.add("free words" + language, Math.abs(free[end] - free[start] - shares.unlinked));
    sink.add("clauses", Math.abs(clauseEnds[end] - clauseEnds[start] - markedClauseEnds));
    double ratio = Math.log((size[end] - size[start] + 0.5) / (markedSize + 0.5));
    sink.add("length" + language, ratio);
    sink.add("length squared" + language, ratio * ratio);
    sink.add("unbalanced", nesting.isBalanced(start, end) ? 0 : 1);
    functionWords.stretch(start, end, sink);
  }

  private void word(String place, int j, FeatureSink sink) {
    if (j >= 0 && j < target.size() && WordClass.of(target.get(j)).isListed()) {
      sink.add(place + " word: " + target.get(j).key(), 1);
    }
  }

  /** Whether a token is one Chinese character after a number: 第八 | 条. */
  private boolean isUnit(int j) {
    WordClass unit = WordClass.of(target.get(j));
    return target.get(j - 1).kind() == Kind.NUMBER
        && (unit == WordClass.CHARACTER || unit == WordClass.CHINESE_MEASURE);
  }

  private String classAt(int j) {
    return (j < 0 || j >= target.size() ? WordClass.NONE : WordClass.of(target.get(j))).label();
  }

  private String status(int j) {
    if (j < 0 || j == target.size() || target.get(j).isMark()) {
      return "";
    }
    return shares.inside[j] >= LINKED
        ? " of marked words"
        : shares.other(j) >= LINKED ? " of other words" : " of no words";
  }

  /** The kind of word that begins a phrase in both languages. */
  private static String kind(Token token) {
    return switch (WordClass.of(token)) {
      case PREPOSITION, CHINESE_PREPOSITION -> "preposition";
      case CONJUNCTION, CHINESE_CONJUNCTION -> "conjunction";
      case AUXILIARY, MODAL, CHINESE_ADVERB -> "auxiliary";
      case POSSESSIVE, DEMONSTRATIVE, CHINESE_DEMONSTRATIVE -> "determiner";
      default -> "word";
    };
  }

  private boolean isArticle(int j) {
    return WordClass.of(target.get(j)) == WordClass.ARTICLE;
  }

  private boolean isCount(int j) {
    return j < target.size() && COUNTS.contains(target.get(j).key());
  }

  private boolean isName(int j) {
    return target.get(j).capital() && j > 0 && !Punctuation.endsSentence(target.get(j - 1));
  }

  private static String beginsClause(List<Token> tokens, int i) {
    return i == 0 || tokens.get(i - 1).isMark() ? " yes" : " no";
  }

  private static String endsClause(List<Token> tokens, int i) {
    return i == tokens.size() || tokens.get(i).isMark() ? " yes" : " no";
  }

  /** For each target token, its share that translates marked source words, and the reverse. */
  private static final class MarkedShares {

    /** The share of each target token that translates marked words, in [0, 1]. */
    final double[] inside;

    /** The number of marked content words that each target token translates, in parts of words. */
    final double[] content;

    /** The number of marked function words and marks that it translates. */
    final double[] function;

    /** The number of unmarked content words that it translates. */
    final double[] rest;

    /** The number of marked content words without a translation. */
    final double unlinked;

    private final double[] all;

    MarkedShares(WordLinks links, Range marked) {
      this.inside = links.shares(marked);
      this.all = links.shares(new Range(0, links.source().size()));
      this.content = new double[inside.length];
      this.function = new double[inside.length];
      this.rest = new double[inside.length];
      double left = 0;
      for (int i = 0; i < links.source().size(); i++) {
        boolean isMarked = i >= marked.start() && i < marked.end();
        boolean isContent = links.source().get(i).isContent();
        if (isMarked || isContent) {
          double said = links.spend(i, isMarked ? isContent ? content : function : rest);
          left += isMarked && isContent ? 1 - said : 0;
        }
      }
      this.unlinked = left;
    }

    /** The share of a target token that translates other words. */
    double other(int j) {
      return all[j] - inside[j];
    }

    /** The share of a target token that translates nothing. */
    double free(int j) {
      return 1 - all[j];
    }
  }

  /** Finds ranges of a sentence that split brackets, quotations or hyphenated words. */
  static final class Nesting {

    private final List<Token> tokens;

    /** The number of open pairs of marks before each token, and at the end. */
    private final int[] depth;

    /** For each token, the first offset after it at which a pair opened before it is closed. */
    private final int[] left;

    Nesting(List<Token> tokens) {
      this.tokens = tokens;
      int n = tokens.size();
      int[] change = new int[n + 1];
      for (Range inner : Punctuation.quoted(tokens)) {
        change[inner.start() - 1]++;
        change[inner.end()]--;
      }
      this.depth = new int[n + 1];
      for (int j = 0; j < n; j++) {
        depth[j + 1] = depth[j] + change[j];
      }
      this.left = new int[n + 1];
      for (int j = n; j >= 0; j--) {
        int at = j + 1;
        while (at <= n && depth[at] >= depth[j]) {
          at = left[at];
        }
        left[j] = at;
      }
    }

    boolean isBalanced(int start, int end) {
      return depth[start] == depth[end] && end < left[start];
    }

    boolean isHyphen(int j) {
      return j > 0
          && j + 1 < tokens.size()
          && tokens.get(j).key().equals("-")
          && tokens.get(j - 1).span().end() == tokens.get(j).span().start()
          && tokens.get(j + 1).span().start() == tokens.get(j).span().end();
    }
  }

  /**
   * Whether a function word at the edge of a range belongs to it: an article, a Chinese preposition
   * or 的. That depends on the rest of the range and on the marked words.
   */
  private static final class FunctionWordFeatures {

    /** Minimum share of a token aligned to the first marked word. */
    private static final double LINKED = 0.3;

    /** Maximum words of a noun with its article and an adjective; a clause has more. */
    private static final int NOUN = 3;

    /** English verb forms that make a phrase a clause. */
    private static final Set<String> FINITE =
        Set.of(
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
            "cannot", "shall", "should", "may", "might", "must", "does", "did");

    private final List<Token> source;
    private final List<Token> target;
    private final WordLinks links;

    private final int marked;

    private final boolean attributive;

    /** Counts of such words among the target tokens before each offset. */
    private final int[] finite;

    private final int[] subordinating;

    FunctionWordFeatures(WordLinks links, Range marked) {
      this.source = links.source();
      this.target = links.target();
      this.links = links;
      this.marked = marked.start();
      this.attributive = marked.of(source).stream().anyMatch(FunctionWordFeatures::isDe);
      this.finite = counts(token -> FINITE.contains(token.key()));
      this.subordinating =
          counts(token -> is(token, WordClass.PREPOSITION) || is(token, WordClass.RELATIVE));
    }

    private int[] counts(Predicate<Token> counted) {
      int[] counts = new int[target.size() + 1];
      for (int j = 0; j < target.size(); j++) {
        counts[j + 1] = counts[j] + (counted.test(target.get(j)) ? 1 : 0);
      }
      return counts;
    }

    void begin(int start, FeatureSink sink) {
      boolean first = isAt(start, WordClass.CHINESE_PREPOSITION);
      if (first || isAt(start - 1, WordClass.CHINESE_PREPOSITION)) {
        preposition(start, first, sink);
      }
      if (isOne(source.get(marked))) {
        sink.add("article of one", isArticle(start) ? 1 : 0);
        sink.add("article before one", isArticle(start - 1) ? 1 : 0);
      }
      String there = WordClass.of(source.get(marked)).label();
      sink.add("one for " + there, isOne(target.get(start)) ? 1 : 0);
      sink.add("one before " + there, start > 0 && isOne(target.get(start - 1)) ? 1 : 0);
    }

    /**
     * In Chinese, the object of a preposition comes before the verb. If the marked words begin with
     * a verb, the first Chinese word therefore translates another one, and the preposition belongs
     * to it.
     */
    private void preposition(int start, boolean inside, FeatureSink sink) {
      String preposition = inside ? "preposition inside" : "preposition outside";
      int object = inside ? start + 1 : start;
      boolean later = object >= target.size() || links.link(marked, object) < LINKED;
      String there = WordClass.of(source.get(marked)).label();
      sink.add(preposition + ", " + there + (later ? " later" : " first"), 1);
      boolean verb = marked > 0 && isBeforeVerb(source.get(marked - 1));
      sink.add(preposition + (verb ? " with a verb" : " without a verb"), 1);
    }

    private static boolean isBeforeVerb(Token token) {
      return token.key().equals("to") || is(token, WordClass.MODAL) || is(token, WordClass.PRONOUN);
    }

    void end(int end, FeatureSink sink) {
      if (isDe(target.get(end - 1))) {
        sink.add("attributive inside, clause ends:" + endsClause(end), 1);
      }
      if (end < target.size() && isDe(target.get(end))) {
        sink.add("attributive outside, clause ends:" + endsClause(end + 1), 1);
      }
    }

    void stretch(int start, int end, FeatureSink sink) {
      boolean inside = isArticle(start);
      if (!inside && !isArticle(start - 1)) {
        return;
      }
      int article = inside ? start : start - 1;
      String edge = inside ? " inside" : " outside";
      if (finite[end] > finite[start]) {
        sink.add("clause, article" + edge, 1);
      }
      String phrase = subordinating[end] > subordinating[start] ? " of a phrase" : " of words";
      String key = target.get(article).key().equals("the") ? "the" : "a";
      sink.add(key + edge + phrase + (attributive ? " with attributive" : ""), 1);
      if (article > 0 && beginsClause(target.get(article - 1))) {
        String length = end - start > NOUN ? ", long" : "";
        sink.add("article" + edge + " after conjunction" + length + endsClause(end), 1);
      }
    }

    private static boolean beginsClause(Token token) {
      return is(token, WordClass.RELATIVE) || token.key().equals("until");
    }

    private String endsClause(int end) {
      return end == target.size() || target.get(end).isMark() ? " yes" : " no";
    }

    private boolean isArticle(int j) {
      return isAt(j, WordClass.ARTICLE);
    }

    private boolean isAt(int j, WordClass one) {
      return j >= 0 && is(target.get(j), one);
    }

    private static boolean is(Token token, WordClass one) {
      return WordClass.of(token) == one;
    }

    private static boolean isDe(Token token) {
      return token.key().equals("的");
    }

    /** Whether it is a Chinese word for one, usually with a measure: 一条. */
    private static boolean isOne(Token token) {
      return (token.kind() == Kind.HAN || token.kind() == Kind.NUMBER)
          && token.key().startsWith("一");
    }
  }

  @FunctionalInterface
  interface FeatureSink {

    void add(String feature, double value);
  }

  /**
   * The role of a token near the edge of a phrase. Marked text hardly ever begins with some classes
   * of words or ends with others.
   */
  enum WordClass {
    ARTICLE("a an the"),
    POSSESSIVE("my your his her its our their"),
    DEMONSTRATIVE("this these those"),
    CONJUNCTION("and or but"),
    PREPOSITION(
        "of in on to for from into as by at with after before within under over above against about"
            + " through between during without per than since until"),
    AUXILIARY("is are was were be been being am has have had"),
    MODAL("will would can could cannot shall should may might must do does did not"),
    RELATIVE("that which who whose what where when if whether because while"),
    PRONOUN("it them they we us he she i you him me"),
    CHINESE_ATTRIBUTIVE("的 之"),
    CHINESE_ASPECT("了 着 过"),
    CHINESE_CONJUNCTION("和 与 及 以及 或 或者 并 并且 而 而且 且 但 但是"),
    CHINESE_PREPOSITION("在 于 对 将 把 被 从 由 到 向 往 用 以 按 按照 根据 通过 比 跟 同 因 因为 由于 自 为 给 让 使"),
    CHINESE_LOCALIZER("里 中 内 外 间 前 后 时 上 下 之后 之前 之间 起 以来 期间"),
    CHINESE_MEASURE("个 条 棵 张 种 些 类 位 名 项 次 座 段 组 只 本 份 件 家 场 阵 口 盏"),
    CHINESE_ADVERB("也 都 还 又 就 才 只 不 已 已经 很 更 最 会 能 可 可以 要 应 应当 必须 须 是 有 所"),
    CHINESE_DEMONSTRATIVE("这 那 此 该 其 各 每 某 这个 那个 这些 那些 这种 那种"),
    /** One Chinese character that is in none of the classes above. */
    CHARACTER(""),
    CHINESE_WORD(""),
    WORD(""),
    NUMBER(""),
    MARK(""),
    /** Before the first and after the last token. */
    NONE("");

    private static final String NOUN_ENDINGS =
        "家师员者度性率量器机单表书证费部处局厅站场院馆店厂室式型版址队方罪品物力法期线路区价额具权税会团所界业类";

    private static final Map<String, WordClass> LISTED = listed();

    private final String words;

    WordClass(String words) {
      this.words = words;
    }

    private static Map<String, WordClass> listed() {
      Map<String, WordClass> listed = new HashMap<>();
      for (WordClass one : values()) {
        for (String word : one.words.split(" ")) {
          listed.put(word, one);
        }
      }
      return Map.copyOf(listed);
    }

    static WordClass of(Token token) {
      return switch (token.kind()) {
        case NUMBER -> NUMBER;
        case MARK -> MARK;
        case WORD -> LISTED.getOrDefault(token.key(), WORD);
        case HAN ->
            LISTED.getOrDefault(token.key(), token.span().length() == 1 ? CHARACTER : CHINESE_WORD);
      };
    }

    boolean isListed() {
      return !words.isEmpty();
    }

    /** Whether a token is an ending of Chinese nouns without an English word of its own. */
    static boolean isNounEnding(Token token) {
      return token.kind() == Kind.HAN
          && token.span().length() == 1
          && NOUN_ENDINGS.contains(token.key());
    }

    /** The class as it appears in feature names, for example "article". */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
