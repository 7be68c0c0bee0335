package ballast.align;

/**
 * A text and its translation known to be right before the alignment: a glossary term or an approved
 * unit.
 *
 * @param source never blank
 * @param target never blank
 * @param weight as a number of occurrences, above 0
 */
public record Rendering(String source, String target, double weight) {

  public Rendering {
    if (source.isBlank() || target.isBlank() || !(weight > 0)) {
      throw new IllegalArgumentException(
          "rendering of \"" + source + "\" as \"" + target + "\" with weight " + weight);
    }
  }
}
