package ballast.cli.tm;

import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.app.units.MemoryUpkeep;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.unit.UnitForm;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.Salvage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    description = {
      "Checks that the memory is sound and reports every problem.",
      "Exit status 1: it has problems. --salvage saves the units of a damaged memory that can still"
          + " be read; import the file into a new one."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm verify",
      "  ballast tm verify --index",
      "  ballast tm verify --salvage saved.tmx"
    })
final class TmVerifyCommand extends MemoryCommand {

  @Option(
      names = "--index",
      description = "Also compare the index with the units: searches must find what a scan finds.")
  boolean index;

  @Option(names = "--rebuild", description = "Rebuild the index first.")
  boolean rebuild;

  @Option(
      names = "--salvage",
      paramLabel = "FILE",
      completionCandidates = FileNames.Units.class,
      description =
          "Write every unit that can be read, without the history, to FILE (.tmx, also .gz), and"
              + " name those that cannot be read. The memory is not changed.")
  @Nullable String salvage;

  @Option(names = "--force", description = "Replace FILE if it is already there.")
  boolean force;

  @Override
  public Integer call() {
    return salvage == null ? verify() : salvage(salvage);
  }

  private int verify() {
    MemoryStore store = store();
    MemoryUpkeep.Verification result =
        new MemoryUpkeep(console.workplace(), notices()).verify(store, index, rebuild);
    int status = result.isSound() ? ExitCode.OK : ExitCode.FINDINGS;
    if (json) {
      print(out -> MemoryJson.writeVerification(out, memory.shown(console), result));
      return status;
    }
    List<String> problems = new ArrayList<>(result.file());
    problems.addAll(result.index());
    if (!result.index().isEmpty()) {
      problems.add("`ballast tm verify --index --rebuild` rebuilds the index");
    }
    print(out -> new MemoryText(style()).writeProblems(out, problems));
    if (problems.isEmpty()) {
      say("sound: %s", store);
    } else {
      String count = CountedNoun.of(problems.size(), "problem");
      say("%s in %s; %s", count, store, advice(store, result));
    }
    return status;
  }

  /** Returns the remedy. The list of problems already tells how to rebuild an index. */
  private static String advice(MemoryStore store, MemoryUpkeep.Verification result) {
    if (store.localFile().isPresent()) {
      return "--salvage FILE.tmx saves what can be read; then restore it from a copy, or"
          + " align and import again into a new one";
    }
    return result.file().isEmpty()
        ? "its units are sound, and a maintainer rebuilds the index"
        : "`ballast tm export` or `ballast tm copy` saves what can be read; then have whoever"
            + " administers the server restore a backup";
  }

  private int salvage(String file) {
    OutputOptions output = OutputOptions.of(file, force);
    if (json && output.isStandardOutput()) {
      throw new InputException(
          "the units and the JSON cannot both go to standard output", "--salvage FILE.tmx");
    }
    output.check(console);
    UnitForm form = UnitForm.ofName(output.isStandardOutput() ? "standard-output.tmx" : file);
    MemoryUpkeep upkeep = new MemoryUpkeep(console.workplace(), notices());
    Salvage saved = output.writing(console, out -> upkeep.salvage(store(), form, out));
    int status = saved.problems().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    if (json) {
      print(out -> MemoryJson.writeSalvage(out, memory.shown(console), file, saved));
      return status;
    }
    saved.problems().forEach(this::warn);
    say(
        "saved %s%s%s",
        CountedNoun.of(saved.units(), "unit"),
        saved.lost() == 0 ? "" : "; at most " + saved.lost() + " cannot be read",
        saved.isOpen() ? "; how many more there were is not known" : "");
    return status;
  }
}
