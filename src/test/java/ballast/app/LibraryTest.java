package ballast.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.align.AlignmentSink.Collected;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.memory.MemoryStore;
import ballast.memory.opening.Memories;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A program that uses the library needs nothing of the command line or of the browser. */
final class LibraryTest extends FolderTest {

  /** What only rooms above the library use. */
  private static final List<String> NOT_NEEDED =
      List.of("picocli", "jetty", "htmx", "modelcontextprotocol", "reactor");

  static final class Program {

    private Program() {}

    /** Aligns an article of the folder that is its argument. */
    public static void main(String[] args) {
      Path folder = Path.of(args[0]);
      Workplace workplace = Workplace.in(folder);
      MemoryStore memory = Memories.at(folder.resolve("memory.db"));
      Collected collected = new Collected();
      new ArticleAlignment(workplace, Notices.NONE)
          .align(
              ArticleAlignment.Request.of("ballast-stone.zh.txt", "ballast-stone.en.txt")
                  .recording(Recording.in(memory))
                  .into(collected));
      System.out.println(collected.texts().get(0).alignment().beads().size());
    }
  }

  @Test
  void aProgramWithoutThemAligns() throws Exception {
    for (String language : List.of("zh", "en")) {
      String name = "ballast-stone." + language + ".txt";
      Files.copy(Path.of("tm/articles", name), folder.resolve(name));
    }
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> NOT_NEEDED.stream().noneMatch(Path.of(entry).toString()::contains))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(path).isNotEqualTo(System.getProperty("java.class.path"));
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dfile.encoding=UTF-8",
                // What Java 24 and later would say of the driver, which loads a library.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                Program.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo("47");
    assertThat(folder.resolve("memory.db")).isNotEmptyFile();
  }
}
