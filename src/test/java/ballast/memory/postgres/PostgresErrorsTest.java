package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.memory.postgres.PostgresErrors.Moment;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

final class PostgresErrorsTest {

  private static final PostgresAddress ADDRESS =
      new PostgresAddress("localhost", 5432, "db", "ann", "team");

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
