package ballast.format.document;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.bitext.Sha256;
import ballast.bitext.Span;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.Filters.Use;
import ballast.format.file.LineIndex;
import ballast.format.file.RawText;
import ballast.format.file.RawText.Rewriting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces parts of an article in its file, in any format that can be written. If the file contains
 * the replaced characters as they are, only these change; otherwise the writer of the format
 * replaces the paragraphs around them, with their codes. The result is read and compared before it
 * is offered for writing.
 */
public final class ArticleEdit {

  private static final Set<String> REVISIONS = Set.of("ins", "del", "moveFrom", "moveTo");

  /** An edit in the text of its block, with the key of its caller. */
  private record BlockEdit(TextEdit edit, int key) {}

  private static List<TextEdit> texts(List<BlockEdit> edits) {
    return edits.stream().map(BlockEdit::edit).toList();
  }

  private final Path file;
  private final byte[] bytes;
  private final ReaderOptions options;

  /** The file as a writer reads it. */
  private final ReadText whole;

  private final Map<Integer, RevisionAuthor> authors;
  private final Map<Integer, String> refused = new TreeMap<>();

  /** By block, in order. */
  private final Map<Integer, List<BlockEdit>> blocks = new TreeMap<>();

  private ArticleEdit(
      Path file,
      byte[] bytes,
      ReaderOptions options,
      ReadText whole,
      Map<Integer, RevisionAuthor> authors) {
    this.authors = authors;
    this.file = file;
    this.bytes = bytes;
    this.options = options;
    this.whole = whole;
  }

  /**
   * @param reading the file, or one of the texts in it, as it was read
   * @param options with which it was read
   * @param edits edits of the document's text, by keys of the caller's choice
   * @throws InputException if the file cannot be read
   */
  public static Rewriting prepare(
      Path file, ReadText reading, ReaderOptions options, Map<Integer, List<TextEdit>> edits) {
    return prepare(file, reading, options, edits, Map.of());
  }

  /**
   * Does the same, making revisions in a Word document.
   *
   * @param authors by the keys of the edits; empty: no revisions
   */
  public static Rewriting prepare(
      Path file,
      ReadText reading,
      ReaderOptions options,
      Map<Integer, List<TextEdit>> edits,
      Map<Integer, RevisionAuthor> authors) {
    String name = reading.document().name();
    byte[] bytes = ArticleBytes.of(file, name);
    if (!Sha256.hex(bytes).equals(reading.sha256())) {
      return refused(file, edits, "the file has changed in the meantime");
    }
    if (reading.format().readAs().isPresent()) {
      String extension = reading.format().readAs().get().extension();
      String title = reading.format().title();
      return refused(file, edits, "it is " + title + ": save it as ." + extension + " first");
    }
    if (reading.format() == ArticleFormat.PDF) {
      return refused(file, edits, "it is in a PDF file: correct the document that it comes from");
    }
    if (reading.format().isText() && RawText.of(bytes, reading.encoding().charset()).isEmpty()) {
      return refused(file, edits, "its bytes do not all belong to its encoding");
    }
    ReaderOptions same = options.forTranslation().withLang(reading.document().lang());
    ReadText whole = new DocumentReader(same).read(bytes, name);
    return new ArticleEdit(file, bytes, same, whole, authors).prepare(reading.document(), edits);
  }

  private static Rewriting refused(Path file, Map<Integer, ?> edits, String why) {
    return new Rewriting(
        file, null, edits.keySet().stream().collect(Collectors.toMap(key -> key, key -> why)));
  }

  private Rewriting prepare(Document document, Map<Integer, List<TextEdit>> edits) {
    edits.forEach((key, all) -> all.forEach(edit -> place(document, key, edit)));
    if (!refused.isEmpty()) {
      return new Rewriting(file, null, refused);
    }
    Map<Integer, TranslatedBlock> wanted = new TreeMap<>();
    blocks.forEach((number, all) -> wanted.put(number, edited(number, texts(all))));
    Map<Integer, TranslatedBlock> rest = new TreeMap<>(wanted);
    byte[] written = inPlace(wanted, rest);
    if (!authors.isEmpty()) {
      rest.keySet().forEach(block -> refuse(block, "Word cannot show a revision of it"));
    } else if (!rest.isEmpty() && hasRevisions()) {
      rest.keySet()
          .forEach(block -> refuse(block, "the document has revisions: accept them first"));
    } else if (!rest.isEmpty()) {
      written = replaced(written, rest);
    }
    return new Rewriting(file, written, refused);
  }

  /** Whether a Word document contains revisions, which the writer of the format would accept. */
  private boolean hasRevisions() {
    if (whole.format() != ArticleFormat.DOCX) {
      return false;
    }
    try (PackageFile word = PackageFile.of(bytes, whole.document().name(), Use.READING)) {
      return word.parts().stream()
          .filter(WordXml::concerns)
          .anyMatch(part -> word.count(part, xml -> REVISIONS.contains(xml.name())) > 0);
    }
  }

  private void place(Document document, int key, TextEdit edit) {
    Document all = whole.document();
    Optional<Span> found = new TextPlaces(all).find(document, edit.span());
    int number = found.map(span -> TextPlaces.block(all, span)).orElse(-1);
    if (number < 0) {
      refused.put(key, "the words to replace are in several paragraphs");
      return;
    }
    int start = all.blocks().get(number).span().start();
    Span span = found.orElseThrow();
    List<BlockEdit> block = blocks.computeIfAbsent(number, one -> new ArrayList<>());
    Span inside = new Span(span.start() - start, span.end() - start);
    block.add(new BlockEdit(new TextEdit(inside, edit.text()), key));
    block.sort(Comparator.comparing(one -> one.edit().span()));
  }

