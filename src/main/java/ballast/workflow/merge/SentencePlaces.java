package ballast.workflow.merge;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.language.WhiteSpace;
import java.util.Optional;

/**
 * Finds the sentences of an XLIFF file again in the document from which they were made, one after
 * the other. White space may differ, because tools and XML change it.
 */
final class SentencePlaces {

  private final Document document;
  private final String text;

  /** Where the next sentence is expected: a block, and an offset in the text. */
  private int block;

  private int from;

  SentencePlaces(Document document) {
    this.document = document;
    this.text = document.text();
  }

  /**
   * The next sentence with this text, at or after the end of the one found before; empty if the
   * rest of the document does not contain it.
   */
  Optional<Segment> next(String sentence) {
    for (int index = block; index < document.blocks().size(); index++) {
      Block at = document.blocks().get(index);
      Optional<Span> found = find(sentence, Math.max(from, at.span().start()), at.span().end());
      if (found.isPresent()) {
        block = index;
        from = found.get().end();
        return Optional.of(new Segment(document, index, found.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Span> find(String sentence, int start, int limit) {
    for (int at = start; at < limit; at++) {
      if (!WhiteSpace.isSpace(text.charAt(at))) {
        int end = match(sentence, at, limit);
        if (end > at) {
          return Optional.of(new Span(at, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Where a sentence that begins at {@code at} ends; -1 if the text there is another. */
  private int match(String sentence, int at, int limit) {
    int i = skip(sentence, 0, sentence.length());
    int j = at;
    while (i < sentence.length()) {
      boolean space = WhiteSpace.isSpace(sentence.charAt(i));
      int next = space ? skip(sentence, i, sentence.length()) : i + 1;
      if (space && next == sentence.length()) {
        return j;
      }
      if (j >= limit || space != WhiteSpace.isSpace(text.charAt(j))) {
        return -1;
      }
      if (!space && sentence.charAt(i) != text.charAt(j)) {
        return -1;
      }
      j = space ? skip(text, j, limit) : j + 1;
      i = next;
    }
    return j;
  }

  private static int skip(String text, int from, int limit) {
    int at = from;
    while (at < limit && WhiteSpace.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
