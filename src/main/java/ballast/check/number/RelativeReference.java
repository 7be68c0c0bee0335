package ballast.check.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Articles of law that a Chinese text names by their place only: 前條 for Article 185, and 第一款 for
 * 112.1 of the article in which it stands.
 */
public final class RelativeReference {

  /** 前條, 本條; or a paragraph before any article is named. */
  private static final Pattern RELATIVE =
      Pattern.compile("[前本][一二三四五六七八九十两兩]?[條条項项款目]" + "|^[^條条]*?第[0-9一二三四五六七八九十]+[項项款目]");

  private static final Pattern WORD =
      Pattern.compile("(?i)\\b(?:articles?|sections?|paragraphs?|subparagraphs?|clauses?) $");

  private static final int MAX_LEAD = 15;

  private RelativeReference() {}

  /**
   * Whether a number of one text may be what a relative reference of the other stands for.
   *
   * @param others the numbers of the other text
   */
  public static boolean standsFor(
      ComparedNumber number, String text, String otherText, List<ComparedNumber> others) {
    int start = number.number().span().start();
    String lead = text.substring(Math.max(0, start - MAX_LEAD), start);
    return (WORD.matcher(lead).find() || isParagraph(number, others))
        && RELATIVE.matcher(otherText).find();
  }

  /** Whether it is an article with a paragraph that the other text has, such as 99.1 for 第一款. */
  private static boolean isParagraph(ComparedNumber number, List<ComparedNumber> others) {
    List<BigDecimal> parts = number.parts();
    return parts.size() == 2
        && others.stream().anyMatch(other -> other.isOrdinal() && other.hasDigits(parts.get(1)));
  }
}
