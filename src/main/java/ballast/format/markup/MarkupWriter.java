package ballast.format.markup;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InlineCode;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.format.article.TranslatedBlock;
import ballast.format.file.Characters;
import ballast.format.markup.TextContext.Escaping;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Replaces the texts of blocks in Markdown, subtitles, gettext catalogues, pages and plain text. It
 * restores codes, escapes characters that would be markup, and keeps everything else byte for byte.
 * The result is read again: a text that would not come back as given is rejected. Thread-safe.
 */
public final class MarkupWriter {

  private final MarkupBlock.Reader reader;
  private final BiFunction<String, List<MarkupBlock>, Verification> reread;

  private MarkupWriter(MarkupBlock.Reader reader) {
    this(
        reader,
        (original, blocks) ->
            (file, translations) -> wrong(blocks, reader.blocks(file), translations));
  }

  private MarkupWriter(
      MarkupBlock.Reader reader, BiFunction<String, List<MarkupBlock>, Verification> reread) {
    this.reader = reader;
    this.reread = reread;
  }

  /**
   * Returns the writer of a format; empty if there is none.
   *
   * @param reading the options with which the file was read
   */
  public static Optional<MarkupWriter> of(ArticleFormat format, ReaderOptions reading) {
    Mark mark = reading.mark();
    return switch (format) {
      case HTML, TEXT -> Optional.of(ofLook(format == ArticleFormat.HTML, reading));
      case MARKDOWN -> Optional.of(new MarkupWriter(new MarkdownReader(mark)));
      case SRT, VTT -> Optional.of(new MarkupWriter(new SubtitleReader()));
      case PO -> Optional.of(new MarkupWriter(new PoReader()));
      default -> Optional.empty();
    };
  }

  private static MarkupWriter ofLook(boolean page, ReaderOptions reading) {
    TextReader texts = new TextReader(reading);
    MarkupBlock.Reader blocks =
        page
            ? html -> PageMarkup.of(html, texts.blocks(html, true))
            : text -> TextStretch.passages(text, texts.blocks(text, false));
    return new MarkupWriter(
        blocks,
        (original, found) -> new LineVerification(texts, page, texts.lines(original, page)));
  }

  /**
   * Replaces the texts of blocks.
   *
   * @param text characters of the file, without a byte order mark
   * @param translations by the index of the block among those that the format's reader finds
   * @throws IllegalArgumentException if there is no such block
   */
  public Result write(String text, Map<Integer, TranslatedBlock> translations) {
    List<MarkupBlock> blocks = reader.blocks(text);
    return new Writing(reread.apply(text, blocks), text, blocks, translations).write();
  }

  private static final class Writing {

    private final Verification verification;
    private final String text;
    private final List<MarkupBlock> blocks;
    private final Map<Integer, TranslatedBlock> translations;
    private final Map<Integer, String> problems = new TreeMap<>();
    private final Map<Integer, TextEdit> edits = new TreeMap<>();
    private final List<Integer> kept = new ArrayList<>();

    Writing(
        Verification verification,
        String text,
        List<MarkupBlock> blocks,
        Map<Integer, TranslatedBlock> translations) {
      this.verification = verification;
      this.text = text;
      this.blocks = blocks;
      this.translations = translations;
    }

    Result write() {
      new TreeMap<>(translations).forEach(this::prepare);
      settle(List.copyOf(edits.keySet()));
      return new Result(with(kept), problems);
    }

    private void prepare(int index, TranslatedBlock translated) {
      if (index < 0 || index >= blocks.size()) {
        throw new IllegalArgumentException("there is no block " + index);
      }
      MarkupBlock block = blocks.get(index);
      FoundBlock found = block.found();
      if (isSame(found, translated)) {
        return;
      }
      if (block.rules() == TextContext.NEVER) {
        problems.put(index, "it is code, which is not translated");
      } else if (block.rules() == TextContext.NOWHERE) {
        problems.put(index, "it cannot be located in the file");
      } else if (Characters.isBlank(translated.text())) {
        problems.put(index, "the translation is empty");
      } else {
        problem(found.codes(), translated)
            .ifPresentOrElse(
                problem -> problems.put(index, problem),
                () -> edits.put(index, edit(block, translated, /* tags= */ false)));
      }
    }

    /**
     * @param tags whether to write HTML tags instead of signs such as {@code **}, which have no
     *     effect between a punctuation mark and a letter: {@code **注意：**正文}
     */
    private static TextEdit edit(MarkupBlock block, TranslatedBlock translated, boolean tags) {
      return new TextEdit(block.raw(), new Encoder(block, translated, tags).write());
    }

