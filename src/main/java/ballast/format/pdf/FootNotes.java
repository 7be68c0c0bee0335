package ballast.format.pdf;

import ballast.format.file.Characters;
import ballast.format.pdf.Line.PageLines;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds footnotes: small print at the foot of a page that begins with a number or a sign. */
final class FootNotes {

  private static final Pattern LABEL =
      Pattern.compile(
          "^([\\[〔［【(（]?\\d{1,3}+[\\]〕］】)）]?|[*†‡§¶＊]{1,3}|[①-⑳]|[ivx]{1,5}(?=[.\\s]))"
              + "[.、:：]?\\s?[^\\s\\d.、:：].*");

  private static final double FAR = 1.5;

  /** A page with more lines is a drawing. */
  private static final int MAX_LINES = 1000;

  private static final double SHORT = 3;

  private final Measures measures;

  FootNotes(Measures measures) {
    this.measures = measures;
  }

  static boolean isLabelled(String text) {
    return LABEL.matcher(text).matches();
  }

  static Set<String> labels(Collection<Line> notes) {
    Set<String> labels = new HashSet<>();
    for (Line note : notes) {
      Matcher matcher = LABEL.matcher(note.text());
      if (matcher.matches()) {
        labels.add(matcher.group(1));
      }
    }
    return labels;
  }

  Set<Line> find(List<PageLines> pages) {
    Set<Line> found = new HashSet<>();
    Line last = null;
    for (PageLines page : pages) {
      last = find(page.lines(), last, found);
    }
    return found;
  }

  /** Returns the last line of notes if the next page may continue it. */
  private @Nullable Line find(List<Line> lines, @Nullable Line before, Set<Line> found) {
    if (lines.size() > MAX_LINES || lines.stream().noneMatch(measures::isBody)) {
      return null;
    }
    List<Line> text = lines.stream().filter(line -> !measures.isSmaller(line)).toList();
    boolean goesOn = before != null;
    Line last = null;
    Line previous = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!measures.isSmaller(line) || isAboveText(line, text) || isInTable(i, lines)) {
        last = null;
      } else if (isLabelled(line.text())
          || (last == null
              ? goesOn && previous != null && !measures.isSmaller(previous)
              : isNear(last, line))) {
        found.add(line);
        last = line;
      } else {
        last = null;
      }
      previous = line;
    }
    return last != null && isOpen(last, lines) ? last : null;
  }

  /** Whether the last line of the notes of a page is full and ends no sentence. */
  private static boolean isOpen(Line last, List<Line> lines) {
    double right = lines.stream().mapToDouble(Line::right).max().orElse(0);
    return !Characters.endsSentence(last.text()) && last.right() > right - SHORT * last.size();
  }

  private boolean isNear(Line last, Line line) {
    return last.face().sameSize(line.face()) && line.y() - last.y() < FAR * measures.pitch(line);
  }

  private static boolean isInTable(int at, List<Line> lines) {
    return (at > 0 && lines.get(at - 1).isBeside(lines.get(at)))
        || (at + 1 < lines.size() && lines.get(at + 1).isBeside(lines.get(at)));
  }

  private static boolean isAboveText(Line line, List<Line> text) {
    return text.stream().anyMatch(o -> o.y() > line.y() && o.box().overlaps(line.box()));
  }
}
