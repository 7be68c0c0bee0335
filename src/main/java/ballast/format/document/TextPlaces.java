package ballast.format.document;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.Location;
import ballast.bitext.Span;
import ballast.language.LooseMatch;
import java.util.Optional;

/** Finds places of a document in its file as a writer reads it. */
record TextPlaces(Document all) {

  /** Returns the number of the block around a span; -1 if there is none. */
  static int block(Document document, Span span) {
    int low = 0;
    int high = document.blocks().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (document.blocks().get(middle).span().start() <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && document.blocks().get(low - 1).span().contains(span) ? low - 1 : -1;
  }

  /**
   * Returns where a span of the document is in a file as its writer reads it: that may have more
   * text, and divide it into other blocks.
   */
  Optional<Span> find(Document document, Span span) {
    int number = block(document, span);
    if (number < 0) {
      return Optional.empty();
    }
    Block block = document.blocks().get(number);
    Span from = block.span();
    int start = start(document.location(from.start()));
    Span inside = new Span(span.start() - from.start(), span.end() - from.start());
    return start < 0
        ? Optional.empty()
        : LooseMatch.of(document.text(block), all.text(), start, all.text().length())
            .map(match -> match.find(inside));
  }

  /** Returns where it has a place of the file; -1 if it does not. */
  private int start(Location wanted) {
    Span span = new Span(0, 0);
    for (Block block : all.blocks()) {
      Location first = all.location(block.span().start());
      boolean isBefore =
          first.line() < wanted.line()
              || (first.line() == wanted.line() && first.column() <= wanted.column());
      span = isBefore ? block.span() : span;
    }
    for (int at = span.start(); at < span.end(); at++) {
      Location here = all.location(at);
      if (here.line() == wanted.line() && here.column() == wanted.column()) {
        return at;
      }
    }
    return -1;
  }
}
