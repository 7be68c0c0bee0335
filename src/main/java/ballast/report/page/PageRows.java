package ballast.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a page holds: no more than a browser can show and a person can read. What stayed unchanged
 * is on it only if there is room for everything.
 *
 * @param rows in order
 * @param changes how many changes are not on it, though they were asked for
 * @param unchanged how many unchanged sentences are not on it
 */
public record PageRows<T>(List<Row<T>> rows, int changes, int unchanged) {

  /** The most rows of a page. */
  public static final int MOST = 10_000;

  /**
   * One row.
   *
   * @param number place among all, from 1
   */
  public record Row<T>(int number, T value) {}

  public PageRows {
    rows = List.copyOf(rows);
  }

  /**
   * Chooses rows.
   *
   * @param all what there is, in order
   * @param counted how many more there are that are unchanged and only counted
   */
  public static <T> PageRows<T> of(List<T> all, int counted, Predicate<T> isUnchanged) {
    boolean whole = all.size() <= MOST;
    List<Row<T>> rows = new ArrayList<>();
    int changes = 0;
    int unchanged = counted;
    int number = 0;
    for (T one : all) {
      number++;
      boolean same = isUnchanged.test(one);
      if (whole || (!same && rows.size() < MOST)) {
        rows.add(new Row<>(number, one));
      } else if (same) {
        unchanged++;
      } else {
        changes++;
      }
    }
    return new PageRows<>(rows, changes, unchanged);
  }

  /** What is left out, in words of HTML; empty when nothing is. */
  public String leftOut(String advice) {
    if (changes == 0 && unchanged == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder("<p class=\"left-out\">Not on this page: ");
    if (changes > 0) {
      text.append(count(changes)).append(changes == 1 ? " more change" : " more changes");
      text.append(unchanged > 0 ? " and " : "");
    }
    if (unchanged > 0) {
      text.append(count(unchanged)).append(" unchanged");
    }
    return text.append(changes > 0 ? ". " + advice : ".").append("</p>\n").toString();
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
