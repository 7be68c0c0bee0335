package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.Salvage;
import ballast.memory.TeamMember;
import ballast.memory.TeamRight;
import ballast.memory.TeamRole;
import ballast.memory.TeamSetup;
import ballast.memory.TeamStore;
import ballast.memory.UnitProgress;
import ballast.memory.WriteOptions;
import ballast.memory.sql.EngineChecks;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sql.Verifier;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A memory of a team on a PostgreSQL server. Any number of readers work next to one writer; a
 * second one waits. Only {@link #make} makes a memory.
 */
public final class PostgresStore implements TeamStore {

  private final PostgresAddress address;
  private final PostgresSchema schema;
  private final CacheFolder cache;
  private final Duration patience;

  /**
   * Its index is copied into the user's folder for caches.
   *
   * @param address the memory need not exist
   */
  public PostgresStore(PostgresAddress address) {
    this(address, CacheFolder.of(System.getenv(), System.getProperty("user.home", "")));
  }

  /**
   * @param cache where copies of its index are kept on this machine
   */
  PostgresStore(PostgresAddress address, CacheFolder cache) {
    this(address, PostgresSchema.CURRENT, cache);
  }

  PostgresStore(PostgresAddress address, PostgresSchema schema, CacheFolder cache) {
    this(address, schema, cache, GuardedSockets.PATIENCE);
  }

  /**
   * @param patience how long the server may say nothing
   */
  PostgresStore(
      PostgresAddress address, PostgresSchema schema, CacheFolder cache, Duration patience) {
    this.address = address;
    this.schema = schema;
    this.cache = cache;
    this.patience = patience;
  }

  private PostgresOpener opener() {
    return new PostgresOpener(address, cache, schema, patience);
  }

  public PostgresAddress address() {
    return address;
  }

  @Override
  public String user() {
    // The driver's own choice where none is named.
    return address.user().isEmpty() ? System.getProperty("user.name", "") : address.user();
  }

  private EngineChecks checks() {
    return new PostgresChecks(schema);
  }

  @Override
  public String name() {
    return address.memory();
  }

  @Override
  public Optional<Path> localFile() {
    return Optional.empty();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public Optional<Object> identity() {
    return Optional.of(address);
  }

  @Override
  public String stamp() {
    try (Database database = opener().reader()) {
      List<String> stamps = database.list(database.engine().state(), this::stamp);
      return stamps.isEmpty() ? address.toString() : stamps.get(0); // verify says what is missing
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "read");
    }
  }

  private String stamp(ResultSet state) throws SQLException {
    return address + " " + state.getLong(3) + " " + state.getLong(1);
  }

  @Override
  public SqlMemory openForReading() {
    return memory(opener().reader(), InstantSource.system());
  }

  /** As {@link #openExisting}: only {@link #make} makes a memory. */
  @Override
  public SqlMemory openForWriting(WriteOptions options) {
    return openExisting(options);
  }

  @Override
  public SqlMemory openExisting(WriteOptions options) {
    return memory(opener().writer(options), options.clock());
  }

  @Override
  public void require(TeamRight right) {
    try (Database database = opener().reader()) {
      database.engine().require(database, right, 0);
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "read");
    }
  }

  /** What fails on a server is the server's to report. */
  private SqlMemory memory(Database database, InstantSource clock) {
    return new SqlMemory(database, clock, UnaryOperator.identity(), checks());
  }

  @Override
  public List<String> verify(UnitProgress progress) {
    try (Database database = opener().reader()) {
      return new Verifier(database, checks(), progress).problems();
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "verify");
    }
  }

  @Override
  public Salvage salvage(Consumer<Unit> to, UnitProgress progress) {
    throw new InputException(
        "cannot salvage the memory \"" + address + "\": it is on a server",
        "have a backup of the server restored");
  }

  @Override
  public void requireTakes(Memory memory) {
    PostgresNames.require(memory.longestDocumentName(), address);
  }

  @Override
  public TeamSetup make() {
    return administered(
        PostgresErrors.MAKING, database -> new PostgresSetup(address, schema, database).run());
  }

  @Override
  public List<TeamMember> members() {
    return administered(
        "read",
        database -> {
          if (PostgresSchema.version(database) == 0) {
            throw new PostgresCatalogue(database, address).missing();
          }
          return new PostgresRoles(address).members(database);
        });
  }

  @Override
  public void grant(TeamRole role, String user) {
    administered(
        "change the roles of",
        database -> {
          PostgresCatalogue catalogue = new PostgresCatalogue(database, address);
          new PostgresAdmission(database, address, catalogue::whoAdmits).give(role, user);
          return role;
        });
  }

  @Override
  public boolean mayGrant() {
    return administered("read", database -> new PostgresRoles(address).mayGrant(database));
  }

  @Override
  public String grantStatement(TeamRole role, String user) {
    return new PostgresRoles(address).grant(role, user);
  }

  /** Work on a database. */
  @FunctionalInterface
  private interface Work<T> {
    T run(Database database) throws SQLException;
  }

  private <T> T administered(String doing, Work<T> work) {
    try (Database database = opener().forSetup()) {
      try {
        return work.run(database);
      } catch (SQLException e) {
        throw database.engine().failure(e, doing);
      }
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, doing);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PostgresStore store && store.address.equals(address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
