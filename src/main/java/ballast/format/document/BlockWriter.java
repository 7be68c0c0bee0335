package ballast.format.document;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.file.RawText;
import ballast.format.markup.MarkupWriter;
import ballast.format.markup.PageHead;
import ballast.language.WhiteSpace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a document with other texts in some of its blocks and checks it by reading the result. */
public final class BlockWriter {

  /** Maximum attempts to write a file, each without the blocks that it cannot hold. */
  private static final int MAX_ATTEMPTS = 8;

  private final ReaderOptions reading;
  private final byte[] original;
  private final ReadText text;
  private final @Nullable Lang target;

  /**
   * @param text the file as read from {@code original} with {@code reading}
   * @param target the language of the new texts; null for the document's own, to keep its language
   *     settings
   */
  public BlockWriter(ReaderOptions reading, byte[] original, ReadText text, @Nullable Lang target) {
    this.reading = reading;
    this.original = original.clone();
    this.text = text;
    this.target = target;
  }

  /**
   * Writes the blocks that the file can hold.
   *
   * @param blocks by their numbers in the document
   * @param refused receives the others, with the reasons
   * @throws InputException if the format cannot be written, or the result is not read as intended
   */
  public byte[] write(Map<Integer, TranslatedBlock> blocks, Map<Integer, String> refused) {
    return write(blocks, refused, MAX_ATTEMPTS);
  }

  /**
   * Returns the blocks that are not read as intended from a result.
   *
   * @param blocks the changed ones
   * @throws InputException if it cannot be read, or has lost or gained text
   */
  Set<Integer> wrong(byte[] result, Map<Integer, TranslatedBlock> blocks) {
    Lang lang = target == null ? text.document().lang() : target;
    ReadText now = new DocumentReader(reading.withLang(lang)).read(result, text.document().name());
    return new ResultCheck(text).wrong(now.document(), blocks);
  }

  private byte[] write(
      Map<Integer, TranslatedBlock> blocks, Map<Integer, String> refused, int attempts) {
    Map<Integer, String> problems = new TreeMap<>();
    byte[] bytes = text.format().isText() ? markup(blocks, problems) : office(blocks, problems);
    if (text.format().isText() || problems.isEmpty()) {
      Map<Integer, TranslatedBlock> written = without(blocks, problems.keySet());
      Set<Integer> wrong = wrong(bytes, written);
      if (wrong.isEmpty()) {
        refused.putAll(problems);
        return bytes;
      }
      if (!written.keySet().containsAll(wrong)) {
        throw unreadable(wrong);
      }
      wrong.forEach(block -> problems.put(block, "it would be read as something else"));
    }
    if (attempts == 1) {
      throw unreadable(problems.keySet());
    }
    refused.putAll(problems);
    return write(without(blocks, problems.keySet()), refused, attempts - 1);
  }

  private static Map<Integer, TranslatedBlock> without(
      Map<Integer, TranslatedBlock> blocks, Set<Integer> left) {
    Map<Integer, TranslatedBlock> rest = new TreeMap<>(blocks);
    rest.keySet().removeAll(left);
    return rest;
  }

  private byte[] markup(Map<Integer, TranslatedBlock> blocks, Map<Integer, String> problems) {
    String name = text.document().name();
    MarkupWriter writer =
        MarkupWriter.of(text.format(), reading).orElseThrow(() -> cannotWrite(name));
    RawText raw =
        RawText.of(original, text.encoding().charset()).orElseThrow(() -> cannotWrite(name));
    int mark = raw.text().startsWith("\uFEFF") ? 1 : 0;
    MarkupWriter.Result written = writer.write(raw.text().substring(mark), blocks);
    problems.putAll(written.problems());
    String result = written.text();
    if (text.format() == ArticleFormat.HTML && !blocks.isEmpty()) {
      result = target == null ? result : PageHead.inLanguage(result, target);
      result = raw.canEncode(result) ? result : PageHead.inEncoding(result, raw::canEncode);
    }
    if (!raw.canEncode(result)) {
      throw new InputException(
          "cannot write a translation of \"%s\" in its encoding, %s"
              .formatted(name, text.encoding().charset().name()),
          "save the original as UTF-8 and translate that");
    }
    Span all = new Span(mark, raw.text().length());
    return raw.with(List.of(new TextEdit(all, result))).bytes();
  }

