package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.format.file.XmlOutput;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the texts of one segment with their codes in XLIFF. Corresponding source and target codes
 * get the same id. In version 1.2 native code is in the element; in version 2.1 it is once in the
 * unit and the element refers to it.
 *
 * <p>A pair {@code <pc}, {@code /pc} becomes one element around its text, {@code g} or {@code pc}.
 * Half a pair, with the other half in another segment, becomes {@code it} or {@code sc}, {@code
 * ec}.
 */
final class XliffCodes {

  private static final Pattern NAME = Pattern.compile("\\b(?:id|i|x)=\"([^\"]*)\"");

  /**
   * The elements of XLIFF 1.2 for those of TMX and XLIFF 2; all others become {@code x} or {@code
   * g}.
   */
  private static final Map<String, String> IN_FIRST =
      Map.of(
          "ph", "ph", "ut", "ph", "bpt", "bpt", "ept", "ept", "it", "it", "x", "x", "bx", "bx",
          "ex", "ex");

  private final XliffVersion version;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> data = new ArrayList<>();

  XliffCodes(XliffVersion version) {
    this.version = version;
  }

  void writeData(XmlOutput xml) throws IOException {
    if (data.isEmpty()) {
      return;
    }
    xml.start(3, "originalData");
    for (int i = 0; i < data.size(); i++) {
      xml.start(4, "data", "id", "d" + (i + 1));
      xml.text(data.get(i));
      xml.end();
    }
    xml.end(3);
  }

  /** Collects the native code for references from the texts, before the texts are written. */
  void collect(XliffEntry entry) {
    if (version == XliffVersion.V2_1) {
      flat(entry.codes()).stream()
          .filter(code -> isPaired(code) || (!code.isOpening() && !code.isClosing()))
          .map(InlineCode::content)
          .filter(content -> !content.isEmpty() && !data.contains(content))
          .forEach(data::add);
    }
  }

