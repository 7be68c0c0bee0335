package ballast.cli.diff;

import ballast.app.revisions.TmxMerge;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.DiffOptions;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast git merge}: git's merge driver, which merges TMX files unit by unit. */
@Command(
    name = "merge",
    description = {
      "Merges OURS and THEIRS, TMX files that come from BASE, into OURS, unit by unit.",
      "Units stay as they are written.",
      "A unit that both changed differently is kept twice, marked x-conflict; exit status 1."
    },
    footer = {"", "Examples:", "  ballast git merge --help"})
@MainOptions({"--lines", "--source", "--old-source", "--encoding", "--srx"})
final class GitMergeCommand extends ConsoleCommand {

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

  @Override
  public Integer call() {
    String shown = name.isEmpty() ? ours : name;
    TmxMerge.Result merged = new TmxMerge(console.workplace()).merge(base, ours, theirs, shown);
    say(
        "%s: %s, %d in conflict",
        shown, CountedNoun.of(merged.units(), "unit"), merged.conflicts());
    if (merged.conflicts() > 0) {
      say("  look for %s in it: ours and theirs", TmxMerge.MARK);
      return ExitCode.FINDINGS;
    }
    return ExitCode.OK;
  }
}
