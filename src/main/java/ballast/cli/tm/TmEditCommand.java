package ballast.cli.tm;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.NewTexts;
import ballast.app.units.MemoryText;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.UnitFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = {
      "Gives a unit of the memory another source or translation.",
      "The files of its document stay as they are until ballast apply writes the edit into the"
          + " translation: aligning files that have changed otherwise brings their texts back."
          + " Inline codes keep their places; an edit around one is refused. The unit is a draft"
          + " again. tm undo takes the edit back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm edit ac336a0bbf97 --target \"Lao Gu stands there and watches.\"",
      "  ballast tm edit ac336a0bbf97 --target \"Lao Gu watches from the quay.\" --dry-run"
    })
@MainOptions({"--source", "--target", "--keep-status", "--dry-run", "--print"})
final class TmEditCommand extends EditCommand {

  private static final String STANDARD_INPUT = "-";

  @Parameters(paramLabel = "UNIT", description = "Id of the unit, or its beginning.")
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

  @Override
  public Integer call() {
    refuse(
        source == null && target == null,
        "nothing to change: give --source TEXT or --target TEXT, or both");
    refuse(
        STANDARD_INPUT.equals(source) && STANDARD_INPUT.equals(target),
        "only one text can be read from standard input");
    unit = unitId(unit);
    EditScope scope = scope(UnitFilter.CURRENT);
    NewTexts texts = new NewTexts(text(source), text(target), keepStatus);
    MemoryEdits edits = new MemoryEdits(console.workplace());
    EditSummary summary =
        reporting(edited -> edited, report -> edits.rewrite(scope, unit, texts, report::edited));
    if (summary.changed() == 0) {
      say("unit %s has these texts already", unit);
    } else {
      String documents = MemoryText.ofDocuments(summary.documents());
      String draft = summary.backToDraft() == 0 ? "" : "; it is a draft again";
      say("%s unit %s%s%s%s", done("edited"), unit, documents, draft, nothingWritten());
    }
    return ExitCode.OK;
  }

  /** Returns the given text, or for - standard input without its last line break. */
  private @Nullable String text(@Nullable String given) {
    if (!STANDARD_INPUT.equals(given)) {
      return given;
    }
    String read = new String(console.workplace().standardInput(), UTF_8);
    return read.replaceFirst("\\R$", "");
  }
}
