package ballast.format.markup;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/** A string of a gettext catalogue: the contents of its quoted lines, as places in the file. */
final class PoString {

  private final List<Span> lines = new ArrayList<>();

  void add(Span line) {
    lines.add(line);
  }

  List<Span> lines() {
    return lines;
  }

  /** Whether it says nothing. */
  boolean isEmpty() {
    return lines.stream().allMatch(Span::isEmpty);
  }

  /** Its characters as they stand in the file, escapes included. */
  String escaped(String file) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.of(file)));
    return text.toString();
  }

  /** From the beginning of its first line to the end of its last. */
  Span span() {
    return new Span(lines.get(0).start(), lines.get(lines.size() - 1).end());
  }
}
