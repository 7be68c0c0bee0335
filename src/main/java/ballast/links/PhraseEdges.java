package ballast.links;

import ballast.language.FunctionWords;
import ballast.links.Token.Kind;
import java.util.List;
import java.util.Set;

/** Knows which words a marked phrase neither begins nor ends with, and which go with the last. */
final class PhraseEdges {

  /** A word with content of which less translates marked words does not stand at an edge. */
  private static final double MIN_CONTENT = 0.2;

  /** The same for a function word. */
  private static final double MIN_FUNCTION = 0.5;

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** Words before which an article is part of the number. */
  private static final Set<String> COUNTS =
      Set.of("few", "dozen", "hundred", "thousand", "million", "billion", "couple", "lot");

  private static final Set<String> NEVER_FIRST =
      Set.of("and", "or", "but", "of", "that", "which", "的", "和", "与", "及", "或", "后",
          "之后", "时", "中", "里", "上", "起");

  private static final Set<String> NEVER_LAST =
      Set.of(
          "and", "or", "but", "of", "with", "in", "on", "to", "for", "from", "into", "as", "by", "at", "that",
          "which", "who", "和", "与", "及", "或", "的", "在", "于");

  /** What follows a Chinese verb or a sentence without a meaning of its own. */
  private static final Set<String> PARTICLES = Set.of("了", "着", "过");

  private final List<Token> tokens;

  PhraseEdges(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether a phrase can begin with a token.
   *
   * @param inside the share of it that translates marked words
   */
  boolean canBegin(int j, double inside) {
    Token token = tokens.get(j);
    if (ARTICLES.contains(token.key())) {
      return belongsToNext(j);
    }
    return !NEVER_FIRST.contains(token.key()) && isLinked(token, inside);
  }

  /** Whether an article is part of a title or of a number: "The Northern Sea", "a few". */
  private boolean belongsToNext(int j) {
    boolean title = tokens.get(j).capital() && j > 0 && !Punctuation.endsSentence(tokens.get(j - 1));
    return j + 1 < tokens.size() && (title || COUNTS.contains(tokens.get(j + 1).key()));
  }

  /** The first token of a phrase with an article before it that is part of its title or number. */
  int withLeading(int start, int limit) {
    return start > limit
            && ARTICLES.contains(tokens.get(start - 1).key())
            && belongsToNext(start - 1)
        ? start - 1
        : start;
  }

  /** Whether a phrase can end with a token. */
  boolean canEnd(int j, double inside) {
    return !canNeverEnd(j) && isLinked(tokens.get(j), inside);
  }

  /** Whether a token only leads to the next one: a preposition, a conjunction, a determiner. */
  boolean canNeverEnd(int j) {
    String key = tokens.get(j).key();
    return NEVER_LAST.contains(key) || FunctionWords.isDeterminer(key);
  }

  private static boolean isLinked(Token token, double inside) {
    return !token.isMark() && inside >= (token.isContent() ? MIN_CONTENT : MIN_FUNCTION);
  }

  /** Where a phrase begins without the function words at its front. */
  int withoutFunction(int from, int to) {
    int at = from;
    while (at < to && tokens.get(at).isGrammar()) {
      at++;
    }
    return at;
  }

  /** One past the last token that goes with the word before {@code end} though nothing links it. */
  int withTrailing(int end, int limit) {
    int at = end;
    if (at < limit && tokens.get(at - 1).kind() == Kind.NUMBER && isMeasure(at)) {
      at++;
    }
    boolean last = at + 1 >= tokens.size() || tokens.get(at + 1).isMark();
    return at < limit && last && PARTICLES.contains(tokens.get(at).key()) ? at + 1 : at;
  }

  /** Whether a Chinese number needs a word after it: 第十一条 is "Article 11", 八十岁 "eighty". */
  boolean isNumbered(int at) {
    if (at == 0 || at >= tokens.size() || !isMeasure(at)) {
      return false;
    }
    Token number = tokens.get(at - 1);
    String key = tokens.get(at).key();
    return number.kind() == Kind.NUMBER
        && (key.equals("岁") || (number.key().startsWith("第") && "条章节页项款期卷届".contains(key)));
  }

  private boolean isMeasure(int at) {
    Token token = tokens.get(at);
    return token.kind() == Kind.HAN && token.span().length() == 1 && token.isContent();
  }

  /** Whether the token is a hyphen between two words. */
  boolean isHyphen(int j) {
    return j > 0
        && j + 1 < tokens.size()
        && tokens.get(j).key().equals("-")
        && tokens.get(j - 1).span().end() == tokens.get(j).span().start()
        && tokens.get(j + 1).span().start() == tokens.get(j).span().end();
  }
}
