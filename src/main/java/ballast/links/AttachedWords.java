package ballast.links;

import ballast.bitext.Range;
import ballast.links.Token.Kind;
import java.util.List;
import java.util.Set;

/** Finds words beside a phrase that go with it though nothing links them. */
final class AttachedWords {

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** Words before which an article is part of the number. */
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

  /** Of which one behind a noun shows a clause: the password must be changed. */
  private static final Set<String> FINITE =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
          "cannot", "shall", "should", "may", "might", "must", "does", "did");

  private static final Set<String> AUXILIARIES =
      Set.of("is", "are", "was", "were", "be", "been", "being", "has", "have", "had");

  /** What follows a Chinese verb or a sentence without a meaning of its own. */
  private static final Set<String> PARTICLES = Set.of("了", "着", "过");

  /** With 第 and a number, the name of a part of a text. */
  private static final String PARTS = "条章节页项款期卷届";

  /** Endings of Chinese nouns that are no words for an English reader. */
  private static final String NOUN_ENDINGS = "家师员者度性率量器机单表书证费部处局厅站场院馆店厂室式型版址";

  /** After these a Chinese measure stands. */
  private static final String BEFORE_MEASURE = "这那该每各几数这那該每幾數";

  private final List<Token> tokens;

  AttachedWords(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether an article is part of a title or of a number: "The Northern Sea", "a few". */
  boolean isPartOfNext(int j) {
    boolean title =
        tokens.get(j).capital() && j > 0 && !Punctuation.endsSentence(tokens.get(j - 1));
    return j + 1 < tokens.size() && (title || COUNTS.contains(tokens.get(j + 1).key()));
  }

  static boolean isArticle(Token token) {
    return ARTICLES.contains(token.key());
  }

  /**
   * The first token of a phrase with what goes with it.
   *
   * @param several whether more than one word was marked
   */
  int withLeading(Range phrase, int limit, boolean several) {
    int start = phrase.start();
    while (several && start > limit && isPassive(start)) {
      start--;
    }
    if (start > limit && isAtLeast(start - 1)) {
      return start - 1;
    }
    if (start > limit && isArticle(tokens.get(start - 1))) {
      return isPartOfNext(start - 1) || isClause(phrase) ? start - 1 : start;
    }
    return start;
  }

  private boolean isAtLeast(int j) {
    return tokens.get(j).key().equals("at")
        && Set.of("least", "most", "all").contains(tokens.get(j + 1).key());
  }

  /** Whether a participle or an auxiliary has an auxiliary before it. */
  private boolean isPassive(int j) {
    String key = tokens.get(j).key();
    return AUXILIARIES.contains(tokens.get(j - 1).key())
        && (isParticiple(key) || AUXILIARIES.contains(key));
  }

  /** Whether it looks like one, irregular ones as far as they are common. */
  private static boolean isParticiple(String key) {
    return (key.length() > 4 && key.endsWith("ed"))
        || Set.of("cut", "put", "set", "made", "given", "taken", "found", "sent", "kept", "held")
            .contains(key);
  }

  /** Whether a copula begins a phrase that it does not belong to: is | never late. */
  boolean isLooseCopula(int j) {
    return Set.of("is", "are", "was", "were").contains(tokens.get(j).key())
        && (j + 1 == tokens.size() || !isPassive(j + 1));
  }

  private boolean isClause(Range phrase) {
    return tokens.subList(phrase.start() + 1, phrase.end()).stream()
        .anyMatch(token -> FINITE.contains(token.key()));
  }

  /** Whether a Chinese measure stands between a number or pronoun and the phrase: 那只 | 黑猫. */
  boolean isLooseMeasure(int j) {
    if (j == 0 || !isShort(j)) {
      return false;
    }
    Token before = tokens.get(j - 1);
    return before.kind() == Kind.NUMBER
        || (before.kind() == Kind.HAN
            && before.span().length() == 1
            && BEFORE_MEASURE.contains(before.key()));
  }

  /**
   * One past the last token of a phrase with what goes with it.
   *
   * @param free whether the token behind the phrase translates no other word
   */
  int withTrailing(int end, int limit, boolean free) {
    if (end >= limit) {
      return end;
    }
    if (isNumbered(end) || (free && (isMeasured(end) || isNounEnding(end)))) {
      return end + 1;
    }
    boolean last = end + 1 == tokens.size() || tokens.get(end + 1).isMark();
    return free && last && PARTICLES.contains(tokens.get(end).key()) ? end + 1 : end;
  }

  /** Whether a Chinese number needs a word after it: 第十一条 is "Article 11", 八十岁 "eighty". */
  private boolean isNumbered(int at) {
    Token number = tokens.get(at - 1);
    String key = tokens.get(at).key();
    return number.kind() == Kind.NUMBER
        && isShort(at)
        && (key.equals("岁") || (number.key().startsWith("第") && PARTS.contains(key)));
  }

  private boolean isMeasured(int at) {
    return tokens.get(at - 1).kind() == Kind.NUMBER && isShort(at);
  }

  private boolean isNounEnding(int at) {
    return isShort(at)
        && NOUN_ENDINGS.contains(tokens.get(at).key())
        && tokens.get(at - 1).kind() == Kind.HAN
        && tokens.get(at - 1).span().end() == tokens.get(at).span().start();
  }

  private boolean isShort(int at) {
    Token token = tokens.get(at);
    return token.kind() == Kind.HAN && token.span().length() == 1 && !token.isGrammar();
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
