package ballast.memory.postgres;

import ballast.memory.TeamStore;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The three roles of a memory. They belong to the whole server: two databases with memories of the
 * same name share them.
 */
final class PostgresRoles {

  /** SQL keywords that cannot be names, and two more that cannot be users. */
  private static final String RESERVED =
      """
      all analyse analyze and any array as asc asymmetric both case cast check collate column
      constraint create current_catalog current_date current_role current_time current_timestamp
      current_user default deferrable desc distinct do else end except false fetch for foreign from
      grant group having in initially intersect into lateral leading limit localtime localtimestamp
      none not null offset on only or order placing primary public references returning select
      session_user some symmetric system_user table then to trailing true union unique user using
      variadic when where window with
      """;

  private static final String RIGHTS = "/ballast/memory/postgres-rights.sql";

  private final String memory;

  PostgresRoles(PostgresAddress address) {
    this.memory = address.memory();
  }

  String name(TeamStore.Role role) {
    return memory + "_" + role.label();
  }

  List<TeamStore.Role> missing(Database database) throws SQLException {
    List<TeamStore.Role> missing = new ArrayList<>();
    for (TeamStore.Role role : TeamStore.Role.values()) {
      if (database.number("SELECT count(*) FROM pg_roles WHERE rolname = ?", name(role)) == 0) {
        missing.add(role);
      }
    }
    return missing;
  }

  String creation(TeamStore.Role role) {
    return "CREATE ROLE " + name(role) + " NOLOGIN";
  }

  String creation(TeamStore.Role role, String owner) {
    return creation(role) + " ADMIN " + quoted(owner);
  }

  /** Returns the missing statements by which each role inherits the rights of the one before. */
  List<String> missingMemberships(Database database) throws SQLException {
    List<String> missing = new ArrayList<>();
    TeamStore.Role[] all = TeamStore.Role.values();
    for (int i = 1; i < all.length; i++) {
      boolean has =
          database.number(
                  "SELECT count(*) FROM pg_roles r JOIN pg_roles m ON m.rolname = ?"
                      + " WHERE r.rolname = ? AND pg_has_role(m.oid, r.oid, 'MEMBER')",
                  name(all[i]),
                  name(all[i - 1]))
              > 0;
      if (!has) {
        missing.add("GRANT " + name(all[i - 1]) + " TO " + name(all[i]));
      }
    }
    return missing;
  }

  static boolean mayMake(Database database) throws SQLException {
    return database.number(
            "SELECT count(*) FROM pg_roles WHERE rolname = session_user"
                + " AND (rolsuper OR rolcreaterole)")
        > 0;
  }

  boolean mayGrant(Database database) throws SQLException {
    return mayMake(database)
        || database.number(
                """
                SELECT count(*) FROM pg_roles r WHERE r.rolname IN (?, ?, ?)
                  AND pg_has_role(session_user, r.oid, 'MEMBER WITH ADMIN OPTION')
                """,
                name(TeamStore.Role.READER),
                name(TeamStore.Role.TRANSLATOR),
                name(TeamStore.Role.MAINTAINER))
            == TeamStore.Role.values().length;
  }

  /**
   * Returns the missing grant of temporary tables, without which only an administrator could
   * import. Empty if it is not needed or the roles do not exist.
   */
  Optional<String> missingTemporary(Database database) throws SQLException {
    return database
        .list(
            """
            SELECT 'GRANT TEMPORARY ON DATABASE ' || quote_ident(current_database()) || ' TO '
            FROM pg_roles r
            WHERE r.rolname = ? AND NOT has_database_privilege(r.oid, current_database(), 'TEMPORARY')
            """,
            row -> row.getString(1),
            name(TeamStore.Role.TRANSLATOR))
        .stream()
        .findFirst()
        .map(grant -> grant + name(TeamStore.Role.TRANSLATOR));
  }

  /**
   * Returns the statements without which others than members may connect, or members may not: a
   * user who may connect can burden the server, for example with locks that need no right.
   */
  List<String> missingConnections(Database database) throws SQLException {
    return database.list(
        """
        SELECT format(statement, current_database(), CAST(? AS TEXT))
        FROM (VALUES ('public', true, 'REVOKE CONNECT ON DATABASE %I FROM PUBLIC'),
          ('public', true, 'GRANT CONNECT ON DATABASE %I TO %I'),
          (?, false, 'GRANT CONNECT ON DATABASE %I TO %I')) AS s (role, may, statement)
        WHERE has_database_privilege(role, current_database(), 'CONNECT') = may
        """,
        row -> row.getString(1), name(TeamStore.Role.READER), name(TeamStore.Role.READER));
  }

