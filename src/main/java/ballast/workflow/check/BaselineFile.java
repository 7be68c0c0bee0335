package ballast.workflow.check;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.check.LocatedFinding;
import ballast.format.file.FileChange;
import ballast.format.file.OutputFile;
import ballast.format.file.TermEncoding;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

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
      Baseline all = change(known -> known.updated(findings, considered));
      notices.say("the baseline " + name + " has " + findings(all.size()) + " now");
      return all.without(findings);
    }
    Baseline baseline = read();
    Baseline alive = baseline.pruned(findings, considered);
    int stale = baseline.size() - alive.size();
    if (stale > 0 && upkeep == KnownFindings.Upkeep.PRUNE) {
      change(known -> known.pruned(findings, considered));
      notices.say(findings(stale) + " no longer found: removed from the baseline " + name);
    } else if (stale > 0) {
      notices.say(
          CountedNoun.of(
              stale,
              "finding of the baseline " + name + " is no longer found; --prune removes it",
              "findings of the baseline " + name + " are no longer found; --prune removes them"));
    }
    return baseline.without(findings);
  }

  /**
   * Adds a finding; the file is made if there is none.
   *
   * @throws InputException if it cannot be read or written
   */
  void add(LocatedFinding finding, String reason) {
    change(known -> known.with(finding, reason));
  }

  /**
   * Removes a finding, if the file has it.
   *
   * @throws InputException if it cannot be read or written
   */
  void remove(LocatedFinding finding) {
    change(known -> known.minus(finding));
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
      return parsed(TermEncoding.text(Files.readAllBytes(path), name));
    } catch (IOException e) {
      throw new InputException(
          "cannot read the baseline \"" + name + "\"",
          "check the name, or make it with --update-baseline",
          e);
    }
  }

  private Baseline parsed(String text) {
    return Baseline.read(text.lines().toList(), name);
  }

  /**
   * Changes the file; what another program writes at the same time stays.
   *
   * @return what it has now
   */
  private Baseline change(UnaryOperator<Baseline> change) {
    Baseline[] changed = {Baseline.NONE};
    try {
      FileChange.make(
          path,
          text -> {
            changed[0] = change.apply(text.map(this::parsed).orElse(Baseline.NONE));
            return String.join("\n", changed[0].lines()) + "\n";
          });
    } catch (IOException e) {
      throw OutputFile.cannotWrite(path, e);
    }
    return changed[0];
  }
}
