package ballast.links;

import ballast.bitext.Range;
import java.util.List;

/** Decides which punctuation marks around a stretch of the target belong to it. */
final class EdgeMarks {

  private final List<Token> source;
  private final List<Token> target;
  private final List<Range> quoted;

  EdgeMarks(WordLinks links) {
    this.source = links.source();
    this.target = links.target();
    this.quoted = Punctuation.quoted(target);
  }

  /**
   * With the marks beside a stretch that the marked text has at the same edge.
   *
   * @param found target tokens
   * @param marked source tokens, with the marks that are marked
   * @param within the target tokens that may be added
   */
  Range fit(Range found, Range marked, Range within) {
    int start = found.start();
    int first = marked.start();
    while (first < marked.end() && source.get(first).isMark()) {
      first++;
    }
    while (first > marked.start()
        && start > within.start()
        && target.get(start - 1).isMark()
        && Punctuation.alike(source.get(first - 1).key(), target.get(start - 1).key())) {
      first--;
      start--;
    }
    int end = found.end();
    int last = marked.end();
    while (last > marked.start() && source.get(last - 1).isMark()) {
      last--;
    }
    while (last < marked.end()
        && end < within.end()
        && target.get(end).isMark()
        && Punctuation.alike(source.get(last).key(), target.get(end).key())) {
      last++;
      end++;
    }
    return balanced(new Range(start, end), within);
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
  private Range balanced(Range range, Range within) {
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