  /**
   * @param privilege of the database, for example {@code CONNECT}
   */
  static boolean mayGrant(Database database, String privilege) throws SQLException {
    return database.number(
            "SELECT CAST(has_database_privilege(current_database(), ?) AS INTEGER)",
            privilege + " WITH GRANT OPTION")
        > 0;
  }

  List<String> rights() {
    return Database.statements(RIGHTS).stream()
        .map(statement -> statement.replace("{memory}", memory))
        .toList();
  }

  String grant(TeamStore.Role role, String user) {
    return "GRANT " + name(role) + " TO " + quoted(user);
  }

  /** Returns a user or a group of users with a role; empty if there is none of that name. */
  Optional<TeamStore.Member> member(Database database, String user) throws SQLException {
    return members(database, "u.rolname = ?", user).stream().findFirst();
  }

  /** Includes members through a group, and owners and administrators. */
  List<TeamStore.Member> members(Database database) throws SQLException {
    return members(database, "u.rolcanlogin");
  }

  private List<TeamStore.Member> members(Database database, String who, Object... parameters)
      throws SQLException {
    String[] names = {
      name(TeamStore.Role.READER), name(TeamStore.Role.TRANSLATOR), name(TeamStore.Role.MAINTAINER)
    };
    List<Object> all = new ArrayList<>(List.of(names));
    all.add(memory);
    all.addAll(List.of(names));
    all.addAll(List.of(parameters));
    return database.list(
        """
        SELECT u.rolname,
          COALESCE((SELECT max(t.rank)
            FROM (VALUES (?, 0), (?, 1), (?, 2)) AS t (name, rank)
              JOIN pg_roles r ON r.rolname = t.name
            WHERE pg_has_role(u.oid, r.oid, 'MEMBER')), 2),
          CASE WHEN pg_has_role(u.oid, n.nspowner, 'MEMBER') THEN 1 ELSE 0 END
        FROM pg_roles u JOIN pg_namespace n ON n.nspname = ?
        WHERE (pg_has_role(u.oid, n.nspowner, 'MEMBER')
          OR EXISTS (SELECT 1 FROM pg_roles r
            WHERE r.rolname IN (?, ?, ?) AND pg_has_role(u.oid, r.oid, 'MEMBER')))
          AND\
        """
            + " "
            + who
            + " ORDER BY u.rolname COLLATE \"C\"",
        row ->
            new TeamStore.Member(
                row.getString(1),
                row.getInt(3) == 1 ? TeamStore.Role.MAINTAINER : role(row.getInt(2)),
                row.getInt(3) == 1),
        all.toArray());
  }

  /**
   * Returns users who may grant roles, by name: the owner, administrators of the server, and users
   * who may grant all three roles.
   */
  List<String> administrators(Database database) throws SQLException {
    return database.list(
        """
        SELECT u.rolname FROM pg_roles u JOIN pg_namespace n ON n.nspname = ?
        WHERE u.rolcanlogin AND (pg_has_role(u.oid, n.nspowner, 'MEMBER')
          OR (SELECT count(*) FROM pg_roles r WHERE r.rolname IN (?, ?, ?)
            AND pg_has_role(u.oid, r.oid, 'MEMBER WITH ADMIN OPTION')) = 3)
        ORDER BY u.rolname COLLATE "C"
        """,
        row -> row.getString(1),
        memory,
        name(TeamStore.Role.READER),
        name(TeamStore.Role.TRANSLATOR),
        name(TeamStore.Role.MAINTAINER));
  }

  private static TeamStore.Role role(int rank) {
    return switch (rank) {
      case 0 -> TeamStore.Role.READER;
      case 1 -> TeamStore.Role.TRANSLATOR;
      default -> TeamStore.Role.MAINTAINER;
    };
  }

  static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && !isReserved(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static boolean isReserved(String name) {
    return Arrays.asList(RESERVED.split("\\s+")).contains(name);
  }
}
