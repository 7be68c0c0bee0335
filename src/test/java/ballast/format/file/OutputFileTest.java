package ballast.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

  @TempDir Path directory;

  @Test
  void nothingIsThereBeforeItIsPublished() throws IOException {
    Path path = directory.resolve("译文.tmx");
    try (OutputFile file = OutputFile.create(path, false)) {
      file.stream().write(65);
      file.finish();
      assertThat(path).doesNotExist();
      file.publish();
    }
    assertThat(path).hasContent("A");
    assertThat(names()).containsExactly("译文.tmx");
  }

  @Test
  void withoutPublishingNothingIsLeftBehind() throws IOException {
    Path path = directory.resolve("a.tmx");
    Files.writeString(path, "old");
    try (OutputFile file = OutputFile.create(path, true)) {
      file.stream().write(65);
    }
    assertThat(path).hasContent("old");
    assertThat(names()).containsExactly("a.tmx");
  }

  @Test
  void anExistingFileIsNotReplacedUnasked() throws IOException {
    Path path = directory.resolve("a.tmx");
    Files.writeString(path, "old");
    assertThatThrownBy(() -> OutputFile.create(path, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("already exists");
    assertThat(path).hasContent("old");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> OutputFile.create(directory.resolve("no/such/a.tmx"), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its folder does not exist");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
