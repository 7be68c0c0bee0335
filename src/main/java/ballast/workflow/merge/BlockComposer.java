package ballast.workflow.merge;

import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins the sentences of each block again, with the spaces that the language puts between them. */
final class BlockComposer {

  private final Document document;
  private final boolean spaced;

  /**
   * @param target language of the translations
   */
  BlockComposer(Document document, Lang target) {
    this.document = document;
    this.spaced = !target.isChinese();
  }

  /**
   * The blocks in which a sentence is translated, by their numbers in the document.
   *
   * @param pieces all sentences of the document, in order
   */
  Map<Integer, TranslatedBlock> blocks(List<Piece> pieces) {
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
        blocks.put(block, compose(own));
      }
      first = end;
    }
    return blocks;
  }

  private TranslatedBlock compose(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    List<InlineCode> codes = new ArrayList<>();
    Piece last = null;
    for (Piece piece : pieces) {
      if (last != null) {
        text.append(between(last, piece));
      }
      int start = text.length();
      piece.codes().forEach(code -> codes.add(code.movedBy(start)));
      text.append(piece.text());
      last = piece;
    }
    return new TranslatedBlock(text.toString(), codes);
  }

  private String between(Piece one, Piece next) {
    String original =
        document.text().substring(one.sentence().span().end(), next.sentence().span().start());
    if (original.indexOf('\n') >= 0 || (!one.isTranslated() && !next.isTranslated())) {
      return original;
    }
    return spaced ? " " : "";
  }
}
