package ballast.workflow.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of importing one file.
 *
 * @param file its name as the user gave it
 * @param place what the number counts that says where a unit is: {@code line}, in databases {@code
 *     unit}
 * @param counts of its units
 * @param mapped other language codes than those of the wanted languages, and how many of the texts
 *     that were taken had them
 * @param problems the first problems, in order; before them, one for all texts in languages that
 *     are not wanted
 * @param moreProblems how many more there were
 * @param damage what ended the reading; {@link Damage#NONE} when it reached the end
 */
public record ImportReport(
    String file,
    String place,
    Counts counts,
    Map<String, Long> mapped,
    List<Problem> problems,
    long moreProblems,
    Damage damage) {

  /**
   * The counts of the units of a file. A unit with several translations counts once for each.
   *
   * @param pairs units with texts in both wanted languages, taken or not
   * @param added units that the memory did not have
   * @param merged units that the memory had
   * @param overwritten units whose texts a unit of the memory got
   * @param skipped units that were not taken
   */
  public record Counts(long pairs, long added, long merged, long overwritten, long skipped) {

    /** All units of the file. */
    public long read() {
      return added + merged + overwritten + skipped;
    }
  }

  /**
   * A unit that was not taken or had to be corrected, or all units without letters, or all those of
   * which texts in other languages were left out.
   *
   * @param line where it, or the first of them, begins, counted from 1; see {@link #place}
   * @param skipped whether it was not taken
   * @param reason in words
   */
  public record Problem(int line, boolean skipped, String reason) {}

  /**
   * What ended the reading of a file before its end.
   *
   * @param message in words; empty when there is none
   * @param hint what to try
   */
  public record Damage(String message, String hint) {

    /** There is none. */
    public static final Damage NONE = new Damage("", "");
  }

  public ImportReport {
    mapped = Collections.unmodifiableMap(new LinkedHashMap<>(mapped));
    problems = List.copyOf(problems);
  }

  /** All units of the file: the sum of those that follow. */
  public long read() {
    return counts.read();
  }

  /** Units with texts in both wanted languages, taken or not. */
  public long pairs() {
    return counts.pairs();
  }

  /** Units that the memory did not have. */
  public long added() {
    return counts.added();
  }

  /** Units that the memory had. */
  public long merged() {
    return counts.merged();
  }

  /** Units whose texts a unit of the memory got. */
  public long overwritten() {
    return counts.overwritten();
  }

  /** Units that were not taken. */
  public long skipped() {
    return counts.skipped();
  }

  /** What ended the reading; empty when it reached the end. */
  public String error() {
    return damage.message();
  }

  /** Whether the file broke off. */
  public boolean isBroken() {
    return !error().isEmpty();
  }

  /** Whether it has units, but no pair in the wanted languages. */
  public boolean isUseless() {
    return pairs() == 0 && skipped() > 0;
  }
}
