package ballast.format.term;

import ballast.bitext.Location;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.glossary.Concept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A glossary file that has been read.
 *
 * @param concepts one for each row or entry, in the order of the file; may be empty
 * @param problems unusable rows and entries, in the order of the file; the first 1,000 of them
 * @param unusable number of unusable rows and entries
 */
public record GlossaryReading(
    List<Concept> concepts, List<Problem> problems, int unusable, Contents contents) {

  /**
   * The content of a file, in all languages.
   *
   * @param format in words, for example {@code TBX} or {@code CSV in GB18030}
   * @param entries number of rows or entries with a term
   * @param terms number of terms by language code as written in the file; empty for terms without a
   *     code
   * @param unused columns of a table with cells but without a meaning for Ballast
   */
  public record Contents(
      String format, int entries, Map<String, Integer> terms, List<UnusedColumn> unused) {
    public Contents {
      unused = List.copyOf(unused);
      terms = Collections.unmodifiableMap(new TreeMap<>(terms));
    }
  }

  /**
   * An unusable row or entry, or a part of the file that was not read.
   *
   * @param where its beginning
   * @param reason in plain words, without a full stop
   */
  public record Problem(Location where, String reason) {

    /** {@code terms.csv:7:1: it has no en}. */
    @Override
    public String toString() {
      return where + ": " + reason;
    }
  }

  GlossaryReading with(Problem problem) {
    List<Problem> all = new ArrayList<>(problems);
    all.add(problem);
    return new GlossaryReading(concepts, all, unusable + 1, contents);
  }

  public GlossaryReading {
    concepts = List.copyOf(concepts);
    problems = List.copyOf(problems);
  }
}
