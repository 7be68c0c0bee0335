package ballast.format.article;

import ballast.bitext.Location;
import ballast.format.file.Characters;
import ballast.format.file.LineIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A note in the text that waives a finding: a separate line, {@code %% ballast-ok: ...}, or a
 * comment in a page, {@code <!-- ballast-ok: ... -->}. It is not part of the text and never becomes
 * a sentence.
 *
 * @param text the text after "ballast-ok:", without white space around it
 * @param where start of the note
 * @param end end of the note: it applies to the next sentence after it, and to the following ones
 *     in its block
 */
public record WaiverNote(String text, Location where, Location end) {

  /** The full-width signs of Chinese input methods are also accepted. */
  private static final Pattern SIGNS = Pattern.compile("[%％]{2}");

  private static final Pattern INSIDE =
      Pattern.compile("(?i)\\s*ballast-ok(?![\\w-])\\s*[:：]?(.*)", Pattern.DOTALL);

  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  static List<RawLine> takeOut(
      List<RawLine> lines, LineIndex index, String file, List<WaiverNote> into) {
    List<RawLine> textLines = new ArrayList<>(lines.size());
    boolean gap = false;
    for (RawLine line : lines) {
      String content = content(line.text());
      if (content == null) {
        textLines.add(gap ? line.afterGap() : line);
        gap = false;
      } else {
        into.add(note(content, line.start(), line.end(), index, file));
        gap |= line.gapBefore();
      }
    }
    return textLines;
  }

  private static @Nullable String content(String line) {
    if (line.startsWith(OPEN) && line.indexOf(CLOSE) == line.length() - CLOSE.length()) {
      return inside(line.substring(OPEN.length(), line.length() - CLOSE.length()));
    }
    return SIGNS.matcher(line).lookingAt() ? inside(line.substring(2)) : null;
  }

  private static @Nullable String inside(String comment) {
    Matcher matcher = INSIDE.matcher(comment);
    return matcher.matches() ? Characters.strip(matcher.group(1)) : null;
  }

  /** Returns the notes in the comments of a page or of Markdown. */
  public static List<WaiverNote> inComments(String html, LineIndex index, String file) {
    List<WaiverNote> notes = new ArrayList<>();
    int start = html.indexOf(OPEN);
    while (start >= 0) {
      int end = html.indexOf(CLOSE, start + OPEN.length());
      if (end < 0) {
        break;
      }
      String content = inside(html.substring(start + OPEN.length(), end));
      if (content != null) {
        notes.add(note(content, start, end + CLOSE.length(), index, file));
      }
      start = html.indexOf(OPEN, end + CLOSE.length());
    }
    return notes;
  }

  private static WaiverNote note(String text, int start, int end, LineIndex index, String file) {
    return new WaiverNote(
        text,
        new Location(file, index.line(start), index.column(start)),
        new Location(file, index.line(end), index.column(end)));
  }
}
