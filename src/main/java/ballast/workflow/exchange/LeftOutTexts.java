package ballast.workflow.exchange;

import ballast.bitext.CountedNoun;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import java.util.List;
import java.util.TreeSet;

/** Counts the units of a file that also have texts in languages that are not wanted. */
public final class LeftOutTexts {

  /** More language codes are not named; a hostile file may have any number. */
  private static final int NAMED = 8;

  private final TreeSet<String> codes = new TreeSet<>();
  private boolean more;
  private long units;
  private int first;

  /** Counts a unit with such texts. */
  public void add(RawUnit unit, List<Variant> texts) {
    first = units == 0 ? unit.line() : first;
    units++;
    for (Variant text : texts) {
      String code = text.lang().isEmpty() ? "no language" : text.lang();
      if (codes.size() < NAMED) {
        codes.add(code);
      } else {
        more |= !codes.contains(code);
      }
    }
  }

  /** Whether no unit has any. */
  public boolean isEmpty() {
    return units == 0;
  }

  /** The line of the first unit that has some, counted from 1; 0 if there is none. */
  int firstLine() {
    return first;
  }

  /** The languages and the number of units: {@code texts in de, ja left out: 3 units}. */
  public String sentence() {
    String named = String.join(", ", codes) + (more ? " and others" : "");
    return "texts in " + named + " left out: " + CountedNoun.of(units, "unit");
  }
}
