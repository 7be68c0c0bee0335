package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageSectionTest {

  private static final String UPDATE = "page-section-test.update";
  private static final String PAGE =
      """
      # 准确率
      <!-- measured: beads -->
      | set | F1 |
      |---|--:|
      | literary | 78.9 |
      <!-- end -->
      words
      <!-- measured: sentences -->
      <!-- end -->
      """;

  @TempDir Path directory;
  private Path page = Path.of("");

  @BeforeEach
  void write() throws IOException {
    page = Files.writeString(directory.resolve("page.md"), PAGE);
  }

  @AfterEach
  void reset() {
    System.clearProperty(UPDATE);
  }

  @Test
  void aRunLeavesThePageAsItIs() {
    section("beads")
        .publish(List.of("| set | F1 |", "|---|--:|", "| literary | 12.3 |", "| x | |"));
    section("sentences").publish(List.of("| set | F1 |"));
    assertThat(page).content().isEqualTo(PAGE);
  }

  @Test
  void aRowThatIsNotMeasuredAnyMoreFails() {
    assertThatThrownBy(() -> section("beads").publish(List.of("| set | F1 |", "|---|--:|")))
        .hasMessageContaining("literary")
        .hasMessageContaining("-D" + UPDATE + "=true");
  }

  @Test
  void aSectionThatThePageDoesNotHaveFails() {
    assertThatThrownBy(() -> section("speed").publish(List.of())).hasMessageContaining("speed");
  }

  @Test
  void anUpdateRewritesItsSectionOnly() {
    System.setProperty(UPDATE, "true");
    section("sentences").publish(List.of("| 新 |", "|---|"));
    assertThat(page)
        .content()
        .isEqualTo(PAGE.replace("sentences -->\n", "sentences -->\n| 新 |\n|---|\n"));
    section("sentences").publish(List.of());
    assertThat(page).content().isEqualTo(PAGE);
  }

  private PageSection section(String name) {
    return new PageSection(page, name, UPDATE);
  }
}
