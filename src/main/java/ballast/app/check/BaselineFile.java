package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.check.LocatedFinding;
import ballast.format.file.FileChange;
import ballast.format.file.OutputFile;
import ballast.format.file.TermEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class BaselineFile {

  private final String name;
  private final Path path;
  private final Notices notices;

  BaselineFile(String name, Workplace workplace, Notices notices) {
    this.name = name;
    this.path = workplace.resolve(name);
    this.notices = notices;
  }

  /**
   * Returns the findings that are not in the baseline, and updates the file if asked to.
   *
   * @param scope the places checked; other entries are kept
   */
  List<LocatedFinding> apply(
      List<LocatedFinding> findings, Baseline.Scope scope, KnownFindings.Upkeep upkeep) {
    if (upkeep == KnownFindings.Upkeep.UPDATE) {
      Baseline all = change(known -> known.updated(findings, scope));
      notices.say("the baseline %s has %s now", name, findings(all.size()));
      return all.without(findings);
    }
    Baseline baseline = read();
    Baseline alive = baseline.pruned(findings, scope);
    int stale = baseline.size() - alive.size();
    if (upkeep == KnownFindings.Upkeep.PRUNE) {
      if (!alive.lines().equals(baseline.lines())) {
        change(known -> known.pruned(findings, scope));
      }
    }
    if (stale > 0 && upkeep == KnownFindings.Upkeep.PRUNE) {
      notices.say("%s no longer found: removed from the baseline %s", findings(stale), name);
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
   * Creates the file if necessary.
   *
   * @param place the file or document of a finding, as in the entries
   */
  void add(List<LocatedFinding> findings, Function<LocatedFinding, String> place, String reason) {
    change(
        known -> {
          Baseline all = known;
          for (LocatedFinding one : findings) {
            all = all.with(one, place.apply(one), reason);
          }
          return all;
        });
  }

  /** Ignores findings that the file does not have. */
  void remove(List<LocatedFinding> findings, Function<LocatedFinding, String> place) {
    change(
        known -> {
          Baseline all = known;
          for (LocatedFinding one : findings) {
            all = all.minus(one, place.apply(one));
          }
          return all;
        });
  }

  private static String findings(int count) {
    return CountedNoun.of(count, "finding");
  }

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

  /** Changes the file and returns it; keeps changes made by other programs meanwhile. */
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

  /**
   * Known findings, which are not reported: those about texts unchanged since a revision, and those
   * in a baseline.
   *
   * @param since a revision in git; empty if all texts count, changed or not
   * @param baseline file of the baseline; empty for none
   */
  public record KnownFindings(String since, String baseline, Upkeep upkeep) {

    public enum Upkeep {
      /** Leaves the baseline unchanged. */
      NONE,
      /** Removes findings that no longer occur. */
      PRUNE,
      /** Writes all current findings, and creates the file if necessary. */
      UPDATE
    }

    /** No known findings: everything is reported. */
    public static final KnownFindings NONE = new KnownFindings("", "", Upkeep.NONE);

    public static KnownFindings in(String baseline, Upkeep upkeep) {
      return new KnownFindings("", baseline, upkeep);
    }
  }
}
