package ballast.format.markup;

import ballast.bitext.InlineCode;
import java.util.List;

/** What an inline code does. */
enum CodeKind {
  BOLD("fmt", "bold", false),
  ITALIC("fmt", "italic", false),
  STRUCK("fmt", "struck", false),
  LINK("link", "", true),
  /** An image; the text inside it is its description. */
  IMAGE("image", "", true),
  /** Around program code. */
  PROGRAM("other", "code", true),
  /** Around a formula. */
  FORMULA("other", "formula", true),
  /** A mark that refers to a footnote. */
  NOTE("other", "note", false),
  /** A place that a program fills in, such as {@code %s}. */
  DIRECTIVE("other", "directive", false),
  /** Any other tag, and comments. */
  TAG("other", "", false);

  private final String attributes;
  private final boolean whole;

  CodeKind(String type, String subType, boolean whole) {
    this.attributes =
        " type=\"" + type + "\"" + (subType.isEmpty() ? "" : " subType=\"" + subType + "\"");
    this.whole = whole;
  }

  /** The attributes of a code of this kind. */
  String attributes(int id) {
    return "id=\"" + id + "\"" + attributes;
  }

  /** Whether no sentence ends inside it. */
  boolean isWhole() {
    return whole;
  }

  /** Whether what it surrounds belongs to no language. */
  boolean isProgram() {
    return this == PROGRAM || this == FORMULA;
  }

  /** Whether these are the attributes of a code whose text belongs to no language. */
  static boolean isProgram(String attributes) {
    return attributes.endsWith(PROGRAM.attributes) || attributes.endsWith(FORMULA.attributes);
  }

  /**
   * The HTML tag that does the same as a sign of Markdown such as {@code **}; empty if the code is
   * no such sign.
   */
  static String tag(InlineCode code) {
    if (code.content().isEmpty() || "*_~".indexOf(code.content().charAt(0)) < 0) {
      return "";
    }
    for (CodeKind kind : List.of(BOLD, ITALIC, STRUCK)) {
      if (code.attributes().endsWith(kind.attributes)) {
        String name = kind == BOLD ? "strong" : kind == ITALIC ? "em" : "del";
        return (code.isClosing() ? "</" : "<") + name + ">";
      }
    }
    return "";
  }

  /** Whether two codes give the text the same look, whatever stands for them in the file. */
  static boolean sameLook(InlineCode one, InlineCode other) {
    for (CodeKind kind : List.of(BOLD, ITALIC, STRUCK)) {
      if (one.attributes().endsWith(kind.attributes)) {
        return other.attributes().endsWith(kind.attributes);
      }
    }
    return false;
  }
}
