package ballast.workflow.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FolderFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("文章/里/.hidden"));
    for (String name :
        new String[] {"a.zh.txt", "里/b.zh.txt", ".c.zh.txt", "~$d.docx", "里/.hidden/e.zh.txt"}) {
      Files.writeString(folder.resolve("文章/" + name), "x");
    }
  }

  private FolderFiles of(String name) {
    return FolderFiles.of(Workplace.in(folder), name);
  }

  @Test
  void filesAreNamedRelativeToTheFolder() {
    assertThat(of("文章").names()).containsExactly("a.zh.txt", "里/b.zh.txt");
    assertThatThrownBy(() -> of("none"))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot list the folder \"none\"");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToAFolderIsTheFolderButNoneInsideIsFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("链接"), Path.of("文章"));
    Files.createSymbolicLink(folder.resolve("文章/又"), Path.of("里"));
    Files.createSymbolicLink(folder.resolve("文章/f.zh.txt"), Path.of("a.zh.txt"));
    assertThat(of("链接").names()).containsExactly("a.zh.txt", "f.zh.txt", "里/b.zh.txt");
    assertThat(of("链接").linked()).containsExactly("又");
    assertThat(of("链接")).isEqualTo(of("文章"));
  }
}
