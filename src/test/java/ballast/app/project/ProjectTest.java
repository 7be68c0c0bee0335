package ballast.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "trade.zh.txt,trade",
    "trade.zh.gb18030.txt,trade",
    "trade.zh-CN.v2.html,trade",
    "trade_zh.txt,trade",
    "trade-cn.txt,trade",
    "trade-zh-CN.txt,trade",
    "trade.txt,trade",
    "2.14.zh.txt,2.14",
    "贸易.zh.txt,贸易",
    "zh.txt,zh",
    "a.b.txt,a.b",
    "trade,trade",
    "march-zhengzhou.txt,march-zhengzhou"
  })
  void aDocumentIsNamedByItsFileWithoutMarks(String file, String stem) {
    assertThat(Project.stem(file)).isEqualTo(stem);
  }

  @Test
  void theNearestFolderWithATmFolderIsTheProject() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("a/b"));
    Files.createDirectory(directory.resolve("tm"));
    Project project = Project.around(inner);
    assertThat(project.root()).isEqualTo(directory);
    assertThat(project.memory()).isEqualTo(directory.resolve("tm/memory.db"));
    assertThat(project.documentName(inner.resolve("文章.zh.txt"))).isEqualTo("a/b/文章");
    assertThat(project.documentName(directory.resolveSibling("x.zh.txt"))).isEqualTo("../x");
    assertThat(project.documentName(inner.resolve("trade/zh.txt"))).isEqualTo("a/b/trade");
  }

  @Test
  void withoutATmFolderTheNearestSettingsShowTheProject() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("a/b"));
    Files.writeString(directory.resolve("ballast.toml"), "");
    assertThat(Project.around(inner).documentName(inner.resolve("文章.zh.txt"))).isEqualTo("a/b/文章");
    Files.createDirectories(directory.resolve("a/glossary"));
    Files.writeString(directory.resolve("a/glossary/ballast.toml"), "");
    assertThat(Project.around(inner).root()).isEqualTo(directory.resolve("a"));
    Files.createDirectory(directory.resolve("tm"));
    assertThat(Project.around(inner).root()).isEqualTo(directory);
  }

  @Test
  void settingsOutsideOfTheGitWorkTreeShowNoProject() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("a/b"));
    Files.createDirectory(directory.resolve("a/.git"));
    Files.writeString(directory.resolve("ballast.toml"), "");
    assertThat(Project.around(inner).root()).isEqualTo(inner);
  }

  @Test
  void settingsOfAnotherOwnerShowNoProject() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("a/b"));
    Path settings = Files.writeString(directory.resolve("ballast.toml"), "");
    assumeThat(System.getProperty("user.name")).as("who may give files away").isEqualTo("root");
    Files.setOwner(
        settings,
        settings.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
    assertThat(Project.around(inner).root()).isEqualTo(inner);
    assertThat(Project.around(directory).root()).isEqualTo(directory);
  }

  @Test
  void theGlossaryIsTheNearestUpwardsWithinTheProject() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("a/b"));
    Path outer = Files.createDirectory(directory.resolve("glossary"));
    assertThat(Project.glossary(inner)).contains(outer);
    Files.createDirectory(directory.resolve("a/tm"));
    assertThat(Project.glossary(inner)).isEmpty();
    Path nested = Files.createDirectory(directory.resolve("a/glossary"));
    assertThat(Project.glossary(inner)).contains(nested);
  }
}
