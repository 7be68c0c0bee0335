package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CorpusRule.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds brackets and quotation marks without a partner in a translation whose source text has none
 * of these.
 */
final class Unpaired implements CorpusRule {

  /** The most sentences over which a quotation may extend. */
  private static final int FARTHEST = 10;

  private static final String ROUND = "(（)）";
  private static final String SQUARE = "[【]】";
  private static final String QUOTES = "“「『《\"”」』》\"";

  /** First all opening signs, then all closing ones, in the same order. */
  private static final List<String> PAIRS = List.of(ROUND, SQUARE, QUOTES);

  @Override
  public String id() {
    return "unpaired";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a bracket or quotation mark of the translation has no partner";
  }

  @Override
  public boolean isCheap() {
    return true;
  }

  @Override
  public boolean needsSource() {
    return false;
  }

  @Override
  public Survey survey() {
    return new Pairs();
  }

  /** A sign without a partner may have one in another pair close by. */
  @Override
  public List<Trait> traits(PairReading reading) {
    Passage passage = reading.passage();
    return PAIRS.stream().anyMatch(pair -> alone(passage, pair).isPresent())
        ? List.of(new Trait(id(), /* key= */ "", /* variant= */ "", /* term= */ ""))
        : List.of();
  }

  @Override
  public int reach() {
    return FARTHEST;
  }

  /** A sign without a partner in its own text. */
  private record Alone(CheckedPair<Passage> place, int order, Finding finding, boolean opens) {}

  private final class Pairs implements Survey {

    private final List<Alone> all = new ArrayList<>();
    private int order;

    @Override
    public void see(PairReading reading, CheckedPair<Passage> place) {
      order++;
      String target = reading.passage().target();
      for (String pair : PAIRS) {
        Optional<Integer> at = alone(reading.passage(), pair);
        if (at.isPresent()) {
          Span span = new Span(at.get(), at.get() + 1);
          String message = '"' + span.of(target) + "\" has no partner";
          boolean opens = pair.indexOf(target.charAt(at.get())) < pair.length() / 2;
          add(
              new Alone(
                  place, order, reading.inTarget(Unpaired.this, List.of(span), message), opens));
        }
      }
    }

    @Override
    public void skip(int pairs) {
      order += pairs;
    }

    /**
     * Adds a sign; a closing one is paired with an opening one of an earlier sentence, and both are
     * removed.
     */
    private void add(Alone alone) {
      if (!alone.opens() && !all.isEmpty()) {
        Alone last = all.get(all.size() - 1);
        String opener = last.finding().spans().target().get(0).of(last.place().value().target());
        String closer = alone.finding().spans().target().get(0).of(alone.place().value().target());
        if (last.opens()
            && alone.order() - last.order() <= FARTHEST
            && PAIRS.stream().anyMatch(pair -> pair.contains(opener) && pair.contains(closer))) {
          all.remove(all.size() - 1);
          return;
        }
      }
      all.add(alone);
    }

    @Override
    public List<LocatedFinding> findings() {
      return all.stream().map(alone -> new LocatedFinding(alone.finding(), alone.place())).toList();
    }
  }

  /** The place of the first sign of the translation without a partner, if the source has none. */
  private static Optional<Integer> alone(Passage passage, String pair) {
    return alone(passage.target(), pair)
        .filter(at -> alone(passage.source(), counterpart(pair)).isEmpty());
  }

  /** The signs of the other language for a pair: any quotation mark for any other. */
  private static String counterpart(String pair) {
    return pair.equals(ROUND) || pair.equals(SQUARE) ? pair : QUOTES;
  }

  /** The place of the first sign without a partner. */
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
