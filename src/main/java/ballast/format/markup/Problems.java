package ballast.format.markup;

import java.util.ArrayList;
import java.util.List;

/** What is damaged in a file, by line; after the first ones the rest is only counted. */
final class Problems {

  private static final int SHOWN = 10;

  private final List<String> warnings = new ArrayList<>();
  private int more;

  /**
   * Records a damaged place.
   *
   * @param line counted from 1
   */
  void add(int line, String what) {
    if (warnings.size() < SHOWN) {
      warnings.add("line " + line + ": " + what);
    } else {
      more++;
    }
  }

  /** The warnings for the user. */
  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    if (more > 0) {
      all.add(more + " more places are damaged in the same way");
    }
    return all;
  }
}
