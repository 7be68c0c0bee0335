package ballast.app.align;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text without the characters that spreadsheets change: white space and straight quotation
 * marks. Code is skipped, as in a table of beads. Positions are UTF-16 units of this plain text.
 * Not thread-safe.
 */
final class PlainText {

  /** Replaces code and marks, so that no match crosses them. No text contains it. */
  private static final char BARRIER = '\uFFFF';

  /**
   * Length of the longest sentence beginning in the index; each shorter one is half as long as the
   * next.
   */
  private static final int MAX_KEY = 16;

  private final List<Segment> segments;
  private final String text;
  private final int[] offsets;
  private final int[] starts;
  private final int[] ends;
  private final int[] marks;
  private final BitSet isStart = new BitSet();
  private final BitSet isEnd = new BitSet();
  private final Map<String, List<Integer>> startsByKey = new HashMap<>();
  private final Map<String, List<Integer>> occurrences = new HashMap<>();

  PlainText(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.starts = new int[segments.size()];
    this.ends = new int[segments.size()];
    this.marks = new int[segments.size() + 1];
    int capacity = segments.stream().mapToInt(segment -> segment.span().length() + 2).sum();
    StringBuilder plain = new StringBuilder(capacity);
    int[] places = new int[capacity];
    for (int i = 0; i < segments.size(); i++) {
      boolean apart = isApart(segments.get(i));
      if (apart) {
        places[plain.length()] = segments.get(i).span().start();
        plain.append(BARRIER);
      }
      starts[i] = plain.length();
      if (segments.get(i).type() != BlockType.CODE) {
        add(segments.get(i), plain, places);
      }
      ends[i] = plain.length();
      marks[i + 1] = marks[i] + (segments.get(i).type() == BlockType.MARK ? 1 : 0);
      if (apart) {
        places[plain.length()] = segments.get(i).span().end();
        plain.append(BARRIER);
      }
    }
    this.text = plain.toString();
    this.offsets = Arrays.copyOf(places, text.length());
    index();
  }

  private static boolean isApart(Segment segment) {
    return segment.type() == BlockType.CODE || segment.type() == BlockType.MARK;
  }

  private static void add(Segment segment, StringBuilder plain, int[] places) {
    String text = segment.text();
    for (int k = 0; k < text.length(); k++) {
      if (!isLeftOut(text.charAt(k))) {
        places[plain.length()] = segment.span().start() + k;
        plain.append(text.charAt(k));
      }
    }
  }

  private static boolean isLeftOut(char c) {
    return c == '"' || c == BARRIER || Characters.isBlank(c);
  }

  private void index() {
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] < ends[i]) {
        isStart.set(starts[i]);
        isEnd.set(ends[i]);
        for (int length = 1; length <= Math.min(MAX_KEY, text.length() - starts[i]); length *= 2) {
          String key = text.substring(starts[i], starts[i] + length);
          startsByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(starts[i]);
        }
      }
    }
  }

  static String plain(String cell) {
    StringBuilder plain = new StringBuilder(cell.length());
    cell.chars().filter(c -> !isLeftOut((char) c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  String name() {
    return segments.isEmpty() ? "the text" : segments.get(0).document().name();
  }

  boolean contains(String plain) {
    return text.contains(plain);
  }

  /**
   * Returns all positions of a text, including those inside sentences; none for the empty text.
   * Dividing does not change them.
   */
  List<Integer> occurrences(String plain) {
    return occurrences.computeIfAbsent(plain, this::look);
  }

  private List<Integer> look(String plain) {
    List<Integer> all = new ArrayList<>();
    if (plain.isEmpty()) {
      return all;
    }
    for (int at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
      all.add(at);
    }
    return all;
  }

  int start(Segment part) {
    int at = Arrays.binarySearch(offsets, part.span().start());
    return at < 0 ? -at - 1 : at;
  }

  boolean has(String plain, int position) {
    return text.startsWith(plain, position);
  }

  boolean isStart(int position) {
    return isStart.get(position);
  }

  boolean isEnd(int position) {
    return isEnd.get(position);
  }

  /** Returns the starts of sentences that may begin with this non-empty text. */
  List<Integer> startsOf(String plain) {
    int length = Integer.highestOneBit(Math.min(MAX_KEY, plain.length()));
    return startsByKey.getOrDefault(plain.substring(0, length), List.of());
  }

  List<Segment> segments() {
    return segments;
  }

  /** Returns the start and end of a stretch in the document; empty if it cuts a sentence. */
  List<Integer> edges(Span stretch) {
    return isStart(stretch.start()) && isEnd(stretch.end())
        ? List.of(
            segments.get(segmentAt(stretch.start())).span().start(),
            segments.get(segmentAt(stretch.end() - 1)).span().end())
        : List.of();
  }

  /** Returns a stretch as a span of the document. */
  Span inDocument(Span stretch) {
    List<Integer> edges = edges(stretch);
    return edges.isEmpty()
        ? new Span(offsets[stretch.start()], offsets[stretch.end() - 1] + 1)
        : new Span(edges.get(0), edges.get(1));
  }

  /** Returns the sentence of a character. */
  Segment segment(int position) {
    return segments.get(segmentAt(position));
  }

  int length() {
    return text.length();
  }

  boolean isMark(Span stretch) {
    return segments.get(segmentAt(stretch.start())).type() == BlockType.MARK;
  }

  int marksBefore(int position) {
    return marks[segmentAt(position)];
  }

  private int segmentAt(int position) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  List<Segment> divided(List<Span> stretches) {
    BitSet cuts = new BitSet();
    stretches.forEach(
        stretch -> {
          cuts.set(stretch.start());
          cuts.set(stretch.end());
        });
    List<Segment> parts = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment rest = segments.get(i);
      int cut = cuts.nextSetBit(starts[i] + 1);
      for (; cut >= 0 && cut < ends[i]; cut = cuts.nextSetBit(cut + 1)) {
        int end = partEnd(rest, cut);
        int next = nextVisible(rest, end);
        parts.add(part(rest, rest.span().start(), end));
        rest = part(rest, next, rest.span().end());
      }
      parts.add(rest);
    }
    return parts;
  }

  /** A quotation mark directly after a part belongs to it if white space follows. */
  private int partEnd(Segment segment, int cut) {
    String all = segment.document().text();
    int end = offsets[cut - 1] + 1;
    int quotes = end;
    while (quotes < offsets[cut] && all.charAt(quotes) == '"') {
      quotes++;
    }
    return quotes < offsets[cut] ? quotes : end;
  }

  private static int nextVisible(Segment segment, int from) {
    String all = segment.document().text();
    int next = from;
    while (Characters.isBlank(all.charAt(next))) {
      next++;
    }
    return next;
  }

  private static Segment part(Segment of, int start, int end) {
    return new Segment(of.document(), of.blockIndex(), new Span(start, end));
  }

  /**
   * @param stretch null for an empty side
   * @param parts as returned by {@link #divided}
   */
  Range range(@Nullable Span stretch, List<Segment> parts) {
    if (stretch == null) {
      return new Range(0, 0);
    }
    int first = offsets[stretch.start()];
    int last = offsets[stretch.end() - 1];
    return new Range(Segment.at(parts, first), Segment.at(parts, last) + 1);
  }
}
