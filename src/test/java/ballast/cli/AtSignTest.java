package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A name that begins with an at sign is a name. */
final class AtSignTest extends CommandTest {

  @Test
  void itsFileIsNotAListOfArguments() throws IOException {
    write("@a.zh.txt", "船走了。\n");
    write("a.zh.txt", "--no-such-option\n");
    Outcome outcome = run("split @a.zh.txt");
    assertThat(outcome.err()).doesNotContain("no-such-option");
    assertThat(outcome.out()).contains("船走了。");
    assertThat(outcome.status()).isZero();
  }
}
