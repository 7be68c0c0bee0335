package ballast.format.markup;

import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.Span;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The captions of a file of subtitles.
 *
 * @param isWebVtt whether it is WebVTT, not SubRip
 * @param captions the lines of each caption's text; none is blank
 * @param notes what was left out
 * @param problems what is damaged
 */
record SubtitleFile(
    boolean isWebVtt, List<List<Span>> captions, List<String> notes, Problems problems) {

  private static final String ARROW = "-->";
  private static final String TIME = "(?:\\d{1,4}:)?\\d{1,2}:\\d{2}[,.]\\d{1,3}";
  private static final Pattern TIMES =
      Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,7}\\s*");
  private static final Pattern BROKEN_TIMES = Pattern.compile("[\\s\\d:,.>=–—-]*\\d+:\\d+.*");
  private static final Pattern NOT_TEXT = Pattern.compile("(?:NOTE|STYLE|REGION)(?:\\s.*)?");

  SubtitleFile {
    captions = List.copyOf(captions);
    notes = List.copyOf(notes);
  }

  /** Finds the captions; what is damaged is recorded, the rest is read. */
  static SubtitleFile read(String text) {
    return new Reading(text).read();
  }

  private static final class Reading {

    private final String text;
    private final List<Span> lines;
    private final boolean webVtt;
    private final List<List<Span>> captions = new ArrayList<>();
    private final Problems problems = new Problems();
    private int notText;

    Reading(String text) {
      this.text = text;
      this.lines = FileLines.of(text);
      this.webVtt = text.startsWith("WEBVTT");
    }

    SubtitleFile read() {
      int line = webVtt ? blank(0) : 0;
      while (line < lines.size()) {
        int end = blank(line);
        if (end == line) {
          line++;
          continue;
        }
        if (webVtt && NOT_TEXT.matcher(content(line)).matches()) {
          notText++;
        } else {
          part(line, end);
        }
        line = end;
      }
      List<String> notes =
          notText == 0
              ? List.of()
              : List.of(CountedNoun.of(notText, "note or style", "notes or styles") + " left out");
      return new SubtitleFile(webVtt, captions, notes, problems);
    }

    /** The first blank line from a line on. */
    private int blank(int from) {
      int line = from;
      while (line < lines.size() && !Characters.isBlank(content(line))) {
        line++;
      }
      return line;
    }

    private String content(int line) {
      return lines.get(line).of(text);
    }

    /** Lines between blank lines: usually one caption. */
    private void part(int from, int to) {
      int times = times(from, to);
      if (times < 0) {
        withoutTimes(from, to);
        return;
      }
      // Before the times there is the number or name of the caption.
      if (times - from > 1) {
        caption(from, times - 1);
      }
      while (times >= 0) {
        int next = times(times + 1, to);
        int end = next < 0 ? to : NUMBER.matcher(content(next - 1)).matches() ? next - 1 : next;
        if (!TIMES.matcher(content(times)).matches()) {
          problems.add(times + 1, "\"" + shown(times) + "\" are not valid times");
        }
        caption(times + 1, Math.max(times + 1, end));
        times = next;
      }
    }

    private int times(int from, int to) {
      for (int line = from; line < to; line++) {
        if (content(line).contains(ARROW)) {
          return line;
        }
      }
      return -1;
    }

    private void withoutTimes(int from, int to) {
      boolean numbered = NUMBER.matcher(content(from)).matches();
      int line = numbered ? from + 1 : from;
      boolean broken = line < to && BROKEN_TIMES.matcher(content(line)).matches();
      if (numbered && line == to) {
        return;
      }
      if (broken) {
        problems.add(line + 1, "\"" + shown(line) + "\" are not valid times");
        caption(line + 1, to);
      } else {
        problems.add(from + 1, "a caption without times");
        caption(line, to);
      }
    }

    private String shown(int line) {
      return Excerpt.of(content(line).strip(), 40);
    }

    private void caption(int from, int to) {
      if (from < to) {
        captions.add(List.copyOf(lines.subList(from, to)));
      }
    }
  }
}
