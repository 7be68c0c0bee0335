package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.memory.Memory;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore.Role;
import ballast.memory.TeamStore.Setup;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory is made where it can be, and only there; one that has been renamed is mended. */
final class PostgresSetupTest extends PostgresTest {

  private PostgresStore of(String user, String memory) {
    return store(address.database(), user, memory);
  }

  private long relations() {
    return server.number(
        "SELECT count(*) FROM pg_tables WHERE schemaname = '%s'".formatted(schema));
  }

  @Test
  void whoHasNoRoleIsToldSoWhenMakingWhatIsThere() {
    owner.make();
    assertRefused(() -> as("dan").make(), "the user has no role in it", "ask an administrator");
    owner.grant(Role.READER, "dan");
    assertThat(as("dan").make()).isEqualTo(new Setup(true, List.of(), List.of()));
    sql("REVOKE {}_reader FROM dan");
    assertRefused(() -> as("dan").make(), "the user has no role in it", PostgresServer.USER);
  }

  @Test
  void aSchemaThatNobodyMayLookIntoIsRefused() {
    sql("CREATE SCHEMA {}");
    assertRefused(() -> as("ann").make(), "the user has no role in it", PostgresServer.USER);
    assertThat(relations()).isZero();
  }

  @Test
  void aSchemaOfSomebodyElseIsAskedOfAnAdministrator() {
    sql("CREATE SCHEMA {}; GRANT ALL ON SCHEMA {} TO ann");
    Setup first = as("ann").make();
    assertThat(first.exists()).isFalse();
    assertThat(first.done()).isEmpty();
    assertThat(first.statements())
        .hasSize(4)
        .contains("ALTER SCHEMA \"" + schema + "\" OWNER TO ann");
    assertThat(relations()).isZero();
    assertRefused(
        () -> as("ann").grant(Role.TRANSLATOR, "bob"), "do not exist yet", "ballast tm init");
    first.statements().forEach(server::execute);
    Setup made = as("ann").make();
    assertThat(made.statements()).isEmpty();
    assertThat(made.done())
        .hasSize(2)
        .contains("made an empty memory")
        .anyMatch(
            advice ->
                advice.contains("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC; GRANT CONNECT"));
    as("ann").grant(Role.TRANSLATOR, "bob");
    add(as("bob"), "doc");
    // As an earlier Ballast has left it.
    sql("ALTER SCHEMA {} OWNER TO " + PostgresServer.USER + "; GRANT ALL ON SCHEMA {} TO ann");
    Setup without = as("ann").make();
    assertThat(without.exists()).isTrue();
    assertThat(without.statements())
        .containsExactly("ALTER SCHEMA \"" + schema + "\" OWNER TO ann");
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
    long before = relations();
    assertRefused(
        owner::make,
        "the schema \""
            + schema
            + "\" is no memory and holds tables or functions of something else (",
        "choose another name for the memory with memory=NAME");
    assertThat(relations()).isEqualTo(before);
  }

  @Test
  void aTableOfThatNameIsNoMemory() {
    sql("CREATE SCHEMA {}; CREATE TABLE {}.memory (x INT)");
    assertRefused(owner::openForReading, "there is no memory", "memory=NAME");
    assertRefused(owner::members, "there is no memory", "memory=NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQL_ASCII", "LATIN1", "EUC_CN"})
  void aDatabaseThatIsNotInUnicodeIsRefused(String encoding) {
    String other = "in_" + encoding.toLowerCase(Locale.ROOT) + "_" + schema;
    server.execute(
        "CREATE DATABASE %s TEMPLATE template0 ENCODING '%s'".formatted(other, encoding));
    PostgresStore store = in(other, PostgresServer.USER);
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
    String other = "without_temp_" + schema;
    server.execute("CREATE DATABASE " + other);
    server.execute("REVOKE TEMPORARY ON DATABASE " + other + " FROM PUBLIC");
    PostgresStore made = in(other, PostgresServer.USER);
    assertThat(made.make().statements()).isEmpty();
    made.grant(Role.MAINTAINER, "cao");
    take(in(other, "cao"));
    server.execute("REVOKE TEMPORARY ON DATABASE " + other + " FROM " + schema + "_translator");
    assertRefused(
        () -> take(in(other, "cao")),
        "the user \"cao\" may not do that",
        "administrator of the server to run: GRANT TEMPORARY ON DATABASE "
            + other
            + " TO "
            + schema
            + "_translator;");
    server.execute("DROP DATABASE " + other + " WITH (FORCE)");
  }

