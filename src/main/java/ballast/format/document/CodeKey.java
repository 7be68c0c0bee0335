package ballast.format.document;

import ballast.bitext.InlineCode;

/** What makes a code of a block one and the same. */
final class CodeKey {

  private CodeKey() {}

  /** Its element and number. */
  static String of(InlineCode code) {
    return code.element() + " " + id(code);
  }

  /** Its number; empty if it has none. */
  static String id(InlineCode code) {
    int from = code.attributes().indexOf("id=\"");
    int end = from < 0 ? -1 : code.attributes().indexOf('"', from + 4);
    return end < 0 ? "" : code.attributes().substring(from + 4, end);
  }
}
