package ballast.workflow.check;

import ballast.check.FixRun;
import java.util.List;
import java.util.Map;

/** Where corrected translations are written. For one thread. */
interface FixTarget {

  /**
   * Finds out whether all of it can be written, in place of what was prepared before.
   *
   * @return what cannot be, and why
   */
  Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected);

  /**
   * Writes what was prepared last.
   *
   * @param corrected the same
   */
  void write(List<FixRun.Corrected> corrected);

  /** The files that were prepared last, by rising name; empty where there are none. */
  List<String> files();
}
