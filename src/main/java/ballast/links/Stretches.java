package ballast.links;

import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import ballast.links.SpanSearch.Edges;
import ballast.links.SpanSearch.SpanWeights;
import java.util.Optional;
import java.util.Set;

/**
 * Which words of a translation translate which words of its sentence, by the links of all words and
 * the model that also places inline codes. Immutable.
 */
public final class Stretches {

  private final Optional<SpanFinder> finder;

  /**
   * @param links empty if the sentences are too long
   */
  Stretches(Optional<WordLinks> links) {
    this.finder = links.map(known -> new SpanFinder(known, SpanWeights.BUNDLED));
  }

  /**
   * Words of a translation.
   *
   * @param span their place in it, UTF-16 units; never empty
   * @param confidence how sure it is that they and no others translate the given words, in [0, 1]
   * @param share the share of the content of the given words that they say, in [0, 1]; 0 if no word
   *     is known to translate another
   */
  public record Found(Span span, double confidence, double share) {}

  /**
   * The share of the content of the sentence that the translation says, in [0, 1]; 0 if the
   * sentences are too long.
   */
  public double share() {
    return finder.map(SpanFinder::said).orElse(0.0);
  }

  /**
   * The words that most probably translate those at a place.
   *
   * @param words a place in the source, UTF-16 units
   * @return empty if the place or the translation has no words, or if the sentences are too long
   */
  public Optional<Found> find(Span words) {
    return finder.flatMap(search -> find(search, words));
  }

  private static Optional<Found> find(SpanFinder finder, Span words) {
    WordLinks links = finder.links();
    Range marked = Token.in(links.source(), words);
    Range all = new Range(0, links.target().size());
    if (marked.isEmpty() || all.isEmpty()) {
      return Optional.empty();
    }
    SpanFinder.Found found = finder.find(marked, all, Edges.NONE);
    Span span = Token.span(links.target(), found.tokens());
    return Optional.of(new Found(span, found.confidence(), links.said(marked, found.tokens())));
  }

  /** Links sentences and their translations, to find what translates what. Thread-safe. */
  public static final class StretchFinder {

    private final WordLinker linker;

    /** Takes what is known of Chinese words and their English renderings. */
    public StretchFinder(ChineseWords words, Renderings renderings) {
      this.linker = new WordLinker(words, renderings);
    }

    /**
     * Links the words of a sentence and its translation.
     *
     * @param cuts offsets into the source, UTF-16 units, that no word of it contains except at its
     *     edges; of a place with other edges only the words that are wholly inside it count
     */
    public Stretches in(String source, Set<Integer> cuts, String target) {
      return new Stretches(linker.link(source, cuts, target));
    }
  }
}
