package ballast.links;

import ballast.bitext.Range;
import java.util.List;
import java.util.Optional;

/** Finds marked text between quotation marks or brackets that the target has too. */
final class QuotedText {

  private final List<Token> source;
  private final List<Token> target;
  private final List<Range> quoted;

  QuotedText(WordLinks links) {
    this.source = links.source();
    this.target = links.target();
    this.quoted = Punctuation.quoted(target);
  }

  /**
   * The target words between quotation marks when the marked ones are between such too.
   *
   * @param found where the links say that the marked words are
   */
  Optional<Range> find(Range marked, Range found) {
    int close = marked.end();
    while (close < source.size() && Punctuation.endsClause(source.get(close))) {
      close++;
    }
    boolean between =
        marked.start() > 0
            && close < source.size()
            && Punctuation.opens(source.get(marked.start() - 1))
            && Punctuation.closes(source.get(close));
    if (!between) {
      return Optional.empty();
    }
    boolean markLeft = close > marked.end();
    return quoted.stream()
        .filter(range -> range.start() < found.end() && found.start() < range.end())
        .filter(range -> 2 * common(range, found) >= Math.min(range.size(), found.size()))
        .findFirst()
        .map(range -> markLeft ? withoutEnd(range) : range);
  }

  /** Without the marks at its end, as in the source. */
  private Range withoutEnd(Range range) {
    int end = range.end();
    while (end - 1 > range.start() && Punctuation.endsClause(target.get(end - 1))) {
      end--;
    }
    return new Range(range.start(), end);
  }

  private static int common(Range one, Range other) {
    return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
  }

  /** With the marks 《》 directly around it: they belong to the title, as italics would. */
  Range withTitleMarks(Range range, Range within) {
    boolean title =
        range.start() > within.start()
            && range.end() < within.end()
            && target.get(range.start() - 1).key().equals("《")
            && target.get(range.end()).key().equals("》");
    return title ? new Range(range.start() - 1, range.end() + 1) : range;
  }

  /** Widened by a mark that closes or opens what is opened or closed inside. */
  Range balanced(Range range, Range within) {
    int start = range.start();
    int end = range.end();
    for (Range inner : quoted) {
      boolean opens = inner.start() > start && inner.start() <= end;
      boolean closes = inner.end() < end && inner.end() >= start;
      if (opens && inner.end() == end && end < within.end()) {
        end++;
      } else if (closes && inner.start() == start && start > within.start()) {
        start--;
      }
    }
    return new Range(start, end);
  }
}