  void write(XmlOutput xml, String text, List<InlineCode> codes, Side side) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    List<InlineCode> flat = flat(codes).stream().filter(code -> code.side() == side).toList();
    IdentityHashMap<InlineCode, InlineCode> pairs = pairs(flat);
    int from = 0;
    for (InlineCode code : flat) {
      xml.text(text.substring(from, code.offset()));
      from = code.offset();
      if (isPaired(code)) {
        writeHalf(xml, code, pairs, counts);
      } else {
        write(xml, code, open, counts);
      }
    }
    xml.text(text.substring(from));
    for (int i = 0; i < open.size(); i++) {
      xml.end();
    }
  }

  private static boolean isPaired(InlineCode code) {
    return code.name().equals("pc") && (code.isOpening() || code.isClosing());
  }

  private static IdentityHashMap<InlineCode, InlineCode> pairs(List<InlineCode> codes) {
    IdentityHashMap<InlineCode, InlineCode> pairs = new IdentityHashMap<>();
    Deque<InlineCode> open = new ArrayDeque<>();
    for (InlineCode code : codes) {
      if (isPaired(code) && code.isOpening()) {
        open.push(code);
      } else if (isPaired(code) && !open.isEmpty() && belong(open.peek(), code)) {
        InlineCode opening = open.pop();
        pairs.put(opening, code);
        pairs.put(code, opening);
      }
    }
    return pairs;
  }

  /** A closing half without a name belongs to the last opened half. */
  private static boolean belong(InlineCode opening, InlineCode closing) {
    String closed = name(closing);
    return closed.isEmpty() || closed.equals(name(opening));
  }

  private static String name(InlineCode code) {
    Matcher name = NAME.matcher(code.attributes());
    return name.find() ? name.group(1) : "";
  }

  private void writeHalf(
      XmlOutput xml,
      InlineCode code,
      IdentityHashMap<InlineCode, InlineCode> pairs,
      Map<String, Integer> counts)
      throws IOException {
    boolean first = version == XliffVersion.V1_2;
    InlineCode other = pairs.get(code);
    if (other != null && code.isClosing()) {
      xml.end();
      return;
    }
    int id = id(code, counts);
    if (other != null) {
      xml.start(first ? "g" : "pc");
      xml.attribute("id", Integer.toString(id));
      if (!first) {
        refer(xml, "dataRefEnd", other.content());
        refer(xml, "dataRefStart", code.content());
      }
    } else if (first) {
      xml.start("it");
      xml.attribute("id", Integer.toString(id));
      xml.attribute("pos", code.isOpening() ? "open" : "close");
      writeType(xml, version, code);
      xml.text(code.content());
      xml.end();
      return;
    } else {
      xml.empty(code.isOpening() ? "sc" : "ec");
      xml.attribute("id", Integer.toString(id));
      refer(xml, "dataRef", code.content());
      xml.attribute("isolated", "yes");
    }
    writeType(xml, version, code);
  }

  private void refer(XmlOutput xml, String attribute, String content) throws IOException {
    int reference = data.indexOf(content) + 1;
    if (reference > 0) {
      xml.attribute(attribute, "d" + reference);
    }
  }

  /** Turns native codes that contain text for translators into native codes as a whole. */
  private static List<InlineCode> flat(List<InlineCode> codes) {
    List<InlineCode> flat = new ArrayList<>();
    InlineCode outer = null;
    int depth = 0;
    for (InlineCode code : codes) {
      if (outer == null && code.isOpening() && IN_FIRST.containsKey(code.name())) {
        outer =
            new InlineCode(
                code.side(), code.offset(), code.name(), code.attributes(), code.content());
        depth = 1;
      } else if (outer != null) {
        depth += code.isOpening() ? 1 : code.isClosing() ? -1 : 0;
        outer =
            new InlineCode(
                outer.side(),
                outer.offset(),
                outer.element(),
                outer.attributes(),
                outer.content() + code.content());
        if (depth == 0) {
          flat.add(outer);
          outer = null;
        }
      } else {
        flat.add(code);
      }
    }
    return flat;
  }

  private void write(
      XmlOutput xml, InlineCode code, Deque<String> open, Map<String, Integer> counts)
      throws IOException {
    boolean isNative = !code.content().isEmpty() || IN_FIRST.containsKey(code.name());
    if (code.isClosing()) {
      if (code.name().equals(open.peek())) {
        open.pop();
        xml.end();
      }
    } else if (code.isOpening() && !isNative) {
      open.push(code.name());
      xml.start(version == XliffVersion.V1_2 ? "g" : "pc");
      xml.attribute("id", Integer.toString(id(code, counts)));
    } else {
      writeNative(xml, code, id(code, counts));
    }
  }

  private void writeNative(XmlOutput xml, InlineCode code, int id) throws IOException {
    boolean first = version == XliffVersion.V1_2;
    String element = first ? IN_FIRST.getOrDefault(code.name(), "x") : "ph";
    boolean holds = first && !code.content().isEmpty() && !"x bx ex".contains(element);
    if (holds) {
      xml.start(element);
    } else {
      xml.empty(element);
    }
    xml.attribute("id", Integer.toString(id));
    if (first && element.equals("it")) {
      xml.attribute("pos", code.attributes().contains("end") ? "close" : "open");
    }
    if (!first) {
      refer(xml, "dataRef", code.content());
      writeType(xml, version, code);
    } else if (!element.equals("bpt") && !element.equals("ept") && !element.equals("it")) {
      writeType(xml, version, code);
    }
    if (holds) {
      xml.text(code.content());
      xml.end();
    }
  }

  /**
   * Returns the number of a code: equal for equal names or, without names, for equal positions
   * among the codes of its kind.
   */
  private int id(InlineCode code, Map<String, Integer> counts) {
    String name = name(code);
    // Half pairs with one name in one segment, the closing one first, are not a pair.
    String kind = isPaired(code) && code.isClosing() ? code.element() : code.name();
    int count = counts.merge(kind, 1, Integer::sum);
    String key = kind + (name.isEmpty() ? "#" + count : "=" + name);
    // The same name twice on one side would give the same id twice.
    String unique = key + "/" + counts.merge(key, 1, Integer::sum);
    return ids.computeIfAbsent(unique, k -> ids.size() + 1);
  }

  private static final Pattern TYPE = Pattern.compile("\\btype=\"([^\"]*)\"");
  private static final Pattern SUBTYPE = Pattern.compile("\\bsubType=\"([^\"]*)\"");

  /** The values of {@code ctype} in version 1.2 (3.2.1). */
  private static final Map<String, String> FIRST =
      Map.of(
          "bold",
          "bold",
          "italic",
          "italic",
          "underline",
          "underlined",
          "link",
          "link",
          "image",
          "image",
          "break",
          "lb");

  /** The values of {@code type} in version 2.1 (4.3.1.40). */
  private static final Set<String> SECOND = Set.of("fmt", "ui", "quote", "link", "image", "other");

  /** The values of {@code subType} in version 2.1 (4.3.1.36). */
  private static final Map<String, String> SECOND_SUBTYPES =
      Map.of("bold", "xlf:b", "italic", "xlf:i", "underline", "xlf:u", "break", "xlf:lb");

  private static void writeType(XmlOutput xml, XliffVersion version, InlineCode code)
      throws IOException {
    String type = value(TYPE, code);
    String subType = value(SUBTYPE, code);
    if (version == XliffVersion.V1_2) {
      String said = type(code);
      if (!said.isEmpty()) {
        xml.attribute("ctype", said);
      }
    } else if (SECOND.contains(type)) {
      xml.attribute("type", type);
      if (SECOND_SUBTYPES.containsKey(subType)) {
        xml.attribute("subType", SECOND_SUBTYPES.get(subType));
      }
    }
  }

  /** Returns the value of {@code ctype} in version 1.2; empty if there is none for this kind. */
  static String type(InlineCode code) {
    String subType = value(SUBTYPE, code);
    return FIRST.getOrDefault(subType.isEmpty() ? value(TYPE, code) : subType, "");
  }

  private static String value(Pattern attribute, InlineCode code) {
    Matcher matcher = attribute.matcher(code.attributes());
    return matcher.find() ? matcher.group(1) : "";
  }
}
