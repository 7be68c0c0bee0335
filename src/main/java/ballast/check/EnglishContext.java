package ballast.check;

import ballast.bitext.Span;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class EnglishContext {

  private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)[ \\u00a0]\\z");
  private static final Pattern NEXT_WORD = Pattern.compile("\\A,?[ \\u00a0](\\p{L}+)");
  private static final Pattern SENTENCE_START =
      Pattern.compile("(?:\\A|[.!?…][\"”’')\\]]*\\s|\\n)[\\s\"“‘'(\\[]*\\z");

  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "in", "for", "with", "to", "by", "from", "into", "as", "on", "through", "about",
          "against", "between", "towards", "toward", "without", "under", "at");

  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its",
          "our", "their", "each", "every", "some", "any", "no", "all", "both", "many", "several",
          "another", "such", "one");

  /** Verbs that agree in number with their subject, and words before such verbs. */
  private static final Set<String> AGREEING =
      Set.of("is", "are", "was", "were", "has", "have", "does", "do", "which", "that", "who");

  private final String before;
  private final String after;

  EnglishContext(String text, Span span) {
    this.before = text.substring(0, span.start());
    this.after = text.substring(span.end());
  }

  /** The word directly before the place, as written; empty if there is none. */
  String previous() {
    Matcher word = LAST_WORD.matcher(before);
    return word.find() ? word.group(1) : "";
  }

  private String previousPlain() {
    return previous().toLowerCase(Locale.ROOT);
  }

  private String next() {
    Matcher word = NEXT_WORD.matcher(after);
    return word.find() ? word.group(1) : "";
  }

  boolean isIndefinite() {
    return previousPlain().equals("a") || previousPlain().equals("an");
  }

  boolean isDefinite() {
    return previousPlain().equals("the");
  }

  boolean followsDeterminer() {
    return DETERMINERS.contains(previousPlain());
  }

  boolean isNounPlace() {
    return followsDeterminer() || PREPOSITIONS.contains(previousPlain());
  }

  /** Whether the words around the place are the same for singular and plural. */
  boolean isNumberFree() {
    String beforeArticle = isDefinite() ? before.replaceFirst("(?i)the[ \\u00a0]\\z", "") : before;
    Matcher word = LAST_WORD.matcher(beforeArticle);
    boolean governed = word.find() && PREPOSITIONS.contains(word.group(1).toLowerCase(Locale.ROOT));
    return governed && !AGREEING.contains(next().toLowerCase(Locale.ROOT));
  }

  boolean startsSentence() {
    return SENTENCE_START.matcher(before).find();
  }

  /** Whether a neighbouring word, other than the first of a sentence, is capitalised. */
  boolean isAmongCapitals() {
    boolean left =
        !previous().isEmpty()
            && Character.isUpperCase(previous().charAt(0))
            && !SENTENCE_START
                .matcher(before.substring(0, before.length() - previous().length() - 1))
                .find();
    return left || (!next().isEmpty() && Character.isUpperCase(next().charAt(0)));
  }

  /** The reason not to replace anything here; empty if there is none. */
  String objection() {
    char left = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    char right = after.isEmpty() ? ' ' : after.charAt(0);
    if ("\"“‘'「『《".indexOf(left) >= 0 && "\"”’'」』》".indexOf(right) >= 0 && !isPossessive()) {
      return "it is in quotation marks and may be somebody's exact words";
    }
    boolean compound = "-‐‑–/".indexOf(left) >= 0 || "-‐‑/".indexOf(right) >= 0;
    if (compound || Character.isLetterOrDigit(left) || Character.isLetterOrDigit(right)) {
      return "it is part of a longer word";
    }
    boolean address = "@#_\\=&%".indexOf(left) >= 0 || "@_\\=".indexOf(right) >= 0;
    boolean dotted = right == '.' && after.length() > 1 && Character.isLetter(after.charAt(1));
    return address || dotted || left == '.' ? "it may be part of an address" : "";
  }

  boolean isPossessive() {
    return after.matches("(?s)['’]s?(?:[^\\p{L}].*)?");
  }
}
