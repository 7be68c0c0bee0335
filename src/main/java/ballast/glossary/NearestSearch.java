package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.EnglishText.Break;
import ballast.glossary.TermPattern.WordTest;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of an English text in the expected place of a missing term. They contain most
 * words of a rendering or translations of the term's words, are at about the same place of the
 * text, and belong to no other term.
 */
public final class NearestSearch {

  /** Maximum content words between two words of the phrase. */
  private static final int MAX_BETWEEN = 2;

  /** Maximum words between the expected place of a term and words that may translate it. */
  private static final int MAX_AWAY = 3;

  /** Minimum probability of a translation; less probable ones are no evidence. */
  private static final double MIN_LINK = 0.05;

  private final EnglishText text;
  private final ExpectedPosition whereabouts;
  private @Nullable Phrase best;

  private NearestSearch(EnglishText text, ExpectedPosition whereabouts) {
    this.text = text;
    this.whereabouts = whereabouts;
  }

  /**
   * @param to exclusive
   * @param found the content words of the rendering that it contains
   * @param score the number of those, plus the probability that another word translates the term,
   *     minus the distance from the term's place
   */
  private record Phrase(int from, int to, TermPattern pattern, BitSet found, double score) {

    boolean isBetterThan(@Nullable Phrase other) {
      return other == null
          || score > other.score
          || (score == other.score && to - from < other.to - other.from);
    }
  }

  /** The most probable words for a missing term, for display; empty if there is no evidence. */
  public static Optional<Span> of(
      List<TermPattern> patterns, EnglishText text, ExpectedPosition whereabouts) {
    NearestSearch search = new NearestSearch(text, whereabouts);
    for (TermPattern pattern : patterns) {
      for (int start = 0; start < text.size() && !pattern.words().isEmpty(); start++) {
        search.from(start, pattern);
      }
    }
    Phrase best = search.best;
    return best == null ? Optional.empty() : Optional.of(search.completed(best));
  }

