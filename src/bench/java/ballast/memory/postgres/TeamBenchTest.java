package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures judgements during an import of 100,000 units by another user. */
final class TeamBenchTest {

  private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("team.seconds", 120));
  private static final int IMPORTED = 100_000;

  @Test
  void ninetyFiveOfAHundredJudgementsTakeLessThanAQuarterOfASecond(@TempDir Path folder)
      throws Exception {
    PostgresServer server = PostgresServer.get();
    Team team = new Team(server.memory(folder));
    team.fill(8_000);
    long end = System.nanoTime() + LASTS.toNanos();
    team.work(made -> System.nanoTime() < end, IMPORTED);
    System.out.printf(
        "%d judgements: p50 %d ms, p95 %d ms, p99 %d ms, max %d ms; import %d ms%n",
        team.judgements(),
        team.wait(50),
        team.wait(95),
        team.wait(99),
        team.wait(100),
        team.importMillis());
    System.out.printf(
        "beside the import: p50 %d ms, p95 %d ms, max %d ms%n",
        team.waitBesideImport(50), team.waitBesideImport(95), team.waitBesideImport(100));
    assertThat(team.historyRows(server)).isEqualTo(team.judgements());
    assertThat(team.wait(95)).isLessThanOrEqualTo(250);
  }
}
