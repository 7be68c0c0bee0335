package ballast.cli.git;

import ballast.bitext.InputException;
import ballast.cli.option.DiffReading;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.format.unit.UnitFile;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import ballast.report.revision.UnitLines;
import ballast.workflow.exchange.UnitList;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast git textconv}: units as text, for {@code git diff}. */
@Command(
    name = "textconv",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Prints the units of a file or memory, a source and a translation each.",
    footer = {"", "Examples:", "  ballast git textconv units.tmx"})
final class GitTextconvCommand implements Callable<Integer> {

  private final Console console;

  @Mixin DiffReading reading = new DiffReading();

  @Parameters(paramLabel = "FILE", description = "TMX, TSV, XLIFF, or a memory.")
  String file = "";

  GitTextconvCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    reading.acceptVariants();
    // git names its copies after the file, but may put anything in front of the name.
    if (!UnitFile.isOne(file) && !UnitFile.extension(file).equals("db")) {
      throw new InputException(
          "cannot read units from \"" + file + "\": its name does not say what it is",
          "it has to end in .tmx, .tsv, .xlf or .db");
    }
    OutputOptions.print(
        console,
        out -> {
          UnitLines lines = new UnitLines(out);
          if (UnitFile.isOne(file)) {
            new UnitList(console, reading).readAs(file, file, lines::writeUnchecked);
          } else {
            writeMemory(lines);
          }
        });
    return ExitCode.OK;
  }

  private void writeMemory(UnitLines lines) throws IOException {
    try (Memory memory = Memories.at(console.resolve(file)).openForReading()) {
      memory.forEachUnit(UnitFilter.OFFERED, lines::writeUnchecked);
    }
  }
}
