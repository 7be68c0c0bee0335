package ballast.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.FolderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectTest extends FolderTest {

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
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.createDirectory(folder.resolve("tm"));
    Project project = Project.around(inner);
    assertThat(project.root()).isEqualTo(folder);
    assertThat(project.memory()).isEqualTo(folder.resolve("tm/memory.db"));
    assertThat(project.documentName(inner.resolve("文章.zh.txt"))).isEqualTo("a/b/文章");
    assertThat(project.documentName(folder.resolveSibling("x.zh.txt"))).isEqualTo("../x");
    assertThat(project.documentName(inner.resolve("trade/zh.txt"))).isEqualTo("a/b/trade");
  }

  @Test
  void withoutATmFolderTheNearestSettingsShowTheProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    write("ballast.toml", "");
    assertThat(Project.around(inner).documentName(inner.resolve("文章.zh.txt"))).isEqualTo("a/b/文章");
    Files.createDirectories(folder.resolve("a/glossary"));
    write("a/glossary/ballast.toml", "");
    assertThat(Project.around(inner).root()).isEqualTo(folder.resolve("a"));
    Files.createDirectory(folder.resolve("tm"));
    assertThat(Project.around(inner).root()).isEqualTo(folder);
  }

  @Test
  void settingsOutsideOfTheGitWorkTreeShowNoProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.createDirectory(folder.resolve("a/.git"));
    write("ballast.toml", "");
    assertThat(Project.around(inner).root()).isEqualTo(inner);
  }

  @Test
  void settingsOfAnotherOwnerShowNoProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path settings = Files.writeString(folder.resolve("ballast.toml"), "");
    assumeThat(System.getProperty("user.name")).as("who may give files away").isEqualTo("root");
    Files.setOwner(
        settings,
        settings.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
    assertThat(Project.around(inner).root()).isEqualTo(inner);
    assertThat(Project.around(folder).root()).isEqualTo(folder);
  }

  @Test
  void theGlossaryIsTheNearestUpwardsWithinTheProject() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path outer = Files.createDirectory(folder.resolve("glossary"));
    assertThat(Project.glossary(inner)).contains(outer);
    Files.createDirectory(folder.resolve("a/tm"));
    assertThat(Project.glossary(inner)).isEmpty();
    Path nested = Files.createDirectory(folder.resolve("a/glossary"));
    assertThat(Project.glossary(inner)).contains(nested);
  }
}