  private TranslatedBlock edited(int block, List<TextEdit> edits) {
    Document all = whole.document();
    Span span = all.blocks().get(block).span();
    List<InlineCode> codes =
        all.markup().codes().stream()
            .filter(code -> code.offset() >= span.start() && code.offset() <= span.end())
            .map(code -> moved(code.movedBy(-span.start()), edits))
            .toList();
    return new TranslatedBlock(TextEdit.all(edits, span.of(all.text())), codes);
  }

  /**
   * Moves a code with the words next to it, as in the memory: an insertion comes after the codes at
   * its place. A code among replaced words goes to the end of the new ones.
   */
  private static InlineCode moved(InlineCode code, List<TextEdit> edits) {
    int at = code.offset();
    int shift = 0;
    for (TextEdit edit : edits) {
      if (edit.span().start() < at) {
        int replaced = Math.min(at, edit.span().end()) - edit.span().start();
        shift += edit.text().length() - replaced;
      }
    }
    return code.movedBy(shift);
  }

  /**
   * Changes the characters of the file where it has those of the text.
   *
   * @param rest loses the blocks that are written
   */
  private byte[] inPlace(Map<Integer, TranslatedBlock> wanted, Map<Integer, TranslatedBlock> rest) {
    Map<Integer, TranslatedBlock> tried = new TreeMap<>(wanted);
    while (!tried.isEmpty()) {
      Set<Integer> changed = new TreeSet<>(tried.keySet());
      byte[] written = whole.format().isText() ? text(changed) : office(changed);
      tried.keySet().retainAll(changed);
      Set<Integer> wrong = wrong(written, tried);
      if (wrong.isEmpty()) {
        rest.keySet().removeAll(changed);
        return written;
      }
      if (!tried.keySet().removeAll(wrong)) {
        tried.clear(); // another block has changed
      }
    }
    return bytes;
  }

  /**
   * @param changed the blocks to change; loses those that cannot be changed
   */
  private byte[] text(Set<Integer> changed) {
    RawText raw = RawText.of(bytes, whole.encoding().charset()).orElseThrow();
    LineIndex lines = new LineIndex(raw.text());
    List<TextEdit> all = new ArrayList<>();
    changed.removeIf(
        block -> {
          Optional<List<TextEdit>> found = located(block, raw, lines);
          found.ifPresent(all::addAll);
          return found.isEmpty();
        });
    return raw.with(all).bytes();
  }

  private byte[] office(Set<Integer> changed) {
    try (PackageEdit file = new PackageEdit(bytes, whole.document().name(), whole.format())) {
      changed.removeIf(
          block -> {
            List<@Nullable RevisionAuthor> own = new ArrayList<>();
            edits(block).forEach(one -> own.add(authors.get(one.key())));
            return !file.edit(block, texts(edits(block)), own);
          });
      return changed.isEmpty() ? bytes : file.write(Map.of());
    }
  }

  private List<BlockEdit> edits(int block) {
    return Objects.requireNonNull(blocks.get(block));
  }

  private Set<Integer> wrong(byte[] written, Map<Integer, TranslatedBlock> wanted) {
    try {
      return new BlockWriter(options, bytes, whole, null).wrong(written, wanted);
    } catch (InputException e) {
      return Set.copyOf(wanted.keySet()); // it cannot be read any more, or has lost text
    }
  }

  /** Returns the edits in a text file; empty if it has other characters there. */
  private Optional<List<TextEdit>> located(int block, RawText raw, LineIndex lines) {
    Document all = whole.document();
    Span span = all.blocks().get(block).span();
    List<TextEdit> located = new ArrayList<>();
    for (TextEdit edit : texts(edits(block))) {
      // An insertion needs a neighbour, because only characters have a place in the file.
      int before = edit.span().isEmpty() && edit.span().start() > 0 ? 1 : 0;
      int after = edit.span().isEmpty() && edit.span().end() < span.length() ? 1 : 0;
      int from = span.start() + edit.span().start() - before;
      String found = all.text().substring(from, span.start() + edit.span().end() + after);
      Location where = all.location(from);
      int mark = where.line() == 1 && raw.text().startsWith("\uFEFF") ? 1 : 0;
      int start = lines.offset(where.line(), where.column() + mark);
      if (start < 0
          || !raw.text().startsWith(found, start)
          || edit.text().indexOf('<') >= 0
          || !raw.canEncode(edit.text())) {
        return Optional.empty();
      }
      Span place = new Span(start + before, start + found.length() - after);
      located.add(new TextEdit(place, edit.text()));
    }
    return Optional.of(located);
  }

  /** Replaces whole blocks by the writer of the format. */
  private byte[] replaced(byte[] before, Map<Integer, TranslatedBlock> wanted) {
    Map<Integer, String> problems = new TreeMap<>();
    byte[] written = before;
    try {
      String name = whole.document().name();
      ReadText now = new DocumentReader(options).read(before, name);
      written = new BlockWriter(options, before, now, null).write(wanted, problems);
    } catch (InputException e) {
      wanted.keySet().forEach(block -> problems.put(block, e.getMessage()));
    }
    problems.forEach(this::refuse);
    return written;
  }

  private void refuse(int block, String why) {
    edits(block).forEach(one -> refused.put(one.key(), why));
  }
}
