package ballast.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.check.LocatedFinding;
import ballast.cli.terminal.Console;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Findings that are known and left out. */
public final class BaselineOptions {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leave out the findings of FILE; it says so when some of them are gone.")
  @Nullable String file;

  @Option(
      names = "--update-baseline",
      description = "Write all that is found now into the baseline.")
  boolean update;

  @Option(names = "--prune", description = "Take what is gone out of the baseline.")
  boolean prune;

  /** Takes this file where the command line names none. */
  public void otherwise(@Nullable Path other, Console console) {
    if (file == null && other != null) {
      file = console.workplace().shown(other);
    }
  }

  /**
   * Stops before any work if the options make no sense together.
   *
   * @throws InputException if they do not
   */
  public void check() {
    if (file == null && (update || prune)) {
      throw new InputException(
          (update ? "--update-baseline" : "--prune") + " needs --baseline FILE",
          "for example --baseline ballast-baseline.tsv");
    }
  }

  private static String findings(int count) {
    return count == 1 ? "1 finding" : count + " findings";
  }

  /**
   * The findings that are not in the baseline. Writes it when that is asked for.
   *
   * @param considered which findings were looked for, by rule and term: others stay as they are
   * @throws InputException if it cannot be read or written
   */
  public List<LocatedFinding> apply(
      List<LocatedFinding> findings,
      BiPredicate<String, String> considered,
      Console console,
      CommonOptions common) {
    if (file == null) {
      return findings;
    }
    Path path = console.resolve(file);
    if (update) {
      Baseline known = Files.exists(path) ? Baseline.read(lines(path, file), file) : Baseline.NONE;
      Baseline all = known.updated(findings, considered);
      write(all, path);
      common.say(console, "the baseline " + file + " has " + findings(all.size()) + " now");
      return all.without(findings);
    }
    Baseline baseline = Baseline.read(lines(path, file), file);
    Baseline alive = baseline.pruned(findings, considered);
    int stale = baseline.size() - alive.size();
    if (stale > 0 && prune) {
      write(alive, path);
      common.say(console, findings(stale) + " gone: taken out of the baseline " + file);
    } else if (stale > 0) {
      common.say(
          console, findings(stale) + " of the baseline " + file + " gone; --prune takes them out");
    }
    return baseline.without(findings);
  }

  private static List<String> lines(Path path, String name) {
    try {
      return Files.readAllLines(path, UTF_8);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the baseline \"" + name + "\"",
          "check the name, or make it with --update-baseline",
          e);
    }
  }

  private static void write(Baseline baseline, Path path) {
    try (OutputFile out = OutputFile.create(path, /* replace= */ true)) {
      out.stream().write((String.join("\n", baseline.lines()) + "\n").getBytes(UTF_8));
      out.finish();
      out.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(path, e);
    }
  }
}
