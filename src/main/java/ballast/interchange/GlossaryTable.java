package ballast.interchange;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.interchange.GlossaryReading.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a glossary and makes concepts of them. */
final class GlossaryTable implements DelimitedText.Sink {

  static final int MAX_CONCEPTS = 200_000;
  static final int MAX_PROBLEMS = 1_000;

  /** More in one cell is a list of something else; all of them are paired with all. */
  static final int MAX_VARIANTS = 50;

  /** In UTF-16 units; a longer text is no term. */
  static final int MAX_TERM = 500;

  private static final String HINT =
      "the first row names the columns: zh and en, and if you like id, zh_variants, en_variants and"
          + " status; cells are separated by commas, in a .tsv file by tabs";

  /** A row that cannot be used. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason, null, false, false);
    }
  }

  private final String name;
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Map<String, Integer> columns;
  private int width;

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
      width = cells.size();
      return true;
    }
    if (concepts.size() == MAX_CONCEPTS) {
      add(line, "from here on it was not read: " + MAX_CONCEPTS + " concepts are the most");
      return false;
    }
    try {
      concepts.add(concept(cells, columns));
      return true;
    } catch (Unusable e) {
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

  private Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).strip().toLowerCase(Locale.ROOT);
      if (found.putIfAbsent(column, i) != null && !column.isEmpty()) {
        throw new InputException(
            "the glossary \"" + name + "\" has two columns \"" + column + "\"", "rename one");
      }
    }
    for (String wanted : List.of("zh", "en")) {
      if (!found.containsKey(wanted)) {
        throw new InputException(
            "the glossary \"" + name + "\" has no column \"" + wanted + "\"", HINT);
      }
    }
    return found;
  }

  private Concept concept(List<String> cells, Map<String, Integer> at) throws Unusable {
    if (cells.size() > width) {
      throw new Unusable(
          "it has more cells than the first row, which has "
              + width
              + ": put a cell with a separator inside in quotation marks");
    }
    List<String> zh = forms("zh", cells, at);
    TermStatus status = status(cell("status", cells, at));
    List<Term> en = forms("en", cells, at).stream().map(text -> new Term(text, status)).toList();
    String id = clean(cell("id", cells, at));
    return new Concept(id.isEmpty() ? zh.get(0) : id, zh, en);
  }

  /** The term of a column and its variants, each once. */
  private static List<String> forms(String column, List<String> cells, Map<String, Integer> at)
      throws Unusable {
    List<String> forms = new ArrayList<>();
    forms.add(clean(cell(column, cells, at)));
    if (Glyphs.isBlank(forms.get(0))) {
      throw new Unusable("it has no " + column);
    }
    for (String variant : cell(column + "_variants", cells, at).split("\\|")) {
      String form = clean(variant);
      if (!Glyphs.isBlank(form) && !forms.contains(form)) {
        forms.add(form);
      }
      if (forms.size() > MAX_VARIANTS + 1) {
        throw new Unusable("more than " + MAX_VARIANTS + " variants of its " + column);
      }
    }
    for (String form : forms) {
      if (form.length() > MAX_TERM) {
        throw new Unusable(
            "its " + column + " is longer than " + MAX_TERM + " characters: no term is");
      }
      if (form.chars().anyMatch(Character::isISOControl)) {
        throw new Unusable("its " + column + " has a control character");
      }
    }
    return forms;
  }

  private static TermStatus status(String cell) throws Unusable {
    if (Glyphs.isBlank(cell)) {
      return TermStatus.PREFERRED;
    }
    Optional<TermStatus> status = TermStatus.ofLabel(cell);
    if (status.isEmpty()) {
      throw new Unusable("its status is none of preferred, admitted, forbidden");
    }
    return status.get();
  }

  /** A cell; empty where the column or the rest of the row is missing. */
  private static String cell(String column, List<String> cells, Map<String, Integer> at) {
    int index = at.getOrDefault(column, cells.size());
    return index < cells.size() ? cells.get(index) : "";
  }

  /** Line breaks and other white space of the table are one space in a term. */
  private static String clean(String cell) {
    return Glyphs.strip(cell).replaceAll("(?U)\\s+", " ");
  }
}
