package ballast.workflow.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of importing one file.
 *
 * @param file its name as the user gave it
 * @param counts of its units
 * @param mapped language codes that were read as a wanted language, and how many texts had them
 * @param problems the first problems, in order
 * @param moreProblems how many more there were
 * @param damage what ended the reading; {@link Damage#NONE} when it reached the end
 */
public record ImportReport(
    String file,
    Counts counts,
    Map<String, Long> mapped,
    List<Problem> problems,
    long moreProblems,
    Damage damage) {

  /**
   * The counts of the units of a file.
   *
   * @param read source-target pairs in the wanted languages
   * @param added pairs that are new units
   * @param merged pairs that the memory had
   * @param overwritten pairs whose texts a unit of the memory got
   * @param skipped pairs, and units without a pair, that were not taken
   */
  public record Counts(long read, long added, long merged, long overwritten, long skipped) {}

  /**
   * A unit that was not taken or had to be corrected.
   *
   * @param line where, counted from 1
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

  /** Source-target pairs in the wanted languages. */
  public long read() {
    return counts.read();
  }

  /** Pairs that are new units. */
  public long added() {
    return counts.added();
  }

  /** Pairs that the memory had. */
  public long merged() {
    return counts.merged();
  }

  /** Pairs whose texts a unit of the memory got. */
  public long overwritten() {
    return counts.overwritten();
  }

  /** Pairs, and units without a pair, that were not taken. */
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
    return read() == 0 && skipped() > 0;
  }
}