    private String with(Collection<Integer> chosen) {
      return TextEdit.all(chosen.stream().map(edits::get).toList(), text);
    }

    /** Keeps those of the edits that let the file be read as intended. */
    private void settle(List<Integer> candidates) {
      if (candidates.isEmpty()) {
        return;
      }
      List<Integer> all = new ArrayList<>(kept);
      all.addAll(candidates);
      Set<Integer> wrong = wrong(new HashSet<>(all));
      if (wrong.isEmpty()) {
        kept.addAll(candidates);
        return;
      }
      if (candidates.size() == 1) {
        settleWithTags(candidates.get(0), new HashSet<>(all));
        return;
      }
      List<Integer> first = candidates.stream().filter(index -> !wrong.contains(index)).toList();
      if (first.isEmpty() || first.size() == candidates.size()) {
        first = candidates.subList(0, candidates.size() / 2);
      }
      Set<Integer> sooner = new HashSet<>(first);
      settle(first);
      settle(candidates.stream().filter(index -> !sooner.contains(index)).toList());
    }

    private void settleWithTags(int index, Set<Integer> all) {
      TranslatedBlock translated = Objects.requireNonNull(translations.get(index));
      MarkupBlock block = blocks.get(index);
      boolean signs =
          translated.codes().stream().anyMatch(code -> !InlineCodes.Kind.tag(code).isEmpty());
      edits.put(index, edit(block, translated, /* tags= */ true));
      if (signs && wrong(all).isEmpty()) {
        kept.add(index);
      } else {
        problems.put(index, "the format cannot hold this text here with its codes as they are");
      }
    }

    private Set<Integer> wrong(Set<Integer> chosen) {
      Map<Integer, TranslatedBlock> written = new TreeMap<>(translations);
      written.keySet().retainAll(chosen);
      return verification.wrong(with(chosen), written);
    }
  }

  @FunctionalInterface
  interface Verification {

    /** Returns the blocks that are not read as intended; all if their number has changed. */
    Set<Integer> wrong(String now, Map<Integer, TranslatedBlock> translations);
  }

