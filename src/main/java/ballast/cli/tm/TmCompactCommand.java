package ballast.cli.tm;

import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryUpkeep;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.AuthorOption;
import ballast.cli.option.MemoryCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm compact}: the only command that cannot be undone. */
@Command(
    name = "compact",
    description = {
      "Removes for good everything kept only for the history, and makes the file smaller.",
      "Deleted units, units that are in no latest revision, earlier revisions and "
          + "replaced texts go; the exported units do not change. Neither this command nor any "
          + "earlier one can be undone afterwards: it asks first."
    },
    footer = {"", "Examples:", "  ballast tm compact --dry-run", "  ballast tm compact --yes"})
final class TmCompactCommand extends MemoryCommand {

  @Mixin AuthorOption author = new AuthorOption();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be removed, write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    MemoryStore store = store();
    Origin origin = author.origin(console, notices(), dryRun ? null : store, /* note= */ "");
    Compaction result =
        new MemoryUpkeep(console.workplace(), notices())
            .compact(store, origin, dryRun, this::announce);
    if (!dryRun) {
      say("%,d bytes before, %,d now", result.bytesBefore(), result.bytesAfter());
    }
    if (json) {
      print(out -> MemoryJson.writeCompaction(out, dryRun, result));
    }
    return ExitCode.OK;
  }

  private void announce(Compaction plan) {
    say("%s %s", dryRun ? "would remove" : "removes", contents(plan));
    if (!dryRun && !plan.isEmpty()) {
      confirm();
    }
  }

  private static String contents(Compaction plan) {
    if (plan.isEmpty()) {
      return "nothing: nothing is kept for the history";
    }
    String kept =
        "%s, %s, %s, %s"
            .formatted(
                CountedNoun.of(plan.units().deleted(), "deleted unit"),
                CountedNoun.of(plan.units().retired(), "retired unit"),
                CountedNoun.of(plan.revisions(), "earlier revision"),
                CountedNoun.of(plan.replacedTexts(), "history entry", "history entries"));
    return plan.documents() == 0
        ? kept
        : "%s, %s whose alignment was undone"
            .formatted(kept, CountedNoun.of(plan.documents(), "document"));
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
