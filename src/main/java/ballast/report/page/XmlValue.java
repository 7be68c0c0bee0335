package ballast.report.page;

import ballast.format.xml.XmlText;

/** Escapes foreign text for the value of an XML attribute or the text of an element. */
public final class XmlValue {

  private XmlValue() {}

  /**
   * The text with markup, quotation marks and line breaks escaped; characters that XML 1.0 forbids
   * become U+FFFD.
   */
  public static String of(String text) {
    StringBuilder value = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(value, c));
    return value.toString();
  }

  private static void append(StringBuilder value, int c) {
    switch (c) {
      case '&' -> value.append("&amp;");
      case '<' -> value.append("&lt;");
      case '>' -> value.append("&gt;");
      case '"' -> value.append("&quot;");
      case '\n' -> value.append("&#10;");
      case '\r' -> value.append("&#13;");
      case '\t' -> value.append("&#9;");
      default -> value.appendCodePoint(XmlText.isAllowed(c) ? c : 0xFFFD);
    }
  }
}
