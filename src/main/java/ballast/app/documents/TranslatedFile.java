package ballast.app.documents;

import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.BlockWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a document with translated sentences and checks it by reading the result. */
final class TranslatedFile {

  private final ReaderOptions reading;
  private final byte[] original;
  private final ReadText text;
  private final Lang target;

  TranslatedFile(ReaderOptions reading, byte[] original, ReadText text, Lang target) {
    this.reading = reading;
    this.original = original;
    this.text = text;
    this.target = target;
  }

  /**
   * Writes the document. A block whose translation the format cannot hold stays unchanged, and its
   * sentences are reported as untranslated with the reason.
   *
   * @param pieces all sentences, in order
   * @param repaired repaired codes to report
   * @throws InputException if the format cannot be written, or the result is not read as intended
   */
  MergedDocument write(List<Piece> pieces, List<MergeRemark> repaired) {
    Map<Integer, String> refused = new TreeMap<>();
    byte[] bytes =
        new BlockWriter(reading, original, text, target)
            .write(blocks(text.document(), target, pieces), refused);
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
   * A sentence of a document with its text in the translated document.
   *
   * @param text its translation, or its own text if it stays unchanged
   * @param codes the codes of the sentence at their offsets in {@code text}, by rising offset
   */
  record Piece(Segment sentence, String text, List<InlineCode> codes, boolean isTranslated) {

    Piece {
      codes = List.copyOf(codes);
    }

    static Piece kept(Segment sentence, List<InlineCode> codes) {
      return new Piece(sentence, sentence.text(), codes, false);
    }
  }

  /**
   * Joins the sentences of each block with the spaces that the target language needs.
   *
   * @return the blocks with a translated sentence, by their numbers in the document
   */
  static Map<Integer, TranslatedBlock> blocks(Document document, Lang target, List<Piece> pieces) {
    Map<Integer, TranslatedBlock> blocks = new TreeMap<>();
    int first = 0;
    while (first < pieces.size()) {
      int block = pieces.get(first).sentence().blockIndex();
      int end = first;
      while (end < pieces.size() && pieces.get(end).sentence().blockIndex() == block) {
        end++;
      }
      List<Piece> own = pieces.subList(first, end);
      if (own.stream().anyMatch(Piece::isTranslated)) {
        blocks.put(block, compose(document, target, own));
      }
      first = end;
    }
    return blocks;
  }

  private static TranslatedBlock compose(Document document, Lang target, List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    List<InlineCode> codes = new ArrayList<>();
    Piece last = null;
    for (Piece piece : pieces) {
      if (last != null) {
        text.append(between(document, target, last, piece));
      }
      int start = text.length();
      piece.codes().forEach(code -> codes.add(code.movedBy(start)));
      text.append(piece.text());
      last = piece;
    }
    return new TranslatedBlock(text.toString(), codes);
  }

  private static String between(Document document, Lang target, Piece one, Piece next) {
    String original =
        document.text().substring(one.sentence().span().end(), next.sentence().span().start());
    if (original.indexOf('\n') >= 0 || (!one.isTranslated() && !next.isTranslated())) {
      return original;
    }
    return target.isChinese() ? "" : " ";
  }
}
