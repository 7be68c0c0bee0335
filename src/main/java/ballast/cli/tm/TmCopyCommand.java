package ballast.cli.tm;

import ballast.app.project.MemoryChoice;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryUpkeep;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.tm.TmInitCommand.SetupReport;
import ballast.memory.MemoryStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "copy",
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
final class TmCopyCommand extends ConsoleCommand {

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

  @Override
  public Integer call() {
    MemoryStore source = new MemoryChoice(from).in(console.workplace());
    MemoryStore target = new MemoryChoice(to).in(console.workplace());
    MemoryUpkeep.Copy copied =
        new MemoryUpkeep(console.workplace(), notices()).copy(source, target);
    String place = console.workplace().shown(target);
    SetupReport report = new SetupReport(copied.setup());
    if (json) {
      print(out -> MemoryJson.writeCopy(out, console.workplace().shown(source), place, copied));
    } else {
      report.print(console, notices());
    }
    if (copied.setup().exists()) {
      String units = CountedNoun.of(copied.units(), "unit");
      say("copied %s to %s, with their history", units, place);
    }
    return report.status();
  }
}
