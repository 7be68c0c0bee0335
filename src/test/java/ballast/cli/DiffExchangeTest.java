package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Changed units in exchange files say what they were before. */
final class DiffExchangeTest extends CommandTest {

  private String written(String name) throws IOException {
    write("old.tsv", "我们走吧。\tLet us go.\n");
    write("new.tsv", "我们走吧。\tLet us leave.\n");
    run("diff", "old.tsv", "new.tsv", "-o", name);
    return read(name);
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
