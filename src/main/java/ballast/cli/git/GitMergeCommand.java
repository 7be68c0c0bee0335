package ballast.cli.git;

import ballast.bitext.InputException;
import ballast.cli.option.DiffReading;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.format.file.OutputFile;
import ballast.format.unit.TmxPart;
import ballast.format.unit.TmxParts;
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
      "Units stay as they are written.",
      "What both changed in two ways stays there twice, marked x-conflict; exit status 1."
    },
    footer = {"", "Examples:", "  ballast git merge --help"})
final class GitMergeCommand implements Callable<Integer> {

  /** Type of the property that marks the units of a conflict. */
  private static final String MARK = "x-conflict";

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
    List<TmxPart> was =
        parts(base, shown + " (base)").units().stream().map(TmxPart::withoutText).toList();
    TmxParts mine = parts(ours, shown + " (ours)");
    TmxParts other = parts(theirs, shown + " (theirs)");
    UnitMerge<TmxPart> merge =
        UnitMerge.of(was, mine.units(), other.units(), TmxPart::key, TmxPart::content);
    List<String> units = merge.units().stream().map(GitMergeCommand::text).toList();
    // A file without units has no place to put any.
    write((mine.units().isEmpty() ? other : mine).with(units));
    reading.say(
        console, shown + ": " + units.size() + " units, " + merge.conflicts() + " in conflict");
    if (merge.conflicts() > 0) {
      reading.say(console, "  look for " + MARK + " in it: ours and theirs");
      return ExitCode.FINDINGS;
    }
    return ExitCode.OK;
  }

  private static String text(UnitMerge.Taken<TmxPart> taken) {
    return taken.side().isEmpty() ? taken.unit().text() : taken.unit().marked(MARK, taken.side());
  }

  private TmxParts parts(String file, String shown) {
    try {
      // The base of a file that both sides added is empty.
      return TmxParts.of(Files.readAllBytes(console.resolve(file)), shown);
    } catch (IOException e) {
      throw new InputException("cannot read \"" + file + "\": " + e.getMessage(), "", e);
    }
  }

  private void write(byte[] bytes) {
    Path target = console.resolve(ours);
    try (OutputFile file = OutputFile.create(target, true)) {
      try {
        file.stream().write(bytes);
      } catch (IOException e) {
        throw OutputFile.cannotWrite(target, e);
      }
      file.finish();
      file.publish();
    }
  }
}
