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
 * @param problems the rows and entries that could not be used, in the order of the file; the first
 *     1,000 of them
 * @param unusable how many there were
 * @param contents what the file has
 */
public record GlossaryReading(
    List<Concept> concepts, List<Problem> problems, int unusable, Contents contents) {

  /**
   * What a file contains, in all languages.
   *
   * @param format in words, for example {@code TBX} or {@code CSV in GB18030}
   * @param entries rows or entries with a term
   * @param terms how many terms there are by language code as the file writes it; the empty code
   *     stands for none
   * @param unused the columns of a table that say nothing to Ballast, though they have cells
   */
  public record Contents(
      String format, int entries, Map<String, Integer> terms, List<UnusedColumn> unused) {
    public Contents {
      unused = List.copyOf(unused);
      terms = Collections.unmodifiableMap(new TreeMap<>(terms));
    }
  }

  /**
   * A row or entry that could not be used, or a part of the file that was not read.
   *
   * @param where the place where it begins
   * @param reason why not, in plain words, without a full stop
   */
  public record Problem(Location where, String reason) {

    /** {@code terms.csv:7:1: it has no en}. */
    @Override
    public String toString() {
      return where + ": " + reason;
    }
  }

  /** This reading with one more problem. */
  GlossaryReading with(Problem problem) {
    List<Problem> all = new ArrayList<>(problems);
    all.add(problem);
    return new GlossaryReading(concepts, all, unusable + 1, contents);
  }

  /** This reading, with the encoding of the file beside its format. */
  GlossaryReading in(String encoding) {
    Contents told =
        new Contents(
            contents.format() + " in " + encoding,
            contents.entries(),
            contents.terms(),
            contents.unused());
    return new GlossaryReading(concepts, problems, unusable, told);
  }

  public GlossaryReading {
    concepts = List.copyOf(concepts);
    problems = List.copyOf(problems);
  }
}
