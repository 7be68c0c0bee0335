package ballast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.sqlite.SqliteEngine;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memories with any {@link Damage}: no command fails on one, and one that is called sound can be
 * exported.
 */
@Timeout(60)
final class MemoryFuzzTest {

  private static final int PAGE_SIZE = SqliteEngine.PAGE_SIZE;

  private static final List<String> COMMANDS =
      List.of(
          "tm search 12艘船在等。",
          "tm concordance ships",
          "tm list",
          "tm stats",
          "tm history",
          "tm history a",
          "tm import more.tsv",
          "tm replace ship boat",
          "tm undo");

  @TempDir Path folder;

  @FuzzTest
  void memory(byte[] wounds) throws IOException {
    Path sound = folder.resolve("sound/tm/memory.db");
    Path memory = folder.resolve("tm/memory.db");
    if (!Files.exists(sound)) {
      SmallMemory.in(folder.resolve("sound"));
      Files.createDirectory(memory.getParent());
      Files.copy(folder.resolve("sound/more.tsv"), folder.resolve("more.tsv"));
    }
    byte[] damaged = new Damage(PAGE_SIZE).to(Files.readAllBytes(sound), wounds);
    AnyFile file = new AnyFile(folder);
    SmallMemory.replace(memory, damaged);
    CommandRunner.Outcome verdict = file.run("tm verify");
    CommandRunner.Outcome export = file.run("tm export --all -o -");
    if (verdict.status() == ExitCode.OK) {
      assertThat(export.status()).as(verdict.err() + export.err()).isZero();
    }
    COMMANDS.forEach(file::run);
  }
}
