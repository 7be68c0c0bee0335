package ballast.cli.option;

import ballast.app.Workplace;
import ballast.app.units.EditJson;
import ballast.app.units.EditReport;
import ballast.app.units.EditText;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.app.units.MovedUnits;
import ballast.cli.terminal.CommandNote;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that edits a memory, or with {@code --dry-run} shows what it would do. */
public abstract class EditCommand extends MemoryCommand {

  @Mixin protected AuthorOption author = new AuthorOption();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.",
      order = LAST - 1)
  protected boolean dryRun;

  @Option(
      names = {"-p", "--print"},
      description = "Print every unit that changes; --dry-run does, too.",
      order = LAST - 1)
  protected boolean print;

  protected final EditScope scope(UnitFilter units) {
    MemoryStore store = store();
    Origin origin = author.origin(console, notices(), dryRun ? null : store, CommandNote.of(spec));
    return new EditScope(store, units, origin, dryRun);
  }

  /** Returns the workplace of the author of this edit. */
  protected final Workplace authorsWorkplace() {
    Origin origin = author.origin(console, notices(), dryRun ? null : store(), "");
    return console.workplace().withAuthor(origin.author());
  }

  /**
   * Runs an edit, and reports the changed units while it runs: with {@code --json} as JSON, with
   * {@code --print} or {@code --dry-run} as text.
   */
  protected final <T> T reporting(Function<T, EditSummary> summary, Function<EditReport, T> work) {
    List<T> result = new ArrayList<>();
    print(
        out -> {
          EditReport report = EditReport.NONE;
          if (json) {
            report = new EditJson(out, spec.name(), dryRun);
          } else if (print || dryRun) {
            report = new EditText(out, style());
          }
          try {
            T done = work.apply(report);
            report.summary(summary.apply(done));
            result.add(done);
          } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
          }
        });
    return result.get(0);
  }

  /** Reports moved beads; {@code action} is that of {@link #done}. */
  protected final void reportMove(MovedUnits moved, String action) {
    if (json) {
      print(out -> MemoryJson.writeMove(out, spec.name(), dryRun, moved));
    } else if (print || dryRun) {
      print(out -> new MemoryText(style()).writeMove(out, moved));
    }
    String end = dryRun ? nothingWritten() : "";
    say("%s of %s%s", done(action), moved.document(), end);
  }

  /**
   * The beginning of the message about an edit.
   *
   * @param action for example "deleted"
   */
  protected final String done(String action) {
    return (dryRun ? "would have " : "") + action;
  }

  /** The end of the message about an edit. */
  protected final String nothingWritten() {
    return dryRun ? "; nothing was written" : "";
  }
}
