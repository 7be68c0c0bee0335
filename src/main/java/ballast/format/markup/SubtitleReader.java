package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads subtitles, SubRip and WebVTT. Each caption is a block and its tags are codes; numbers,
 * times, notes and styles are not text. The lines of a caption are joined unless each is a
 * sentence, a speaker's part or in another language.
 *
 * @param joins whether captions with one sentence form one block; only for {@link #read}
 */
public record SubtitleReader(boolean joins) implements MarkupBlock.Reader {

  public SubtitleReader() {
    this(/* joins= */ false);
  }

  public FoundContent read(String text, String name) {
    CaptionFile file = new CaptionFile(text);
    List<CaptionFile.Caption> captions = new ArrayList<>();
    List<FoundBlock> blocks = new ArrayList<>();
    CaptionText texts = new CaptionText(text, file.webVtt);
    for (CaptionFile.Caption caption : file.captions) {
      texts
          .of(caption.lines())
          .ifPresent(
              block -> {
                captions.add(caption);
                blocks.add(block.found());
              });
    }
    return new FoundContent(
        joins ? JoinedCaptions.of(text, captions, blocks) : blocks,
        file.notes(),
        file.problems.warnings());
  }

  @Override
  public List<MarkupBlock> blocks(String text) {
    CaptionFile file = new CaptionFile(text);
    CaptionText captions = new CaptionText(text, file.webVtt);
    return file.captions.stream()
        .flatMap(caption -> captions.of(caption.lines()).stream())
        .toList();
  }

  /** The captions of a file of subtitles. */
  private static final class CaptionFile {

    static final long NO_TIME = -1;

    /** A caption with times in milliseconds, or {@link #NO_TIME}. No line is blank. */
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

    private final String text;
    private final List<Span> lines;
    private final boolean webVtt;
    private final List<Caption> captions = new ArrayList<>();
    private final FileLines.Problems problems = new FileLines.Problems();
    private int notText;

    CaptionFile(String text) {
      this.text = text;
      this.lines = FileLines.of(text);
      this.webVtt = text.startsWith("WEBVTT");
      read();
    }

    private void read() {
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
    }

    /** Describes skipped content. */
    List<String> notes() {
      return notText == 0
          ? List.of()
          : List.of(CountedNoun.of(notText, "note or style", "notes or styles") + " left out");
    }

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

    /** Reads lines between blank lines: usually one caption. */
    private void part(int from, int to) {
      int times = times(from, to);
      if (times < 0) {
        withoutTimes(from, to);
        return;
      }
      // The number or name of the caption comes before the times.
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

  private static final class CaptionText {

    private static final Pattern SRT_TAG =
        Pattern.compile(
            "(?i)</?(?:i|b|u|s|em|strong|font|span|c|ruby|rt|rp)(?:[ .][^<>\\r\\n]{0,200})?>"
                + "|\\{\\\\[^{}\\r\\n]{0,200}\\}");
    private static final Pattern VTT_TAG =
        Pattern.compile("</?[A-Za-z0-9][^<>\\r\\n]{0,200}>|</>|\\{\\\\[^{}\\r\\n]{0,200}\\}");
    private static final Pattern SPEAKER = Pattern.compile("\\s*[-–—‐－].*");

    private final String file;
    private final LineJoiner joiner;
    private final boolean webVtt;
    private final String lineEnd;

    CaptionText(String file, boolean webVtt) {
      this.file = file;
      this.joiner = new LineJoiner(file);
      this.webVtt = webVtt;
      this.lineEnd = FileLines.lineEnd(file);
    }

    Optional<MarkupBlock> of(List<Span> lines) {
      MarkupBlock.Builder passage = new MarkupBlock.Builder(file, joiner);
      String before = "";
      for (Span line : lines) {
        String visible = visible(line);
        if (!before.isEmpty() && isKept(before, visible)) {
          passage.hardBreak();
        } else {
          passage.softBreak();
        }
        line(line, passage);
        before = visible.isEmpty() ? before : visible;
      }
      TextContext rules = webVtt ? TextContext.VTT : TextContext.SRT;
      return passage
          .build(BlockType.PARAGRAPH, 0, rules)
          .map(
              block ->
                  block.lineBreak().equals(rules.lineBreak())
                      ? block.withLineBreak(lineEnd)
                      : block);
    }

    private Pattern tags() {
      return webVtt ? VTT_TAG : SRT_TAG;
    }

    private String visible(Span line) {
      return Characters.strip(tags().matcher(line.of(file)).replaceAll(""));
    }

    /** Whether two lines are more than one text that was wrapped. */
    private static boolean isKept(String before, String after) {
      boolean sentences = Characters.endsSentence(before) && Characters.endsSentence(after);
      return sentences || SPEAKER.matcher(after).matches() || otherScript(before, after);
    }

    private static boolean otherScript(String before, String after) {
      return (Han.occursIn(before) && isLatin(after)) || (isLatin(before) && Han.occursIn(after));
    }

    private static boolean isLatin(String text) {
      return !Han.occursIn(text) && text.codePoints().filter(Characters::isLatinLetter).count() > 1;
    }

    private void line(Span line, MarkupBlock.Builder passage) {
      Matcher tag = tags().matcher(file).region(line.start(), line.end());
      int at = line.start();
      while (tag.find()) {
        words(at, tag.start(), passage);
        HtmlTag.of(tag.group()).addTo(passage, tag.start(), tag.end());
        at = tag.end();
      }
      words(at, line.end(), passage);
    }

    private void words(int from, int to, MarkupBlock.Builder passage) {
      int at = from;
      for (int i = from; webVtt && i < to; i++) {
        Entity entity = Entity.at(file, i);
        if (entity != null && i + entity.length() <= to) {
          at = passage.decoded(at, entity.decoded(), i, i + entity.length());
          i = at - 1;
        }
      }
      passage.text(file.substring(at, to), at);
    }
  }

  /**
   * Joins captions with one sentence: the first does not end a sentence, and the second follows at
   * once and does not begin one. In files without full stops nothing is joined, because the end of
   * a sentence is not visible there.
   */
  private static final class JoinedCaptions {

    /** Maximum pause inside a sentence, milliseconds. */
    private static final long MAX_PAUSE = 1000;

    /** Minimum share of captions with the end of a sentence in a file with full stops. */
    private static final double MIN_PUNCTUATED = 0.2;

    /** Maximum number of captions in a block; more of them are not one sentence. */
    private static final int MAX_CAPTIONS = 12;

    private static final String MIDDLE = ",，、;；";

    private final LineJoiner joiner;
    private final List<FoundBlock> joined = new ArrayList<>();
    private int captions;
    private long end = CaptionFile.NO_TIME;

    private JoinedCaptions(LineJoiner joiner) {
      this.joiner = joiner;
    }

    static List<FoundBlock> of(
        String file, List<CaptionFile.Caption> captions, List<FoundBlock> blocks) {
      long ends = blocks.stream().filter(one -> Characters.endsSentence(one.text())).count();
      if (ends < MIN_PUNCTUATED * blocks.size()) {
        return blocks;
      }
      JoinedCaptions all = new JoinedCaptions(new LineJoiner(file));
      for (int i = 0; i < blocks.size(); i++) {
        all.add(captions.get(i), blocks.get(i));
      }
      return all.joined;
    }

    private void add(CaptionFile.Caption caption, FoundBlock block) {
      int last = joined.size() - 1;
      boolean atOnce =
          end >= 0 && caption.start() >= 0 && Math.abs(caption.start() - end) <= MAX_PAUSE;
      if (last >= 0
          && atOnce
          && captions < MAX_CAPTIONS
          && goesOn(joined.get(last).text(), block.text())) {
        joined.set(last, join(joined.get(last), block));
        captions++;
      } else {
        joined.add(block);
        captions = 1;
      }
      end = caption.end();
    }

    private static boolean goesOn(String one, String next) {
      int last = one.codePointBefore(one.length());
      int first = next.codePointAt(0);
      boolean lines = one.indexOf('\n') >= 0 || next.indexOf('\n') >= 0;
      boolean open = Character.isLetterOrDigit(last) || MIDDLE.indexOf(last) >= 0;
      return !lines && open && (Character.isLowerCase(first) || (Han.isHan(first) && isWide(last)));
    }

    private static boolean isWide(int c) {
      return Han.isHan(c) || MIDDLE.indexOf(c) >= 0;
    }

    private FoundBlock join(FoundBlock one, FoundBlock next) {
      String text = one.text() + joiner.glue(one.text(), next.text());
      int start = text.length();
      List<FoundBlock.Point> points = new ArrayList<>(one.points());
      next.points()
          .forEach(point -> points.add(new FoundBlock.Point(start + point.offset(), point.raw())));
      int numbers = one.codes().stream().mapToInt(InlineCode::number).max().orElse(0);
      List<InlineCode> codes = new ArrayList<>(one.codes());
      next.codes()
          .forEach(code -> codes.add(code.movedBy(start).numbered(code.number() + numbers)));
      List<Span> unbreakable = new ArrayList<>(one.unbreakable());
      next.unbreakable()
          .forEach(span -> unbreakable.add(new Span(start + span.start(), start + span.end())));
      return new FoundBlock(
          text + next.text(), one.type(), one.level(), one.place(), points, codes, unbreakable);
    }
  }
}
