package ballast.cli.tm;

import ballast.app.Notices;
import ballast.app.units.MemoryJson;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.TeamStore;
import ballast.memory.opening.Memories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    description = {
      "Makes the memory of a team in a PostgreSQL database, with its three roles.",
      "Run it again to complete a memory: it makes what is missing. What you may not do yourself "
          + "it prints as SQL for an administrator of the server; run it again afterwards.",
      "Exit status 1: there is a memory, but an administrator has still something to run. Exit "
          + "status 2: there is no memory yet."
    },
    footer = {
      "",
      "The address never has a password: it belongs into the file .pgpass of your home folder, "
          + "or into the file that PGPASSFILE names.",
      "",
      "Examples:",
      "  ballast tm init 'postgresql://tm/ballast?user=ann'"
    })
final class TmInitCommand extends ConsoleCommand {

  @Parameters(
      paramLabel = "URL",
      description = "Its address, as postgresql://HOST/DATABASE?user=NAME&memory=NAME.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  String url;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    TeamStore team = Memories.onServer(url);
    TeamStore.Setup setup = team.make();
    SetupReport report = new SetupReport(setup);
    if (json) {
      print(out -> MemoryJson.writeSetup(out, team.toString(), setup));
      return report.status();
    }
    report.print(console, notices());
    if (report.isComplete()) {
      say("the memory \"%s\" is ready", team);
    }
    return report.status();
  }

  /** The result of setting up a team's memory, with the statements left to an administrator. */
  record SetupReport(TeamStore.Setup setup) {

    boolean isComplete() {
      return setup.statements().isEmpty();
    }

    /** Writes the finished steps to standard error and the statements to standard output. */
    void print(Console console, Notices notices) {
      setup.done().forEach(notices::say);
      if (isComplete()) {
        return;
      }
      notices.say(
          "an administrator of the server has to run this; then run %s",
          setup.exists() ? "`ballast tm init` with this address:" : "the command again:");
      OutputOptions.print(
          console,
          out -> {
            for (String statement : setup.statements()) {
              out.write(statement + ";\n");
            }
          });
    }

    int status() {
      if (isComplete()) {
        return ExitCode.OK;
      }
      return setup.exists() ? ExitCode.FINDINGS : ExitCode.FAILED;
    }
  }
}
