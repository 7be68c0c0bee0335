package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.TeamMember;
import ballast.memory.TeamRole;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives the roles of a memory to users of the server, and to groups of them.
 *
 * @param whoAdmits a hint that names those who may
 */
record PostgresAdmission(Database database, PostgresAddress address, Supplier<String> whoAdmits) {

  private PostgresRoles roles() {
    return new PostgresRoles(address);
  }

  /**
   * Gives a role to a user in place of any other.
   *
   * @throws InputException if there is no such user, if the user may do more all the same, or who
   *     asks may not do that
   */
  void give(TeamRole role, String user) throws SQLException {
    requireUser(user);
    if (!roles().missing(database).isEmpty()) {
      throw new InputException(
          "the roles of the memory \"" + address + "\" do not exist yet",
          "run `ballast tm init` with this address to make them");
    }
    List<String> statements = statements(role, user);
    if (!roles().mayGrant(database)) {
      throw PostgresErrors.notAllowed(
          address,
          "change the roles of",
          "only an administrator gives roles",
          whoAdmits.get() + "; on the server it is: " + String.join("; ", statements) + ";");
    }
    Optional<TeamMember> before = roles().member(database, user);
    if (before.isPresent() && before.get().isOwner()) {
      throw new InputException(
          "\"%s\" is the owner of the memory \"%s\", or an administrator of the server, and may do all"
              .formatted(user, address),
          "a role makes no difference; `ballast tm roles` says who has which");
    }
    OneTransaction.run(
        database,
        () -> {
          for (String statement : statements) {
            database.execute(statement);
          }
        });
    TeamRole now = roles().member(database, user).map(TeamMember::role).orElse(role);
    if (now != role) {
      throw new InputException(
          "\"%s\" has the role %s of the memory \"%s\" now, and is a %s all the same"
              .formatted(user, role.label(), address, now.label()),
          "another role that \""
              + user
              + "\" is a member of includes it: ask an administrator of the"
              + " server");
    }
  }

  private List<String> statements(TeamRole role, String user) {
    List<String> statements = new ArrayList<>();
    Arrays.stream(TeamRole.values())
        .filter(other -> other != role)
        .forEach(
            other ->
                statements.add(
                    "REVOKE " + roles().name(other) + " FROM " + PostgresRoles.quoted(user)));
    statements.add(roles().grant(role, user));
    return statements;
  }

  private void requireUser(String user) throws SQLException {
    if (Arrays.stream(TeamRole.values()).anyMatch(role -> roles().name(role).equals(user))) {
      throw new InputException(
          "\"" + user + "\" is a role of the memory \"" + address + "\", not a user",
          "name a user of the server, or a group of users");
    }
    if (database.number("SELECT count(*) FROM pg_roles WHERE rolname = ?", user) == 0) {
      throw new InputException(
          "the server has no user \"" + user + "\"",
          "an administrator of the server makes one: CREATE ROLE "
              + PostgresRoles.quoted(user)
              + " LOGIN;");
    }
  }
}
