package ballast.format.unit;

import ballast.format.xml.XmlEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a TMX or XLIFF file with their places in it, unit by unit. The file must have been
 * read by {@link XmlEvents} without an error; it is not checked again here.
 */
final class XmlSegments {

  private static final Set<String> UNITS = Set.of("tu", "trans-unit", "unit");
  private static final Set<String> SEGMENTS =
      Set.of("seg", "source", "target", "seg-source", "mrk");

  /** Elements of proposals, whose texts are not those of the unit. */
  private static final Set<String> PASSED_OVER = Set.of("alt-trans", "matches", "match", "note");

  private final String raw;
  private final List<List<RawSegment>> units = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Deque<RawSegment> segments = new ArrayDeque<>();
  private @Nullable List<RawSegment> unit;
  private int silent;

  private XmlSegments(String raw) {
    this.raw = raw;
  }

  /** The segments of each unit, in the order in which they begin. */
  static List<List<RawSegment>> of(String raw) {
    XmlSegments reading = new XmlSegments(raw);
    reading.read();
    return reading.units;
  }

  private void read() {
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) != '<') {
        at = character(at);
      } else if (raw.startsWith("<!--", at)) {
        at = after("-->", at + 4);
      } else if (raw.startsWith("<![CDATA[", at)) {
        at = cdata(at);
      } else if (raw.startsWith("<?", at)) {
        at = after("?>", at);
      } else if (raw.startsWith("<!", at)) {
        at = doctype(at);
      } else {
        at = tag(at);
      }
    }
  }

  private int after(String end, int from) {
    int found = raw.indexOf(end, from);
    return found < 0 ? raw.length() : found + end.length();
  }

  /**
   * Skips a CDATA section. Its content is text, but nothing can be replaced in it, because it would
   * have to be escaped differently.
   */
  private int cdata(int at) {
    int end = after("]]>", at + 9);
    for (int i = at + 9; i < end - 3; i++) {
      add(raw.substring(i, i + 1), i, i);
    }
    return end;
  }

  private int doctype(int at) {
    int bracket = raw.indexOf('[', at);
    int end = raw.indexOf('>', at);
    return bracket >= 0 && bracket < end ? after(">", raw.indexOf(']', bracket)) : after(">", at);
  }

  private int tag(int at) {
    int end = at + 1;
    char quote = 0;
    while (end < raw.length() && (quote != 0 || raw.charAt(end) != '>')) {
      char c = raw.charAt(end);
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      end++;
    }
    String inside = raw.substring(at + 1, Math.min(end, raw.length()));
    if (inside.startsWith("/")) {
      close();
    } else {
      open(name(inside));
      if (inside.endsWith("/")) {
        close();
      }
    }
    return end + 1;
  }

  private static String name(String inside) {
    String name = inside.split("[\\s/]", 2)[0];
    return name.substring(name.indexOf(':') + 1);
  }

  private void open(String name) {
    open.push(name);
    silent += isSilent(name) ? 1 : 0;
    if (UNITS.contains(name)) {
      unit = new ArrayList<>();
      units.add(unit);
    } else if (SEGMENTS.contains(name) && unit != null && silent == 0) {
      RawSegment segment = new RawSegment();
      unit.add(segment);
      segments.push(segment);
    }
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    String name = open.pop();
    if (SEGMENTS.contains(name) && unit != null && silent == 0) {
      segments.pop();
    }
    silent -= isSilent(name) ? 1 : 0;
    if (UNITS.contains(name)) {
      unit = null;
    }
  }

  private static boolean isSilent(String name) {
    return PASSED_OVER.contains(name) || InlineText.NATIVE.contains(name);
  }

  private int character(int at) {
    char c = raw.charAt(at);
    if (c == '\r') {
      int end = raw.startsWith("\r\n", at) ? at + 2 : at + 1;
      add("\n", at, end);
      return end;
    }
    if (c != '&') {
      add(String.valueOf(c), at, at + 1);
      return at + 1;
    }
    int end = after(";", at);
    add(reference(raw.substring(at + 1, end - 1)), at, end);
    return end;
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

  private void add(String meant, int start, int end) {
    if (silent == 0) {
      segments.forEach(segment -> segment.add(meant, start, end));
    }
  }
}
