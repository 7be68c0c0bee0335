package ballast.cli.option;

import ballast.bitext.CountedNoun;
import ballast.workflow.Notices;
import picocli.CommandLine.Option;

/** The option to export units that the aligner doubts and nobody has approved. */
public final class DoubtfulUnits {

  @Option(
      names = "--all",
      description =
          "Export doubtful units too: confidence below 0.50 "
              + "and not approved. Default: they stay in the memory only.")
  boolean all;

  /** Whether they are exported. */
  public boolean all() {
    return all;
  }

  /** Says how many of them were left out, why, and how to get them. */
  public static void sayLeftOut(Notices notices, long count) {
    if (count > 0) {
      notices.say(
          "left out "
              + CountedNoun.of(count, "doubtful unit")
              + " (confidence below 0.50, not approved); --all takes them too");
    }
  }
}
