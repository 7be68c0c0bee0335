package ballast.cli.tm;

import ballast.app.units.CareJson;
import ballast.app.units.TeamAdministration;
import ballast.bitext.InputException;
import ballast.bitext.ShellWord;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.TeamStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Lists who may use the memory of a team, and how to admit others.",
      "A reader reads, searches and exports. A translator also records articles, corrects and "
          + "judges translations, and takes back their own commands. A maintainer also imports, "
          + "compacts, rebuilds the index, and takes back commands of others. The owner may also "
          + "drop the memory."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm roles 'postgresql://tm/ballast?user=ann'",
      "  ballast tm roles --grant reader --to bob 'postgresql://tm/ballast?user=ann'"
    })
final class TmRolesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "URL",
      description = "Its address, as postgresql://HOST/DATABASE?user=NAME&memory=NAME.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  String url;

  @Option(
      names = "--grant",
      paramLabel = "ROLE",
      defaultValue = "",
      description = "Give this role, reader, translator or maintainer, in place of another one.")
  String grant = "";

  @Option(
      names = "--to",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The user of the server who gets the role.")
  String to = "";

  @Option(names = "--json", description = "Print JSON: the members, also after --grant.")
  boolean json;

  TmRolesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TeamAdministration team = new TeamAdministration(url);
    if (grant.isEmpty() != to.isEmpty()) {
      throw new InputException("--grant and --to belong together", "--grant translator --to NAME");
    }
    if (!grant.isEmpty()) {
      team.grant(role(grant), to);
      common.say(console, to + " is now a " + role(grant).label() + " of " + team.place());
      if (!json) {
        return ExitCode.OK;
      }
    }
    List<TeamStore.Member> members = team.members();
    if (json) {
      OutputOptions.print(
          console,
          out -> CareJson.writeMembers(out, team.place(), members, team.grantStatements()));
      return ExitCode.OK;
    }
    OutputOptions.print(
        console,
        out -> {
          for (TeamStore.Member member : members) {
            String role = member.isOwner() ? "owner" : member.role().label();
            out.write(role + "\t" + member.user() + "\n");
          }
        });
    common.say(console, "to admit somebody, " + admission(team));
    return ExitCode.OK;
  }

  private String admission(TeamAdministration team) {
    return team.mayGrant()
        ? "run `ballast tm roles "
            + ShellWord.of(url)
            + " --grant ROLE --to NAME`; a ROLE is reader, translator or maintainer"
        : "an administrator of the server runs one of: "
            + team.grantStatements().stream()
                .map(sql -> sql + ";")
                .collect(Collectors.joining(" "));
  }

  private static TeamStore.Role role(String name) {
    return Arrays.stream(TeamStore.Role.values())
        .filter(role -> role.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "unknown role \"" + name + "\"", "a role is reader, translator or maintainer"));
  }
}
