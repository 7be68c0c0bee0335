package ballast.cli.tm;

import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.app.project.TrustedServers;
import ballast.bitext.InputException;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "trust",
    description = {
      "Lets the ballast.toml of this folder, or of one above it, name its memory on a server, and"
          + " prints the address and the folder.",
      "Until then no command connects to it: settings come with a work tree, perhaps a stranger's,"
          + " and a server learns your name from the connection. If the address changes, Ballast"
          + " asks for this command again. A memory that --tm or BALLAST_TM names does not need"
          + " it."
    },
    footer = {"", "Examples:", "  ballast tm trust", "  ballast tm trust --list"})
final class TmTrustCommand extends ConsoleCommand {

  @Option(names = "--list", description = "Only list the servers and folders allowed so far.")
  boolean list;

  @Option(names = "--forget", description = "No longer allow the server of this folder.")
  boolean forget;

  @Override
  public Integer call() {
    refuse(list && forget, "--list and --forget exclude each other");
    Workplace workplace = console.workplace();
    TrustedServers trusted = new TrustedServers(workplace);
    if (list) {
      printEntries(trusted.list());
      return ExitCode.OK;
    }
    TrustedServers.Entry here =
        MemoryChoice.serverOfSettings(workplace)
            .orElseThrow(
                () ->
                    new InputException(
                        "no ballast.toml here names a memory on a server",
                        "go to its folder; --tm and BALLAST_TM need no permission"));
    if (forget) {
      trusted.remove(here.folder());
      say("Ballast no longer uses the server that its settings name");
    } else {
      trusted.add(here);
      say("from now on Ballast uses this server where the settings name it");
    }
    printEntries(List.of(here));
    return ExitCode.OK;
  }

  private void printEntries(List<TrustedServers.Entry> entries) {
    print(
        out -> {
          for (TrustedServers.Entry entry : entries) {
            out.write(entry.address() + "\t" + entry.folder() + "\n");
          }
        });
  }
}
