package ballast.workflow.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.check.CheckSettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryChoiceTest {

  private static final String ADDRESS = "postgresql://db.example/texts?user=ann&memory=team";

  @TempDir Path folder;
  private Path below;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    below = Files.createDirectories(folder.resolve("articles"));
  }

  private void settings(String text) throws IOException {
    Files.writeString(folder.resolve("ballast.toml"), text, UTF_8);
  }

  private String chosen(String name) {
    return new MemoryChoice(name).in(Workplace.in(below)).toString();
  }

  @Test
  void withoutAnythingItIsTheFileOfTheProject() {
    assertThat(chosen("")).isEqualTo(folder.resolve("tm/memory.db").toString());
  }

  @Test
  void aNameCountsBeforeTheSettings() throws IOException {
    settings("memory = \"" + ADDRESS + "\"\n");
    assertThat(chosen("own.db")).isEqualTo(below.resolve("own.db").toString());
    assertThat(chosen("")).isEqualTo(ADDRESS);
  }

  @Test
  void theMemoryOfATeamNeedsNoTmFolder() throws IOException {
    Files.delete(folder.resolve("tm"));
    settings("memory = \"" + ADDRESS + "\"\n");
    assertThat(chosen("")).isEqualTo(ADDRESS);
  }

  @Test
  void aFileInTheSettingsIsRelativeToThem() throws IOException {
    settings("memory = \"shared/team.db\"\n[check]\nmax = 3\n");
    assertThat(chosen("")).isEqualTo(folder.resolve("shared/team.db").toString());
  }

  @Test
  void otherSettingsAreNoChoice() throws IOException {
    settings("# The memory is the usual one.\n[check]\nmax = 3\n");
    assertThat(chosen("")).isEqualTo(folder.resolve("tm/memory.db").toString());
  }

  @Test
  void theCheckReadsTheSettingsAsWell() throws IOException {
    settings("memory = \"" + ADDRESS + "\"\n[check]\nmax = 3\n");
    Path file = folder.resolve("ballast.toml");
    assertThat(CheckSettingsReader.read(file, "ballast.toml", Notices.NONE).defaults().max())
        .isEqualTo(3);
  }

  @Test
  void aPasswordInTheSettingsIsRefusedAndNotRepeated() throws IOException {
    settings("\nmemory = \"postgresql://ann:geheim@db.example/texts\"\n");
    assertThatThrownBy(() -> chosen(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ballast.toml:2:1: memory")
        .hasMessageContaining("holds a password")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void aMemoryThatIsNotATextIsAnError() throws IOException {
    settings("memory = 3\n");
    assertThatThrownBy(() -> chosen(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("memory must be a text in quotation marks");
  }

  @Test
  void noOutputReplacesTheMemoryOfTheSettings() throws IOException {
    settings("memory = \"shared/team.db\"\n");
    FilesInUse files = new FilesInUse(List.of(), List.of(), true);
    Files.createDirectories(folder.resolve("shared"));
    Files.writeString(folder.resolve("shared/team.db"), "");
    assertThatThrownBy(() -> files.refuse("../shared/team.db", Workplace.in(below)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is the memory of this project");
  }
}
