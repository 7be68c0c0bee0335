package ballast.check;

import ballast.bitext.Location;
import java.util.Comparator;
import java.util.List;

/**
 * A finding with its pair of texts.
 *
 * @param others other pairs concerned, first the compared one; empty for most rules
 */
public record LocatedFinding(
    Finding finding, CheckedPair<Passage> place, List<CheckedPair<Passage>> others) {

  /** By place, then by rule, then by term, so that findings always have the same order. */
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

  public LocatedFinding(Finding finding, CheckedPair<Passage> place) {
    this(finding, place, List.of());
  }

  /** The place, the message and the rule. */
  public String line() {
    return "%s: %s [%s]".formatted(location(), finding.message(), finding.rule());
  }

  public LocatedFinding with(Finding other) {
    return new LocatedFinding(other, place, others);
  }

  /** The place to correct: in the translation, if there is one. */
  public Location location() {
    return place.value().target().isBlank() ? sourceLocation() : targetLocation();
  }

  /** The first place concerned in the source text; its beginning if there is none. */
  public Location sourceLocation() {
    return place
        .source()
        .at(finding.spans().source().isEmpty() ? 0 : finding.spans().source().get(0).start());
  }

  /** The first place concerned in the translation; its beginning if there is none. */
  public Location targetLocation() {
    return place
        .target()
        .at(finding.spans().target().isEmpty() ? 0 : finding.spans().target().get(0).start());
  }
}
