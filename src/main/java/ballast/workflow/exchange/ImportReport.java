package ballast.workflow.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import made of one file, or of several together.
 *
 * @param file what the user calls it
 * @param read source-target pairs in the wanted languages
 * @param added pairs that are new units
 * @param merged pairs that the memory had
 * @param overwritten pairs whose texts a unit of the memory got
 * @param skipped pairs, and units without a pair, that were not taken
 * @param mapped language codes that were taken for a wanted language, and how many texts had them
 * @param problems what was not taken or had to be corrected, the first ones in order
 * @param moreProblems how many more there were
 * @param error what ended the reading; empty when it reached the end
 */
public record ImportReport(
    String file,
    long read,
    long added,
    long merged,
    long overwritten,
    long skipped,
    Map<String, Long> mapped,
    List<Problem> problems,
    long moreProblems,
    String error) {

  /**
   * Something that was not taken or had to be corrected.
   *
   * @param line where, counted from 1
   * @param skipped whether it was not taken
   * @param reason in words
   */
  public record Problem(int line, boolean skipped, String reason) {}

  public ImportReport {
    mapped = Collections.unmodifiableMap(new LinkedHashMap<>(mapped));
    problems = List.copyOf(problems);
  }
}
