package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.MemoryStore;
import ballast.memory.Origin;
import ballast.report.memory.CareJson;
import ballast.report.memory.MovedUnitsText;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.edit.MovedUnits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that the commands have in common that move the beads of units. */
public final class MoveOptions {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  boolean dryRun;

  @Option(
      names = {"-p", "--print"},
      description = "Print the units before and after; --dry-run does, too.")
  boolean print;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec command;

  /** Whether nothing is to be written. */
  public boolean isDryRun() {
    return dryRun;
  }

  /** The memory. */
  public MemoryStore memory(Console console) {
    return memory.store(console);
  }

  /** The receiver of messages. */
  public Notices notices(Console console) {
    return common.notices(console);
  }

  /** The folder of the console with the author of the move. */
  public Workplace workplace(Console console) {
    Origin origin = author.origin(console, notices(console), dryRun ? null : memory(console), "");
    return console.workplace().withAuthor(origin.author());
  }

  /**
   * Reports a move.
   *
   * @param done what was done, as in "joined 2 units"
   */
  public void report(Console console, MovedUnits moved, String done) {
    if (json) {
      OutputOptions.print(console, out -> CareJson.writeMove(out, command.name(), dryRun, moved));
    } else if (print || dryRun) {
      OutputOptions.print(
          console, out -> new MovedUnitsText(out, common.style(console)).write(moved));
    }
    common.say(
        console,
        (dryRun ? "would have " : "")
            + done
            + " of "
            + moved.document()
            + (dryRun ? "; nothing was written" : ": revision " + moved.revision()));
  }
}
