package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changed units in exchange files say what they were before. */
final class DiffExchangeTest {

  @TempDir Path folder;

  private String written(String name) throws IOException {
    Files.writeString(folder.resolve("old.tsv"), "我们走吧。\tLet us go.\n", UTF_8);
    Files.writeString(folder.resolve("new.tsv"), "我们走吧。\tLet us leave.\n", UTF_8);
    new CommandRunner(folder).run("diff", "old.tsv", "new.tsv", "-o", name);
    return Files.readString(folder.resolve(name), UTF_8);
  }

  @Test
  void xliffHasItInANote() throws IOException {
    assertThat(written("changes.xlf"))
        .contains(
            "Let us leave.</target>", "<note from=\"Ballast\">edited; was: Let us go.</note>");
  }

  @Test
  void tmxHasItInAProperty() throws IOException {
    assertThat(written("changes.tmx"))
        .contains("<prop type=\"x-previous-target\">Let us go.</prop>")
        .doesNotContain("<note>");
  }
}
