package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.postgres.PostgresErrors.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.jdbcurlresolver.PgPassParser;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

final class PostgresAddressTest {

  private static final PostgresAddress ADDRESS =
      new PostgresAddress("localhost", 5432, "db", "ann", "team");

  @Test
  void anAddressIsReadAndWritten() {
    String text = "postgresql://db.example.org:5433/translation?user=ann&memory=team";
    PostgresAddress address = PostgresAddress.parse(text);
    assertThat(address)
        .isEqualTo(new PostgresAddress("db.example.org", 5433, "translation", "ann", "team"));
    assertThat(address).hasToString(text);
    assertThat(address.isLoopback()).isFalse();
  }

  @Test
  void anyCharacterMayBeInANameAndIsWrittenAsItWasRead() {
    String text = "postgresql://localhost/%E8%AF%91%26a%20b?user=ann%3D%26&memory=team";
    PostgresAddress address = PostgresAddress.parse(text);
    assertThat(address).isEqualTo(new PostgresAddress("localhost", 5432, "译&a b", "ann=&", "team"));
    assertThat(address).hasToString(text);
  }

  @Test
  void whatIsNotGivenIsUsual() {
    PostgresAddress address = PostgresAddress.parse("postgresql://localhost/db");
    assertThat(address).isEqualTo(new PostgresAddress("localhost", 5432, "db", "", "memory"));
    assertThat(address).hasToString("postgresql://localhost/db?memory=memory");
    assertThat(address.isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tm_server", "tm_1.example.org", "192.0.2.7", "[2001:db8::7]"})
  void aHostMayHaveAnyNameOfANetwork(String host) {
    for (String port : new String[] {"", ":5433"}) {
      String text = "postgresql://" + host + port + "/db?user=ann&memory=team";
      assertThat(PostgresAddress.parse(text)).hasToString(text);
      assertThat(PostgresAddress.parse("postgresql://ann@" + host + port + "/db?memory=team"))
          .hasToString(text);
    }
    assertThat(PostgresAddress.parse("postgresql://" + host + ":/db").port()).isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:geheim@localhost/db",
        "postgresql://ann:@localhost/db",
        "postgresql://localhost/db?user=ann&password=geheim",
        "postgresql://localhost/db?passwor%64=geheim",
        "postgresql://localhost/db?user=ann:geheim",
        "postgresql://localhost/db?user=ann%3Ageheim",
        "postgresql://ann%3Ageheim@localhost/db",
        "postgresql://ann%3ageheim@localhost/db?user=ann",
        "postgresql://ann:geheim@tm_server/db",
        "postgresql://ann%3Age@heim@tm_server/db",
        "postgresql://ann:geheim@[::1]:5433/db"
      })
  void aPasswordIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> PostgresAddress.parse(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.hint()).contains(".pgpass", "PGPASSFILE");
              assertThat(e.getMessage() + e.hint()).doesNotContain("geheim");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://localhost/db",
        "postgresql:db",
        "postgresql://localhost",
        "postgresql://localhost/",
        "postgresql://localhost/a/b",
        "postgresql:///db",
        "postgresql://localhost/db?memory=team&memory=other",
        "postgresql://localhost:0/db",
        "postgresql://localhost:65536/db",
        "postgresql://localhost:99999999999/db",
        "postgresql://ann:geheim word@localhost/db",
        "postgresql://localhost/db?options=-c",
        "postgresql://ann%3Ageheim%40localhost/db",
        "postgresql://ann%3Ageheim@local%20host/db",
        "postgresql://ann@/db",
        "postgresql://localhost/geheim%00",
        "postgresql://localhost/db?user=geheim%00",
        "postgresql://geheim%00@localhost/db",
        "postgresql://localhost/db?memory=Team",
        "postgresql://localhost/db?memory=a;b",
        "postgresql://localhost/db?memory=pg_catalog",
        "postgresql://localhost/db?memory=public"
      })
  void whatCannotBeReadIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> PostgresAddress.parse(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.hint()).isNotEmpty();
              assertThat(e.getMessage() + e.hint() + e.getCause()).doesNotContain("geheim");
            });
  }

  /** Where psql finds the password of an address of IPv6, Ballast does. */
  @Test
  void aLineForAnAddressOfIPv6IsThatOfPsql(@TempDir Path folder) throws IOException {
    PostgresAddress address = PostgresAddress.parse("postgresql://[fd00::2]/db?user=ann");
    assertThat(PostgresAddress.parse(address.toString())).isEqualTo(address);
    Path file = folder.resolve("pgpass");
    Files.writeString(file, "fd00\\:\\:2:5432:db:ann:a\\:b\\\\c\n", UTF_8);
    String set = "org.postgresql.pgpassfile";
    String before = System.getProperty(set, "");
    System.setProperty(set, file.toString());
    try {
      assertThat(
              PgPassParser.getPassword(
                  address.bareHost(), String.valueOf(address.port()), "db", "ann"))
          .isEqualTo("a:b\\c");
    } finally {
      System.setProperty(set, before);
    }
  }

  private static RuntimeException of(SQLException e) {
    return PostgresErrors.of(e, ADDRESS, "read");
  }

  @Test
  void aServerThatIsSetUpWronglyIsNoMistakeOfBallast() {
    for (String state : new String[] {"F0000", "28P02"}) {
      assertThat(of(new SQLException("certificates need a store", state)))
          .isInstanceOf(InputException.class)
          .hasMessageEndingWith("the server refuses the connection (certificates need a store)");
    }
    assertThat(of(new SQLException("?", "XX000"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRefusalDoesNotQuoteStatements() {
    SQLException reason = new SQLException("only a maintainer does that", "42501");
    BatchUpdateException batch =
        new BatchUpdateException("Batch entry 0 UPDATE unit was aborted", "42501", 0, new int[0]);
    batch.setNextException(reason);
    assertThat(of(batch))
        .hasMessageContaining("(only a maintainer does that)")
        .hasMessageNotContaining("UPDATE");
  }

  private static PSQLException ofServer(String state) {
    return new PSQLException(
        new ServerErrorMessage("SERROR\0VERROR\0C" + state + "\0Mthis went wrong\0"));
  }

  @ParameterizedTest
  @CsvSource({
    "57014, has ended the command",
    "25P03, has ended the connection by its time limit",
    "25P04, has ended the connection by its time limit",
    "57P05, has ended the connection by its time limit",
    "57P04, cannot be reached",
    "25006, takes no changes now",
    "53000, has reached a limit of its memory or of its settings",
    "53200, has reached a limit of its memory or of its settings",
    "53400, has reached a limit of its memory or of its settings",
    "58030, cannot use its own files",
    "58P01, cannot use its own files",
  })
  void whatAnAdministratorCanMendIsSaidWithTheWordsOfTheServer(String state, String what) {
    assertThat(PostgresErrors.of(ofServer(state), ADDRESS, "write to", Moment.WORKING))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.hint().endsWith("; what was being written is not in the memory"))
                    .isEqualTo(!state.equals("25006")))
        .hasMessageContaining("the server " + what)
        .hasMessageEndingWith("(this went wrong)");
  }

  @Test
  void aMemoryThatIsHalfMadeIsMadeByTheSameCommand() {
    for (Moment moment : Moment.values()) {
      assertThat(PostgresErrors.of(ofServer("57P01"), ADDRESS, PostgresErrors.MAKING, moment))
          .isInstanceOfSatisfying(
              InputException.class,
              e ->
                  assertThat(e.hint()).endsWith("run the command again: it makes what is missing"));
    }
  }

  @Test
  void brokenDataOfTheServerIsDamage() {
    for (String state : new String[] {"XX001", "XX002"}) {
      assertThat(PostgresErrors.of(ofServer(state), ADDRESS, "read", Moment.WORKING))
          .isInstanceOf(InputException.class)
          .hasMessageEndingWith("is damaged: this went wrong");
    }
  }

  @Test
  void onlyALostLineLeavesUnknownWhatIsInTheMemory() {
    for (String state : new String[] {"08006", "57P01"}) {
      assertHint(state, "whether what was being written is in the memory is not known");
    }
    for (String state : new String[] {"57014", "25P03", "53400", "58030"}) {
      assertHint(state, "what was being written is not in the memory");
    }
  }

  private static void assertHint(String state, String hint) {
    assertThat(PostgresErrors.of(ofServer(state), ADDRESS, "write to", Moment.COMMITTING))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("; " + hint));
  }

  @Test
  void aDatabaseThatAdmitsNobodyIsNotTakenForAMistakeOfBallast() {
    assertThat(of(ofServer("55000")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("the server refuses the connection (this went wrong)");
  }

  @Test
  void mistakesOfBallastStayMistakes() {
    for (String state : new String[] {"XX000", "55000", "25P02", "42601", "23505"}) {
      assertThat(PostgresErrors.of(ofServer(state), ADDRESS, "write to", Moment.WORKING))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(PostgresErrors.of(ofServer("25006"), ADDRESS, "read", Moment.WORKING))
        .isInstanceOf(IllegalStateException.class);
  }
}
