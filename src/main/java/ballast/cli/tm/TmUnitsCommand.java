package ballast.cli.tm;

import ballast.app.check.Approval;
import ballast.app.units.EditReport;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.app.units.MemoryText;
import ballast.bitext.CountedNoun;
import ballast.bitext.ShellWord;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.option.FilterOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.lexicon.Lexicon;
import ballast.memory.AbsentUnits;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Revision;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast tm approve}, {@code reject}, {@code delete} and {@code restore}. */
@Command
@MainOptions({"--document", "--contains", "--min-confidence", "--dry-run", "--print"})
class TmUnitsCommand extends EditCommand {

  private final UnitVerb verb;

  /** Whether units that meet the conditions were left out. */
  boolean leavesOut;

  @Mixin FilterOptions filter = new FilterOptions();

  @Parameters(paramLabel = "UNIT", arity = "0..*", description = "Unit ids, or their beginnings.")
  List<String> units = List.of();

  @Option(names = "--all", description = "Every unit of the memory.")
  boolean all;

  TmUnitsCommand(UnitVerb verb) {
    this.verb = verb;
  }

  static CommandLine commandLine(UnitVerb verb) {
    CommandLine line =
        new CommandLine(verb == UnitVerb.APPROVE ? new Approve() : new TmUnitsCommand(verb));
    line.setCommandName(verb.name().toLowerCase(Locale.ROOT));
    line.getCommandSpec()
        .usageMessage()
        .description(verb.summary, verb.details)
        .footer(verb.footer());
    return line;
  }

  @Override
  public Integer call() {
    EditScope scope = scope();
    EditSummary summary = reporting(edited -> edited, report -> edit(scope, report));
    if (summary.matched() == 0 && !leavesOut) {
      say("no unit meets the conditions");
      sayAbsent(scope);
      return ExitCode.FINDINGS;
    }
    sayResult(summary);
    sayUnrepresented(summary);
    return leavesOut ? ExitCode.FINDINGS : ExitCode.OK;
  }

  EditSummary edit(EditScope scope, EditReport report) {
    return new MemoryEdits(console.workplace(), notices()).edit(scope, verb.action, report::edited);
  }

  /** Reports the deleted units of a document without units. */
  private void sayAbsent(EditScope scope) {
    if (verb == UnitVerb.RESTORE) {
      return;
    }
    for (String document : new TreeSet<>(scope.units().documents())) {
      ask(tm -> tm.latestRevision(document))
          .map(Revision::absent)
          .filter(absent -> absent.count() > 0)
          .ifPresent(
              absent ->
                  say(
                      "  %s lacks %s: %s; `ballast tm restore --document %s` brings them back",
                      document,
                      CountedNoun.of(absent.count(), "unit"),
                      absent,
                      ShellWord.of(document)));
    }
  }

  /** Lists the documents whose duplicates of the deleted units were deleted earlier. */
  private void sayUnrepresented(EditSummary summary) {
    SortedMap<String, Integer> others = new TreeMap<>(summary.unrepresented());
    others.keySet().removeAll(filter.filter().documents());
    if (!others.isEmpty()) {
      say(
          "  they stood in for %s too (tm dedupe); %s brings those back",
          AbsentUnits.counted(others), AbsentUnits.restoring(others));
    }
  }

  /** Returns the selected units; selects all of them only with {@code --all}. */
  private EditScope scope() {
    boolean named = !units.isEmpty() || filter.isGiven();
    refuse(
        !named && !all,
        "no units are chosen: give ids, conditions such as --document NAME, or --all");
    refuse(named && all, "--all means every unit: leave it out, or the other conditions");
    return scope(filter.filter().named(Set.copyOf(unitIds(units))));
  }

