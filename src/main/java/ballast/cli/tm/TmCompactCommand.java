package ballast.cli.tm;

import ballast.app.Notices;
import ballast.app.units.CommandHistory.CommandJson;
import ballast.app.units.MemoryCompaction;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions.AuthorOption;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm compact}: the only command that cannot be undone. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Removes for good everything kept only for the history, and makes the file smaller.",
      "Deleted units, units that are in no latest revision, earlier revisions and "
          + "replaced texts go; the exported units do not change. Neither this command nor any "
          + "earlier one can be taken back afterwards: it asks first."
    },
    footer = {"", "Examples:", "  ballast tm compact --dry-run", "  ballast tm compact --yes"})
final class TmCompactCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be removed, write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmCompactCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Notices notices = common.notices(console);
    MemoryStore store = memory.store(console);
    MemoryCompaction.Request request =
        new MemoryCompaction.Request(
            store, author.origin(console, notices, dryRun ? null : store, /* note= */ ""), dryRun);
    Compaction result =
        new MemoryCompaction(console.workplace(), notices).run(request, this::announce);
    if (!dryRun) {
      common.say(
          console,
          String.format(
              Locale.ROOT, "%,d bytes before, %,d now", result.bytesBefore(), result.bytesAfter()));
    }
    if (json) {
      OutputOptions.print(console, out -> CommandJson.writeCompaction(out, dryRun, result));
    }
    return ExitCode.OK;
  }

  private void announce(Compaction plan) {
    common.say(console, (dryRun ? "would remove " : "removes ") + contents(plan));
    if (!dryRun && !plan.isEmpty()) {
      confirm();
    }
  }

  private static String contents(Compaction plan) {
    if (plan.isEmpty()) {
      return "nothing: nothing is kept for the history";
    }
    return CountedNoun.of(plan.units().deleted(), "deleted unit")
        + ", "
        + CountedNoun.of(plan.units().retired(), "retired unit")
        + ", "
        + CountedNoun.of(plan.revisions(), "earlier revision")
        + ", "
        + CountedNoun.of(plan.replacedTexts(), "history entry", "history entries")
        + (plan.documents() == 0
            ? ""
            : ", "
                + CountedNoun.of(plan.documents(), "document")
                + " whose alignment was taken back");
  }

  /** Asks for confirmation in the terminal; without a terminal, requires {@code --yes}. */
  private void confirm() {
    if (yes) {
      return;
    }
    if (console.widths().err() == 0) {
      throw new InputException(
          "nothing was removed: there is no terminal to ask on", "confirm with --yes");
    }
    console.err().ask("This cannot be undone. Remove it? [y/N] ");
    if (!answer().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new InputException("nothing was removed", "");
    }
  }

  private String answer() {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    try {
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
