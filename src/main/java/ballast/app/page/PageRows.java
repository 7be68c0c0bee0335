package ballast.app.page;

import ballast.bitext.CountedNoun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of a page, limited to what a browser can show and a person can read. Unchanged sentences
 * are included only if there is room for everything.
 *
 * @param changes number of requested changes not on the page
 * @param unchanged number of unchanged sentences not on the page
 */
public record PageRows<T>(List<Row<T>> rows, int changes, int unchanged) {

  public static final int MAX_ROWS = 10_000;

  /**
   * @param number its place among all rows, from 1
   */
  public record Row<T>(int number, T value) {}

  public PageRows {
    rows = List.copyOf(rows);
  }

  /**
   * Selects the rows of a page.
   *
   * @param all all rows, in order
   * @param counted number of further unchanged sentences, which are only counted
   */
  public static <T> PageRows<T> of(List<T> all, int counted, Predicate<T> isUnchanged) {
    boolean whole = all.size() <= MAX_ROWS;
    List<Row<T>> rows = new ArrayList<>();
    int changes = 0;
    int unchanged = counted;
    int number = 0;
    for (T one : all) {
      number++;
      boolean same = isUnchanged.test(one);
      if (whole || (!same && rows.size() < MAX_ROWS)) {
        rows.add(new Row<>(number, one));
      } else if (same) {
        unchanged++;
      } else {
        changes++;
      }
    }
    return new PageRows<>(rows, changes, unchanged);
  }

  public boolean isWhole() {
    return changes == 0 && unchanged == 0;
  }

  /**
   * Reports omitted rows, for example {@code Not on this page: 3 more changes and 12 unchanged.}
   */
  public String leftOut() {
    List<String> parts = new ArrayList<>();
    if (changes > 0) {
      parts.add(CountedNoun.of(changes, "more change"));
    }
    if (unchanged > 0) {
      parts.add(Numbers.count(unchanged) + " unchanged");
    }
    return "Not on this page: " + String.join(" and ", parts) + ".";
  }
}
