package ballast.cli.tm;

import ballast.app.units.CareJson;
import ballast.app.units.MemorySalvage;
import ballast.app.units.MemoryText;
import ballast.app.units.MemoryVerification;
import ballast.app.units.UnitForm;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.Salvage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class TmVerifyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

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

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (salvage != null) {
      return salvage(salvage);
    }
    MemoryVerification.Result result =
        new MemoryVerification(console.workplace(), common.notices(console))
            .run(new MemoryVerification.Request(memory.store(console), index, rebuild));
    if (json) {
      OutputOptions.print(
          console, out -> CareJson.writeVerification(out, memory.shown(console), result));
      return result.isSound() ? ExitCode.OK : ExitCode.FINDINGS;
    }
    List<String> problems = new ArrayList<>(result.file());
    problems.addAll(result.index());
    if (!result.index().isEmpty()) {
      problems.add("`ballast tm verify --index --rebuild` rebuilds the index");
    }
    OutputOptions.print(console, out -> MemoryText.writeProblems(out, problems));
    common.say(
        console,
        problems.isEmpty()
            ? "sound: " + memory.store(console)
            : CountedNoun.of(problems.size(), "problem")
                + " in "
                + memory.store(console)
                + "; "
                + advice(memory.store(console), result));
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Returns the remedy. The list of problems already tells how to rebuild an index. */
  private static String advice(MemoryStore store, MemoryVerification.Result result) {
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
    OutputOptions output = new OutputOptions();
    output.output = file;
    output.force = force;
    if (json && output.isStandardOutput()) {
      throw new InputException(
          "the units and the JSON cannot both go to standard output", "--salvage FILE.tmx");
    }
    output.check(console);
    MemorySalvage.Request request =
        new MemorySalvage.Request(
            memory.store(console),
            output.isStandardOutput()
                ? UnitForm.ofName("standard-output.tmx")
                : UnitForm.ofName(file));
    MemorySalvage salvaging = new MemorySalvage(common.notices(console));
    Salvage saved = output.writing(console, out -> salvaging.write(request, out));
    if (json) {
      OutputOptions.print(
          console, out -> CareJson.writeSalvage(out, memory.shown(console), file, saved));
      return saved.problems().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
    saved.problems().forEach(problem -> common.warn(console, problem));
    common.say(
        console,
        "saved "
            + CountedNoun.of(saved.units(), "unit")
            + (saved.lost() == 0 ? "" : "; at most " + saved.lost() + " cannot be read")
            + (saved.isOpen() ? "; how many more there were is not known" : ""));
    return saved.problems().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
