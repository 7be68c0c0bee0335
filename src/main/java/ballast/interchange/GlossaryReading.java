package ballast.interchange;

import ballast.bitext.Location;
import ballast.glossary.Concept;
import java.util.List;

/**
 * A glossary file that has been read.
 *
 * @param concepts one a row, in the order of the file; may be empty
 * @param problems the rows that could not be used, in the order of the file
 */
public record GlossaryReading(List<Concept> concepts, List<Problem> problems) {

  /**
   * A row that could not be used.
   *
   * @param where the line it begins in
   * @param reason why not, in plain words, without a full stop
   */
  public record Problem(Location where, String reason) {

    /** {@code terms.csv:7:1: it has no en}. */
    @Override
    public String toString() {
      return where + ": " + reason;
    }
  }

  public GlossaryReading {
    concepts = List.copyOf(concepts);
    problems = List.copyOf(problems);
  }
}
