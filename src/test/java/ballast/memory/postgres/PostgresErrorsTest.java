package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
}
