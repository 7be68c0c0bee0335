package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory is made where it can be, and only there; one that has been renamed is mended. */
@Tag("postgres")
final class PostgresSetupTest {

  private PostgresServer server;
  private PostgresAddress address;
  private String name = "";

  @BeforeEach
  void find(@TempDir Path folder) {
    server = PostgresServer.get();
    address = server.memory(folder);
    name = address.memory();
  }

  private PostgresStore store(String user, String memory) {
    return new PostgresStore(
        new PostgresAddress(address.host(), address.port(), address.database(), user, memory),
        CacheFolder.NONE);
  }

  private PostgresStore of(String user) {
    return store(user, name);
  }

  private void sql(String statement) {
    server.execute(statement.replace("{}", name));
  }

  private static void assertRefused(ThrowingCallable work, String said, String hint) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.hint()).contains(hint))
        .hasMessageContaining(said);
  }

  private static void add(PostgresStore store, String document) {
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(revision(document, "春天来了。", "Spring has come."));
    }
  }

  private long relations(String memory) {
    return server.number(
        "SELECT count(*) FROM pg_tables WHERE schemaname = '%s'".formatted(memory));
  }

  @Test
  void whoHasNoRoleIsToldSoWhenMakingWhatIsThere() {
    of(PostgresServer.USER).make();
    assertRefused(() -> of("dan").make(), "the user has no role in it", "ask an administrator");
    of(PostgresServer.USER).grant(TeamStore.Role.READER, "dan");
    assertThat(of("dan").make()).isEqualTo(new TeamStore.Setup(true, List.of(), List.of()));
    sql("REVOKE {}_reader FROM dan");
    assertRefused(() -> of("dan").make(), "the user has no role in it", PostgresServer.USER);
  }

  @Test
  void aSchemaThatNobodyMayLookIntoIsRefused() {
    sql("CREATE SCHEMA {}");
    assertRefused(() -> of("ann").make(), "the user has no role in it", PostgresServer.USER);
    assertThat(relations(name)).isZero();
  }

  @Test
  void aSchemaOfSomebodyElseIsAskedOfAnAdministrator() {
    sql("CREATE SCHEMA {}; GRANT ALL ON SCHEMA {} TO ann");
    TeamStore.Setup first = of("ann").make();
    assertThat(first.exists()).isFalse();
    assertThat(first.done()).isEmpty();
    assertThat(first.statements())
        .hasSize(4)
        .contains("ALTER SCHEMA \"" + name + "\" OWNER TO ann");
    assertThat(relations(name)).isZero();
    assertRefused(
        () -> of("ann").grant(TeamStore.Role.TRANSLATOR, "bob"),
        "do not exist yet",
        "ballast tm init");
    first.statements().forEach(server::execute);
    assertThat(of("ann").make())
        .isEqualTo(new TeamStore.Setup(true, List.of("made an empty memory"), List.of()));
    of("ann").grant(TeamStore.Role.TRANSLATOR, "bob");
    add(of("bob"), "doc");
    // As an earlier Ballast has left it.
    sql("ALTER SCHEMA {} OWNER TO " + PostgresServer.USER + "; GRANT ALL ON SCHEMA {} TO ann");
    TeamStore.Setup without = of("ann").make();
    assertThat(without.exists()).isTrue();
    assertThat(without.statements()).containsExactly("ALTER SCHEMA \"" + name + "\" OWNER TO ann");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE {}.document (x INT)",
        "CREATE TABLE {}.memory (x INT)",
        "CREATE TABLE {}.memory (version TEXT)",
        "CREATE VIEW {}.memory AS SELECT 1 AS x",
        "CREATE SEQUENCE {}.unit",
        "CREATE DOMAIN {}.change AS TEXT",
        "CREATE FUNCTION {}.refused(TEXT) RETURNS TEXT LANGUAGE sql AS 'SELECT 1::text'",
      })
  void aSchemaThatHoldsSomethingElseIsRefused(String statement) {
    sql("CREATE SCHEMA {}");
    sql(statement);
    long before = relations(name);
    assertRefused(
        () -> of(PostgresServer.USER).make(),
        "the schema \""
            + name
            + "\" is no memory and holds tables or functions of something else (",
        "choose another name for the memory with memory=NAME");
    assertThat(relations(name)).isEqualTo(before);
  }

  @Test
  void aTableOfThatNameIsNoMemory() {
    sql("CREATE SCHEMA {}; CREATE TABLE {}.memory (x INT)");
    assertRefused(
        () -> of(PostgresServer.USER).openForReading(), "there is no memory", "memory=NAME");
    assertRefused(() -> of(PostgresServer.USER).members(), "there is no memory", "memory=NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQL_ASCII", "LATIN1", "EUC_CN"})
  void aDatabaseThatIsNotInUnicodeIsRefused(String encoding) {
    String other = "in_" + encoding.toLowerCase(Locale.ROOT) + "_" + name;
    server.execute(
        "CREATE DATABASE %s TEMPLATE template0 ENCODING '%s'".formatted(other, encoding));
    PostgresStore store =
        new PostgresStore(
            new PostgresAddress(address.host(), address.port(), other, PostgresServer.USER, name));
    assertRefused(
        store::make,
        "must be in UTF8, it is in " + encoding,
        "CREATE DATABASE NAME OWNER "
            + PostgresServer.USER
            + " TEMPLATE template0 ENCODING 'UTF8'");
    assertRefused(store::openForReading, "there is no memory", "ballast tm init");
    server.execute("DROP DATABASE " + other);
  }

  @Test
  void membersMayMakeTemporaryTablesWhereNotEverybodyMay() {
    String other = "without_temp_" + name;
    server.execute("CREATE DATABASE " + other);
    server.execute("REVOKE TEMPORARY ON DATABASE " + other + " FROM PUBLIC");
    PostgresStore made = in(other, PostgresServer.USER);
    assertThat(made.make().statements()).isEmpty();
    made.grant(TeamStore.Role.MAINTAINER, "cao");
    take(in(other, "cao"));
    server.execute("REVOKE TEMPORARY ON DATABASE " + other + " FROM " + name + "_translator");
    assertRefused(
        () -> take(in(other, "cao")),
        "the user \"cao\" may not do that",
        "administrator of the server to run: GRANT TEMPORARY ON DATABASE "
            + other
            + " TO "
            + name
            + "_translator;");
    server.execute("DROP DATABASE " + other + " WITH (FORCE)");
  }

  private PostgresStore in(String database, String user) {
    return new PostgresStore(
        new PostgresAddress(address.host(), address.port(), database, user, name),
        CacheFolder.NONE);
  }

  private static void take(PostgresStore store) {
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units -> units.take(ImportedUnits.plain("甲。", "A.")));
    }
  }

  @Test
  void settingsOfTheDatabaseChangeNothing() {
    for (String setting :
        List.of("quote_all_identifiers = on", "standard_conforming_strings = off")) {
      String other = "set_" + name;
      server.execute("CREATE DATABASE " + other);
      server.execute("ALTER DATABASE " + other + " SET " + setting);
      PostgresStore store =
          new PostgresStore(
              new PostgresAddress(address.host(), address.port(), other, PostgresServer.USER, name),
              CacheFolder.NONE);
      store.make();
      add(store, "doc");
      assertThat(store.verify()).as(setting).isEmpty();
      server.execute("DROP DATABASE " + other);
    }
  }

  /** Ann translates; the schema gets the name {@code n_…}. */
  private String renamed() {
    of(PostgresServer.USER).make();
    of(PostgresServer.USER).grant(TeamStore.Role.TRANSLATOR, "ann");
    add(of("ann"), "doc");
    String now = "n" + name.substring(1);
    sql("ALTER SCHEMA {} RENAME TO " + now);
    return now;
  }

  private static void assertRenamed(ThrowingCallable work) {
    assertRefused(work, "its schema has been renamed", "have its owner run `ballast tm init`");
  }

  @Test
  void aMemoryThatHasBeenRenamedIsReadAndMendedByItsOwner() {
    String now = renamed();
    try (Memory memory = store("ann", now).openForReading()) {
      assertThat(current(memory)).hasSize(1);
    }
    assertRenamed(() -> add(store("ann", now), "other"));
    assertRenamed(() -> store("ann", now).require(TeamRight.IMPORT));
    assertRenamed(() -> store("ann", now).make());
    assertThat(store(PostgresServer.USER, now).verify()).isNotEmpty();
    assertThat(store(PostgresServer.USER, now).make().done())
        .containsExactly(
            "set its functions to the name \"" + now + "\"",
            "took their rights from the roles of the old name: "
                + name
                + "_reader, "
                + name
                + "_translator, "
                + name
                + "_maintainer",
            "made the role " + now + "_reader",
            "made the role " + now + "_translator",
            "made the role " + now + "_maintainer");
    assertThat(store(PostgresServer.USER, now).verify()).isEmpty();
    assertThat(store(PostgresServer.USER, now).make().done()).isEmpty();
    assertRefused(store("ann", now)::openForReading, "the user has no role in it", "ask");
    store(PostgresServer.USER, now).grant(TeamStore.Role.TRANSLATOR, "ann");
    add(store("ann", now), "other");
    assertThatThrownBy(() -> store("ann", now).require(TeamRight.IMPORT))
        .hasMessageContaining("only a maintainer imports units");
  }

  @Test
  void theRolesMayBeRenamedAlong() {
    String now = renamed();
    for (TeamStore.Role role : TeamStore.Role.values()) {
      sql("ALTER ROLE {}_%s RENAME TO %s_%s".formatted(role.label(), now, role.label()));
    }
    assertThat(store(PostgresServer.USER, now).make().done())
        .containsExactly("set its functions to the name \"" + now + "\"");
    add(store("ann", now), "other");
    assertThat(store(PostgresServer.USER, now).verify()).isEmpty();
  }

  /** Whatever program writes, Ballast or another. */
  @Test
  void nothingGoesToAMemoryThatHasTheOldNameNow() {
    String now = renamed();
    of(PostgresServer.USER).make();
    of(PostgresServer.USER).grant(TeamStore.Role.MAINTAINER, "ann");
    assertRenamed(() -> add(store("ann", now), "other"));
    assertRenamed(() -> store("ann", now).require(TeamRight.IMPORT));
    for (String statement :
        List.of(
            "UPDATE %s.unit SET confidence = 1, source = 'x'",
            "UPDATE %s.memory SET changes = changes + 1",
            "INSERT INTO %s.change VALUES (2, 'judged', '2026-03-01T12:00:00Z', 'ann')",
            "INSERT INTO %s.unit_extras (unit) VALUES (1)",
            "UPDATE %s.fuzzy_state SET covered = 0")) {
      assertThatThrownBy(() -> server.executeAs("ann", statement.formatted(now)))
          .as(statement)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("are of another name");
    }
    assertThat(server.number("SELECT count(*) FROM %s.change".formatted(name))).isZero();
    assertThat(server.number("SELECT count(*) FROM %s.fuzzy_pending".formatted(name))).isZero();
  }
}