  /** For formats whose markup delimits blocks: each must be unchanged or translated. */
  private static Set<Integer> wrong(
      List<MarkupBlock> blocks, List<MarkupBlock> now, Map<Integer, TranslatedBlock> translations) {
    Set<Integer> wrong = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      TranslatedBlock wanted = translations.get(i);
      boolean right =
          now.size() == blocks.size()
              && (wanted == null
                  ? isUnchanged(now.get(i).found(), blocks.get(i).found())
                  : isSame(now.get(i).found(), wanted));
      if (!right) {
        wrong.add(i);
      }
    }
    return wrong;
  }

  private static boolean isSame(FoundBlock found, TranslatedBlock wanted) {
    return found.text().equals(wanted.text()) && sameNative(found.codes(), wanted.codes());
  }

  private static boolean isUnchanged(FoundBlock now, FoundBlock before) {
    return now.text().equals(before.text())
        && now.type() == before.type()
        && now.codes().equals(before.codes());
  }

  /**
   * For texts and pages, where the look of the lines determines paragraphs: a translation looks
   * different, so the lines are compared, not the paragraphs. As in a page, any white space counts
   * as one space.
   */
  private record LineVerification(TextReader reader, boolean page, List<List<String>> blocks)
      implements Verification {

    @Override
    public Set<Integer> wrong(String file, Map<Integer, TranslatedBlock> translations) {
      List<String> now = reader.lines(file, page).stream().flatMap(List::stream).toList();
      Mark mark = reader.options().mark();
      Set<Integer> wrong = new HashSet<>();
      int next = 0;
      for (int i = 0; i < blocks.size(); i++) {
        TranslatedBlock translated = translations.get(i);
        List<String> wanted = translated == null ? blocks.get(i) : lines(translated);
        int end = next + wanted.size();
        boolean marked = translated != null && wanted.stream().anyMatch(mark::isMark);
        if (end > now.size() || marked || !same(now.subList(next, end), wanted)) {
          wrong.add(i);
        }
        next = end;
      }
      return next == now.size()
          ? wrong
          : new HashSet<>(IntStream.range(0, blocks.size()).boxed().toList());
    }

    /** A line break of the page is one of its codes. */
    private static List<String> lines(TranslatedBlock translated) {
      List<String> lines = new ArrayList<>();
      int at = 0;
      for (InlineCode code : translated.codes()) {
        if (isLineBreak(code)) {
          lines.add(translated.text().substring(at, code.offset()));
          at = code.offset();
        }
      }
      lines.add(translated.text().substring(at));
      return lines.stream().map(Characters::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static boolean isLineBreak(InlineCode code) {
      return code.content().startsWith("<") && HtmlTag.of(code.content()).name().equals("br");
    }

    private static boolean same(List<String> some, List<String> others) {
      return some.size() == others.size()
          && IntStream.range(0, some.size())
              .allMatch(
                  i -> WhiteSpace.collapse(some.get(i)).equals(WhiteSpace.collapse(others.get(i))));
    }
  }

  /**
   * A file with translations.
   *
   * @param text all characters of the file
   * @param problems reasons why a text was not written, by the index of its block; the block is
   *     unchanged
   */
  public record Result(String text, Map<Integer, String> problems) {

    public Result {
      problems = Map.copyOf(new TreeMap<>(problems));
    }
  }

  /** Each code must occur exactly once and in order. */
  private static Optional<String> problem(List<InlineCode> wanted, TranslatedBlock translated) {
    List<String> missing = new ArrayList<>(wanted.stream().map(MarkupWriter::key).toList());
    Set<String> open = new HashSet<>();
    int last = 0;
    for (InlineCode code : translated.codes()) {
      if (!missing.remove(key(code))) {
        boolean known = wanted.stream().anyMatch(one -> key(one).equals(key(code)));
        return Optional.of(named(code) + (known ? " stands twice" : " is not in the original"));
      }
      if (code.offset() < last || code.offset() > translated.text().length()) {
        return Optional.of(named(code) + " stands outside the text or out of order");
      }
      last = code.offset();
      if (code.isOpening()) {
        open.add(code.attributes());
      } else if (code.isClosing() && !open.contains(code.attributes())) {
        return Optional.of(named(code) + " stands before the code that it closes");
      }
    }
    return wanted.stream()
        .filter(code -> missing.contains(key(code)))
        .findFirst()
        .map(code -> named(code) + " is missing");
  }

  private static String key(InlineCode code) {
    return code.element() + '\u0000' + code.attributes() + '\u0000' + code.content();
  }

  private static String named(InlineCode code) {
    return "the code " + code.content();
  }

  /** Numbers do not matter; {@code **} is the same as {@code <strong>}. */
  static boolean sameNative(List<InlineCode> some, List<InlineCode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      InlineCode one = some.get(i);
      InlineCode other = others.get(i);
      if (one.offset() != other.offset()
          || !one.element().equals(other.element())
          || !(one.content().equals(other.content()) || InlineCodes.Kind.sameLook(one, other))) {
        return false;
      }
    }
    return true;
  }

  /** Writes a text with its codes for a format: the inverse of reading a block. */
  private static final class Encoder {

    private final MarkupBlock block;
    private final TranslatedBlock translated;
    private final Escaping escaping;
    private final boolean tags;
    private final StringBuilder out = new StringBuilder();
    private int literal;

    Encoder(MarkupBlock block, TranslatedBlock translated, boolean tags) {
      this.tags = tags;
      this.block = block;
      this.translated = translated;
      this.escaping = block.rules().escaping();
    }

    String write() {
      int at = 0;
      for (InlineCode code : translated.codes()) {
        words(at, code.offset());
        at = code.offset();
        String tag = tags ? InlineCodes.Kind.tag(code) : "";
        out.append(tag.isEmpty() ? code.content() : tag);
        if (isSign(code)) {
          literal += code.isOpening() ? 1 : code.isClosing() ? -1 : 0;
        }
      }
      words(at, translated.text().length());
      return block.before() + out + block.after();
    }

    /** Whether nothing after this code is markup: backquotes, dollar signs. */
    private static boolean isSign(InlineCode code) {
      String content = code.content().strip();
      boolean sign = content.startsWith("`") || content.startsWith("$");
      return sign && InlineCodes.Kind.isProgram(code.attributes());
    }

    private void words(int from, int to) {
      String text = translated.text();
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        if (c == '\n') {
          out.append(block.lineBreak());
        } else if (literal > 0) {
          out.append(block.rules() == TextContext.CELL && c == '|' ? "\\|" : String.valueOf(c));
        } else {
          boolean lineStart = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
          boolean edge = (i == from && from > 0) || i == to - 1;
          out.append(escaping.written(new Escaping.Place(text, i, lineStart, edge)));
        }
      }
    }
  }
}
