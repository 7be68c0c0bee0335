package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore;
import ballast.memory.postgres.ServerLimits.ServerWords;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

final class PostgresCatalogue {

  private static final int MAX_NAMES = 5;
  private static final String WRITERS = "only a translator or a maintainer writes to it";

  /** Calls the functions only if they have the current name. */
  private static final String REFUSED =
      """
      SELECT CASE WHEN f.named THEN COALESCE(refused(?), refused_to_take_back(NULLIF(?, 0))) END,
        f.named, %s
      FROM (SELECT %s AS named FROM pg_proc p
        WHERE p.oid = CAST('refused(text)' AS regprocedure)) AS f
      """
          .formatted(ServerLimits.IS_READ_ONLY, PostgresNaming.IS_NAMED);

  private final Database database;
  private final PostgresAddress address;

  PostgresCatalogue(Database database, PostgresAddress address) {
    this.database = database;
    this.address = address;
  }

  InputException missing() throws SQLException {
    if (isClosed()) {
      return closed();
    }
    if (PostgresSchema.isFormer(database)) {
      return new InputException(
          "the memory \"" + address + "\" is of a Ballast before 1.0",
          "with that Ballast run `ballast tm export --format tmx -o old.tmx`; then make a memory of"
              + " another name with `ballast tm init` and run `ballast tm import old.tmx`");
    }
    List<String> others = visible();
    return new InputException(
        "there is no memory \"" + address + "\"",
        others.isEmpty()
            ? "run `ballast tm init` with this address to make one"
            : "name one that is there with memory=NAME: "
                + String.join(", ", others)
                + "; or run `ballast tm init` with this address to make one");
  }

  /** Whether a schema of that name exists that the user may not use. */
  boolean isClosed() throws SQLException {
    return database.number(
            "SELECT count(*) FROM pg_namespace WHERE nspname = ?"
                + " AND NOT has_schema_privilege(oid, 'USAGE')",
            address.memory())
        > 0;
  }

  InputException closed() {
    return PostgresErrors.notAllowed(address, "open", "the user has no role in it", whoAdmits());
  }

  /**
   * @param doing {@code read} or {@code write to}
   */
  InputException refusal(SQLException e, String doing, String user) {
    try {
      Optional<InputException> ofReader =
          doing.equals(PostgresErrors.WRITING) ? refusalOfReader(user, WRITERS) : Optional.empty();
      if (ofReader.isPresent()) {
        return ofReader.get();
      }
      if (ServerWords.isOfTemporaryTables(e)) {
        return withoutTemporary(e, doing);
      }
    } catch (SQLException unknown) {
      // Falls back to the server's message.
    }
    return PostgresErrors.notAllowed(e, address, doing, whomToAsk());
  }

  /** Returns the error for a database that does not let everyone create temporary tables. */
  private InputException withoutTemporary(SQLException e, String doing) throws SQLException {
    String statement = new PostgresRoles(address).missingTemporary(database).orElse("");
    return PostgresErrors.notAllowed(
        e,
        address,
        doing,
        statement.isEmpty()
            ? "ask an administrator of the server"
            : "ask an administrator of the server to run: " + statement + ";");
  }

  /**
   * Rejects a right that the server would reject: every right if it is read-only, otherwise the
   * rights that its guards reject, with their message.
   *
   * @param undone the id of a change to undo; 0 for none
   * @throws InputException if the right is rejected or the user is a reader
   */
  void require(String user, TeamRight right, long undone) throws SQLException {
    Optional<String> reason =
        database
            .list(
                REFUSED,
                row -> {
                  if (row.getBoolean(3)) {
                    throw ServerLimits.readOnly(address);
                  }
                  if (!row.getBoolean(2)) {
                    throw PostgresErrors.renamed(address);
                  }
                  return Optional.ofNullable(row.getString(1));
                },
                right.label(),
                undone)
            .get(0);
    Optional<InputException> ofReader = refusalOfReader(user, reason.orElse(WRITERS));
    if (ofReader.isPresent()) {
      throw ofReader.get();
    }
    if (reason.isPresent()) {
      String whom = right == TeamRight.COPY ? whoAdmits() : whomToAsk();
      throw PostgresErrors.notAllowed(address, PostgresErrors.WRITING, reason.get(), whom);
    }
  }

  private Optional<InputException> refusalOfReader(String user, String reason) throws SQLException {
    return new PostgresRoles(address)
        .member(database, user)
        .filter(member -> member.role() == TeamStore.Role.READER)
        .map(
            reader ->
                new InputException(
                    "cannot write to the memory \"%s\": the user \"%s\" is a reader of it, and %s"
                        .formatted(address, user, reason),
                    whoAdmits()));
  }

  String whomToAsk() {
    return ask(
        "a maintainer",
        () ->
            new PostgresRoles(address)
                .members(database).stream()
                    .filter(member -> member.role() == TeamStore.Role.MAINTAINER)
                    .map(TeamStore.Member::user)
                    .toList());
  }

  String whoAdmits() {
    return ask("an administrator", () -> new PostgresRoles(address).administrators(database));
  }

  private static String ask(String whom, Database.Work<List<String>> named) {
    try {
      List<String> names = named.run();
      return names.isEmpty()
          ? "ask whoever administers the server"
          : "ask %s of the memory: ".formatted(whom)
              + names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    } catch (SQLException e) {
      return "ask whoever administers the memory";
    }
  }

  private List<String> visible() throws SQLException {
    return database.list(
        """
        SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = 'memory' AND c.relkind = 'r' AND has_schema_privilege(n.oid, 'USAGE')
          AND has_table_privilege(c.oid, 'SELECT')
          AND EXISTS (SELECT 1 FROM pg_class u
            WHERE u.relnamespace = n.oid AND u.relname = 'fuzzy_state')
        ORDER BY n.nspname COLLATE "C"
        LIMIT 20
        """,
        row -> row.getString(1));
  }
}
