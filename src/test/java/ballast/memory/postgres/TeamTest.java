package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight who judge, eight who search and one who imports work on one memory. */
@Tag("postgres")
final class TeamTest {

  private static final int JUDGEMENTS = 12;
  private static final int IMPORTED = 3_000;

  @Test
  void everyJudgementIsKeptAndNobodyFails(@TempDir Path folder) throws Exception {
    PostgresServer server = PostgresServer.get();
    Team team = new Team(server.memory(folder));
    team.fill(400);
    team.work(made -> made < JUDGEMENTS, IMPORTED);
    assertThat(team.judgements()).isEqualTo(8L * JUDGEMENTS);
    try (Memory memory = team.store().openForReading()) {
      assertThat(team.historyRows(server)).isEqualTo(8L * JUDGEMENTS);
      assertThat(memory.unitCount()).isEqualTo(400 + IMPORTED);
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(20)).isEmpty();
    }
  }
}
