package ballast.format.term;

import ballast.format.file.Characters;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a glossary and what they hold. */
final class GlossaryColumns {

  /** Most variants in one cell; all Chinese ones are paired with all English ones. */
  static final int MAX_VARIANTS = 50;

  /** Other names that people give to the columns, each with the name in Ballast's tables. */
  private static final Map<String, String> ALSO =
      Map.of(
          "term_id", "id",
          "concept_id", "id",
          "approved_en", "en",
          "en_forbidden", "forbidden_en",
          "part_of_speech", "pos");

  /** A header that cannot be used. */
  static final class BadHeader extends Exception {
    private static final long serialVersionUID = 1L;

    BadHeader(String reason) {
      super(reason, null, false, false);
    }
  }

  private final Map<String, Integer> places;
  private final int width;

  private GlossaryColumns(Map<String, Integer> places, int width) {
    this.places = Map.copyOf(places);
    this.width = width;
  }

  /** Whether a row names the columns that Ballast's tables must have. */
  static boolean isOurs(List<String> row) {
    Set<String> names = new HashSet<>();
    for (String cell : row) {
      names.add(name(cell));
    }
    return names.contains("zh") && names.contains("en");
  }

  /** The name that Ballast's tables have for the column with this head. */
  static String name(String head) {
    String written = Characters.strip(head).toLowerCase(Locale.ROOT);
    return ALSO.getOrDefault(written, written);
  }

  /**
   * The columns that this row names.
   *
   * @throws BadHeader if one is named twice, or {@code zh} or {@code en} is missing
   */
  static GlossaryColumns of(List<String> header) throws BadHeader {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String written = header.get(i).strip().toLowerCase(Locale.ROOT);
      String column = ALSO.getOrDefault(written, written);
      if (places.putIfAbsent(column, i) != null && !column.isEmpty()) {
        throw new BadHeader("has two columns \"" + column + "\"");
      }
    }
    for (String wanted : List.of("zh", "en")) {
      if (!places.containsKey(wanted)) {
        throw new BadHeader("has no column \"" + wanted + "\"");
      }
    }
    return new GlossaryColumns(places, header.size());
  }

  /** How many cells the header has. */
  int width() {
    return width;
  }

  /** A cell as written; empty where the column or the rest of the row is missing. */
  String raw(String column, List<String> cells) {
    int index = places.getOrDefault(column, cells.size());
    return index < cells.size() ? cells.get(index) : "";
  }

  /** A cell on one line, without blanks at either end. */
  String cell(String column, List<String> cells) {
    return clean(raw(column, cells));
  }

  /** The values that a cell lists, separated by {@code |}: each once, none blank. */
  List<String> list(String column, List<String> cells) {
    List<String> items = new ArrayList<>();
    for (String item : raw(column, cells).split("\\|")) {
      String clean = clean(item);
      if (!Characters.isBlank(clean) && !items.contains(clean)) {
        items.add(clean);
      }
      if (items.size() > MAX_VARIANTS + 1) {
        break; // far too many; the row is refused for it
      }
    }
    return items;
  }

  /** The terms that a cell lists. */
  List<String> terms(String column, List<String> cells) {
    return TermList.of(raw(column, cells));
  }

  /** The cell with each run of white space, line breaks included, as one space. */
  private static String clean(String cell) {
    return WhiteSpace.collapse(Characters.strip(cell));
  }
}
