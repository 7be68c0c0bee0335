package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings and changes lead to their files where the terminal shows links. */
final class HyperlinkTest extends CommandTest {

  private static final String LINK = "\033]8;";

  @BeforeEach
  void write() throws IOException {
    write("船 1.zh.txt", "他有3艘船。\n");
    write("船 1.en.txt", "He has 4 ships.\n");
    write("old.en.txt", "He has 5 ships.\n");
  }

  private String run(int columns, Map<String, String> more, String... line) {
    Map<String, String> environment = new HashMap<>(Map.of("HOSTNAME", "desk"));
    environment.putAll(more);
    return new CommandRunner(folder, environment, columns).run(line).out();
  }

  private String check(int columns, Map<String, String> more, String... options) {
    return run(columns, more, words("check '船 1.zh.txt' '船 1.en.txt'", options));
  }

  @Test
  void aFindingLeadsToItsFile() {
    String out = check(80, Map.of("FORCE_HYPERLINK", "1", "NO_COLOR", "1"));

    String path = folder.toAbsolutePath().normalize().toString().replace('\\', '/');
    assertThat(out)
        .containsPattern(
            "^\033]8;id=[0-9a-z]+;file://desk"
                + path
                + "/%E8%88%B9%201\\.en\\.txt\033\\\\船 1\\.en\\.txt:1:8\033]8;;\033\\\\: error: ");
  }

  @Test
  void aChangeLeadsToTheNewFile() {
    assertThat(run(80, Map.of("FORCE_HYPERLINK", "1"), "diff", "old.en.txt", "船 1.en.txt"))
        .contains("/%E8%88%B9%201.en.txt\033\\");
  }

  @Test
  void onlyTerminalsThatShowLinksGetThem() {
    assertThat(check(80, Map.of("VTE_VERSION", "7600"))).contains(LINK);
    assertThat(check(80, Map.of("TERM", "xterm-kitty"))).contains(LINK);
    assertThat(check(0, Map.of(), "--hyperlink", "always")).contains(LINK);
    assertThat(check(80, Map.of("TERM", "xterm-256color"))).doesNotContain(LINK);
    assertThat(check(80, Map.of("VTE_VERSION", "7600", "CI", "true"))).doesNotContain(LINK);
    assertThat(check(80, Map.of("VTE_VERSION", "7600", "TERM", "dumb"))).doesNotContain(LINK);
    assertThat(check(80, Map.of("VTE_VERSION", "7600", "FORCE_HYPERLINK", "0")))
        .doesNotContain(LINK);
    assertThat(check(80, Map.of("FORCE_HYPERLINK", "1"), "--hyperlink", "never"))
        .doesNotContain(LINK);
    assertThat(check(0, Map.of("FORCE_HYPERLINK", "1"))).doesNotContain(LINK);
    assertThat(check(80, Map.of("FORCE_HYPERLINK", "1"), "--format", "json")).doesNotContain(LINK);
  }

  @Test
  void aTextCannotWriteALink() throws IOException {
    write("bad.zh.txt", "船\033]8;;file://evil/share\033\\到了\033]8;;\033\\。\n");

    assertThat(run(80, Map.of("FORCE_HYPERLINK", "1"), "split", "bad.zh.txt"))
        .doesNotContain("\033]8;;file");
  }
}