  private byte[] office(Map<Integer, TranslatedBlock> blocks, Map<Integer, String> problems) {
    String name = text.document().name();
    if (text.format() == ArticleFormat.PDF) {
      throw cannotWrite(name);
    }
    DocumentWriter.Written written = DocumentWriter.write(target, original, name, blocks);
    written.problems().forEach((block, what) -> problems.put(block, what.get(0)));
    return written.bytes();
  }

  private InputException cannotWrite(String name) {
    return cannotWrite(name, text.format());
  }

  public static InputException cannotWrite(String name, ArticleFormat format) {
    return new InputException(
        "cannot write a translation of \"" + name + "\": it is " + format.title(),
        format == ArticleFormat.PDF
            ? "a PDF file is for reading: translate the document from which it was made"
            : "translate it as XLIFF and finish it in a CAT tool");
  }

  private InputException unreadable(Set<Integer> blocks) {
    Document document = text.document();
    int first = Collections.min(blocks);
    return new InputException(
        "cannot write the translation of %s: the written document would be read as something else"
            .formatted(document.location(document.blocks().get(first).span().start())),
        "please report this, with the document if you may");
  }

  /** Compares a translated document, read again, with the intended text, block by block. */
  record ResultCheck(ReadText original) {

    /**
     * Returns the numbers of the original's blocks that are not read as intended.
     *
     * @throws InputException if the document has lost or gained blocks
     */
    Set<Integer> wrong(Document now, Map<Integer, TranslatedBlock> blocks) {
      Document before = original.document();
      List<String> expected =
          IntStream.range(0, before.blocks().size()).mapToObj(i -> expected(i, blocks)).toList();
      List<String> found = now.blocks().stream().map(now::text).toList();
      if (original.format() == ArticleFormat.HTML || original.format() == ArticleFormat.TEXT) {
        return wrongByLook(expected, found);
      }
      if (found.size() != expected.size()) {
        throw lost("paragraphs");
      }
      Set<Integer> wrong = new TreeSet<>();
      for (int i = 0; i < found.size(); i++) {
        if (!isSame(found.get(i), expected.get(i))) {
          wrong.add(i);
        }
      }
      return wrong;
    }

    private String expected(int number, Map<Integer, TranslatedBlock> blocks) {
      TranslatedBlock block = blocks.get(number);
      Document before = original.document();
      return block == null ? before.text(before.blocks().get(number)) : block.text();
    }

    /**
     * In texts and pages, paragraphs are recognised by the look of the lines, which differs in a
     * translation. A block may be read as several, or several as one. Each must keep its own
     * characters, ignoring white space and the hyphens of divided words.
     */
    private Set<Integer> wrongByLook(List<String> expected, List<String> found) {
      String words = dense(String.join("", found));
      int at = 0;
      for (int i = 0; i < expected.size(); i++) {
        String wanted = dense(expected.get(i));
        if (!words.startsWith(wanted, at)) {
          return Set.of(i);
        }
        at += wanted.length();
      }
      if (at != words.length()) {
        throw lost("words");
      }
      return Set.of();
    }

    /**
     * Office formats keep blanks next to codes, which a translation may move away from the edge.
     */
    private boolean isSame(String written, String expected) {
      return original.format().isText()
          ? written.equals(expected)
          : WhiteSpace.removed(written).equals(WhiteSpace.removed(expected));
    }

    private static String dense(String text) {
      return WhiteSpace.removed(text).replace("-", "").replace("\u00AD", "");
    }

    private InputException lost(String what) {
      return new InputException(
          "cannot write a translation of \"%s\": it would lose or gain %s"
              .formatted(original.document().name(), what),
          "please report this, with the document if you may");
    }
  }
}
