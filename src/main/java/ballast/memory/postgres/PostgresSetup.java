package ballast.memory.postgres;

import ballast.memory.TeamRole;
import ballast.memory.TeamSetup;
import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a memory on a server, or what is missing of one, as far as the user may. Each part is done
 * by one process at a time.
 */
final class PostgresSetup {

  /** Makes two that make the same memory wait for each other; the letters {@code BaTM}. */
  private static final int MAKING = 0x4261544D;

  private final PostgresAddress address;
  private final PostgresSchema schema;
  private final PostgresRoles roles;
  private final Database database;
  private final List<String> done = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  PostgresSetup(PostgresAddress address, PostgresSchema schema, Database database) {
    this.address = address;
    this.schema = schema;
    this.roles = new PostgresRoles(address);
    this.database = database;
  }

  TeamSetup run() throws SQLException {
    if (mayMakeTables()) {
      alone(this::makeTables);
    } else {
      for (TeamRole role : roles.missing(database)) {
        statements.add(roles.creation(role, user()));
      }
      statements.add(
          "CREATE SCHEMA \""
              + address.memory()
              + "\" AUTHORIZATION "
              + PostgresRoles.quoted(user()));
    }
    boolean exists = PostgresSchema.version(database) == schema.version();
    if (exists) {
      alone(this::makeRoles);
    }
    return new TeamSetup(exists, done, statements);
  }

  private String user() {
    return database.engine().user().orElseThrow();
  }

  private boolean hasSchema() throws SQLException {
    return database.number("SELECT count(*) FROM pg_namespace WHERE nspname = ?", address.memory())
        > 0;
  }

  private boolean isOwner() throws SQLException {
    return database.number(
            """
            SELECT count(*) FROM pg_namespace
            WHERE nspname = ? AND pg_has_role(session_user, nspowner, 'MEMBER')
            """,
            address.memory())
        > 0;
  }

  private boolean mayMakeTables() throws SQLException {
    return hasSchema()
        || database.number(
                "SELECT count(*) FROM pg_database WHERE datname = current_database()"
                    + " AND has_database_privilege(datname, 'CREATE')")
            > 0;
  }

  private void makeTables(Statements unused) throws SQLException {
    if (!hasSchema()) {
      // In quotes, because it may be a word of SQL.
      database.execute("CREATE SCHEMA \"" + address.memory() + "\"");
    }
    int version = PostgresSchema.version(database);
    PostgresOpener.requireNoLater(address, version, schema);
    if (version < schema.version()) {
      schema.migrate(database, version);
      done.add(
          version == 0
              ? "made an empty memory"
              : "brought the memory from version " + version + " to " + schema.version());
    }
  }

  private void makeRoles(Statements unused) throws SQLException {
    boolean mayMake = PostgresRoles.mayMake(database);
    for (TeamRole role : roles.missing(database)) {
      if (mayMake) {
        database.execute(roles.creation(role));
        done.add("made the role " + roles.name(role));
      } else {
        statements.add(roles.creation(role, user()));
      }
    }
    if (!statements.isEmpty()) {
      return;
    }
    for (String membership : roles.missingMemberships(database)) {
      if (roles.mayGrant(database)) {
        database.execute(membership);
      } else {
        statements.add(membership);
      }
    }
    if (isOwner()) {
      for (String right : roles.rights()) {
        database.execute(right);
      }
    }
  }

  /** Work that no other process does meanwhile: all of it or nothing. */
  private void alone(Part part) throws SQLException {
    Connection connection = database.engine().connection();
    connection.setAutoCommit(false);
    boolean made = false;
    try {
      // A snapshot taken before the lock would not show what the other process has made.
      database.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
      database.list(
          "SELECT pg_advisory_xact_lock(?, hashtext(?))", row -> true, MAKING, address.memory());
      part.run(database);
      connection.commit();
      made = true;
    } finally {
      if (!made) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** A part of the work. */
  @FunctionalInterface
  private interface Part {
    void run(Statements database) throws SQLException;
  }
}
