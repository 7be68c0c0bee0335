package ballast.format.file;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileChangeTest {

  @TempDir Path folder;

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFileIsMadeAndChanged() throws IOException {
    Path file = folder.resolve("a.txt");
    FileChange.make(file, text -> text.orElse("none") + "+");
    FileChange.make(file, text -> text.orElse("none") + "船");
    assertThat(file).content(UTF_8).isEqualTo("none+船");
  }

  @Test
  void whatAnotherProgramWritesMeanwhileIsKept() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicInteger calls = new AtomicInteger();
    FileChange.make(
        file,
        text -> {
          if (calls.incrementAndGet() == 1) {
            write(file, "theirs ");
          }
          return text.orElse("") + "ours";
        });
    assertThat(file).content(UTF_8).isEqualTo("theirs ours");
  }

  @Test
  void aFileThatIsChangedAllTheTimeIsLeftAlone() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicInteger calls = new AtomicInteger();
    assertRefused(
        () ->
            FileChange.make(
                file,
                text -> {
                  write(file, "theirs " + calls.incrementAndGet());
                  return "ours";
                }),
        "nothing was written");
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(file).content(UTF_8).startsWith("theirs");
  }
}
