package ballast.format.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds footnotes: small print at the foot of a page that begins with a number or a sign. */
final class FootNotes {

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:[\\[〔［【(（]?\\d{1,3}[\\]〕］】)）]?|[*†‡§¶＊]{1,3}|[①-⑳]|[ivx]{1,5}(?=[.\\s]))"
              + "[.、:：]?\\s?\\S.*");

  private final Measures measures;

  FootNotes(Measures measures) {
    this.measures = measures;
  }

  /** Whether a line begins a note, by its first characters. */
  static boolean isLabelled(String text) {
    return LABEL.matcher(text).matches();
  }

  /** The lines of notes on all pages. */
  Set<Line> find(List<PageLines> pages) {
    Set<Line> found = new HashSet<>();
    boolean before = false;
    for (PageLines page : pages) {
      int size = found.size();
      find(page.lines(), before, found);
      before = found.size() > size;
    }
    return found;
  }

  private void find(List<Line> lines, boolean goesOn, Set<Line> found) {
    if (lines.stream().noneMatch(measures::isBody)) {
      return;
    }
    boolean open = false;
    for (Line line : lines) {
      if (!measures.isSmaller(line) || isAboveText(line, lines)) {
        open = false;
        continue;
      }
      open = open || isLabelled(line.text()) || goesOn;
      if (open) {
        found.add(line);
      }
    }
  }

  private boolean isAboveText(Line line, List<Line> lines) {
    return lines.stream()
        .anyMatch(
            other ->
                other.y() > line.y()
                    && !measures.isSmaller(other)
                    && other.box().overlaps(line.box()));
  }
}
