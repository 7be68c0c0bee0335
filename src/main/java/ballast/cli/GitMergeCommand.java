package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.interchange.OutputFile;
import ballast.interchange.TmxWriter;
import ballast.revise.UnitMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast git merge}: merges TMX files unit by unit, for {@code git merge}. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Merges OURS and THEIRS, TMX files that come from BASE, into OURS, unit by unit.",
      "What both changed in two ways stays there twice, marked x-conflict; exit status 1."
    },
    footer = {"", "Examples:", "  ballast git merge --help"})
final class GitMergeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin DiffReading reading = new DiffReading();

  @Parameters(index = "0", paramLabel = "BASE", description = "What both come from.")
  String base = "";

  @Parameters(index = "1", paramLabel = "OURS", description = "Ours; takes the result.")
  String ours = "";

  @Parameters(index = "2", paramLabel = "THEIRS", description = "Theirs.")
  String theirs = "";

  @Parameters(
      index = "3",
      paramLabel = "NAME",
      arity = "0..1",
      description = "The file's name, for messages.")
  String name = "";

  GitMergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String shown = name.isEmpty() ? ours : name;
    UnitMerge merge = UnitMerge.of(units(base), units(ours), units(theirs));
    write(merge.units());
    reading.say(
        console,
        shown + ": " + merge.units().size() + " units, " + merge.conflicts() + " in conflict");
    if (merge.conflicts() > 0) {
      reading.say(console, "  look for " + UnitMerge.MARK + " in it: ours and theirs");
      return ExitCode.FINDINGS;
    }
    return ExitCode.OK;
  }

  private List<Unit> units(String file) {
    try {
      return Files.size(console.resolve(file)) == 0
          ? List.of() // the base of a file that both sides added
          : new UnitList(console, reading).readTmx(file);
    } catch (IOException e) {
      throw new InputException("cannot read \"" + file + "\": " + e.getMessage(), "", e);
    }
  }

  private void write(List<Unit> units) {
    Path target = console.resolve(ours);
    Lang source = units.isEmpty() ? Lang.ZH_CN : units.get(0).sourceLang();
    try (OutputFile file = OutputFile.create(target, true)) {
      try (TmxWriter tmx = new TmxWriter(file.stream(), source)) {
        for (Unit unit : units) {
          tmx.write(unit);
        }
        tmx.finish();
      } catch (IOException e) {
        throw OutputFile.cannotWrite(target, e);
      }
      file.finish();
      file.publish();
    }
  }
}
