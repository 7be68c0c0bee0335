package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.format.xml.XmlText;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A segment of a Wordfast memory. A placeholder "&amp;tA;" is an inline code, as is {@code
 * &t=...;}, a tag that only the target has; "&amp;t9;" is a tab, "&amp;t#;" a line feed, and
 * "&amp;'9C;" the character of that byte in Windows-1252. Any other ampersand is itself.
 *
 * @param text without placeholders
 * @param codes the placeholders, by rising offset; their side means nothing
 */
record WordfastText(String text, List<InlineCode> codes) {

  /** The element that a placeholder becomes in a unit: native code. */
  private static final String ELEMENT = "ph";

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** An ampersand that would be read as the beginning of a placeholder. */
  private static final Pattern MISREAD = Pattern.compile("&(?=[t'])");

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
  private static final Charset BYTES = Charset.forName("windows-1252");

  WordfastText {
    codes = List.copyOf(codes);
  }

  /** Parses a segment. */
  static WordfastText of(String written) {
    if (written.indexOf('&') < 0) {
      return new WordfastText(written, List.of());
    }
    StringBuilder text = new StringBuilder();
    List<InlineCode> codes = new ArrayList<>();
    int at = 0;
    while (at < written.length()) {
      int end = placeholderEnd(written, at);
      String piece = written.substring(at, end);
      if (piece.length() == 1) {
        text.append(piece);
      } else if (piece.equals("&t9;")) {
        text.append('\t');
      } else if (piece.equals("&t#;")) {
        text.append('\n');
      } else if (piece.startsWith("&'")) {
        text.append(new String(HexFormat.of().parseHex(piece, 2, 4), BYTES));
      } else {
        String attributes = "x=\"" + (int) piece.charAt(2) + "\"";
        codes.add(new InlineCode(Side.SOURCE, text.length(), ELEMENT, attributes, piece));
      }
      at = end;
    }
    return new WordfastText(text.toString(), codes);
  }

  /** The end of the placeholder that begins at a place; the next offset if there is none. */
  private static int placeholderEnd(String written, int at) {
    if (written.startsWith("&t=", at)) {
      int end = at + 3;
      while (end < written.length() && written.charAt(end) != ';') {
        end += written.charAt(end) == '\\' ? 2 : 1;
      }
      return end < written.length() ? end + 1 : at + 1;
    }
    boolean tag = written.startsWith("&t", at) && written.startsWith(";", at + 3);
    boolean octet =
        written.startsWith("&'", at)
            && written.startsWith(";", at + 4)
            && HexFormat.isHexDigit(written.charAt(at + 2))
            && HexFormat.isHexDigit(written.charAt(at + 3));
    return tag ? at + 4 : octet ? at + 5 : at + 1;
  }

  /**
   * Writes the segments of one unit: a code that both sides have is the same placeholder on both.
   */
  static final class Writing {

    private final List<InlineCode> codes;
    private final Map<String, String> placeholders = new HashMap<>();
    private int letters;
    private int leftOut;

    Writing(List<InlineCode> codes) {
      this.codes = codes;
      codes.stream()
          .filter(Writing::isOwn)
          .forEach(code -> placeholders.put(code.content(), code.content()));
    }

    /** The segment of one side. */
    String write(String text, Side side) {
      StringBuilder written = new StringBuilder();
      int from = 0;
      for (InlineCode code : codes) {
        if (code.side() == side) {
          written.append(plain(text.substring(from, code.offset()))).append(placeholder(code));
          from = code.offset();
        }
      }
      return written.append(plain(text.substring(from))).toString();
    }

    /** The number of codes for which no placeholder was left. */
    int leftOut() {
      return leftOut;
    }

    private static boolean isOwn(InlineCode code) {
      String content = code.content();
      return code.element().equals(ELEMENT)
          && content.startsWith("&t")
          && placeholderEnd(content, 0) == content.length()
          && content.chars().noneMatch(c -> c < ' ');
    }

    private String placeholder(InlineCode code) {
      if (isOwn(code)) {
        return code.content();
      }
      String key = code.element() + "\n" + code.attributes() + "\n" + code.content();
      String known = placeholders.get(key);
      while (known == null && letters < LETTERS.length()) {
        String next = "&t" + LETTERS.charAt(letters++) + ";";
        known = placeholders.containsKey(next) ? null : next;
      }
      if (known == null) {
        leftOut++;
        return "";
      }
      placeholders.put(key, known);
      return known;
    }

    private static String plain(String text) {
      String escaped = MISREAD.matcher(XmlText.fit(text)).replaceAll("&'26;");
      return LINE_END.matcher(escaped.replace("\t", "&t9;")).replaceAll("&t#;");
    }
  }
}
