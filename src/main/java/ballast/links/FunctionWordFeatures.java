package ballast.links;

import ballast.bitext.Range;
import ballast.links.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a function word at the edge of a stretch belongs to it: an article, a Chinese preposition
 * or 的. It depends on what else is in the stretch and on what is marked.
 */
final class FunctionWordFeatures {

  /** A token of which less than this translates the first marked word does not stand for it. */
  private static final double LINKED = 0.3;

  /** A clause has more words than a noun with its article and an adjective. */
  private static final int NOUN = 3;

  /** English verb forms that make a phrase a clause. */
  private static final Set<String> FINITE =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
          "cannot", "shall", "should", "may", "might", "must", "does", "did");

  private final List<Token> source;
  private final List<Token> target;
  private final MarkedShares shares;

  /** The first marked token. */
  private final int marked;

  private final boolean attributive;

  /** How many of such words are among the target tokens before each offset. */
  private final int[] finite;

  private final int[] subordinating;

  /**
   * @param marked source tokens; not empty
   */
  FunctionWordFeatures(WordLinks links, Range marked, MarkedShares shares) {
    this.source = links.source();
    this.target = links.target();
    this.shares = shares;
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

  /** The features of the first token. */
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
   * In Chinese the object of a preposition comes before the verb. So where what is marked begins
   * with a verb, the first Chinese word stands for another one, and the preposition belongs to it.
   */
  private void preposition(int start, boolean inside, FeatureSink sink) {
    String preposition = inside ? "preposition inside" : "preposition outside";
    int object = inside ? start + 1 : start;
    boolean later = object >= target.size() || shares.link(marked, object) < LINKED;
    String there = WordClass.of(source.get(marked)).label();
    sink.add(preposition + ", " + there + (later ? " later" : " first"), 1);
    boolean verb = marked > 0 && isBeforeVerb(source.get(marked - 1));
    sink.add(preposition + (verb ? " with a verb" : " without a verb"), 1);
  }

  /** Whether an English verb may follow. */
  private static boolean isBeforeVerb(Token token) {
    return token.key().equals("to") || is(token, WordClass.MODAL) || is(token, WordClass.PRONOUN);
  }

  /** The features of the last token, the one before an offset. */
  void end(int end, FeatureSink sink) {
    if (isDe(target.get(end - 1))) {
      sink.add("attributive inside, clause ends:" + endsClause(end), 1);
    }
    if (end < target.size() && isDe(target.get(end))) {
      sink.add("attributive outside, clause ends:" + endsClause(end + 1), 1);
    }
  }

  /** The features that belong to neither edge alone. */
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

  /** Whether it is a Chinese word for one, most often with a measure: 一条. */
  private static boolean isOne(Token token) {
    return (token.kind() == Kind.HAN || token.kind() == Kind.NUMBER) && token.key().startsWith("一");
  }
}
