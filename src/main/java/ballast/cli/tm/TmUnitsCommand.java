package ballast.cli.tm;

import ballast.app.units.CommandHistory.CommandText;
import ballast.app.units.EditedMemory.EditScope;
import ballast.app.units.UnitEditing;
import ballast.app.units.UnitEditing.UnitAction;
import ballast.bitext.CountedNoun;
import ballast.bitext.ShellWord;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.AbsentUnits;
import ballast.memory.MemoryCare.EditSummary;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast tm approve}, {@code reject}, {@code delete} and {@code restore}. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
@MainOptions({"--document", "--contains", "--min-confidence", "--dry-run", "--print"})
final class TmUnitsCommand implements Callable<Integer> {

  private final Console console;
  private final UnitVerb verb;

  @Mixin EditOptions edit = new EditOptions();

  @Parameters(paramLabel = "UNIT", arity = "0..*", description = "Unit ids.")
  List<String> units = List.of();

  @Option(names = "--all", description = "Every unit of the memory.")
  boolean all;

  private TmUnitsCommand(Console console, UnitVerb verb) {
    this.console = console;
    this.verb = verb;
  }

  static CommandLine commandLine(Console console, UnitVerb verb) {
    CommandLine line = new CommandLine(new TmUnitsCommand(console, verb));
    line.setCommandName(verb.verb());
    line.getCommandSpec()
        .usageMessage()
        .description(verb.description())
        .footer(
            Stream.concat(
                    Stream.of("", verb.examples().size() == 1 ? "Example:" : "Examples:"),
                    verb.examples().stream().map(example -> "  " + example))
                .toArray(String[]::new));
    return line;
  }

  @Override
  public Integer call() {
    UnitEditing.Request request = new UnitEditing.Request(scope(), verb.action());
    EditSummary summary =
        edit.printing(
            console,
            report -> {
              EditSummary edited =
                  new UnitEditing(console.workplace(), edit.notices(console))
                      .run(request, report::edited);
              report.summary(edited);
              return edited;
            });
    boolean none = summary.matched() == 0;
    edit.notices(console).say(none ? "no unit meets the conditions" : message(summary));
    if (none) {
      sayAbsent(request);
    } else {
      sayUnrepresented(summary);
    }
    return none ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /** Reports the deleted units of a document without units. */
  private void sayAbsent(UnitEditing.Request request) {
    if (verb == UnitVerb.RESTORE) {
      return;
    }
    new UnitEditing(console.workplace())
        .absent(request.scope())
        .forEach(
            (document, absent) ->
                edit.notices(console)
                    .say(
                        "  %s lacks %s: %s; `ballast tm restore --document %s` brings them back"
                            .formatted(
                                document,
                                CountedNoun.of(absent.count(), "unit"),
                                absent,
                                ShellWord.of(document))));
  }

  /** Lists the documents whose duplicates of the deleted units were deleted earlier. */
  private void sayUnrepresented(EditSummary summary) {
    SortedMap<String, Integer> others = new TreeMap<>(summary.unrepresented());
    others.keySet().removeAll(edit.filter().filter().documents());
    if (!others.isEmpty()) {
      edit.notices(console)
          .say(
              "  they stood in for %s too (tm dedupe); %s brings those back"
                  .formatted(AbsentUnits.counted(others), AbsentUnits.restoring(others)));
    }
  }

  /** Returns the selected units; selects all of them only with {@code --all}. */
  private EditScope scope() {
    boolean named = !units.isEmpty() || edit.filter().isGiven();
    if (!named && !all) {
      throw edit.mistake(
          "no units are chosen: give ids, conditions such as --document NAME, or --all");
    }
    if (named && all) {
      throw edit.mistake("--all means every unit: leave it out, or the other conditions");
    }
    EditScope scope = edit.scope(console);
    return scope.of(scope.units().named(Set.copyOf(units)));
  }

  private String message(EditSummary summary) {
    int same = summary.matched() - summary.changed();
    return (edit.isDryRun() ? "would have " : "")
        + verb.done()
        + " "
        + CountedNoun.of(summary.changed(), "unit")
        + CommandText.ofDocuments(summary.documents())
        + (same == 0
            ? ""
            : "; " + same + (same == 1 ? " was " : " were ") + verb.done() + " already")
        + (edit.isDryRun() ? "; nothing was written" : "");
  }

  enum UnitVerb {
    APPROVE(
        UnitAction.APPROVE,
        "approve",
        "approved",
        "Records that units are right.",
        "Approved units are evidence for the aligner, and exported "
            + "however low their confidence. Exit status 1: no unit meets the conditions.",
        "ballast tm approve --document tm/articles/ballast-stone --min-confidence 0.9",
        "ballast tm approve --all --dry-run"),
    REJECT(
        UnitAction.REJECT,
        "reject",
        "rejected",
        "Records that units are wrong: they are kept, and neither offered nor exported.",
        "Exit status 1: no unit meets the conditions.",
        "ballast tm reject --max-confidence 0.9 --dry-run",
        "ballast tm reject --contains 专利 --in source"),
    DELETE(
        UnitAction.DELETE,
        "delete",
        "deleted",
        "Deletes units, until tm undo or tm restore brings them back.",
        "They no longer appear anywhere. Only tm compact removes them for good. Exit status 1: no"
            + " unit meets the conditions.",
        "ballast tm delete --document tm/articles/distant-friends --dry-run",
        "ballast tm delete --contains 留学"),
    RESTORE(
        UnitAction.RESTORE,
        "restore",
        "restored",
        "Brings deleted units back, with the status that they had.",
        "Exit status 1: no deleted unit meets the conditions.",
        "ballast tm restore --all");

    private final UnitAction action;
    private final String verb;
    private final String done;
    private final String summary;
    private final String details;
    private final String examples;

    UnitVerb(
        UnitAction action,
        String verb,
        String done,
        String summary,
        String details,
        String... examples) {
      this.action = action;
      this.verb = verb;
      this.done = done;
      this.summary = summary;
      this.details = details;
      this.examples = String.join("\n", examples);
    }

    UnitAction action() {
      return action;
    }

    String verb() {
      return verb;
    }

    /** The past participle, for example "approved" in "approved 3 units". */
    String done() {
      return done;
    }

    /** The help text: a summary sentence, then the details. */
    String[] description() {
      return new String[] {summary, details};
    }

    List<String> examples() {
      return examples.lines().toList();
    }
  }
}
