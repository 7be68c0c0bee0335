package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.workflow.check.KnownFindings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for known findings, which are left out. */
public final class BaselineOptions {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      completionCandidates = FileNames.Lines.class,
      description = "Leave out the findings in FILE; reports those in it that are no longer found.")
  @Nullable String file;

  @Option(
      names = "--update-baseline",
      description =
          "Write all current findings into the baseline; entries of what was not checked stay.")
  boolean update;

  @Option(
      names = "--prune",
      description =
          "Remove findings from the baseline that are no longer found where this run has looked.")
  boolean prune;

  /** Uses this file if the command line names none. */
  public void otherwise(@Nullable Path defaultFile, Console console) {
    if (file == null && defaultFile != null) {
      file = console.workplace().shown(defaultFile);
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

  /**
   * The known findings.
   *
   * @param since the value of {@code --since}; empty if not given
   */
  public KnownFindings known(String since) {
    KnownFindings.Upkeep upkeep =
        update
            ? KnownFindings.Upkeep.UPDATE
            : prune ? KnownFindings.Upkeep.PRUNE : KnownFindings.Upkeep.NONE;
    return new KnownFindings(since, file == null ? "" : file, upkeep);
  }
}
