package ballast.cli.tm;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.units.CommandHistory.CommandText;
import ballast.app.units.EditJson;
import ballast.app.units.EditReport;
import ballast.app.units.EditText;
import ballast.app.units.EditedMemory.EditScope;
import ballast.app.units.UnitRewriting;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions.AuthorOption;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Gives a unit of the memory another source or translation.",
      "The files of its document stay as they are: aligning them again when they have changed"
          + " brings their texts back. Inline codes keep their places; an edit around one is"
          + " refused. The unit is a draft again. tm undo takes the edit back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm edit ac336a0bbf97 --target \"Lao Gu stands there and watches.\"",
      "  ballast tm edit ac336a0bbf97 --target \"Lao Gu watches from the quay.\" --dry-run"
    })
@MainOptions({"--source", "--target", "--keep-status", "--dry-run", "--print"})
final class TmEditCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Parameters(paramLabel = "UNIT", description = "Id of the unit.")
  String unit = "";

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Its new source; - reads standard input.")
  @Nullable String source;

  @Option(
      names = "--target",
      paramLabel = "TEXT",
      description = "Its new translation; - reads standard input.")
  @Nullable String target;

  @Option(
      names = "--keep-status",
      description = "An approved unit stays approved, a rejected one rejected.")
  boolean keepStatus;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  boolean dryRun;

  @Option(
      names = {"-p", "--print"},
      description = "Print the unit; --dry-run does, too.")
  boolean print;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmEditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (source == null && target == null) {
      throw mistake("nothing to change: give --source TEXT or --target TEXT, or both");
    }
    if (STANDARD_INPUT.equals(source) && STANDARD_INPUT.equals(target)) {
      throw mistake("only one text can be read from standard input");
    }
    MemoryStore store = memory.store(console);
    EditScope scope =
        new EditScope(
            store,
            UnitFilter.CURRENT,
            author.origin(
                console, common.notices(console), dryRun ? null : store, CommandNote.of(spec)),
            dryRun);
    UnitRewriting.Request request =
        new UnitRewriting.Request(scope, unit, text(source), text(target), keepStatus);
    EditSummary summary = run(request);
    common.say(
        console,
        summary.changed() == 0
            ? "unit " + unit + " has these texts already"
            : message(summary) + (dryRun ? "; nothing was written" : ""));
    return ExitCode.OK;
  }

  private EditSummary run(UnitRewriting.Request request) {
    List<EditSummary> result = new ArrayList<>();
    OutputOptions.print(
        console,
        out -> {
          EditReport report = EditReport.NONE;
          if (json) {
            report = new EditJson(out, spec.name(), dryRun);
          } else if (print || dryRun) {
            report = new EditText(out, common.style(console));
          }
          EditSummary summary = new UnitRewriting(console.workplace()).run(request, report::edited);
          report.summary(summary);
          report.finish();
          result.add(summary);
        });
    return result.get(0);
  }

  private String message(EditSummary summary) {
    return (dryRun ? "would have edited" : "edited")
        + " unit "
        + unit
        + CommandText.ofDocuments(summary.documents())
        + (summary.backToDraft() == 0 ? "" : "; it is a draft again");
  }

  /** Returns the given text, or for - standard input without its last line break. */
  private @Nullable String text(@Nullable String given) {
    if (!STANDARD_INPUT.equals(given)) {
      return given;
    }
    String read = new String(console.workplace().standardInput(), UTF_8);
    return read.replaceFirst("\\R$", "");
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
