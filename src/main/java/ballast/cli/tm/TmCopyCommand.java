package ballast.cli.tm;

import ballast.app.project.MemoryChoice;
import ballast.app.units.CareJson;
import ballast.app.units.MemoryTransfer;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.tm.TmInitCommand.SetupReport;
import ballast.memory.MemoryStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "copy",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Copies a memory: from a file to a server, from a server to a file, or to another file.",
      "The copy has the same units, ids, revisions and history, and exports the same bytes. TO must"
          + " not exist, or be empty. On a server it is made as by tm init.",
      "Exit status 1: the memory is copied, but an administrator of the server has still something"
          + " to run. Exit status 2: nothing is copied."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm copy tm/memory.db backup.db",
      "  ballast tm copy tm/memory.db 'postgresql://db.example/texts?memory=team'"
    })
final class TmCopyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      completionCandidates = FileNames.Memories.class,
      description = "A memory: a file, or the URL of one on a server.")
  String from = "";

  @Parameters(
      index = "1",
      paramLabel = "TO",
      completionCandidates = FileNames.Memories.class,
      description = "Where the copy is made.")
  String to = "";

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmCopyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    MemoryStore source = new MemoryChoice(from).in(console.workplace());
    MemoryStore target = new MemoryChoice(to).in(console.workplace());
    MemoryTransfer.Result copied =
        new MemoryTransfer(console.workplace(), common.notices(console))
            .run(new MemoryTransfer.Request(source, target));
    String place = console.workplace().shown(target);
    SetupReport report = new SetupReport(copied.setup());
    if (json) {
      OutputOptions.print(
          console,
          out -> CareJson.writeCopy(out, console.workplace().shown(source), place, copied));
    } else {
      report.print(console, common);
    }
    if (copied.setup().exists()) {
      common.say(
          console,
          "copied "
              + CountedNoun.of(copied.units(), "unit")
              + " to "
              + place
              + ", with their history");
    }
    return report.status();
  }
}
