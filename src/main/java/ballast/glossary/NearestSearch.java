package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.EnglishText.Break;
import ballast.glossary.TermPattern.WordTest;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of an English text that stand where a term that does not occur in it should:
 * those that have most words of a rendering or a translation of the term's words, at about the same
 * place of the text, and belong to no other term.
 */
public final class NearestSearch {

  /** How many content words may stand between two words of the phrase. */
  private static final int MAX_BETWEEN = 2;

  /** A less probable translation says nothing. */
  private static final double MIN_LINK = 0.05;

  private final EnglishText text;
  private final ExpectedPosition whereabouts;
  private @Nullable Phrase best;

  private NearestSearch(EnglishText text, ExpectedPosition whereabouts) {
    this.text = text;
    this.whereabouts = whereabouts;
  }

  /**
   * A phrase that may stand for a term.
   *
   * @param to exclusive
   * @param found the content words of the rendering that it has
   * @param score the number of those, plus the probability that another word translates the term,
   *     minus the distance from where the term stands
   */
  private record Phrase(int from, int to, TermPattern pattern, BitSet found, double score) {

    boolean isBetterThan(@Nullable Phrase other) {
      return other == null
          || score > other.score
          || (score == other.score && to - from < other.to - other.from);
    }
  }

  /** The best phrase; empty if no word speaks for any. */
  static Optional<Span> of(
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

  /** How probably a word that is none of the rendering's translates the term. */
  private double link(int at, TermPattern pattern) {
    if (text.token(at).isFunction() || isTaken(at) || mark(at, pattern, new BitSet())) {
      return 0;
    }
    double link = whereabouts.link().applyAsDouble(text.word(at));
    return link < MIN_LINK ? 0 : link;
  }

  /** How far the middle of a phrase is from where the term stands, in [0, 1]. */
  private double distance(int from, int to) {
    double middle = (from + to) / 2.0 / text.size();
    return whereabouts.positions().stream()
        .mapToDouble(position -> Math.abs(position - middle))
        .min()
        .orElse(0);
  }

  /**
   * Whether a word stands where the rendering has it: behind those before it, unless a preposition
   * turns them around, as in "philosophy of development".
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
   * The place of a phrase with the word that stands there instead of the head or the first word of
   * the rendering: "new development paradigm" for "new development philosophy" or "new pattern of
   * development".
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

  /** A place that is known otherwise, with the compounds that belong to it. */
  static Span withCompounds(
      Span place, boolean lacksFirst, EnglishText text, ExpectedPosition whereabouts) {
    int from = text.beginningAt(place.start());
    int last = text.endingAt(place.end());
    return from < 0 || last < from
        ? place
        : new NearestSearch(text, whereabouts).withCompounds(from, last + 1, lacksFirst);
  }

  /**
   * The place with the whole of a compound that the phrase has a part of or that stands before it,
   * and with what the compound belongs to: "high-standard growth" for "high", "cultural-ethical
   * progress" for "progress".
   *
   * @param lacksFirst whether nothing of the phrase stands for the first word of the term
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

  /** Whether a hyphen joins a free word to the free one before it. */
  private boolean isHyphenated(int at) {
    return isFree(at)
        && isFree(at - 1)
        && text.raw().charAt(text.span(at, at + 1).start() - 1) == '-';
  }

  /** Whether the phrase ends with the word that the rendering has before its head, or behind it. */
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
   * What is known about where the translation of a term may stand in an English text.
   *
   * @param positions where the term stands in its own text, each in [0, 1]; empty if unknown
   * @param link the probability that an English word, in lower case, translates a word of the term,
   *     in [0, 1]; 0 if unknown
   * @param taken places in the English text that translate other terms
   */
  public record ExpectedPosition(
      List<Double> positions, ToDoubleFunction<String> link, List<Span> taken) {

    /** Without any knowledge. */
    public static final ExpectedPosition UNKNOWN =
        new ExpectedPosition(List.of(), word -> 0, List.of());

    public ExpectedPosition {
      positions = List.copyOf(positions);
      taken = List.copyOf(taken);
    }
  }
}
