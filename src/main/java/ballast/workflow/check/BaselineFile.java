package ballast.workflow.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.check.LocatedFinding;
import ballast.format.file.OutputFile;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;

/** The file of known findings. */
final class BaselineFile {

  private final String name;
  private final Path path;
  private final Notices notices;

  /**
   * @param name as the user gave it
   */
  BaselineFile(String name, Workplace workplace, Notices notices) {
    this.name = name;
    this.path = workplace.resolve(name);
    this.notices = notices;
  }

  /**
   * Returns the findings that are not in the baseline, and updates the file if asked to.
   *
   * @param considered which findings were looked for, by rule and term; other entries stay
   *     unchanged
   * @throws InputException if it cannot be read or written
   */
  List<LocatedFinding> apply(
      List<LocatedFinding> findings,
      BiPredicate<String, String> considered,
      KnownFindings.Upkeep upkeep) {
    if (upkeep == KnownFindings.Upkeep.UPDATE) {
      Baseline known = Files.exists(path) ? read() : Baseline.NONE;
      Baseline all = known.updated(findings, considered);
      write(all);
      notices.say("the baseline " + name + " has " + findings(all.size()) + " now");
      return all.without(findings);
    }
    Baseline baseline = read();
    Baseline alive = baseline.pruned(findings, considered);
    int stale = baseline.size() - alive.size();
    if (stale > 0 && upkeep == KnownFindings.Upkeep.PRUNE) {
      write(alive);
      notices.say(findings(stale) + " no longer found: removed from the baseline " + name);
    } else if (stale > 0) {
      notices.say(
          findings(stale) + " of the baseline " + name + " no longer found; --prune removes them");
    }
    return baseline.without(findings);
  }

  /**
   * Adds a finding; the file is made if there is none.
   *
   * @throws InputException if it cannot be read or written
   */
  void add(LocatedFinding finding, String reason) {
    write((Files.exists(path) ? read() : Baseline.NONE).with(finding, reason));
  }

  private static String findings(int count) {
    return CountedNoun.of(count, "finding");
  }

  /**
   * Its findings.
   *
   * @throws InputException if it cannot be read
   */
  Baseline read() {
    try {
      return Baseline.read(Files.readAllLines(path, UTF_8), name);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the baseline \"" + name + "\"",
          "check the name, or make it with --update-baseline",
          e);
    }
  }

  private void write(Baseline baseline) {
    try (OutputFile out = OutputFile.create(path, /* replace= */ true)) {
      out.stream().write((String.join("\n", baseline.lines()) + "\n").getBytes(UTF_8));
      out.finish();
      out.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(path, e);
    }
  }
}
