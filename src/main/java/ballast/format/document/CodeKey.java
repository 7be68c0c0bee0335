package ballast.format.document;

import ballast.bitext.InlineCode;

/** What makes a code of a block one and the same. */
final class CodeKey {

  private CodeKey() {}

  /** Its element and number. */
  static String of(InlineCode code) {
    return code.element() + " " + code.id();
  }
}
