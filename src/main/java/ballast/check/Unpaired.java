package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Occurrence.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds unpaired brackets and quotation marks in a translation whose source text has none. */
final class Unpaired extends CorpusRule {

  /** Maximum sentences in a quotation. */
  private static final int FARTHEST = 10;

  private static final String ROUND = "(（)）";
  private static final String SQUARE = "[【]】";
  private static final String QUOTES = "“「『《\"”」』》\"";

  /** Each with all opening characters first, then all closing ones, in the same order. */
  private static final List<String> PAIRS = List.of(ROUND, SQUARE, QUOTES);

  Unpaired() {
    super(
        "unpaired",
        Severity.WARNING,
        "a bracket or quotation mark of the translation has no partner",
        Feature.CHEAP,
        Feature.NEEDS_NO_SOURCE);
  }

  @Override
  int reach() {
    return FARTHEST;
  }

  /** Punctuation without a partner in its own text; one may be close by. */
  @Override
  List<Trait> traits(PairReading reading) {
    return PAIRS.stream()
        .filter(pair -> alone(reading.passage(), pair).isPresent())
        .map(pair -> new Trait(id(), /* key= */ "", pair))
        .toList();
  }

  /** Pairs a closing character with the opening one just before it, and removes both. */
  @Override
  List<Difference> compare(List<Occurrence> same) {
    List<Occurrence> left = new ArrayList<>();
    for (Occurrence one : same) {
      Occurrence last = left.isEmpty() ? one : left.get(left.size() - 1);
      if (!opens(one)
          && opens(last)
          && one.order() - last.order() <= FARTHEST
          && one.variant().equals(last.variant())) {
        left.remove(left.size() - 1);
      } else {
        left.add(one);
      }
    }
    return left.stream().map(one -> new Difference(one, finding(one), List.of())).toList();
  }

  private static boolean opens(Occurrence one) {
    String pair = one.variant();
    return pair.indexOf(sign(one).of(one.passage().target()).charAt(0)) < pair.length() / 2;
  }

  private static Span sign(Occurrence one) {
    int at = alone(one.passage(), one.variant()).orElseThrow();
    return new Span(at, at + 1);
  }

  private Finding finding(Occurrence one) {
    Span sign = sign(one);
    String message = '"' + sign.of(one.passage().target()) + "\" has no partner";
    return inTarget(sign, message);
  }

  private static Optional<Integer> alone(Passage passage, String pair) {
    return alone(passage.target(), pair)
        .filter(at -> alone(passage.source(), counterpart(pair)).isEmpty());
  }

  /** The characters of the other language for a pair: any quotation mark for any other. */
  private static String counterpart(String pair) {
    return pair.equals(ROUND) || pair.equals(SQUARE) ? pair : QUOTES;
  }

  private static Optional<Integer> alone(String text, String pair) {
    int half = pair.length() / 2;
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = pair.indexOf(c);
      if (c == '"' && at >= 0) {
        // Straight marks look the same at both ends and often close a curly one.
        if (open.isEmpty()) {
          open.add(i);
        } else {
          open.remove(open.size() - 1);
        }
      } else if (at >= half) {
        if (open.isEmpty()) {
          if (!isLabel(text, i)) {
            return Optional.of(i);
          }
        } else {
          open.remove(open.size() - 1);
        }
      } else if (at >= 0) {
        open.add(i);
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(0));
  }

  /** "a)" and "1)" number a list; 5'6" is a length. */
  private static boolean isLabel(String text, int at) {
    int start = at;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean alone = start == 0 || Character.isWhitespace(text.charAt(start - 1));
    return at > start && at - start <= 3 && alone;
  }
}
