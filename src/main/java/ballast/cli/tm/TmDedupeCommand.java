package ballast.cli.tm;

import ballast.app.units.DuplicateRemoval;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dedupe",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class TmDedupeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin EditOptions edit = new EditOptions();

  @Option(
      names = "--ignore",
      paramLabel = "WHAT",
      split = ",",
      description = "Also ignore differences of case or punctuation; both with a comma.")
  List<String> ignore = List.of();

  TmDedupeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DuplicateRemoval.Request request = new DuplicateRemoval.Request(edit.scope(console), ignored());
    DuplicateRemoval removal = new DuplicateRemoval(console.workplace(), edit.notices(console));
    DuplicateRemoval.Result result =
        edit.printing(
            console,
            report -> {
              DuplicateRemoval.Result removed = removal.run(request, report::merged);
              report.summary(removed.summary());
              return removed;
            });
    edit.notices(console).say(message(result));
    result
        .losses()
        .forEach(
            (document, units) ->
                edit.notices(console)
                    .say(
                        "  "
                            + CountedNoun.of(units, "unit")
                            + (document.isEmpty() ? " without a document" : " of " + document)));
    return ExitCode.OK;
  }

  private String message(DuplicateRemoval.Result result) {
    if (result.kept() == 0) {
      return "no duplicates among " + CountedNoun.of(result.summary().matched(), "unit");
    }
    return (edit.isDryRun() ? "would have deleted " : "deleted ")
        + CountedNoun.of(result.summary().deleted(), "duplicate")
        + " of "
        + CountedNoun.of(result.kept(), "unit")
        + (edit.isDryRun() ? "; nothing was written" : "");
  }

  private Set<Ignored> ignored() {
    Set<Ignored> ignored = EnumSet.noneOf(Ignored.class);
    for (String what : ignore) {
      switch (what.strip().toLowerCase(Locale.ROOT)) {
        case "case" -> ignored.add(Ignored.CASE);
        case "punctuation" -> ignored.add(Ignored.PUNCTUATION);
        default -> throw edit.mistake("--ignore " + what + ": case or punctuation");
      }
    }
    return ignored;
  }
}
