package ballast.format.unit;

import ballast.bitext.Side;
import ballast.format.xml.XmlEvents.Attribute;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of one element of an XLIFF file, as a whole and by its marked segments. */
final class XliffSegments {

  private static final int MAX_SEGMENTS = 10_000;

  private final InlineText whole = new InlineText(Side.SOURCE);
  private final Map<String, InlineText> marked = new LinkedHashMap<>();

  /** For each open element, whether it marks a segment. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  private @Nullable InlineText current;

  void add(String text) {
    whole.add(text);
    if (current != null) {
      current.add(text);
    }
  }

  /**
   * Begins an element.
   *
   * @param segment the segment's id if the element marks one
   */
  void open(String name, List<Attribute> attributes, @Nullable String segment) {
    boolean begins = segment != null && current == null && marked.size() < MAX_SEGMENTS;
    open.push(begins);
    if (begins) {
      current = marked.computeIfAbsent(segment, id -> new InlineText(Side.SOURCE));
    } else {
      whole.open(name, attributes);
      if (current != null) {
        current.open(name, attributes);
      }
    }
  }

  void close() {
    if (open.pop()) {
      current = null;
      return;
    }
    whole.close();
    if (current != null && current.depth() > 0) {
      current.close();
    }
  }

  /** The whole text, including text outside segments. */
  InlineText whole() {
    return whole;
  }

  /** The marked segments by their ids, in order; empty when none is marked. */
  Map<String, InlineText> marked() {
    return marked;
  }
}
