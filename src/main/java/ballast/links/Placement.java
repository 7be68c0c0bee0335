package ballast.links;

import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.links.SpanFinder.Found;
import ballast.links.SpanSearch.Edges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places the codes of one sentence in its translation. */
final class Placement {

  /** Below it a pair is not placed. */
  private static final double MIN_CONFIDENCE = 0.2;

  /** Below it the word before a lone code has no translation. */
  private static final double MIN_MARK_CONFIDENCE = 0.4;

  private final String source;
  private final String target;
  private final WordLinks links;
  private final EqualText equal;
  private final SpanFinder spans;
  private final MarkFinder marks;
  private final EdgeMarks edges;

  Placement(String source, String target, WordLinks links) {
    this.source = source;
    this.target = target;
    this.links = links;
    this.equal = new EqualText(source, target);
    this.spans = new SpanFinder(links, SpanWeights.BUNDLED);
    this.marks = new MarkFinder(links, spans, MIN_MARK_CONFIDENCE);
    this.edges = new EdgeMarks(links);
  }

  /** Places codes at the top; empty when one is not sure. */
  Optional<List<Placed>> place(List<CodeNode> nodes) {
    return place(nodes, new Span(0, source.length()), new Span(0, target.length()));
  }

  private Optional<List<Placed>> place(List<CodeNode> nodes, Span from, Span to) {
    List<@Nullable Span> places = new ArrayList<>();
    for (CodeNode node : nodes) {
      places.add(isAlone(node) ? null : pair(node, from, to));
    }
    List<Placed> placed = new ArrayList<>();
    for (int k = 0; k < nodes.size(); k++) {
      CodeNode node = nodes.get(k);
      Span place = places.get(k);
      if (isAlone(node)) {
        place = beside(nodes, places, k);
        place = place == null ? lone(node, from, to) : place;
        places.set(k, place);
      }
      if (place == null) {
        return Optional.empty();
      }
      Optional<List<Placed>> inside = place(node.children(), node.span(), place);
      if (inside.isEmpty()) {
        return Optional.empty();
      }
      placed.add(new Placed(node, place, inside.get()));
    }
    return overlap(placed) ? Optional.empty() : Optional.of(placed);
  }

  /** Whether it surrounds nothing but white space. */
  private boolean isAlone(CodeNode node) {
    return stripped(node.span()).isEmpty();
  }

  private static boolean overlap(List<Placed> placed) {
    for (int k = 0; k < placed.size(); k++) {
      for (int m = k + 1; m < placed.size(); m++) {
        Span one = placed.get(k).span();
        Span other = placed.get(m).span();
        if (one.overlaps(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The place of a code directly behind another: behind it; null if there is none. */
  private static @Nullable Span beside(
      List<CodeNode> nodes, List<@Nullable Span> places, int index) {
    if (index == 0 || nodes.get(index - 1).span().end() != nodes.get(index).span().start()) {
      return null;
    }
    Span before = places.get(index - 1);
    return before == null ? null : new Span(before.end(), before.end());
  }

  private @Nullable Span pair(CodeNode node, Span from, Span to) {
    Span span = stripped(node.span());
    Range marked = Token.in(links.source(), span);
    Range within = Token.in(links.target(), to);
    if (marked.isEmpty() || within.isEmpty()) {
      return null;
    }
    Range whole = Token.in(links.source(), from);
    boolean isWhole = isWhole(marked, whole);
    if (!isWhole && !isHalf(node)) {
      Optional<Span> same = equal.find(span).filter(to::contains);
      if (same.isPresent()) {
        return same.get();
      }
    }
    Range found =
        isWhole
            ? edges.fit(Token.withoutMarks(links.target(), within), marked, within)
            : translated(node, marked, within);
    if (found == null) {
      return null;
    }
    Span place = Token.span(links.target(), found);
    return new Span(
        node.isClosingHalf() ? to.start() : place.start(),
        node.isOpeningHalf() ? to.end() : place.end());
  }

  private static boolean isHalf(CodeNode node) {
    return node.isClosingHalf() || node.isOpeningHalf();
  }

  private @Nullable Range translated(CodeNode node, Range marked, Range within) {
    Edges given =
        node.isClosingHalf() ? Edges.START : node.isOpeningHalf() ? Edges.END : Edges.NONE;
    Found found = spans.find(marked, within, given);
    if (found.confidence() < MIN_CONFIDENCE) {
      return null;
    }
    Range fitted = edges.fit(found.tokens(), marked, within);
    return isHalf(node) ? fitted : edges.withTitleMarks(fitted, within);
  }

  /** Whether only marks are outside. */
  private boolean isWhole(Range marked, Range whole) {
    return links.source().subList(whole.start(), marked.start()).stream().allMatch(Token::isMark)
        && links.source().subList(marked.end(), whole.end()).stream().allMatch(Token::isMark);
  }

  private Span stripped(Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(source.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private @Nullable Span lone(CodeNode node, Span from, Span to) {
    int offset = node.span().start();
    Range whole = Token.in(links.source(), from);
    Range within = Token.in(links.target(), to);
    int position = Token.in(links.source(), new Span(0, offset)).end();
    List<Token> tokens = links.source();
    if (tokens.subList(whole.start(), position).stream().allMatch(Token::isMark)) {
      return new Span(to.start(), to.start());
    }
    if (tokens.subList(position, whole.end()).stream().allMatch(Token::isMark)) {
      int at = end(position, whole, within);
      return new Span(at, at);
    }
    int before = within.isEmpty() ? -1 : marks.find(position, within);
    if (before <= 0) {
      return null;
    }
    int at = links.target().get(before - 1).span().end();
    return new Span(at, at);
  }

  /** The place among the marks at the end of the target. */
  private int end(int position, Range whole, Range within) {
    int behind = whole.end() - position;
    int trailing = within.end() - Token.withoutMarks(links.target(), within).end();
    boolean last = behind == 0;
    int word = whole.end();
    while (word > whole.start() && links.source().get(word - 1).isMark()) {
      word--;
    }
    boolean first = position == word;
    int skipped = last ? trailing : first ? 0 : Math.min(trailing, position - word);
    return links
        .target()
        .get(Token.withoutMarks(links.target(), within).end() + skipped - 1)
        .span()
        .end();
  }
}
