package ballast.links;

import ballast.language.FunctionWords;
import java.util.List;
import java.util.Set;

/** Knows which words a marked phrase neither begins nor ends with. */
final class PhraseEdges {

  /** A word with content of which less translates marked words does not stand at an edge. */
  private static final double MIN_CONTENT = 0.2;

  /** The same for a function word. */
  private static final double MIN_FUNCTION = 0.5;

  private static final Set<String> NEVER_FIRST =
      Set.of(
          "and", "or", "but", "of", "that", "which", "的", "和", "与", "及", "或", "后", "之后", "时", "中",
          "里", "上", "起", "对", "将", "把", "但", "但是", "而", "并", "并且", "且");

  private static final Set<String> NEVER_LAST =
      Set.of(
          "and", "or", "but", "of", "with", "in", "on", "to", "for", "from", "into", "as", "by",
          "at", "that", "which", "who", "和", "与", "及", "或", "的", "在", "于");

  private final List<Token> tokens;
  private final AttachedWords attached;

  PhraseEdges(List<Token> tokens, AttachedWords attached) {
    this.tokens = tokens;
    this.attached = attached;
  }

  /**
   * Whether a phrase can begin with a token.
   *
   * @param inside the share of it that translates marked words
   */
  boolean canBegin(int j, double inside) {
    Token token = tokens.get(j);
    if (AttachedWords.isArticle(token)) {
      return attached.isPartOfNext(j);
    }
    if (attached.isLooseCopula(j) || attached.isLooseMeasure(j)) {
      return false;
    }
    return !NEVER_FIRST.contains(token.key()) && isLinked(token, inside);
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
    while (at < to && (tokens.get(at).isGrammar() || NEVER_FIRST.contains(tokens.get(at).key()))) {
      at++;
    }
    return at;
  }
}