  private void sayResult(EditSummary summary) {
    int same = summary.matched() - summary.changed();
    String already =
        same == 0
            ? ""
            : "; %s %s %s already".formatted(same, same == 1 ? "was" : "were", verb.done);
    say(
        "%s %s%s%s%s",
        done(verb.done),
        CountedNoun.of(summary.changed(), "unit"),
        MemoryText.ofDocuments(summary.documents()),
        already,
        nothingWritten());
  }

  /** Says first how many units it approves, and lists those with errors. */
  @Command
  @MainOptions({"--document", "--min-confidence", "--with-errors", "--dry-run", "--print"})
  private static final class Approve extends TmUnitsCommand {

    /** Maximum units with errors to list, unless details are wanted. */
    private static final int MAX_NAMED = 10;

    @Option(names = "--with-errors", description = "Also approve units that have errors.")
    boolean withErrors;

    Approve() {
      super(UnitVerb.APPROVE);
    }

    @Override
    EditSummary edit(EditScope scope, EditReport report) {
      Approval approval =
          new Approval(scope, console.workplace(), notices(), Lexicon.bundledWhenNeeded());
      leavesOut = approval.leavesOut(withErrors);
      int wrong = approval.errors().size();
      String have = "; " + CountedNoun.of(wrong, "has errors", "have errors");
      String fate = leavesOut ? " and will be left out (--with-errors takes them):" : ":";
      if (wrong > 0 || approval.count(withErrors) > 1) {
        String units = CountedNoun.of(approval.count(withErrors), "unit");
        say("%s to approve%s", units, wrong == 0 ? "" : have + fate);
      }
      int shown = notices().wantsDetails() ? wrong : Math.min(MAX_NAMED, wrong);
      approval.errors().entrySet().stream()
          .limit(shown)
          .forEach(
              one -> say("  unit %s  %s", one.getKey().id(), String.join("; ", one.getValue())));
      if (shown < wrong) {
        say("  %s more; -v lists them", wrong - shown);
      }
      return approval.run(withErrors, report::approved);
    }
  }

  enum UnitVerb {
    APPROVE(
        UnitAction.APPROVE,
        "approved",
        "Records that units are right.",
        "Approved units are evidence for the aligner, and exported however low their confidence. Of"
            + " several units, those with errors (ballast check) are left out and listed. Rejected"
            + " units stay so unless ids or --status name them. Exit status 1: units were left out,"
            + " or none meets the conditions.",
        "ballast tm approve --document tm/articles/ballast-stone --min-confidence 0.9",
        "ballast tm approve --all --dry-run"),
    REJECT(
        UnitAction.REJECT,
        "rejected",
        "Records that units are wrong: they are kept, and neither offered nor exported.",
        "Exit status 1: no unit meets the conditions.",
        "ballast tm reject --max-confidence 0.9 --dry-run",
        "ballast tm reject --contains 专利 --in source"),
    DELETE(
        UnitAction.DELETE,
        "deleted",
        "Deletes units, until tm undo or tm restore brings them back.",
        "They no longer appear anywhere. Only tm compact removes them for good. Exit status 1: no"
            + " unit meets the conditions.",
        "ballast tm delete --document tm/articles/distant-friends --dry-run",
        "ballast tm delete --contains 留学"),
    RESTORE(
        UnitAction.RESTORE,
        "restored",
        "Brings deleted units back, with the status that they had.",
        "Exit status 1: no deleted unit meets the conditions.",
        "ballast tm restore --all");

    private final UnitAction action;
    private final String done;
    private final String summary;
    private final String details;
    private final String examples;

    /**
     * @param done the past participle, for example "approved" in "approved 3 units"
     */
    UnitVerb(UnitAction action, String done, String summary, String details, String... examples) {
      this.action = action;
      this.done = done;
      this.summary = summary;
      this.details = details;
      this.examples = String.join("\n", examples);
    }

    String[] footer() {
      String head = examples.contains("\n") ? "Examples:" : "Example:";
      return Stream.concat(Stream.of("", head), examples.lines().map(line -> "  " + line))
          .toArray(String[]::new);
    }
  }
}
