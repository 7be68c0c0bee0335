package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Attribute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Collects the text of one segment and the codes inside it, as those of a source. */
final class InlineText {

  /** Elements whose content is native code, not text of the segment. */
  static final Set<String> NATIVE =
      Set.of("ph", "bpt", "ept", "it", "ut", "x", "bx", "ex", "sc", "ec", "cp");

  private record Open(String name, int code, int offset, boolean isNative) {}

  /** Maximum length of a segment with its codes, in UTF-16 units. */
  static final int MAX_LENGTH = 1_000_000;

  /** UTF-16 units counted for each code in addition to its content. */
  private static final int CODE_SIZE = 64;

  private final StringBuilder content = new StringBuilder(); // of the last code
  private int size;
  // The text while it is a single piece, as in most segments; later pieces go into the builder.
  private String whole = "";
  private final StringBuilder text = new StringBuilder();
  private final List<InlineCode> codes = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int nativeDepth;

  /** Reads the content of the current element. */
  static InlineText of(XmlEvents xml) {
    InlineText text = new InlineText();
    text.read(xml);
    return text;
  }

  void add(String piece) {
    size += piece.length();
    if (isTooLong()) {
      return;
    }
    if (nativeDepth > 0) {
      content.append(piece);
    } else if (length() == 0) {
      whole = piece;
    } else {
      text.append(whole).append(piece);
      whole = "";
    }
  }

  void read(XmlEvents xml) {
    int outside = xml.depth() - 1;
    while (xml.depth() > outside) {
      switch (xml.next()) {
        case TEXT -> add(xml.text());
        case START -> open(xml.name(), xml.attributes());
        case END -> {
          if (xml.depth() > outside) {
            close();
          }
        }
        case DONE -> throw new IllegalStateException("the end inside an element");
      }
    }
  }

  private int length() {
    return whole.length() + text.length();
  }

  /** Whether the segment exceeded {@link #MAX_LENGTH}; the excess is dropped. */
  boolean isTooLong() {
    return size > MAX_LENGTH;
  }

  void open(String name, List<Attribute> attributes) {
    flush();
    boolean inNative = nativeDepth > 0;
    if (inNative) {
      Open around = open.element();
      InlineCode outer = codes.get(around.code());
      if (!outer.isOpening()) {
        replace(around.code(), "<" + outer.element(), outer.content());
      }
    }
    boolean isNative = inNative || NATIVE.contains(name);
    boolean half = inNative || !isNative;
    open.push(new Open(name, codes.size(), length(), isNative));
    nativeDepth += isNative ? 1 : 0;
    String attributesAsWritten = written(attributes);
    size += CODE_SIZE + attributesAsWritten.length();
    String attributesKept = isTooLong() ? "" : attributesAsWritten;
    codes.add(new InlineCode(Side.SOURCE, length(), half ? "<" + name : name, attributesKept, ""));
  }

  void close() {
    flush();
    Open ended = open.pop();
    nativeDepth -= ended.isNative() ? 1 : 0;
    InlineCode code = codes.get(ended.code());
    boolean empty =
        !ended.isNative() && ended.code() == codes.size() - 1 && ended.offset() == length();
    if (empty) {
      replace(ended.code(), ended.name(), "");
    } else if (code.isOpening()) {
      codes.add(new InlineCode(Side.SOURCE, length(), "/" + ended.name(), "", ""));
    }
  }

  int size() {
    return size;
  }

  int depth() {
    return open.size();
  }

  String text() {
    return whole.isEmpty() ? text.toString() : whole;
  }

  List<InlineCode> codes() {
    return List.copyOf(codes);
  }

  static String written(List<Attribute> attributes) {
    StringBuilder written = new StringBuilder();
    for (Attribute attribute : attributes) {
      if (!written.isEmpty()) {
        written.append(' ');
      }
      String value = attribute.value().replace("&", "&amp;").replace("\"", "&quot;");
      written.append(attribute.name()).append("=\"").append(value).append('"');
    }
    return written.toString();
  }

  private void flush() {
    if (!content.isEmpty()) {
      int last = codes.size() - 1;
      replace(last, codes.get(last).element(), content.toString());
      content.setLength(0);
    }
  }

  private void replace(int index, String element, String content) {
    InlineCode code = codes.get(index);
    codes.set(index, code.as(element, code.attributes(), content));
  }
}
