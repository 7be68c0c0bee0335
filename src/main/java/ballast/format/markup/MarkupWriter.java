package ballast.format.markup;

import ballast.bitext.TextEdit;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.format.article.TranslatedBlock;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes other texts in the place of blocks of Markdown, subtitles, gettext catalogues, pages and
 * plain text. Codes are put back, characters that would be markup are escaped, and everything else
 * stays byte for byte. The result is read again: a text that would not come back as it was given is
 * refused. Thread-safe.
 */
public final class MarkupWriter {

  /** How a changed file is read again. */
  private interface Reread {
    Verification of(String original, List<MarkupBlock> blocks);
  }

  private final MarkedText reader;
  private final Reread reread;

  private MarkupWriter(MarkedText reader) {
    this(reader, (original, blocks) -> new BlockVerification(reader, blocks));
  }

  private MarkupWriter(MarkedText reader, Reread reread) {
    this.reader = reader;
    this.reread = reread;
  }

  /**
   * The writer of a format; empty if there is none.
   *
   * @param reading how the file was read
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
    MarkedText blocks =
        page
            ? html -> PagePassages.of(html, texts.blocks(html, true))
            : text -> TextPassages.of(text, texts.blocks(text, false));
    return new MarkupWriter(
        blocks, (original, found) -> new LineVerification(texts, page, original));
  }

  /**
   * Writes texts in the place of blocks.
   *
   * @param text characters of the file, without a byte order mark
   * @param translations by the index of the block in what the reader of the format finds
   * @throws IllegalArgumentException if there is no such block
   */
  public WrittenText write(String text, Map<Integer, TranslatedBlock> translations) {
    List<MarkupBlock> blocks = reader.blocks(text);
    return new Writing(reread.of(text, blocks), text, blocks, translations).write();
  }

  /** One file. */
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

    WrittenText write() {
      new TreeMap<>(translations).forEach(this::prepare);
      settle(List.copyOf(edits.keySet()));
      return new WrittenText(with(kept), problems);
    }

    private void prepare(int index, TranslatedBlock translated) {
      if (index < 0 || index >= blocks.size()) {
        throw new IllegalArgumentException("there is no block " + index);
      }
      MarkupBlock block = blocks.get(index);
      FoundBlock found = block.found();
      boolean same =
          found.text().equals(translated.text())
              && CodeCheck.sameNative(found.codes(), translated.codes());
      if (same) {
        return;
      }
      if (block.rules() == TextRules.NEVER) {
        problems.put(index, "it is code, which is not translated");
      } else if (block.rules() == TextRules.NOWHERE) {
        problems.put(index, "it cannot be located in the file");
      } else if (Characters.isBlank(translated.text())) {
        problems.put(index, "the translation is empty");
      } else {
        CodeCheck.problem(found.codes(), translated)
            .ifPresentOrElse(
                problem -> problems.put(index, problem),
                () -> edits.put(index, edit(block, translated)));
      }
    }

    private static TextEdit edit(MarkupBlock block, TranslatedBlock translated) {
      return new TextEdit(block.raw(), NativeText.of(block, translated));
    }

    private String with(Collection<Integer> chosen) {
      return TextEdit.all(chosen.stream().map(edits::get).toList(), text);
    }

    /** Keeps those of the edits with which the file is read as intended. */
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
      boolean signs = translated.codes().stream().anyMatch(code -> !CodeKind.tag(code).isEmpty());
      edits.put(index, new TextEdit(block.raw(), NativeText.withTags(block, translated)));
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
}
