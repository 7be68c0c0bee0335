package ballast.workbench.check;

import ballast.bitext.Sha256;
import ballast.check.FixRun;
import ballast.workflow.check.Fixing;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Replacements that are safe.
 *
 * @param digest identifies exactly these; empty if they have not been planned yet
 */
record PlannedFixes(Fixing.Result result, String digest) {

  /** Before they are planned. */
  static final PlannedFixes NONE =
      new PlannedFixes(
          new Fixing.Result(
              /* applied= */ false,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()),
          "");

  static PlannedFixes of(Fixing.Result result) {
    return new PlannedFixes(
        result,
        Sha256.hex(
            result.corrected().stream().map(PlannedFixes::line).collect(Collectors.joining("\n"))));
  }

  private static String line(FixRun.Corrected one) {
    return one.place().value().id() + '\t' + one.place().value().target() + '\t' + one.fixes();
  }

  boolean isDone() {
    return !digest.isEmpty();
  }
}
