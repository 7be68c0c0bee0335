package ballast.glossary;

import ballast.language.ChineseWords;
import ballast.language.FunctionWords.ChineseFunctionWords;
import ballast.language.Han;
import java.util.function.Predicate;

/**
 * Decides whether the characters at a place of a Chinese text form whole words or only look like a
 * term (国企 in 外国企业).
 *
 * <p>Both edges of a term must be word boundaries, or be inside a longer word composed of words of
 * two characters or more (干部|队伍). Chinese compounds have their head last. A character before the
 * term usually keeps the meaning (副主席 is a kind of 主席). One after it makes another word (主席台 is a
 * kind of 台), unless the lexicon translates that word by the words of the term. An affix that is a
 * word by itself also makes another word: 非, 化, 者, 部.
 *
 * <p>A word across an edge does not count if the term is commoner and a cut with the term is nearly
 * as probable: 民生 in 惠民生, not 民生 in 公民生而平等. A term of one character that directly follows a content
 * word is part of another term: 图 in 下图, 栈 in 入栈, 值 in 默认值. After a pronoun or a number it is a
 * measure word: 类 in 几类, 层 in 两层.
 */
record WordEdges(HanText text, ChineseWords chineseWords, HanRuns runs) {

  /** Characters that turn a term into another word: offices, "-ize", "-er", a tool. */
  private static final String SUFFIXES = "部局厅署社化者商器";

  /** Characters that turn a term into a person: 外交官 is not 外交. */
  private static final String PERSONS = "官家员者人师商";

  /** Characters that turn the next character into a measure word: 几类, 各层. */
  private static final String MEASURED = "几各每多这那哪某";

  private static final String NUMERALS = "一二两兩三四五六七八九十百千万萬亿億";

  /** Nouns that are measure words after a number: 两类, 三层. */
  private static final String CLASSIFIERS = "类层级组段条项种";

  private static final char NEGATION = '非';

  /** Maximum ratio of a crossing cut's probability to that of a cut with the term. */
  private static final double MAX_RATIO = 4;

  /** The parts into which a boundary divides a word. */
  private enum Seam {
    /** Words of two characters or more. */
    WORDS,
    /** One character, then a word. */
    PREFIX,
    /** A word, then one character. */
    SUFFIX,
    /** The boundary does not divide it into words. */
    NONE
  }

  /**
   * Whether the characters from {@code from} to {@code to} form whole words, so that the term
   * really occurs.
   *
   * @param rendered whether the lexicon translates a longer word by the words of the term
   */
  boolean isTerm(int from, int to, Predicate<String> rendered) {
    if (!text.isHanAt(from) || !text.isHanAt(to - 1)) {
      return isApartLatin(from, to);
    }
    boolean left = runs.isEdge(from);
    boolean right = runs.isEdge(to);
    if (to - from == 1) {
      return left && right && !hasAffix(from, to) && isOwnWord(from);
    }
    boolean seams = (left || isLeftSeam(from, to)) && (right || isRightSeam(to, rendered));
    return (seams || isLikelyCut(from, to)) && !hasAffix(from, to);
  }

  /** Whether no content word directly precedes the character, and no number follows it. */
  private boolean isOwnWord(int at) {
    if (isNumbered(at)) {
      return false;
    }
    if (!text.isHanAt(at - 1) || text.isApart(at)) {
      return true;
    }
    String before = runs.wordBefore(at);
    if (MEASURED.indexOf(text.codePoint(at - 1)) >= 0
        || (CLASSIFIERS.indexOf(text.codePoint(at)) >= 0 && isNumber(before, at))) {
      return false;
    }
    return isMeasureWord(before, at)
        || ChineseFunctionWords.has(before)
        || chineseWords.share(before) == 0;
  }

  /** Whether a word that ends before a position is a number, but not an ordinal. */
  private boolean isNumber(String word, int end) {
    int start = end - word.codePointCount(0, word.length());
    boolean ordinal = start > 0 && text.codePoint(start - 1) == '第';
    return !word.isEmpty() && !ordinal && word.codePoints().allMatch(WordEdges::isNumeral);
  }

  /** Whether a word that ends before a position is one character after a number: 艘 in 3艘船. */
  private boolean isMeasureWord(String word, int end) {
    int letters = word.codePointCount(0, word.length());
    int numerals = (int) word.codePoints().takeWhile(WordEdges::isNumeral).count();
    return letters - numerals == 1 && end - 2 >= 0 && isNumeral(text.codePoint(end - 2));
  }

