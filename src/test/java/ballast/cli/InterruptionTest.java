package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A command that is broken off leaves nothing half done, and says so. */
@DisabledOnOs(OS.WINDOWS) // there is no signal there that a test can send
final class InterruptionTest extends CommandTest {

  private static final int SENTENCES = 20_000;
  private static final int PATIENCE_SECONDS = 60;

  @Test
  void itSaysWhatIsSafeAndLeavesNoTemporaryFile() throws IOException, InterruptedException {
    write("a.zh.txt", "第7号港口完成了70万吨货物。\n".repeat(SENTENCES));
    write("a.en.txt", "Port No. 7 handled 700,000 tons.\n".repeat(SENTENCES));
    Path messages = folder.resolve("messages");
    Process process =
        program(words("align a.zh.txt a.en.txt -o out.tmx"))
            .redirectError(messages.toFile())
            .start();
    for (int i = 0; i < 10 * PATIENCE_SECONDS && !hasTemporaryFile(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(hasTemporaryFile()).isTrue();
    process.destroy(); // as Ctrl-C would
    assertThat(process.waitFor()).isGreaterThan(128);
    assertThat(hasTemporaryFile()).isFalse();
    assertThat(folder.resolve("out.tmx")).doesNotExist();
    assertThat(Files.readString(messages))
        .contains("interrupted: the memory has every article that was finished")
        .contains("try:   run the same command again");
  }

  private boolean hasTemporaryFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".part"));
    }
  }
}
