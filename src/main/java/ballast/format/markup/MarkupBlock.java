package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block with the data for replacing its text.
 *
 * @param raw the stretch of the file to replace, codes included; UTF-16 units
 * @param rules the format's requirements for a text there
 * @param lineBreak notation of a line break in the text
 * @param before characters to write before another text
 * @param after characters to write after it
 */
record MarkupBlock(
    FoundBlock found, Span raw, TextContext rules, String lineBreak, String before, String after) {

  MarkupBlock(FoundBlock found, Span raw, TextContext rules, String lineBreak) {
    this(found, raw, rules, lineBreak, "", "");
  }

  MarkupBlock withLineBreak(String other) {
    return new MarkupBlock(found, raw, rules, other, before, after);
  }

  /** Reads a format into blocks that can be written again. Thread-safe. */
  @FunctionalInterface
  interface Reader {

    List<MarkupBlock> blocks(String text);
  }

  /**
   * Collects the visible characters and the codes of one block in the order of the file. Drops
   * white space at its ends and joins soft-wrapped lines. All places are UTF-16 units of the file.
   */
  static final class Builder {

    private static final Pattern URL =
        Pattern.compile("(?:https?|ftp)://[!-~]{1,4000}(?<![.,;:!?)\\]\"'])");
    private static final int AHEAD = 8;

    private final String file;
    private final LineJoiner joiner;
    private final StringBuilder text = new StringBuilder();
    private final List<FoundBlock.Point> points = new ArrayList<>();
    private final InlineCodes codes = new InlineCodes();
    private @Nullable Span raw;
    private int next = -1;
    private boolean softBreak;
    private int hardBreaks;
    private int held;
    private @Nullable String lineBreak;

    Builder(String file, LineJoiner joiner) {
      this.file = file;
      this.joiner = joiner;
    }

    /** Appends characters that are in the file unchanged, from {@code start} on. */
    void text(CharSequence chars, int start) {
      int from = 0;
      while (from < chars.length() && isFirst() && Characters.isBlank(chars.charAt(from))) {
        from++;
      }
      int visible = chars.length();
      while (visible > from && Characters.isBlank(chars.charAt(visible - 1))) {
        visible--;
      }
      if (visible == from && (isFirst() || chars.length() == from)) {
        return;
      }
      begin(
          chars.subSequence(from, Math.min(chars.length(), from + AHEAD)).toString(), start + from);
      point(start + from);
      text.append(chars, from, chars.length());
      next = start + chars.length();
      if (visible > from) {
        extend(start + from, start + visible);
      }
    }

    /**
     * Appends the characters of the file in {@code [at, start)}, then those that it writes
     * differently, in {@code [start, end)}; returns {@code end}.
     */
    int decoded(int at, String chars, int start, int end) {
      text(file.substring(at, start), at);
      decoded(chars, start, end);
      return end;
    }

    /** Appends characters that the file writes differently, in {@code [start, end)}. */
    void decoded(String chars, int start, int end) {
      if (isFirst() && Characters.isBlank(chars)) {
        return;
      }
      begin(chars, start);
      point(start);
      text.append(chars);
      next = -1;
      if (!Characters.isBlank(chars)) {
        extend(start, end);
      }
    }

    private boolean isFirst() {
      return text.length() == 0 || hardBreaks > 0 || softBreak;
    }

    /** Marks that the text continues on the next line of the file. */
    void softBreak() {
      startBreak();
      softBreak = true;
    }

    void hardBreak() {
      startBreak();
      hardBreaks++;
    }

    private void startBreak() {
      if (!softBreak && hardBreaks == 0) {
        held = codes.size();
      }
    }

    private void begin(String after, int start) {
      if (text.length() > 0 && hardBreaks > 0) {
        trimEnd();
        Span until = raw;
        int from = held < codes.size() ? codes.start(held) : start;
        if (lineBreak == null && hardBreaks == 1 && until != null && until.end() <= from) {
          lineBreak = file.substring(until.end(), from);
        }
        text.append("\n".repeat(hardBreaks));
        next = -1;
      } else if (text.length() > 0 && softBreak) {
        text.append(joiner.glue(text, after));
        next = -1;
      }
      if (softBreak || hardBreaks > 0) {
        codes.move(held, text.length());
      }
      softBreak = false;
      hardBreaks = 0;
    }

    private void trimEnd() {
      while (text.length() > 0 && Characters.isBlank(text.charAt(text.length() - 1))) {
        text.setLength(text.length() - 1);
      }
      codes.clamp(text.length());
    }

    private void point(int start) {
      if (start != next) {
        while (!points.isEmpty() && points.get(points.size() - 1).offset() >= text.length()) {
          points.remove(points.size() - 1);
        }
        points.add(new FoundBlock.Point(text.length(), start));
      }
    }

    private void extend(int start, int end) {
      Span before = raw;
      raw = before == null ? new Span(start, end) : new Span(before.start(), end);
    }

    /**
     * @param key identifies the closing code: the name of a tag, or any other object
     */
    void open(Object key, InlineCodes.Kind kind, int start, int end) {
      codes.open(key, kind, text.length(), start, file.substring(start, end));
      extend(start, end);
    }

    /** Ends the code that {@link #open} began. Without it, this is a code of its own. */
    void close(Object key, InlineCodes.Kind kind, int start, int end) {
      close(key, kind, start, end, file.substring(start, end));
    }

    void close(Object key, InlineCodes.Kind kind, int start, int end, String content) {
      codes.close(key, kind, text.length(), start, content);
      extend(start, end);
    }

    void alone(InlineCodes.Kind kind, int start, int end) {
      codes.alone(kind, text.length(), start, file.substring(start, end));
      extend(start, end);
    }

    boolean isBlank() {
      return Characters.isBlank(text);
    }

    /** The type is code if no part of the block is in a language. */
    Optional<MarkupBlock> build(BlockType type, int level, TextContext rules) {
      trimEnd();
      Span range = raw;
      if (text.length() == 0 || range == null) {
        return Optional.empty();
      }
      List<InlineCode> made = codes.made();
      findUrls();
      boolean program = isProgram();
      FoundBlock found =
          new FoundBlock(
              text.toString(),
              program ? BlockType.CODE : type,
              program ? 0 : level,
              "",
              points.stream().filter(point -> point.offset() < text.length()).toList(),
              made,
              merged(codes.whole()));
      String breaks = lineBreak;
      return Optional.of(
          new MarkupBlock(
              found,
              range,
              program ? TextContext.NEVER : rules,
              breaks == null ? rules.lineBreak() : breaks));
    }

    private void findUrls() {
      for (Matcher url = URL.matcher(text); url.find(); ) {
        codes.whole().add(new Span(url.start(), url.end()));
        codes.programs().add(new Span(url.start(), url.end()));
      }
    }

    /** Whether all letters, if any, are in program code, formulas or addresses. */
    private boolean isProgram() {
      int at = 0;
      boolean spoken = false;
      for (Span span : merged(codes.programs())) {
        spoken |= isSpoken(at, span.start());
        at = span.end();
      }
      return !spoken && !isSpoken(at, text.length());
    }

    private boolean isSpoken(int from, int to) {
      return from < to && text.substring(from, to).codePoints().anyMatch(Character::isLetter);
    }

    /** Returns the spans in order, merging those that overlap. */
    static List<Span> merged(List<Span> spans) {
      List<Span> merged = new ArrayList<>();
      for (Span span : spans.stream().sorted().toList()) {
        Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last == null || last.end() <= span.start()) {
          merged.add(span);
        } else {
          int end = Math.max(last.end(), span.end());
          merged.set(merged.size() - 1, new Span(last.start(), end));
        }
      }
      return merged;
    }
  }
}
