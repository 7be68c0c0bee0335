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
