package ballast.format.markup;

/**
 * Finds where the tags and comments of HTML end. Once a quotation mark in a tag has no partner, the
 * next {@code >} ends each tag: otherwise one missing mark would swallow the rest. For one text.
 */
final class TagScan {

  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";

  private final String html;
  private final int limit;
  private boolean quotes = true;

  /**
   * @param limit where the part of the text ends that is looked at
   */
  TagScan(String html, int limit) {
    this.html = html;
    this.limit = limit;
  }

  /** Where the tag or comment that begins at {@code start} ends; the limit if it has no end. */
  int end(int start) {
    if (html.startsWith(COMMENT, start)) {
      // <!--> is a whole comment.
      return after(COMMENT_END, start + 2);
    }
    char quote = 0;
    for (int i = start + 1; quotes && i < limit; i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    quotes = false;
    return after(">", start);
  }

  private int after(String sign, int from) {
    for (int i = from; i + sign.length() <= limit; i++) {
      if (html.startsWith(sign, i)) {
        return i + sign.length();
      }
    }
    return limit;
  }
}
