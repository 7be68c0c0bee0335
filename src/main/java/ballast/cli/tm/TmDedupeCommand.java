package ballast.cli.tm;

import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.Deduped;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.option.FilterOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dedupe",
    description = {
      "Deletes all but one of the units with the same source and translation.",
      "Runs of spaces and width of characters do not matter. An approved unit is kept"
          + " rather than a draft, one that a person has edited rather than others, then the one"
          + " recorded first; it gets the highest confidence of all. "
          + "Rejected units are left alone. Deleted units are not exported with their "
          + "document; tm undo and tm restore bring them back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm dedupe --dry-run",
      "  ballast tm dedupe --ignore case,punctuation"
    })
@MainOptions({"--dry-run", "--print", "--ignore", "--document", "--tm"})
final class TmDedupeCommand extends EditCommand {

  @Mixin FilterOptions filter = new FilterOptions();

  @Option(
      names = "--ignore",
      paramLabel = "WHAT",
      split = ",",
      description = "Also ignore differences of case or punctuation; both with a comma.")
  Set<Ignored> ignore = EnumSet.noneOf(Ignored.class);

  @Override
  public Integer call() {
    EditScope scope = scope(filter.filter());
    MemoryEdits edits = new MemoryEdits(console.workplace(), notices());
    Deduped result =
        reporting(Deduped::summary, report -> edits.dedupe(scope, ignore, report::merged));
    sayResult(result);
    result
        .losses()
        .forEach(
            (document, units) ->
                say(
                    "  %s %s",
                    CountedNoun.of(units, "unit"),
                    document.isEmpty() ? "without a document" : "of " + document));
    return ExitCode.OK;
  }

  private void sayResult(Deduped result) {
    if (result.kept() == 0) {
      say("no duplicates among %s", CountedNoun.of(result.summary().matched(), "unit"));
      return;
    }
    String duplicates = CountedNoun.of(result.summary().deleted(), "duplicate");
    String units = CountedNoun.of(result.kept(), "unit");
    say("%s %s of %s%s", done("deleted"), duplicates, units, nothingWritten());
  }
}
