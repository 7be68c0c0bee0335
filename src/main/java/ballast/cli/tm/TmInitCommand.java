package ballast.cli.tm;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.memory.TeamSetup;
import ballast.report.memory.CareJson;
import ballast.workflow.memory.TeamAdministration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast tm init}: makes the memory of a team on a server. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Makes the memory of a team in a PostgreSQL database, with its three roles.",
      "Run it again to complete a memory: it makes what is missing, and brings the tables of an "
          + "earlier version up to date. What you may not do yourself it prints as SQL for an "
          + "administrator of the server; run it again afterwards.",
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
final class TmInitCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "URL",
      description = "Its address, as postgresql://HOST/DATABASE?user=NAME&memory=NAME.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  String url;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmInitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TeamAdministration team = new TeamAdministration(url);
    TeamSetup setup = team.make();
    SetupReport report = new SetupReport(setup);
    if (json) {
      OutputOptions.print(console, out -> CareJson.writeSetup(out, team.place(), setup));
      return report.status();
    }
    report.print(console, common);
    if (report.isComplete()) {
      common.say(console, "the memory \"" + team.place() + "\" is ready");
    }
    return report.status();
  }
}
