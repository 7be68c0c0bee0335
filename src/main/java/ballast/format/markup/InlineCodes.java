package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the codes of one block and pairs them. */
final class InlineCodes {

  private static final int MAX_DEPTH = 100;

  private final List<Code> codes = new ArrayList<>();
  private final Deque<Code> open = new ArrayDeque<>();
  private final List<Span> whole = new ArrayList<>();
  private final List<Span> programs = new ArrayList<>();

  void open(Object key, Kind kind, int offset, int start, String content) {
    Code code = new Code(key, kind, offset, start, content);
    codes.add(code);
    open.push(code);
  }

  /** Without an open code of this key, adds a code of its own. */
  void close(Object key, Kind kind, int offset, int start, String content) {
    Code code = new Code(key, kind, offset, start, content);
    codes.add(code);
    int depth = depth(key);
    for (int i = 0; i < depth; i++) {
      open.pop();
    }
    if (depth >= 0) {
      code.opening = open.pop();
      code.opening.closed = true;
    }
  }

  void alone(Kind kind, int offset, int start, String content) {
    codes.add(new Code("", kind, offset, start, content));
  }

  /** Number of codes open inside the one with this key; -1 if it is not open. */
  private int depth(Object key) {
    boolean tag = key instanceof String;
    int depth = 0;
    for (Code code : open) {
      if (code.key.equals(key)) {
        return depth;
      }
      // A tag does not end the markup around it.
      if (tag && (depth >= MAX_DEPTH || !(code.key instanceof String))) {
        return -1;
      }
      depth++;
    }
    return -1;
  }

  int size() {
    return codes.size();
  }

  int start(int index) {
    return codes.get(index).start;
  }

  void move(int from, int offset) {
    codes.subList(from, codes.size()).forEach(code -> code.offset = offset);
  }

  void clamp(int length) {
    for (int i = codes.size() - 1; i >= 0 && codes.get(i).offset > length; i--) {
      codes.get(i).offset = length;
    }
  }

  /** Returns the codes of the block, numbered. Called once, at the end. */
  List<InlineCode> made() {
    List<InlineCode> made = new ArrayList<>(codes.size());
    int id = 0;
    for (Code code : codes) {
      Code opening = code.opening;
      if (opening == null) {
        code.id = ++id;
        made.add(code.made(code.closed ? "<pc" : "ph", code.kind.attributes(code.id)));
      } else {
        made.add(code.made("/pc", opening.kind.attributes(opening.id)));
        surround(opening, code);
      }
    }
    return made;
  }

  private void surround(Code opening, Code closing) {
    if (opening.offset < closing.offset) {
      Span inside = new Span(opening.offset, closing.offset);
      if (opening.kind.isWhole()) {
        whole.add(inside);
      }
      if (opening.kind.isProgram()) {
        programs.add(inside);
      }
    }
  }

  /** Stretches of the text that no sentence boundary may cut, in any order. */
  List<Span> whole() {
    return whole;
  }

  /** Stretches of the text that belong to no language, in any order. */
  List<Span> programs() {
    return programs;
  }

  private static final class Code {

    private final Object key;
    private final Kind kind;
    private final int start;
    private final String content;
    private int offset;
    private int id;
    private boolean closed;
    private @Nullable Code opening;

    Code(Object key, Kind kind, int offset, int start, String content) {
      this.key = key;
      this.kind = kind;
      this.offset = offset;
      this.start = start;
      this.content = content;
    }

    InlineCode made(String element, String attributes) {
      return new InlineCode(Side.SOURCE, offset, element, attributes, content);
    }
  }

  enum Kind {
    BOLD("fmt", "bold", false),
    ITALIC("fmt", "italic", false),
    STRUCK("fmt", "struck", false),
    LINK("link", "", true),
    /** An image; the text inside it is its description. */
    IMAGE("image", "", true),
    PROGRAM("other", "code", true),
    FORMULA("other", "formula", true),
    NOTE("other", "note", false),
    /** A placeholder for a program, such as {@code %s}. */
    DIRECTIVE("other", "directive", false),
    /** Any other tag, and comments. */
    TAG("other", "", false);

    private final String attributes;
    private final boolean whole;

    Kind(String type, String subType, boolean whole) {
      this.attributes =
          " type=\"" + type + "\"" + (subType.isEmpty() ? "" : " subType=\"" + subType + "\"");
      this.whole = whole;
    }

    String attributes(int id) {
      return "id=\"" + id + "\"" + attributes;
    }

    /** Whether no sentence ends inside it. */
    boolean isWhole() {
      return whole;
    }

    boolean isProgram() {
      return this == PROGRAM || this == FORMULA;
    }

    static boolean isProgram(String attributes) {
      return attributes.endsWith(PROGRAM.attributes) || attributes.endsWith(FORMULA.attributes);
    }

    /**
     * Returns the HTML tag for a sign of Markdown such as {@code **}; empty if the code is no such
     * sign.
     */
    static String tag(InlineCode code) {
      if (code.content().isEmpty() || "*_~".indexOf(code.content().charAt(0)) < 0) {
        return "";
      }
      for (Kind kind : List.of(BOLD, ITALIC, STRUCK)) {
        if (code.attributes().endsWith(kind.attributes)) {
          String name = kind == BOLD ? "strong" : kind == ITALIC ? "em" : "del";
          return (code.isClosing() ? "</" : "<") + name + ">";
        }
      }
      return "";
    }

    /** Whether two codes give the text the same look, regardless of their form in the file. */
    static boolean sameLook(InlineCode one, InlineCode other) {
      for (Kind kind : List.of(BOLD, ITALIC, STRUCK)) {
        if (one.attributes().endsWith(kind.attributes)) {
          return other.attributes().endsWith(kind.attributes);
        }
      }
      return false;
    }
  }
}
