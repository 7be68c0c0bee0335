package ballast.cli.tm;

import ballast.app.units.DuplicateRemoval;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.option.FilterOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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
      names = {"-p", "--print"},
      description = "Print every unit that changes; --dry-run does, too.")
  boolean print;

  @Option(
      names = "--ignore",
      paramLabel = "WHAT",
      split = ",",
      description = "Also ignore differences of case or punctuation; both with a comma.")
  List<String> ignore = List.of();

  TmDedupeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    DuplicateRemoval.Request request =
        new DuplicateRemoval.Request(scope(filter.filter()), ignored());
    DuplicateRemoval removal = new DuplicateRemoval(console.workplace(), notices());
    DuplicateRemoval.Result result =
        reporting(
            print,
            report -> {
              DuplicateRemoval.Result removed = removal.run(request, report::merged);
              report.summary(removed.summary());
              return removed;
            });
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

  private void sayResult(DuplicateRemoval.Result result) {
    if (result.kept() == 0) {
      say("no duplicates among %s", CountedNoun.of(result.summary().matched(), "unit"));
      return;
    }
    say(
        dryRun ? "would have deleted %s of %s; nothing was written" : "deleted %s of %s",
        CountedNoun.of(result.summary().deleted(), "duplicate"),
        CountedNoun.of(result.kept(), "unit"));
  }

  private Set<Ignored> ignored() {
    Set<Ignored> ignored = EnumSet.noneOf(Ignored.class);
    for (String what : ignore) {
      switch (what.strip().toLowerCase(Locale.ROOT)) {
        case "case" -> ignored.add(Ignored.CASE);
        case "punctuation" -> ignored.add(Ignored.PUNCTUATION);
        default ->
            throw new ParameterException(
                spec.commandLine(), "--ignore " + what + ": case or punctuation");
      }
    }
    return ignored;
  }
}
