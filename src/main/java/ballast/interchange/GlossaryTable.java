package ballast.interchange;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.interchange.GlossaryReading.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a glossary and makes concepts of them. */
final class GlossaryTable implements DelimitedText.Sink {

  static final int MAX_CONCEPTS = 200_000;
  static final int MAX_PROBLEMS = 1_000;

  private static final String HINT =
      "the first row names the columns: zh and en, and if you like id, zh_variants, en_variants,"
          + " status, match and others; cells are separated by commas, in a .tsv file by tabs";

  private final String name;
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable GlossaryColumns columns;

  /**
   * @param name what the user calls the file
   */
  GlossaryTable(String name) {
    this.name = name;
  }

  /**
   * What has been read.
   *
   * @throws InputException if there was no row
   */
  GlossaryReading reading() {
    if (columns == null) {
      throw new InputException("the glossary \"" + name + "\" is empty", HINT);
    }
    return new GlossaryReading(concepts, problems);
  }

  @Override
  public boolean row(int line, List<String> cells) {
    if (cells.stream().allMatch(Glyphs::isBlank)) {
      return true;
    }
    if (columns == null) {
      columns = columns(cells);
      return true;
    }
    if (concepts.size() == MAX_CONCEPTS) {
      add(line, "from here on it was not read: " + MAX_CONCEPTS + " concepts are the most");
      return false;
    }
    try {
      concepts.add(GlossaryRow.concept(columns, cells, new Location(name, line, 1)));
      return true;
    } catch (GlossaryRow.Unusable e) {
      return broken(line, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean broken(int line, String reason) {
    if (columns == null) {
      throw new InputException(
          "cannot read the glossary \"" + name + "\", line " + line + ": " + reason, HINT);
    }
    add(line, reason);
    if (problems.size() == MAX_PROBLEMS) {
      add(line, "from here on it was not read: more than " + MAX_PROBLEMS + " rows are unusable");
      return false;
    }
    return true;
  }

  private void add(int line, String reason) {
    problems.add(new Problem(new Location(name, line, 1), reason));
  }

  private GlossaryColumns columns(List<String> header) {
    try {
      return GlossaryColumns.of(header);
    } catch (GlossaryColumns.BadHeader e) {
      throw new InputException("the glossary \"" + name + "\" " + e.getMessage(), HINT);
    }
  }
}
