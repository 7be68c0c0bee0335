package ballast.check;

import ballast.bitext.Location;
import java.util.Comparator;
import java.util.List;

/**
 * A finding with the pair of texts in which it was found.
 *
 * @param finding the finding
 * @param place the pair and its location
 * @param others further pairs concerned, first the one with which it was compared; empty for most
 *     rules
 */
public record LocatedFinding(
    Finding finding, CheckedPair<Passage> place, List<CheckedPair<Passage>> others) {

  /** By place, then by rule, then by term: the same findings always come in the same order. */
  public static final Comparator<LocatedFinding> ORDER =
      Comparator.comparing((LocatedFinding checked) -> checked.location().file())
          .thenComparing(checked -> checked.location().line())
          .thenComparing(checked -> checked.location().column())
          .thenComparing(checked -> checked.finding().rule())
          .thenComparing(checked -> checked.finding().term())
          .thenComparing(checked -> checked.finding().message());

  public LocatedFinding {
    others = List.copyOf(others);
    finding.checkedAgainst(place.value().source(), place.value().target());
  }

  /** A finding about one pair. */
  public LocatedFinding(Finding finding, CheckedPair<Passage> place) {
    this(finding, place, List.of());
  }

  /** Another finding at the same place. */
  public LocatedFinding with(Finding other) {
    return new LocatedFinding(other, place, others);
  }

  /** The place to correct: in the translation, if there is one. */
  public Location location() {
    return place.value().target().isBlank() ? sourceLocation() : targetLocation();
  }

  /** The first place concerned in the source text; the beginning of the text if there is none. */
  public Location sourceLocation() {
    return place
        .source()
        .at(finding.spans().source().isEmpty() ? 0 : finding.spans().source().get(0).start());
  }

  /** The same in the translation. */
  public Location targetLocation() {
    return place
        .target()
        .at(finding.spans().target().isEmpty() ? 0 : finding.spans().target().get(0).start());
  }
}
