package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore;
import ballast.memory.postgres.PostgresErrors.PostgresNames;
import ballast.memory.postgres.ServerLimits.ServerWords;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sql.Verifier;
import ballast.memory.store.Checks;
import ballast.memory.store.Checks.EngineChecks;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A team's memory on a PostgreSQL server. Any number of readers can work during a write, while a
 * second writer waits. Only {@link #make} creates a memory.
 */
public final class PostgresStore implements TeamStore {

  private final PostgresAddress address;
  private final CacheFolder cache;
  private final Duration patience;

  /** Copies its index into the user's cache folder. */
  public PostgresStore(PostgresAddress address) {
    this(address, CacheFolder.of(System.getenv(), System.getProperty("user.home", "")));
  }

  PostgresStore(PostgresAddress address, CacheFolder cache) {
    this(address, cache, GuardedSockets.PATIENCE);
  }

  /**
   * @param patience maximum silence of the server
   */
  PostgresStore(PostgresAddress address, CacheFolder cache, Duration patience) {
    this.address = address;
    this.cache = cache;
    this.patience = patience;
  }

  private PostgresOpener opener() {
    return new PostgresOpener(address, cache, patience);
  }

  public PostgresAddress address() {
    return address;
  }

  @Override
  public String user() {
    // The driver's default.
    return address.user().isEmpty() ? System.getProperty("user.name", "") : address.user();
  }

  private EngineChecks checks() {
    return new PostgresChecks();
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
      List<String> stamps = database.list(Pipeline.STATE, this::stamp);
      return stamps.isEmpty()
          ? address.toString()
          : stamps.get(0); // verify reports the missing row
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

  /** Failures on a server need no diagnosis, because the server reports them. */
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
  public TeamStore.Setup make() {
    return administered(
        PostgresErrors.MAKING, database -> new PostgresSetup(address, database).run());
  }

  @Override
  public List<TeamStore.Member> members() {
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
  public void grant(TeamStore.Role role, String user) {
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
  public String grantStatement(TeamStore.Role role, String user) {
    return new PostgresRoles(address).grant(role, user);
  }

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

  /**
   * Checks the tables of a memory on a server. The server itself guards its pages and the
   * references between rows.
   */
  private static final class PostgresChecks implements EngineChecks {

    @Override
    public boolean isBlank(Database database) throws SQLException {
      return PostgresSchema.version(database) == 0;
    }

    @Override
    public void run(Checks checks) {
      checks.run("the version", () -> checkVersion(checks));
      checks.run("the tables", () -> checkShape(checks));
    }

    private void checkVersion(Checks checks) throws SQLException {
      int version = PostgresSchema.version(checks.database());
      if (version != PostgresSchema.VERSION) {
        checks.problem("its version is " + version + ", not " + PostgresSchema.VERSION);
      }
    }

    /** Ignores additional items, which belong to others, except triggers and policies. */
    private void checkShape(Checks checks) throws SQLException {
      List<String> found = PostgresShape.of(checks.database());
      Set<String> there = found.stream().map(PostgresShape::subject).collect(Collectors.toSet());
      Set<String> expected = new TreeSet<>();
      for (String line : PostgresShape.expected()) {
        String subject = PostgresShape.subject(line);
        expected.add(subject);
        if (!there.contains(subject)) {
          checks.problem("the " + subject + " is missing");
        } else if (!found.contains(line)) {
          checks.problem("the " + subject + " is not as it should be");
        }
      }
      for (String subject : new TreeSet<>(there)) {
        boolean changesRows = subject.startsWith("trigger ") || subject.startsWith("policy ");
        if (changesRows && !expected.contains(subject)) {
          checks.problem("the " + subject + " does not belong there");
        }
      }
    }
  }

  /**
   * Creates a memory on a server, or its missing parts, as far as the user may. Each part is done
   * by one process at a time.
   */
  private static final class PostgresSetup {

    /** Another process has just made the same: a row, a schema, a table, a role, a function. */
    private static final Set<String> MADE_MEANWHILE =
        Set.of("23505", "42P06", "42P07", "42710", "42723");

    private final PostgresAddress address;
    private final PostgresRoles roles;
    private final TargetDatabase ground;
    private final Database database;
    private final List<String> done = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private boolean isNew;

    PostgresSetup(PostgresAddress address, Database database) {
      this.address = address;
      this.roles = new PostgresRoles(address);
      this.database = database;
      this.ground = new TargetDatabase(address, database);
    }

    TeamStore.Setup run() throws SQLException {
      TargetDatabase.requireUnicode(database.engine().connection(), address);
      PostgresCatalogue catalogue = new PostgresCatalogue(database, address);
      if (catalogue.isClosed()) {
        throw catalogue.closed();
      }
      alone(this::makeTables);
      boolean exists = PostgresSchema.version(database) == PostgresSchema.VERSION;
      if (exists) {
        alone(this::makeRoles);
      }
      return new TeamStore.Setup(exists, done, statements);
    }

    private String user() {
      return database.engine().user().orElseThrow();
    }

    /**
     * Returns the statement that the user lacks to create tables or to grant rights to them; empty
     * if none.
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
        if (PostgresSchema.isFormer(database)) {
          throw new PostgresCatalogue(database, address).missing();
        }
        ground.requireEmpty();
      }
      Optional<String> missing = missingForTables(version > 0);
      if (missing.isPresent()) {
        if (!PostgresRoles.mayMake(database)) {
          for (TeamStore.Role role : roles.missing(database)) {
            statements.add(roles.creation(role, user()));
          }
        }
        statements.add(missing.get());
        return;
      }
      if (!ground.hasSchema()) {
        // In quotes, because it may be an SQL keyword.
        database.execute("CREATE SCHEMA \"" + address.memory() + "\"");
      }
      PostgresOpener.requireNoLater(address, version);
      if (version == 0) {
        PostgresSchema.make(database);
        isNew = true;
        done.add("made an empty memory");
      } else if (version < PostgresSchema.VERSION) {
        if (!ground.isOwnerOfTables()) {
          throw PostgresOpener.earlier(address, version);
        }
        PostgresSchema.upgrade(database);
        done.add("brought the memory from version " + version + " to " + PostgresSchema.VERSION);
      }
    }

    private void makeRoles() throws SQLException {
      PostgresNaming naming = new PostgresNaming(address);
      if (ground.isOwner()) {
        done.addAll(naming.repair(database));
      } else if (naming.isOfAnother(database)) {
        throw PostgresErrors.renamed(address);
      }
      boolean mayMake = PostgresRoles.mayMake(database);
      for (TeamStore.Role role : roles.missing(database)) {
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
      run(roles.missingTemporary(database).stream().toList(), "TEMPORARY");
      List<String> connections = roles.missingConnections(database);
      if (connections.size() < 2) {
        run(connections, "CONNECT");
      } else if (ground.isOwnDatabase()) {
        run(connections, "CONNECT");
        done.add("let only members of the memory connect to its database");
      } else if (isNew) {
        done.add(
            "whoever has a user of the server may connect to the database, unless its owner runs: "
                + String.join("; ", connections));
      }
    }

    /** Runs grants of a privilege of the database, or leaves them to an administrator. */
    private void run(List<String> grants, String privilege) throws SQLException {
      for (String grant : grants) {
        if (PostgresRoles.mayGrant(database, privilege)) {
          database.execute(grant);
        } else {
          statements.add(grant);
        }
      }
    }

    /** Runs work in a transaction, again if another process has made the same meanwhile. */
    private void alone(OneTransaction.Part part) throws SQLException {
      OneTransaction.Part whole =
          () -> {
            // A snapshot from before would not show the changes of the other process.
            database.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            if (ground.isOwner() && PostgresSchema.version(database) == PostgresSchema.VERSION) {
              database.execute("LOCK TABLE write_lock IN EXCLUSIVE MODE");
            }
            part.run();
          };
      int known = done.size();
      try {
        OneTransaction.run(database, whole);
      } catch (SQLException e) {
        if (!MADE_MEANWHILE.contains(ServerWords.state(e))) {
          throw e;
        }
        done.subList(known, done.size()).clear();
        OneTransaction.run(database, whole);
      }
    }
  }

  /**
   * Grants the roles of a memory to users and groups of the server.
   *
   * @param whoAdmits a hint that names the users who may grant roles
   */
  private record PostgresAdmission(
      Database database, PostgresAddress address, Supplier<String> whoAdmits) {

    private PostgresRoles roles() {
      return new PostgresRoles(address);
    }

    /**
     * Replaces the role of a user.
     *
     * @throws InputException if there is no such user, if the user keeps more rights than the
     *     role's, or if the caller may not grant roles
     */
    void give(TeamStore.Role role, String user) throws SQLException {
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
      Optional<TeamStore.Member> before = roles().member(database, user);
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
      TeamStore.Role now = roles().member(database, user).map(TeamStore.Member::role).orElse(role);
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

    private List<String> statements(TeamStore.Role role, String user) {
      List<String> statements = new ArrayList<>();
      Arrays.stream(TeamStore.Role.values())
          .filter(other -> other != role)
          .forEach(
              other ->
                  statements.add(
                      "REVOKE " + roles().name(other) + " FROM " + PostgresRoles.quoted(user)));
      statements.add(roles().grant(role, user));
      return statements;
    }

    private void requireUser(String user) throws SQLException {
      if (Arrays.stream(TeamStore.Role.values())
          .anyMatch(role -> roles().name(role).equals(user))) {
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

  /** Statements outside of a memory, in one transaction. */
  private static final class OneTransaction {

    private OneTransaction() {}

    @FunctionalInterface
    interface Part {
      void run() throws SQLException;
    }

    static void run(Database database, Part part) throws SQLException {
      Connection connection = database.engine().connection();
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        part.run();
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    }
  }
}
