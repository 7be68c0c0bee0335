package ballast.cli.tm;

import ballast.app.units.MemoryJson;
import ballast.bitext.InputException;
import ballast.bitext.ShellWord;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.TeamStore;
import ballast.memory.opening.Memories;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "roles",
    description = {
      "Lists who may use the memory of a team, and how to admit others.",
      "A reader reads, searches and exports. A translator also records articles, corrects and "
          + "judges translations, and undoes their own commands. A maintainer also imports, "
          + "compacts, rebuilds the index, and undoes commands of others. The owner may also "
          + "drop the memory."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm roles 'postgresql://tm/ballast?user=ann'",
      "  ballast tm roles --grant reader --to bob 'postgresql://tm/ballast?user=ann'"
    })
final class TmRolesCommand extends ConsoleCommand {

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

  @Override
  public Integer call() {
    TeamStore team = Memories.onServer(url);
    if (grant.isEmpty() != to.isEmpty()) {
      throw new InputException("--grant and --to belong together", "--grant translator --to NAME");
    }
    if (!grant.isEmpty()) {
      team.grant(role(grant), to);
      say("%s is now a %s of %s", to, role(grant).label(), team);
      if (!json) {
        return ExitCode.OK;
      }
    }
    List<TeamStore.Member> members = team.members();
    if (json) {
      print(out -> MemoryJson.writeMembers(out, team.toString(), members, grants(team)));
      return ExitCode.OK;
    }
    print(
        out -> {
          for (TeamStore.Member member : members) {
            String role = member.isOwner() ? "owner" : member.role().label();
            out.write(role + "\t" + member.user() + "\n");
          }
        });
    sayHowToAdmit(team);
    return ExitCode.OK;
  }

  private void sayHowToAdmit(TeamStore team) {
    if (team.mayGrant()) {
      say(
          "to admit somebody, run `ballast tm roles %s --grant ROLE --to NAME`; a ROLE is reader,"
              + " translator or maintainer",
          ShellWord.of(url));
    } else {
      say(
          "to admit somebody, an administrator of the server runs one of: %s;",
          String.join("; ", grants(team)));
    }
  }

  /** Returns the SQL statements that give a user {@code NAME} access, one per role. */
  private static List<String> grants(TeamStore team) {
    return Arrays.stream(TeamStore.Role.values())
        .map(role -> team.grantStatement(role, "NAME").replace("\"NAME\"", "NAME"))
        .toList();
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
