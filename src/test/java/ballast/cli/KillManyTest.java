package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.cli.CommandRunner.Outcome;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} while a list is aligned: the next run aligns only the remaining documents. */
@Tag("kill")
final class KillManyTest extends CommandTest {

  private static final int PAIRS = 50;
  private static final int SENTENCES = 30;
  private static final long PATIENCE_S = 120;

  @Test
  void aKilledRunGoesOnWhereItWas() throws IOException, InterruptedException, SQLException {
    Path memory = Files.createDirectory(folder.resolve("tm")).resolve("memory.db");
    List<String> names = TinyPairs.write(folder.resolve("文章"), PAIRS, SENTENCES);
    List<String> rows = names.stream().map(n -> n + ".zh.txt\t" + n + ".en.txt").toList();
    Files.write(folder.resolve("文章/清单.tsv"), rows, UTF_8);
    run(0, "align --pairs 文章/清单.tsv");
    List<String> whole = TinyPairs.dump(memory, false);
    Files.delete(memory);

    int first = killWithAtLeast(memory, 3);
    int second = killWithAtLeast(memory, first + 3);
    assertThat(second).isBetween(first + 1, PAIRS - 1);

    Outcome rest = run(0, "align --pairs 文章/清单.tsv");
    assertThat(rest.err()).contains((PAIRS - second) + " aligned, " + second + " already aligned");
    assertThat(TinyPairs.dump(memory, false)).isEqualTo(whole);
    run(0, "tm verify");
  }

  /** Starts a run and kills it when the memory has that many documents; returns how many it has. */
  private int killWithAtLeast(Path memory, int documents) throws IOException, InterruptedException {
    ProcessBuilder builder =
        program("align", "--pairs", "文章/清单.tsv")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese names
    builder.environment().put("USER", "mei");
    builder.environment().remove("BALLAST_AUTHOR");
    Process process = builder.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (documents(memory) < documents && System.nanoTime() < end) {
      assertThat(process.isAlive()).isTrue();
      TimeUnit.MILLISECONDS.sleep(5);
    }
    process.destroyForcibly().waitFor();
    return documents(memory);
  }

  private static int documents(Path memory) {
    if (!Files.exists(memory)) {
      return 0;
    }
    try (Memory tm = Memories.at(memory).openForReading()) {
      return tm.documents().size();
    } catch (InputException e) {
      return 0; // the tables do not exist yet
    }
  }
}
