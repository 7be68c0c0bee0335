package ballast.format.file;

/**
 * Makes text fit for XML 1.0 (fifth edition, section 2.2): forbidden characters cannot even be
 * written as references, and one such character makes a reader reject the whole file.
 */
public final class XmlText {

  private XmlText() {}

  /**
   * Returns {@code text} with every forbidden character replaced: vertical tab and form feed, which
   * word processors use as line breaks, by a space, an unpaired surrogate by U+FFFD, other control
   * characters by nothing. Returns the same string if there was nothing to replace.
   */
  public static String fit(String text) {
    if (text.codePoints().allMatch(XmlText::isAllowed)) {
      return text;
    }
    StringBuilder fit = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isAllowed(codePoint)) {
                fit.appendCodePoint(codePoint);
              } else if (codePoint == 0x0B || codePoint == 0x0C) {
                fit.append(' ');
              } else if (codePoint > 0xFF) {
                fit.append('\uFFFD');
              }
            });
    return fit.toString();
  }

  /** Returns {@code text} as it is written between tags. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * A character of the text of a file.
   *
   * @param text what it means; several characters for a reference beyond the first plane
   * @param end where the next one begins
   */
  public record Written(String text, int end) {

    /** Reads the character at a place between tags: a line end, a reference or a plain one. */
    public static Written at(String raw, int at) {
      char c = raw.charAt(at);
      if (c == '\r') {
        return new Written("\n", raw.startsWith("\r\n", at) ? at + 2 : at + 1);
      }
      if (c != '&') {
        return new Written(String.valueOf(c), at + 1);
      }
      int semicolon = raw.indexOf(';', at);
      int end = semicolon < 0 ? raw.length() : semicolon + 1;
      return new Written(reference(raw.substring(at + 1, Math.max(at + 1, end - 1))), end);
    }

    private static String reference(String name) {
      return switch (name) {
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> {
          boolean hex = name.startsWith("#x");
          int code =
              name.matches("#(?:\\d{1,7}|x[0-9A-Fa-f]{1,6})")
                  ? Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10)
                  : 0xFFFD;
          yield Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
        }
      };
    }
  }

  /** Whether XML 1.0 allows a code point, raw or as a reference. */
  public static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
