package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * A PostgreSQL server of Debian's package, started in a temporary folder for the tests of this
 * process and stopped with it. It listens on the loopback interface only, admits everybody and
 * counts the statements that it runs. Because it refuses to run as root, it then runs as the user
 * {@code postgres}, whom the package has made.
 */
public final class PostgresServer {

  /** Has a folder for each version; {@code -Dpostgres.package=FOLDER} for servers of one's own. */
  private static final Path PACKAGE =
      Path.of(System.getProperty("postgres.package", "/usr/lib/postgresql"));

  static final String KEYED = "keyed";

  /** Users who have no role in any memory. */
  static final List<String> USERS = List.of("ann", "bob", "cao", "dan");

  static final String USER = "tester";
  private static final String DATABASE = "postgres";
  private static final int SECONDS_TO_START = 120;

  /** Starts with the first test that needs it. */
  private static final class Holder {
    private static final Optional<PostgresServer> SERVER = binaries().map(PostgresServer::new);
  }

  private final Path binaries;
  private final Path folder;
  private final int port;
  private Instant clock = Instant.MIN;

  private PostgresServer(Path binaries) {
    this.binaries = binaries;
    try {
      folder = Files.createTempDirectory("ballast-postgres");
      port = freePort();
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /**
   * The server. Skips the test without {@code -Pfull}, or if the package is not installed, but
   * never in CI.
   */
  public static PostgresServer get() {
    if (!isRequired()) {
      assumeThat(Holder.SERVER).as("Debian's package postgresql").isPresent();
    }
    assertThat(Holder.SERVER).as("Debian's package postgresql").isPresent();
    return Holder.SERVER.orElseThrow();
  }

  /** Whether there is a server; in CI there must be one. */
  public static boolean isThere() {
    return isRequired() || Holder.SERVER.isPresent();
  }

  private static boolean isRequired() {
    return Boolean.getBoolean("full") && "true".equals(System.getenv("CI"));
  }

  /** A server of its own for a test that stops it. */
  static PostgresServer another() {
    return new PostgresServer(get().binaries);
  }

  /** The folder with the programs of the newest version. */
  private static Optional<Path> binaries() {
    if (!Boolean.getBoolean("full") || !Files.isDirectory(PACKAGE)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGE)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void start() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    run(
        "initdb",
        "-D",
        data(),
        "-U",
        USER,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync");
    // Asks KEYED for a password.
    String rule = "1i host all " + KEYED + " 127.0.0.1/32 scram-sha-256";
    call("sed", "-i", rule, folder.resolve("data/pg_hba.conf").toString());
    launch();
    execute("CREATE EXTENSION pg_stat_statements");
    // The clock of this database alone, which a test may set.
    execute(
        """
        SET allow_system_table_mods = on;
        ALTER FUNCTION pg_catalog.clock_timestamp() RENAME TO true_clock_timestamp;
        CREATE TABLE public.test_clock (now timestamptz);
        GRANT SELECT ON public.test_clock TO PUBLIC;
        CREATE FUNCTION pg_catalog.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$
          SELECT COALESCE((SELECT now FROM public.test_clock), pg_catalog.true_clock_timestamp())
        $$
        """);
    for (String user : USERS) {
      execute("CREATE ROLE " + user + " LOGIN");
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  void launch() {
    String options =
        "-p %d -c listen_addresses=127.0.0.1,127.0.0.2 -c unix_socket_directories=%s"
                .formatted(port, folder)
            + " -c fsync=off -c shared_buffers=64MB -c max_connections=50"
            + " -c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.max=30000";
    String log = folder.resolve("log").toString();
    String seconds = String.valueOf(SECONDS_TO_START);
    run("pg_ctl", "-D", data(), "-w", "-t", seconds, "-l", log, "-o", options, "start");
  }

  private void halt() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
  }

  /** Stops the server as a crash would, and starts it again. */
  void crash() {
    halt();
    launch();
  }

  /** Kills every process of the server as {@code kill -9} does. */
  void kill() {
    call(
        "sh",
        "-c",
        """
        main=$(head -1 '%s'); kill -STOP $main; all="$(pgrep -P $main) $main"; kill -KILL $all
        for p in $all; do
          n=0; while kill -0 $p 2>/dev/null && [ $n -lt 40 ]; do sleep .05; n=$((n+1)); done
        done
        """
            .formatted(folder.resolve("data/postmaster.pid")));
  }

  private void stop() {
    halt();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // The system's own cleaning takes what is left in the temporary folder.
    }
  }

  /** Calls a program of the package. */
  private void run(String program, String... words) {
    call(Stream.concat(Stream.of(binaries.resolve(program).toString()), Stream.of(words)));
  }

  private void call(String... words) {
    call(Stream.of(words));
  }

  private void call(Stream<String> call) {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    Stream<String> user = isRoot ? Stream.of("runuser", "-u", "postgres", "--") : Stream.of();
    List<String> words = Stream.concat(user, call).toList();
    try {
      Path output = folder.resolve("output");
      Process process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS);
      assertThat(ended && process.exitValue() == 0)
          .as("%s: %s", words, Files.readString(output, UTF_8))
          .isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The memory that a path stands for; another one for each path. */
  public PostgresAddress memory(Path path) {
    String name = "m_" + HexFormat.of().toHexDigits(hash(path.toAbsolutePath().toString()));
    return new PostgresAddress("127.0.0.1", port, DATABASE, USER, name);
  }

  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 1_000_003 + text.charAt(i);
    }
    return hash;
  }

  /** Counts the journeys of those who connect through it. */
  CountingProxy proxy() {
    return new CountingProxy(port);
  }

  PostgresStore made(Path path) {
    PostgresStore store = new PostgresStore(memory(path));
    store.make();
    return store;
  }

  /** Calls a program of the package, for example {@code pg_dump}, on a database of this server. */
  void program(String name, String database, String... words) {
    String[] place = {"-h", "127.0.0.1", "-p", String.valueOf(port), "-U", USER, "-d", database};
    run(name, Stream.of(words, place).flatMap(Stream::of).toArray(String[]::new));
  }

  /** A folder that the server's programs may write to. */
  Path folder() {
    return folder;
  }

  PostgresAddress memory(Path path, String user) {
    return new PostgresAddress("127.0.0.1", port, DATABASE, user, memory(path).memory());
  }

  /** Stops the clock of the database at this time. */
  public void setClock(Instant now) {
    if (!now.equals(clock)) {
      execute("DELETE FROM test_clock; INSERT INTO test_clock VALUES ('" + now + "')");
      clock = now;
    }
  }

  /** How many statements the server has run that name a table. */
  public long statements(String table) {
    return number(
        "SELECT COALESCE(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE '%"
            + table
            + "%'");
  }

  public void execute(String sql) {
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void executeAs(String user, String sql) throws SQLException {
    try (Connection connection = connect(user);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) {
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  long number(String sql) {
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  Connection connect(String user) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    Connection connection =
        new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, properties);
    if (connection == null) {
      throw new AssertionError("no driver");
    }
    return connection;
  }
}
