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
 * Translations of parts of a sentence, by the links of all words and the model that also places
 * inline codes. Immutable.
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
   * @param span in UTF-16 units; never empty
   * @param confidence the probability that exactly these words translate the given ones, in [0, 1]
   * @param share the share of the given words' content that they translate, in [0, 1]; 0 if no word
   *     translations are known
   */
  public record Found(Span span, double confidence, double share) {}

  /** The translated share of the content, in [0, 1]; 0 if the sentences are too long. */
  public double share() {
    return finder.map(SpanFinder::said).orElse(0.0);
  }

  /**
   * The words that most probably translate a part of the source.
   *
   * @param words a span of the source, in UTF-16 units
   * @return empty if the span or the translation has no words, or if the sentences are too long
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

  /** Links sentences and their translations. Thread-safe. */
  public static final class StretchFinder {

    private final WordLinker linker;

    public StretchFinder(ChineseWords words, Renderings renderings) {
      this.linker = new WordLinker(words, renderings);
    }

    /**
     * Links the words of a sentence and its translation.
     *
     * @param cuts offsets into the source, in UTF-16 units, that no word contains except at its
     *     edges. For a span with other edges, only the words wholly inside it count
     */
    public Stretches in(String source, Set<Integer> cuts, String target) {
      return new Stretches(linker.link(source, cuts, target));
    }
  }
}
