package ballast.workbench.findings;

import ballast.bitext.Severity;
import ballast.bitext.Sha256;
import ballast.bitext.Span;
import ballast.check.Baseline;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A finding of the memory as pages name it.
 *
 * @param key distinguishes it from the others; the same as long as finding and texts are the same
 */
public record Row(String key, LocatedFinding checked) {

  private static final int DIGITS = 16;

  private static final Comparator<LocatedFinding> FINDINGS =
      Comparator.comparing((LocatedFinding one) -> one.finding().severity())
          .reversed()
          .thenComparing(LocatedFinding.ORDER);

  /** By severity, the errors first, then by place. */
  static final Comparator<Row> WORST_FIRST = Comparator.comparing(Row::checked, FINDINGS);

  /** These findings, the worst first. */
  static List<Row> of(List<LocatedFinding> findings) {
    List<Row> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (LocatedFinding one : findings.stream().sorted(FINDINGS).toList()) {
      String base = key(one);
      String key = base;
      for (int number = 2; !taken.add(key); number++) {
        key = base + "-" + number;
      }
      rows.add(new Row(key, one));
    }
    return rows;
  }

  private static String key(LocatedFinding one) {
    String parts =
        String.join(
            "\n",
            one.place().value().id(),
            Baseline.fingerprint(one),
            one.finding().spans().toString(),
            one.finding().message());
    return Sha256.hex(parts).substring(0, DIGITS);
  }

  public Finding finding() {
    return checked.finding();
  }

  public Severity severity() {
    return checked.finding().severity();
  }

  /** The id of the unit. */
  public String unit() {
    return checked.place().value().id();
  }

  /** The document of the unit; empty if it has none. */
  public String document() {
    return checked.place().value().document();
  }

  /**
   * The translations with a suggestion in the one place of the finding; empty if it has several.
   */
  public List<String> corrected() {
    List<Span> places = finding().spans().target();
    if (places.size() != 1 || places.get(0).isEmpty()) {
      return List.of();
    }
    String target = checked.place().value().target();
    Span place = places.get(0);
    return finding().suggestions().stream()
        .map(text -> target.substring(0, place.start()) + text + target.substring(place.end()))
        .toList();
  }
}
