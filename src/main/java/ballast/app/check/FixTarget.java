package ballast.app.check;

import ballast.check.FixRun;
import java.util.List;
import java.util.Map;

/** Destination of corrected translations. For one thread. */
interface FixTarget {

  /**
   * Prepares the corrections for writing and replaces those prepared before.
   *
   * @return the corrections that cannot be written, with the reasons
   */
  Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected);

  /** Writes the corrections passed to the last {@link #prepare}. */
  void write(List<FixRun.Corrected> corrected);

  /** The files prepared last, in ascending order of name; empty if there are none. */
  List<String> files();
}
