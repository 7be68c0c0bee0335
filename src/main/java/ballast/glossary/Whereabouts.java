package ballast.glossary;

import ballast.bitext.Span;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is known about where the translation of a term may stand in an English text.
 *
 * @param positions where the term stands in its own text, each in [0, 1]; empty if unknown
 * @param link the probability that an English word, in lower case, translates a word of the term,
 *     in [0, 1]; 0 if unknown
 * @param taken places in the English text that translate other terms
 */
public record Whereabouts(List<Double> positions, ToDoubleFunction<String> link, List<Span> taken) {

  /** Without any knowledge. */
  public static final Whereabouts UNKNOWN = new Whereabouts(List.of(), word -> 0, List.of());

  public Whereabouts {
    positions = List.copyOf(positions);
    taken = List.copyOf(taken);
  }
}
