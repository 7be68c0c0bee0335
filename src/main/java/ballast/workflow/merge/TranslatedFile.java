package ballast.workflow.merge;

import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
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
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a document with translated sentences and reads the result again before it is used. */
final class TranslatedFile {

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
   * Writes it.
   *
   * @param pieces all sentences, in order
   * @param repaired what was wrong with codes and is to be reported
   * @throws InputException if the format cannot be written, or the result is not read as intended
   */
  MergedDocument write(List<Piece> pieces, List<MergeRemark> repaired) {
    Map<Integer, TranslatedBlock> blocks =
        new BlockComposer(text.document(), target).blocks(pieces);
    byte[] bytes = bytes(blocks);
    check(bytes, blocks);
    List<MergeRemark> untranslated = new ArrayList<>();
    int translated = 0;
    for (Piece piece : pieces) {
      if (piece.isTranslated()) {
        translated++;
      } else if (piece.sentence().type().isContent()) {
        untranslated.add(new MergeRemark(piece.sentence().location(), piece.text(), ""));
      }
    }
    return new MergedDocument(bytes, text.format(), target, translated, untranslated, repaired);
  }

  private byte[] bytes(Map<Integer, TranslatedBlock> blocks) {
    String name = text.document().name();
    if (!text.format().isText()) {
      return office(name, blocks);
    }
    MarkupWriter writer =
        MarkupWriter.of(text.format(), reading).orElseThrow(() -> cannotWrite(name));
    RawText raw =
        RawText.of(original, text.encoding().charset()).orElseThrow(() -> cannotWrite(name));
    int mark = raw.text().startsWith("\uFEFF") ? 1 : 0;
    WrittenText written = writer.write(raw.text().substring(mark), blocks);
    written.problems().forEach((block, why) -> refuse(block, why));
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

  private byte[] office(String name, Map<Integer, TranslatedBlock> blocks) {
    if (text.format() == ArticleFormat.PDF) {
      throw cannotWrite(name);
    }
    DocumentWriter.Written written = new DocumentWriter(target).write(original, name, blocks);
    written.problems().forEach(problem -> refuse(problem.block(), problem.what()));
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

  private void refuse(int block, String why) {
    Document document = text.document();
    throw new InputException(
        "cannot write the translation of %s: %s"
            .formatted(document.location(document.blocks().get(block).span().start()), why),
        "change the translation of this sentence");
  }

  /** The result must hold what was put into it. */
  private void check(byte[] bytes, Map<Integer, TranslatedBlock> blocks) {
    String name = text.document().name();
    Document now = new DocumentReader(reading.withLang(target)).read(bytes, name).document();
    if (text.format() == ArticleFormat.HTML || text.format() == ArticleFormat.TEXT) {
      checkWords(now, blocks);
      return;
    }
    boolean same = now.blocks().size() == text.document().blocks().size();
    for (int i = 0; same && i < now.blocks().size(); i++) {
      TranslatedBlock block = blocks.get(i);
      String expected =
          block == null ? text.document().text(text.document().blocks().get(i)) : block.text();
      if (!isSame(now.text(now.blocks().get(i)), expected)) {
        refuse(i, "the written document would be read as something else");
      }
    }
    if (!same) {
      throw lost(name, "paragraphs");
    }
  }

  /**
   * In texts and pages the look of the lines says what a paragraph is, and a translation has
   * another look: there the result must have the same words in the same order.
   */
  private void checkWords(Document now, Map<Integer, TranslatedBlock> blocks) {
    Document before = text.document();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < before.blocks().size(); i++) {
      TranslatedBlock block = blocks.get(i);
      expected.append(block == null ? before.text(before.blocks().get(i)) : block.text());
    }
    if (!letters(now.text()).equals(letters(expected))) {
      throw lost(before.name(), "words");
    }
  }

  private static String letters(CharSequence words) {
    StringBuilder letters = new StringBuilder();
    words.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static InputException lost(String name, String what) {
    return new InputException(
        "cannot write a translation of \"" + name + "\": it would lose or gain " + what,
        "please report this, with the document if you may");
  }

  /** Office formats keep blanks beside codes, which a translation may move away from the edge. */
  private boolean isSame(String written, String expected) {
    return text.format().isText()
        ? written.equals(expected)
        : withoutSpace(written).equals(withoutSpace(expected));
  }

  private static String withoutSpace(String text) {
    StringBuilder rest = new StringBuilder();
    text.chars().filter(c -> !WhiteSpace.isSpace((char) c)).forEach(c -> rest.append((char) c));
    return rest.toString();
  }
}