  @Test
  void onlyMembersMayConnectToADatabaseOfTheMemorysOwn() {
    String other = "own_" + schema;
    server.execute("CREATE DATABASE " + other);
    PostgresStore made = in(other, PostgresServer.USER);
    assertThat(made.make().done())
        .contains("let only members of the memory connect to its database");
    made.grant(Role.TRANSLATOR, "ann");
    for (String user : List.of("ann", "dan")) {
      long may =
          server.number(
              "SELECT CAST(has_database_privilege('%s', '%s', 'CONNECT') AS INTEGER)"
                  .formatted(user, other));
      assertThat(may).as(user).isEqualTo(user.equals("ann") ? 1 : 0);
    }
    PostgresStore second = store(other, PostgresServer.USER, schema + "_2");
    assertThat(second.make().statements()).isEmpty();
    second.grant(Role.READER, "dan");
    assertThat(store(other, "dan", schema + "_2").verify()).isEmpty();
    server.execute("DROP DATABASE " + other + " WITH (FORCE)");
  }

  private PostgresStore in(String database, String user) {
    return store(database, user, schema);
  }

  private static void take(PostgresStore store) {
    try (Memory memory = store.openForWriting(Revisions.options())) {
      ImportedUnits.take(memory, ImportedUnits.plain("甲。", "A."));
    }
  }

  @Test
  void settingsOfTheDatabaseChangeNothing() {
    for (String setting :
        List.of("quote_all_identifiers = on", "standard_conforming_strings = off")) {
      String other = "set_" + schema;
      server.execute("CREATE DATABASE " + other);
      server.execute("ALTER DATABASE " + other + " SET " + setting);
      PostgresStore store = in(other, PostgresServer.USER);
      store.make();
      add(store, "doc");
      assertThat(store.verify()).as(setting).isEmpty();
      server.execute("DROP DATABASE " + other);
    }
  }

  /** Ann translates; the schema gets the name {@code n_…}. */
  private String renamed() {
    owner.make();
    owner.grant(Role.TRANSLATOR, "ann");
    add(as("ann"), "doc");
    String now = "n" + schema.substring(1);
    sql("ALTER SCHEMA {} RENAME TO " + now);
    return now;
  }

  private static void assertRenamed(ThrowingCallable work) {
    assertRefused(work, "its schema has been renamed", "have its owner run `ballast tm init`");
  }

  @Test
  void aMemoryThatHasBeenRenamedIsReadAndMendedByItsOwner() {
    String now = renamed();
    try (Memory memory = of("ann", now).openForReading()) {
      assertThat(current(memory)).hasSize(1);
    }
    assertRenamed(() -> add(of("ann", now), "other"));
    assertRenamed(() -> of("ann", now).require(TeamRight.IMPORT));
    assertRenamed(() -> of("ann", now).make());
    assertThat(of(PostgresServer.USER, now).verify()).isNotEmpty();
    assertThat(of(PostgresServer.USER, now).make().done())
        .containsExactly(
            "set its functions to the name \"" + now + "\"",
            "took their rights from the roles of the old name: "
                + schema
                + "_reader, "
                + schema
                + "_translator, "
                + schema
                + "_maintainer",
            "made the role " + now + "_reader",
            "made the role " + now + "_translator",
            "made the role " + now + "_maintainer");
    assertThat(of(PostgresServer.USER, now).verify()).isEmpty();
    assertThat(of(PostgresServer.USER, now).make().done()).isEmpty();
    assertRefused(of("ann", now)::openForReading, "the user has no role in it", "ask");
    of(PostgresServer.USER, now).grant(Role.TRANSLATOR, "ann");
    add(of("ann", now), "other");
    assertThatThrownBy(() -> of("ann", now).require(TeamRight.IMPORT))
        .hasMessageContaining("only a maintainer imports units");
  }

  @Test
  void theRolesMayBeRenamedAlong() {
    String now = renamed();
    for (String role : List.of("reader", "translator", "maintainer")) {
      sql("ALTER ROLE {}_%s RENAME TO %s_%s".formatted(role, now, role));
    }
    assertThat(of(PostgresServer.USER, now).make().done())
        .containsExactly("set its functions to the name \"" + now + "\"");
    add(of("ann", now), "other");
    assertThat(of(PostgresServer.USER, now).verify()).isEmpty();
  }

  /** Whatever program writes, Ballast or another. */
  @Test
  void nothingGoesToAMemoryThatHasTheOldNameNow() {
    String now = renamed();
    owner.make();
    owner.grant(Role.MAINTAINER, "ann");
    assertRenamed(() -> add(of("ann", now), "other"));
    assertRenamed(() -> of("ann", now).require(TeamRight.IMPORT));
    for (String statement :
        List.of(
            "UPDATE %s.unit SET confidence = 1, source = 'x'",
            "UPDATE %s.memory SET changes = changes + 1",
            "INSERT INTO %s.member_change (kind) VALUES ('judged')",
            "INSERT INTO %s.unit_note (unit, note) VALUES (1, 'x')",
            "INSERT INTO %s.unit_extras (unit) VALUES (1)",
            "UPDATE %s.member_fuzzy_state SET covered = 0")) {
      assertThatThrownBy(() -> server.executeAs("ann", statement.formatted(now)))
          .as(statement)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("are of another name");
    }
    assertThat(server.number("SELECT count(*) FROM %s.change".formatted(schema))).isZero();
    assertThat(server.number("SELECT count(*) FROM %s.fuzzy_pending".formatted(schema))).isZero();
  }
}
