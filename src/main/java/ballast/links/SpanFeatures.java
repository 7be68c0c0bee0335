package ballast.links;

import ballast.bitext.Range;
import ballast.links.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * What speaks for and against a stretch of target words as the translation of marked source words:
 * named features, of which {@link SpanWeights} has the weights. Nearly all of them belong to one
 * word or to one edge of the stretch, so that the best stretch is found in a short time.
 */
final class SpanFeatures {

  /** A token of which this share translates marked words, or others, counts as linked to them. */
  private static final double LINKED = 0.5;

  /** How many Chinese characters an English word stands for. */
  private static final double CHARACTERS = 1.7;

  /** A stretch may be this many times as long as the marked text, and a few words longer. */
  private static final double MAX_RATIO = 4;

  private static final double MAX_EXCESS = 6;

  /** Words before which an article is part of the number: a few, the majority. */
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
  private final MarkedShares shares;
  private final Nesting nesting;
  private final FunctionWordFeatures functionWords;

  /** The language of the target, as the names of features end. */
  private final String language;

  /** Sums over the target tokens before each offset. */
  private final double[] size;

  private final double[] free;
  private final double[] clauseEnds;
  private final double markedSize;
  private final double markedClauseEnds;

  /**
   * @param marked source tokens; not empty
   */
  SpanFeatures(WordLinks links, Range marked) {
    this.source = links.source();
    this.target = links.target();
    this.marked = marked;
    this.shares = new MarkedShares(links, marked);
    this.nesting = new Nesting(target);
    this.functionWords = new FunctionWordFeatures(links, marked, shares);
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

  /** Whether a stretch can begin at a token. */
  boolean canBegin(int start) {
    return !target.get(start).isMark() && (start == 0 || !nesting.isHyphen(start - 1));
  }

  /** Whether a stretch can end before an offset. */
  boolean canEnd(int end) {
    return !target.get(end - 1).isMark() && (end == target.size() || !nesting.isHyphen(end));
  }

  /** Whether a stretch is too long for the marked words, as all longer ones are. */
  boolean isTooLong(int start, int end) {
    return size[end] - size[start] > MAX_RATIO * markedSize + MAX_EXCESS;
  }

  /** The features of a token inside. */
  void token(int j, FeatureSink sink) {
    Token token = target.get(j);
    // Chinese has no articles, so their links are accidents.
    if (!token.isMark() && !isArticle(j)) {
      String kind = token.isContent() ? "content" : "function";
      sink.add(kind + " of marked words", shares.inside(j));
      sink.add(kind + " of other words", shares.other(j));
      sink.add(kind + " of no words", shares.free(j));
    }
    sink.add("covers marked content", shares.content(j));
    sink.add("covers marked function words", shares.function(j));
    sink.add("covers other content", shares.rest(j));
  }

  /** The features of the first token. */
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
        sink.add("link before", shares.link(marked.start() - 1, start - 1));
      }
    }
    sink.add("link of the first", shares.link(marked.start(), start));
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
        sink.add("link after", shares.link(marked.end(), end));
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
    sink.add("link of the last", shares.link(marked.end() - 1, end - 1));
    functionWords.end(end, sink);
  }

  /** The features of a stretch that belong to neither edge alone. */
  void stretch(int start, int end, FeatureSink sink) {
    sink.add("free words" + language, Math.abs(free[end] - free[start] - shares.unlinked()));
    sink.add("clauses", Math.abs(clauseEnds[end] - clauseEnds[start] - markedClauseEnds));
    double ratio = Math.log((size[end] - size[start] + 0.5) / (markedSize + 0.5));
    sink.add("length" + language, ratio);
    sink.add("length squared" + language, ratio * ratio);
    sink.add("unbalanced", nesting.isBalanced(start, end) ? 0 : 1);
    functionWords.stretch(start, end, sink);
  }

  /** Which word of a class with few words a token is. */
  private void word(String place, int j, FeatureSink sink) {
    if (j >= 0 && j < target.size() && WordClass.of(target.get(j)).isListed()) {
      sink.add(place + " word: " + target.get(j).key(), 1);
    }
  }

  /** Whether a token is one Chinese character behind a number: 第八 | 条. */
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
    return shares.inside(j) >= LINKED
        ? " of marked words"
        : shares.other(j) >= LINKED ? " of other words" : " of no words";
  }

  /** The kind of word that both languages have at the front of a phrase. */
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
}
