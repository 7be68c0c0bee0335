package ballast.format.table;

import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table with cells that its reader does not use.
 *
 * @param head its head; empty if it has none
 * @param number its place in the table, 1-based
 * @param where the header row
 * @param cells how many of its cells are not blank
 * @param hint what to do about it, such as {@code did you mean "note"?}; empty if nothing is known
 * @param isBookkeeping whether it is known that its cells do not matter
 */
public record UnusedColumn(
    String head, int number, Location where, int cells, String hint, boolean isBookkeeping) {

  /** {@code the column "forbiden_en" (12 cells) is not used; did you mean "forbidden_en"?}. */
  @Override
  public String toString() {
    return "the column "
        + (head.isEmpty() ? "number " + number : '"' + head + '"')
        + " ("
        + CountedNoun.of(cells, "cell")
        + ") is not used"
        + (hint.isEmpty() ? "" : "; " + hint);
  }

  /** Counts the cells of a table that its reader does not use. */
  public static final class Counter {

    private final List<String> heads;
    private final Location where;
    private final Set<Integer> used;
    private final Collection<ColumnRole> roles;
    private final TreeMap<Integer, Integer> cells = new TreeMap<>();

    /**
     * @param heads the header row
     * @param where it is
     * @param used the places of the columns that are used, counted from 0
     * @param roles the roles that the reader knows, for suggestions
     */
    public Counter(
        List<String> heads, Location where, Set<Integer> used, Collection<ColumnRole> roles) {
      this.heads = List.copyOf(heads);
      this.where = where;
      this.used = Set.copyOf(used);
      this.roles = List.copyOf(roles);
    }

    /** Counts the cells of a row. */
    public void count(List<String> row) {
      for (int i = 0; i < row.size(); i++) {
        if (!used.contains(i) && !Characters.isBlank(row.get(i))) {
          cells.merge(i, 1, Integer::sum);
        }
      }
    }

    /** The columns with cells that are not used, in their order. */
    public List<UnusedColumn> columns() {
      List<UnusedColumn> columns = new ArrayList<>();
      cells.forEach((place, count) -> columns.add(column(place, count)));
      return columns;
    }

    private UnusedColumn column(int place, int count) {
      String head = place < heads.size() ? Characters.strip(heads.get(place)) : "";
      ColumnRole role = ColumnRole.ofDescribed(head).orElse(null);
      boolean isBookkeeping = role == ColumnRole.BOOKKEEPING;
      return new UnusedColumn(head, place + 1, where, count, hint(head, role), isBookkeeping);
    }

    private String hint(String head, @Nullable ColumnRole role) {
      if (head.isEmpty()) {
        return "name it in the header row";
      }
      if (role != null) {
        return used.stream()
            .filter(place -> ColumnRole.ofDescribed(heads.get(place)).orElse(null) == role)
            .map(
                place ->
                    "the column \"" + Characters.strip(heads.get(place)) + "\" is used for that")
            .findFirst()
            .orElse("");
      }
      return ColumnRole.nearest(head, roles)
          .map(name -> "did you mean \"" + name + "\"?")
          .orElse("");
    }
  }
}
