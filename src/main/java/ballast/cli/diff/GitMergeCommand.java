package ballast.cli.diff;

import ballast.app.revisions.TmxMerge;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.DiffOptions;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast git merge}: git's merge driver, which merges TMX files unit by unit. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Merges OURS and THEIRS, TMX files that come from BASE, into OURS, unit by unit.",
      "Units stay as they are written.",
      "A unit that both changed differently is kept twice, marked x-conflict; exit status 1."
    },
    footer = {"", "Examples:", "  ballast git merge --help"})
@MainOptions({"--lines", "--source", "--old-source", "--encoding", "--srx"})
final class GitMergeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin DiffOptions reading = new DiffOptions();

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      completionCandidates = FileNames.Units.class,
      description = "The common ancestor of both.")
  String base = "";

  @Parameters(
      index = "1",
      paramLabel = "OURS",
      completionCandidates = FileNames.Units.class,
      description = "Our version; receives the result.")
  String ours = "";

  @Parameters(
      index = "2",
      paramLabel = "THEIRS",
      completionCandidates = FileNames.Units.class,
      description = "Their version.")
  String theirs = "";

  @Parameters(
      index = "3",
      paramLabel = "NAME",
      arity = "0..1",
      description = "The file's name, for messages.")
  String name = "";

  GitMergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String shown = name.isEmpty() ? ours : name;
    TmxMerge.Result merged =
        new TmxMerge(console.workplace()).merge(new TmxMerge.Request(base, ours, theirs, shown));
    reading
        .common()
        .say(
            console,
            shown
                + ": "
                + CountedNoun.of(merged.units(), "unit")
                + ", "
                + merged.conflicts()
                + " in conflict");
    if (merged.conflicts() > 0) {
      reading.common().say(console, "  look for " + TmxMerge.MARK + " in it: ours and theirs");
      return ExitCode.FINDINGS;
    }
    return ExitCode.OK;
  }
}
