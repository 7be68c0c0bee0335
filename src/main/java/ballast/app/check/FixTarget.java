package ballast.app.check;

import ballast.check.FixRun;
import java.util.List;
import java.util.Map;

/** Where corrected translations are written. For one thread. */
interface FixTarget {

  /**
   * Prepares the corrections for writing and replaces those prepared before.
   *
   * @return the corrections that cannot be written, with the reasons
   */
  Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected);

  /**
   * Writes the corrections prepared last.
   *
   * @param corrected the same
   */
  void write(List<FixRun.Corrected> corrected);

  /** The files that were prepared last, by rising name; empty where there are none. */
  List<String> files();
}
