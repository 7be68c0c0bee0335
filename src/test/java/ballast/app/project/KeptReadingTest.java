package ballast.app.project;

import static ballast.Refusal.assertRefused;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files are read again when they change, and only then. */
final class KeptReadingTest extends FolderTest {

  private int readings;
  private final KeptReading<String> kept = new KeptReading<>(this::files, this::read);

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String read() {
    readings++;
    String all = files().stream().map(Path::toFile).map(Assertions::contentOf).collect(joining());
    if (all.contains("!")) {
      throw new InputException("broken", "");
    }
    return all;
  }

  private String latest(List<String> problems) {
    return kept.latest(e -> problems.add(e.getMessage()));
  }

  @Test
  void aFileIsReadAgainWhenItChangesComesOrGoes() throws IOException {
    assertThat(kept.current()).isEmpty();
    write("a", "1");
    assertThat(kept.current()).isEqualTo("1");
    assertThat(kept.current()).isEqualTo("1");
    assertThat(readings).isEqualTo(2);
    write("a", "2");
    assertThat(kept.current()).isEqualTo("2");
    write("b", "3");
    assertThat(kept.current()).isEqualTo("23");
    Files.delete(folder.resolve("a"));
    assertThat(kept.current()).isEqualTo("3");
    write("c", "4");
    Files.move(folder.resolve("c"), folder.resolve("b"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(kept.current()).isEqualTo("4");
  }

  @Test
  void theLastVersionIsKeptAndTheProblemIsReportedOnce() throws IOException {
    List<String> problems = new ArrayList<>();
    write("a", "!");
    assertRefused(() -> latest(problems));
    write("a", "1");
    assertThat(latest(problems)).isEqualTo("1");
    assertThat(problems).isEmpty();
    write("a", "!!");
    assertThat(latest(problems)).isEqualTo("1");
    assertThat(latest(problems)).isEqualTo("1");
    assertThat(problems).hasSize(1);
    assertRefused(kept::current);
    write("a", "2!");
    assertThat(latest(problems)).isEqualTo("1");
    assertThat(problems).hasSize(2);
    write("a", "2");
    assertThat(latest(problems)).isEqualTo("2");
  }
}
