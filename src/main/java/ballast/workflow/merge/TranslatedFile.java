package ballast.workflow.merge;

import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.bitext.TextEdit;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.DocumentReader;
import ballast.format.document.DocumentWriter;
import ballast.format.file.RawText;
import ballast.format.markup.MarkupWriter;
import ballast.format.markup.PageHead;
import ballast.format.markup.WrittenText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a document with translated sentences and reads the result again before it is used. */
final class TranslatedFile {

  /** How often a file is written at most, each time without the blocks that it cannot hold. */
  private static final int MAX_ATTEMPTS = 8;

  private final ReaderOptions reading;
  private final byte[] original;
  private final ReadText text;
  private final Lang target;

  /**
   * @param reading how the original was read
   * @param original its bytes
   * @param text what was read
   * @param target language of the translations
   */
  TranslatedFile(ReaderOptions reading, byte[] original, ReadText text, Lang target) {
    this.reading = reading;
    this.original = original;
    this.text = text;
    this.target = target;
  }

  /**
   * Writes it. A block that the format cannot hold in this translation stays as it is, and its
   * sentences are among those that are not translated, with the reason.
   *
   * @param pieces all sentences, in order
   * @param repaired what was wrong with codes and is to be reported
   * @throws InputException if the format cannot be written, or the result is not read as intended
   */
  MergedDocument write(List<Piece> pieces, List<MergeRemark> repaired) {
    Map<Integer, String> refused = new TreeMap<>();
    byte[] bytes =
        bytes(new BlockComposer(text.document(), target).blocks(pieces), refused, MAX_ATTEMPTS);
    List<MergeRemark> untranslated = new ArrayList<>();
    int translated = 0;
    for (Piece piece : pieces) {
      String why = refused.getOrDefault(piece.sentence().blockIndex(), "");
      if (piece.isTranslated() && why.isEmpty()) {
        translated++;
      } else if (piece.isTranslated() || piece.sentence().type().isContent()) {
        Segment sentence = piece.sentence();
        untranslated.add(
            new MergeRemark(sentence.location(), sentence.text(), piece.isTranslated() ? why : ""));
      }
    }
    return new MergedDocument(bytes, text.format(), target, translated, untranslated, repaired);
  }

  /**
   * The file with those of the blocks that it can hold.
   *
   * @param refused receives the others, with the reasons
   * @param attempts how often the file may be written at most
   */
  private byte[] bytes(
      Map<Integer, TranslatedBlock> blocks, Map<Integer, String> refused, int attempts) {
    String name = text.document().name();
    Map<Integer, String> problems = new TreeMap<>();
    byte[] bytes = text.format().isText() ? markup(blocks, problems) : office(blocks, problems);
    if (text.format().isText() || problems.isEmpty()) {
      Map<Integer, TranslatedBlock> written = without(blocks, problems.keySet());
      Document now = new DocumentReader(reading.withLang(target)).read(bytes, name).document();
      Set<Integer> wrong = new ResultCheck(text).wrong(now, written);
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
    return bytes(without(blocks, problems.keySet()), refused, attempts - 1);
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
    WrittenText written = writer.write(raw.text().substring(mark), blocks);
    problems.putAll(written.problems());
    String result = written.text();
    if (text.format() == ArticleFormat.HTML && !blocks.isEmpty()) {
      result = PageHead.inLanguage(result, target);
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
    DocumentWriter.Written written = new DocumentWriter(target).write(original, name, blocks);
    written.problems().forEach(problem -> problems.putIfAbsent(problem.block(), problem.what()));
    return written.bytes();
  }

  private InputException cannotWrite(String name) {
    return cannotWrite(name, text.format());
  }

  /** The error for a format that is only read. */
  static InputException cannotWrite(String name, ArticleFormat format) {
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
}
