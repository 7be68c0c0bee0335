package ballast.segment;

import ballast.language.FullWidth;

/**
 * Copies of a text for rules to match on, of the same length, so that positions in the copy are
 * positions in the text.
 */
final class MatchingText {

  /** Okapi's markers for inline codes; in a text they would swallow the next character. */
  private static final char FIRST_MARKER = '\uE101';

  private static final char LAST_MARKER = '\uE103';

  private static final String FROM = "｡⋯﹒﹗﹖‼⁉⁈⁇〝〞﹁﹂﹃﹄﹙﹚﹕﹔﹐﹑＂＇";
  private static final String TO = "。…。！？！？？？“”「」『』（）：；，、\"'";

  private MatchingText() {}

  /** The text that users' own rules see: characters that would confuse the engine are replaced. */
  static String plain(String text) {
    return text.chars().noneMatch(MatchingText::isMarker)
        ? text
        : text.replaceAll("[" + FIRST_MARKER + "-" + LAST_MARKER + "]", "\uFFFD");
  }

  /**
   * The text that the built-in rules see: all white space becomes spaces, full-width letters and
   * digits become ASCII, half-width and vertical marks become the usual ones.
   *
   * <p>The asterisks around emphasised words in Markdown become quotation marks, so that rules
   * treat both alike.
   *
   * <p>In Chinese, straight double quotes become curved ones, so that rules can tell a closing one
   * from an opening one. Elsewhere full-width end marks become ASCII. The full-width full stop of
   * Chinese mathematics stays: in other texts it is more often a misread comma than a full stop.
   */
  static String unified(String text, boolean chinese) {
    char[] copy = text.toCharArray();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = chinese ? unified(copy[i]) : western(unified(copy[i]));
    }
    if (chinese) {
      curveQuotes(copy);
    }
    Emphasis.quote(copy);
    return new String(copy);
  }

  private static char unified(char c) {
    if (c < 0x80) {
      return Character.isWhitespace(c) ? ' ' : c;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    if (isMarker(c)) {
      return '\uFFFD';
    }
    if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
      return (char) FullWidth.fold(c);
    }
    int at = FROM.indexOf(c);
    return at < 0 ? c : TO.charAt(at);
  }

  private static char western(char c) {
    return switch (c) {
      case '。' -> '.';
      case '！' -> '!';
      case '？' -> '?';
      case '．' -> '.';
      default -> c;
    };
  }

  /**
   * A straight quote closes when a quote is open, whichever form opened it, and opens otherwise. If
   * one is still open at the end, the count cannot be trusted: then only quotes that follow an end
   * mark and have nothing to quote after them close, and the others stay straight.
   */
  private static void curveQuotes(char[] copy) {
    char[] curved = copy.clone();
    boolean open = false;
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] == '“') {
        open = true;
      } else if (copy[i] == '”') {
        open = false;
      } else if (copy[i] == '"') {
        boolean closes = open || closesAnyhow(copy, i);
        curved[i] = closes ? '”' : '“';
        open = !closes;
      }
    }
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] == '"' && (!open || closesAnyhow(copy, i))) {
        copy[i] = curved[i];
      }
    }
  }

  private static boolean closesAnyhow(char[] copy, int quote) {
    return quote > 0
        && "。！？…!?，".indexOf(copy[quote - 1]) >= 0
        && (quote + 1 == copy.length || " 。！？，、；：".indexOf(copy[quote + 1]) >= 0);
  }

  private static boolean isMarker(int c) {
    return c >= FIRST_MARKER && c <= LAST_MARKER;
  }
}