  private static boolean isNumeral(int c) {
    return Character.isDigit(c) || NUMERALS.indexOf(c) >= 0;
  }

  /** Whether the term is commoner than words across its edges, and its cut nearly as probable. */
  private boolean isLikelyCut(int from, int to) {
    int[] first = runs.isEdge(from) ? new int[] {from, from} : runs.word(from);
    int[] last = runs.isEdge(to) ? new int[] {to, to} : runs.word(to);
    if (first[1] >= to || last[0] <= from) {
      return false; // one word contains the whole term
    }
    double term = chineseWords.share(text.text(from, to));
    double crossing = Math.max(runs.share(first), runs.share(last));
    double other = runs.probability(first[0], last[1], runs::isEdge);
    return term > crossing
        && MAX_RATIO * term * runs.alone(first[0], from) * runs.alone(to, last[1]) > other;
  }

  /** Whether a number follows a character, as in a reference: 图 3. */
  private boolean isNumbered(int at) {
    int next = at + 1;
    while (next < text.length() && text.codePoint(next) == ' ') {
      next++;
    }
    return next < text.length() && Character.isDigit(text.codePoint(next));
  }

  /** Whether the Latin letters or digits at the edges of a term do not continue outside it. */
  private boolean isApartLatin(int from, int to) {
    boolean left = from > 0 && isLetter(from) && isLetter(from - 1);
    boolean right = to < text.length() && isLetter(to - 1) && isLetter(to);
    return !left && !right;
  }

  private boolean isLetter(int position) {
    int c = text.codePoint(position);
    return Character.isLetterOrDigit(c) && !Han.isHan(c);
  }

  private boolean isLeftSeam(int from, int to) {
    int[] word = runs.word(from);
    Seam seam = seam(word, from);
    return seam == Seam.WORDS
        || (seam == Seam.PREFIX
            && text.codePoint(from - 1) != NEGATION
            && !isSuffixed(word, from, to));
  }

  /** Whether a word is rather a commoner word and a suffix than a prefix and the term: 自主权. */
  private boolean isSuffixed(int[] word, int from, int to) {
    return word[0] == from - 1
        && word[1] == to
        && chineseWords.share(text.text(word[0], to - 1)) > chineseWords.share(text.text(from, to));
  }

  private boolean isRightSeam(int to, Predicate<String> rendered) {
    int[] word = runs.word(to);
    Seam seam = seam(word, to);
    return seam == Seam.WORDS
        || (seam == Seam.SUFFIX
            && PERSONS.indexOf(text.codePoint(to)) < 0
            && rendered.test(text.text(word[0], word[1])));
  }

  private Seam seam(int[] word, int position) {
    int start = word[0];
    int end = word[1];
    while (end - start > 1) {
      String characters = text.text(start, end);
      ChineseWords.Cut parts = chineseWords.parts(characters);
      int left = position;
      int right = position;
      boolean edge = parts.endsAt(characters.offsetByCodePoints(0, position - start));
      do {
        left--;
      } while (!parts.endsAt(characters.offsetByCodePoints(0, left - start)));
      do {
        right++;
      } while (!parts.endsAt(characters.offsetByCodePoints(0, right - start)));
      if (edge) {
        return kind(position - left, right - position);
      }
      if (left == start && right == end) {
        return Seam.NONE;
      }
      start = left;
      end = right;
    }
    return Seam.NONE;
  }

  private static Seam kind(int before, int after) {
    if (before > 1 && after > 1) {
      return Seam.WORDS;
    }
    return before > 1 ? Seam.SUFFIX : after > 1 ? Seam.PREFIX : Seam.NONE;
  }

  /** Whether a one-character affix, or 主义, turns the term into another word. */
  private boolean hasAffix(int from, int to) {
    if (text.isHanAt(from - 1)
        && !text.isApart(from)
        && text.codePoint(from - 1) == NEGATION
        && runs.isEdge(from - 1)) {
      return true;
    }
    if (!text.isHanAt(to) || text.isApart(to)) {
      return false;
    }
    boolean suffix =
        SUFFIXES.indexOf(text.codePoint(to)) >= 0 && runs.isEdge(to) && runs.isEdge(to + 1);
    boolean doctrine = to + 2 <= text.length() && text.text(to, to + 2).equals("主义");
    return suffix || doctrine;
  }
}