  /**
   * The nearest words that no other word of the source accounts for; empty if there are none within
   * a few words.
   *
   * @param near index of the word where they are expected
   * @param words how many of them, at most, unless hyphens join more
   * @param isOpen whether no other word of the source accounts for the word of this index
   * @param taken places that translate other terms
   */
  public static Optional<Span> unexplained(
      int near, int words, IntPredicate isOpen, EnglishText text, List<Span> taken) {
    NearestSearch search =
        new NearestSearch(text, new ExpectedPosition(List.of(), word -> 0, taken));
    IntPredicate isPart = i -> search.isFree(i) && isOpen.test(i);
    int best = -1;
    for (int i = Math.max(0, near - MAX_AWAY); i <= near + MAX_AWAY && i < text.size(); i++) {
      if (isPart.test(i) && (best < 0 || Math.abs(i - near) < Math.abs(best - near))) {
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    int from = best;
    int to = best + 1;
    boolean grows = true;
    while (grows) {
      boolean right = isPart.test(to) && text.token(to).before() == Break.NONE;
      boolean left = isPart.test(from - 1) && text.token(from).before() == Break.NONE;
      boolean wider = to - from < words;
      right = right && (wider || search.isHyphenated(to));
      left = left && (wider || search.isHyphenated(from));
      if (left && (!right || near < best)) {
        from--;
      } else if (right) {
        to++;
      }
      grows = left || right;
    }
    return Optional.of(text.span(from, to));
  }

  private void from(int start, TermPattern pattern) {
    BitSet found = new BitSet();
    double link = 0;
    int between = 0;
    for (int at = start; at < text.size() && between <= MAX_BETWEEN; at++) {
      if (at > start && text.token(at).before() == Break.HARD) {
        return;
      }
      if (!isTaken(at) && isInOrder(start, at, pattern, found) && mark(at, pattern, found)) {
        between = 0;
      } else if (link(at, pattern) > link) {
        link = link(at, pattern);
        between = 0;
      } else if (at == start) {
        return;
      } else {
        between += text.token(at).isFunction() ? 0 : 1;
        continue;
      }
      keep(start, at + 1, pattern, found, link);
    }
  }

  private void keep(int from, int to, TermPattern pattern, BitSet found, double link) {
    double score = found.cardinality() + link - distance(from, to);
    Phrase phrase = new Phrase(from, to, pattern, (BitSet) found.clone(), score);
    if (phrase.isBetterThan(best)) {
      best = phrase;
    }
  }

  private boolean isTaken(int at) {
    Span place = text.span(at, at + 1);
    return whereabouts.taken().stream().anyMatch(span -> span.contains(place));
  }

  /** The probability that a word outside the rendering translates the term. */
  private double link(int at, TermPattern pattern) {
    if (text.token(at).isFunction() || isTaken(at) || mark(at, pattern, new BitSet())) {
      return 0;
    }
    double link = whereabouts.link().applyAsDouble(text.word(at));
    return link < MIN_LINK ? 0 : link;
  }

  private double distance(int from, int to) {
    double middle = (from + to) / 2.0 / text.size();
    return whereabouts.positions().stream()
        .mapToDouble(position -> Math.abs(position - middle))
        .min()
        .orElse(0);
  }

  /**
   * Whether a word is in the rendering's order: after the words before it, unless a preposition
   * reverses them, as in "philosophy of development".
   */
  private boolean isInOrder(int start, int at, TermPattern pattern, BitSet found) {
    if (found.isEmpty() || pattern.isTurned()) {
      return true;
    }
    BitSet more = (BitSet) found.clone();
    return !mark(at, pattern, more)
        || more.length() > found.length()
        || IntStream.range(start, at).anyMatch(i -> text.token(i).isPreposition());
  }

  /** Marks a word that is a content word of the term not yet found; false if it is not one. */
  private boolean mark(int at, TermPattern pattern, BitSet found) {
    for (int i = 0; i < pattern.content().size(); i++) {
      boolean same =
          WordTest.same(pattern.content().get(i), text.token(at), pattern.term(), false, true);
      if (same && !found.get(i)) {
        found.set(i);
        return true;
      }
    }
    return false;
  }

  /**
   * Extends a phrase by the word in place of the rendering's head or first word: "new development
   * paradigm" for "new development philosophy" or "new pattern of development".
   */
  private Span completed(Phrase phrase) {
    TermPattern pattern = phrase.pattern();
    int last = pattern.content().size() - 1;
    int from = phrase.from();
    int to = phrase.to();
    if (last > 0 && lacksHead(phrase) && isFree(to)) {
      to += text.token(to).before() == Break.NONE ? 1 : 0;
    } else if (last > 0 && !phrase.found().get(0) && isWord(from, 1, phrase) && isFree(from - 1)) {
      from -= text.token(from).before() == Break.NONE ? 1 : 0;
    }
    return withCompounds(from, to, !phrase.found().get(0));
  }

  /**
   * @param place the words that translate a term
   * @param lacksFirst whether they have no counterpart of the term's first word
   */
  public static Span withCompounds(
      Span place, boolean lacksFirst, EnglishText text, ExpectedPosition whereabouts) {
    int from = text.beginningAt(place.start());
    int last = text.endingAt(place.end());
    return from < 0 || last < from
        ? place
        : new NearestSearch(text, whereabouts).withCompounds(from, last + 1, lacksFirst);
  }

  /**
   * Extends a phrase by the rest of a compound that it overlaps or follows, and by the word that
   * the compound modifies: "high-standard growth" for "high", "cultural-ethical progress" for
   * "progress".
   *
   * @param lacksFirst whether the phrase has no counterpart of the term's first word
   */
  private Span withCompounds(int from, int to, boolean lacksFirst) {
    int end = to;
    while (isHyphenated(end)) {
      end++;
    }
    if (end > to && isFree(end) && text.token(end).before() == Break.NONE) {
      end++;
    }
    int start = from;
    if (lacksFirst && isFree(start - 1) && isHyphenated(start - 1)) {
      start--;
    }
    while (isHyphenated(start)) {
      start--;
    }
    return text.span(start, end);
  }

  /** Whether a hyphen joins a free word to the previous free word. */
  private boolean isHyphenated(int at) {
    return isFree(at)
        && isFree(at - 1)
        && text.raw().charAt(text.span(at, at + 1).start() - 1) == '-';
  }

  /** Whether the phrase ends with the rendering's word directly before or after its head. */
  private boolean lacksHead(Phrase phrase) {
    TermPattern pattern = phrase.pattern();
    int last = pattern.content().size() - 1;
    int head = pattern.isTurned() ? pattern.headOfTurned() : last;
    return !phrase.found().get(head)
        && isWord(phrase.to() - 1, head == last ? last - 1 : last, phrase);
  }

  private boolean isWord(int at, int word, Phrase phrase) {
    TermPattern pattern = phrase.pattern();
    return WordTest.same(pattern.content().get(word), text.token(at), pattern.term(), false, true);
  }

  private boolean isFree(int at) {
    return at >= 0
        && at < text.size()
        && !text.token(at).isFunction()
        && !text.token(at).isNumber()
        && !isTaken(at);
  }

  /**
   * Clues to the place of a term's translation in an English text.
   *
   * @param positions the places of the term in its own text, each in [0, 1]; empty if unknown
   * @param link the probability that an English word, in lower case, translates a word of the term,
   *     in [0, 1]; 0 if unknown
   * @param taken places in the English text that translate other terms
   */
  public record ExpectedPosition(
      List<Double> positions, ToDoubleFunction<String> link, List<Span> taken) {

    public static final ExpectedPosition UNKNOWN =
        new ExpectedPosition(List.of(), word -> 0, List.of());

    public ExpectedPosition {
      positions = List.copyOf(positions);
      taken = List.copyOf(taken);
    }
  }
}
