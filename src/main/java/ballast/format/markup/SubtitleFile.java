package ballast.format.markup;

import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.Span;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The captions of a file of subtitles.
 *
 * @param isWebVtt whether it is WebVTT, not SubRip
 * @param captions in the order of the file
 * @param notes what was left out
 * @param problems what is damaged
 */
record SubtitleFile(
    boolean isWebVtt, List<Caption> captions, List<String> notes, Problems problems) {

  /** Of a caption whose times are not known. */
  static final long NO_TIME = -1;

  /**
   * A caption.
   *
   * @param lines of its text; none is blank
   * @param start when it appears, milliseconds; {@link #NO_TIME} if the file does not say it
   * @param end when it disappears, milliseconds; {@link #NO_TIME} if the file does not say it
   */
  record Caption(List<Span> lines, long start, long end) {

    Caption {
      lines = List.copyOf(lines);
    }
  }

  private static final String ARROW = "-->";
  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[,.](\\d{1,3})");
  private static final Pattern TIMES =
      Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,7}\\s*");
  private static final Pattern BROKEN_TIMES = Pattern.compile("[\\s\\d:,.>=–—-]*?\\d:\\d.*");
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
    private final List<Caption> captions = new ArrayList<>();
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
        caption(from, times - 1, "");
      }
      while (times >= 0) {
        int next = times(times + 1, to);
        int end = next < 0 ? to : NUMBER.matcher(content(next - 1)).matches() ? next - 1 : next;
        boolean valid = TIMES.matcher(content(times)).matches();
        if (!valid) {
          problems.add(times + 1, "\"" + shown(times) + "\" are not valid times");
        }
        caption(times + 1, Math.max(times + 1, end), valid ? content(times) : "");
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
        caption(line + 1, to, "");
      } else {
        problems.add(from + 1, "a caption without times");
        caption(line, to, "");
      }
    }

    private String shown(int line) {
      return Excerpt.of(content(line).strip(), 40);
    }

    private void caption(int from, int to, String times) {
      if (from >= to) {
        return;
      }
      Matcher time = TIME.matcher(times);
      long start = time.find() ? milliseconds(time) : NO_TIME;
      long end = start >= 0 && time.find() ? milliseconds(time) : NO_TIME;
      captions.add(new Caption(lines.subList(from, to), start, end));
    }

    private static long milliseconds(Matcher time) {
      String hours = time.group(1);
      long minutes =
          60 * (hours == null ? 0 : Long.parseLong(hours)) + Long.parseLong(time.group(2));
      String fraction = (time.group(4) + "00").substring(0, 3);
      return 1000 * (60 * minutes + Long.parseLong(time.group(3))) + Long.parseLong(fraction);
    }
  }
}
