package ballast.memory.postgres;

import ballast.memory.TeamRole;
import ballast.memory.TeamSetup;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private final PostgresGround ground;
  private final Database database;
  private final List<String> done = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  PostgresSetup(PostgresAddress address, PostgresSchema schema, Database database) {
    this.address = address;
    this.schema = schema;
    this.roles = new PostgresRoles(address);
    this.database = database;
    this.ground = new PostgresGround(address, database);
  }

  TeamSetup run() throws SQLException {
    PostgresGround.requireUnicode(database.engine().connection(), address);
    PostgresCatalogue catalogue = new PostgresCatalogue(database, address);
    if (catalogue.isClosed()) {
      throw catalogue.closed();
    }
    alone(this::makeTables);
    boolean exists = PostgresSchema.version(database) == schema.version();
    if (exists) {
      alone(this::makeRoles);
    }
    return new TeamSetup(exists, done, statements);
  }

  private String user() {
    return database.engine().user().orElseThrow();
  }

  /**
   * The statement without which the user can make no tables, or could not give rights to them;
   * empty if there is none.
   */
  private Optional<String> missingForTables(boolean hasMemory) throws SQLException {
    if (!ground.hasSchema()) {
      return ground.mayMakeSchema()
          ? Optional.empty()
          : Optional.of(
              "CREATE SCHEMA \"%s\" AUTHORIZATION %s"
                  .formatted(address.memory(), PostgresRoles.quoted(user())));
    }
    boolean isOwn = ground.isOwner() || (hasMemory && !ground.isOwnerOfTables());
    return isOwn
        ? Optional.empty()
        : Optional.of(
            "ALTER SCHEMA \"%s\" OWNER TO %s"
                .formatted(address.memory(), PostgresRoles.quoted(user())));
  }

  private void makeTables() throws SQLException {
    int version = PostgresSchema.version(database);
    if (version == 0) {
      ground.requireEmpty();
    }
    Optional<String> missing = missingForTables(version > 0);
    if (missing.isPresent()) {
      if (!PostgresRoles.mayMake(database)) {
        for (TeamRole role : roles.missing(database)) {
          statements.add(roles.creation(role, user()));
        }
      }
      statements.add(missing.get());
      return;
    }
    if (!ground.hasSchema()) {
      // In quotes, because it may be a word of SQL.
      database.execute("CREATE SCHEMA \"" + address.memory() + "\"");
    }
    PostgresOpener.requireNoLater(address, version, schema);
    if (version < schema.version()) {
      schema.migrate(database, version);
      done.add(
          version == 0
              ? "made an empty memory"
              : "brought the memory from version " + version + " to " + schema.version());
    }
  }

  private void makeRoles() throws SQLException {
    PostgresNaming naming = new PostgresNaming(address, schema.version());
    if (ground.isOwner()) {
      done.addAll(naming.repair(database));
    } else if (naming.isOfAnother(database)) {
      throw PostgresErrors.renamed(address);
    }
    boolean mayMake = PostgresRoles.mayMake(database);
    for (TeamRole role : roles.missing(database)) {
      if (mayMake) {
        database.execute(roles.creation(role));
        done.add("made the role " + roles.name(role));
      } else if (!statements.contains(roles.creation(role, user()))) {
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
    if (ground.isOwner()) {
      for (String right : roles.rights()) {
        database.execute(right);
      }
    }
    Optional<String> temporary = roles.missingTemporary(database);
    if (temporary.isPresent()) {
      if (PostgresRoles.mayGrantTemporary(database)) {
        database.execute(temporary.get());
      } else {
        statements.add(temporary.get());
      }
    }
  }

  /** Work that no other process does meanwhile: all of it or nothing. */
  private void alone(OneTransaction.Part part) throws SQLException {
    OneTransaction.run(
        database,
        () -> {
          // A snapshot taken before the lock would not show what the other process has made.
          database.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
          database.list(
              "SELECT pg_advisory_xact_lock(?, hashtext(?))",
              row -> true,
              MAKING,
              address.memory());
          part.run();
        });
  }
}
