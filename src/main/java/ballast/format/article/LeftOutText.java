package ballast.format.article;

import ballast.bitext.Excerpt;
import java.util.List;
import java.util.Locale;

/** What is said of hidden text that was left out. */
public final class LeftOutText {

  /** Share of all text above which somebody should look. */
  private static final double MAX = .1;

  /** Parts that are quoted, and code points of each. */
  private static final int MAX_NAMED = 3;

  private static final int SHOWN = 30;

  private LeftOutText() {}

  /** The beginnings of some parts, quoted; of many the first ones. */
  public static String named(List<String> parts) {
    StringBuilder names = new StringBuilder();
    for (String part : parts.subList(0, Math.min(MAX_NAMED, parts.size()))) {
      names.append(names.isEmpty() ? "\"" : ", \"");
      names.append(Excerpt.of(part, SHOWN)).append('"');
    }
    return names + (parts.size() > MAX_NAMED ? " ..." : "");
  }

  /**
   * A warning if much was left out, else nothing.
   *
   * @param file what the text is of: {@code page}
   * @param parts the beginnings of what was left out
   * @param left how much, in the unit of {@code all}
   * @param all the whole text, what was left out included
   */
  public static List<String> warning(String file, List<String> parts, double left, double all) {
    double share = all == 0 ? 0 : left / all;
    return share <= MAX
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%.0f %% of the text of the %s is hidden and was left out: %s",
                100 * share,
                file,
                named(parts)));
  }
}
