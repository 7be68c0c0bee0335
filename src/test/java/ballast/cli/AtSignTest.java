package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that begins with an at sign is a name. */
final class AtSignTest {

  @TempDir Path folder;

  @Test
  void itsFileIsNotAListOfArguments() throws IOException {
    Files.writeString(folder.resolve("@a.zh.txt"), "船走了。\n", UTF_8);
    Files.writeString(folder.resolve("a.zh.txt"), "--no-such-option\n", UTF_8);
    CommandRunner.Outcome outcome = new CommandRunner(folder).run("split", "@a.zh.txt");
    assertThat(outcome.err()).doesNotContain("no-such-option");
    assertThat(outcome.out()).contains("船走了。");
    assertThat(outcome.status()).isZero();
  }
}
