package ballast.app.units;

import ballast.memory.TeamStore;
import ballast.memory.opening.Memories;
import java.util.Arrays;
import java.util.List;

/**
 * Creates the memory of a team on a server, and grants access to it.
 *
 * <pre>{@code
 * TeamAdministration team =
 *     new TeamAdministration("postgresql://tm.example.org/ballast?user=ann&memory=team");
 * team.make().statements().forEach(sql -> System.out.println(sql + ";"));
 * team.grant(TeamStore.Role.TRANSLATOR, "bob");
 * team.members().forEach(member -> System.out.println(member.user() + " " + member.role()));
 * }</pre>
 */
public final class TeamAdministration {

  private final TeamStore store;

  /**
   * @param address {@code postgresql://HOST/DATABASE?user=NAME&memory=NAME}
   * @throws ballast.bitext.InputException if it cannot be parsed or contains a password
   */
  public TeamAdministration(String address) {
    this.store = Memories.onServer(address);
  }

  /** See {@link TeamStore#make}. */
  public TeamStore.Setup make() {
    return store.make();
  }

  /** See {@link TeamStore#members}. */
  public List<TeamStore.Member> members() {
    return store.members();
  }

  /** See {@link TeamStore#grant}. */
  public void grant(TeamStore.Role role, String user) {
    store.grant(role, user);
  }

  /** See {@link TeamStore#mayGrant}. */
  public boolean mayGrant() {
    return store.mayGrant();
  }

  /** Returns the SQL statements that give a user {@code NAME} access, one per role. */
  public List<String> grantStatements() {
    return Arrays.stream(TeamStore.Role.values())
        .map(role -> store.grantStatement(role, "NAME").replace("\"NAME\"", "NAME"))
        .toList();
  }

  /** Names the memory for messages. */
  public String place() {
    return store.toString();
  }
}
