package ballast.format.file;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    Path path = Files.writeString(directory.resolve("a.tmx"), "old");
    try (OutputFile file = OutputFile.create(path, true)) {
      file.stream().write(65);
    }
    assertThat(path).hasContent("old");
    assertThat(names()).containsExactly("a.tmx");
  }

  @Test
  void anExistingFileIsNotReplacedUnasked() throws IOException {
    Path path = Files.writeString(directory.resolve("a.tmx"), "old");
    assertRefused(() -> OutputFile.create(path, false), "already exists");
    assertThat(path).hasContent("old");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertRefused(
        () -> OutputFile.create(directory.resolve("no/such/a.tmx"), false),
        "its folder does not exist");
  }

  @Test
  void whatBallastWroteBeforeIsReplacedUnasked() throws IOException {
    Path tmx =
        Files.writeString(
            directory.resolve("a.tmx"),
            "<?xml version=\"1.0\"?><tmx><header creationtool=\"Ballast\"/></tmx>");
    Path page =
        Files.writeString(
            directory.resolve("a.html"),
            "<!DOCTYPE html><html><head>" + OwnMark.HTML + "</head></html>");
    for (Path path : List.of(tmx, page)) {
      write(path, false);
      assertThat(path).hasContent("A");
    }
    // A translator works in an XLIFF file, whoever made it.
    Files.writeString(page, "<xliff><file tool=\"Ballast\"></file></xliff>");
    assertRefused(() -> write(page, false), "already exists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tmx><header creationtool=\"OmegaT\" o-tmf=\"Ballast\"/></tmx>",
        "<tmx><header"
            + " creationtool=\"OmegaT\"/><body><seg>creationtool=\"Ballast\"</seg></body></tmx>",
        "<tmx><!-- <header creationtool=\"Ballast\"/> --><header creationtool=\"OmegaT\"/></tmx>",
        "<html><!-- " + OwnMark.HTML + " --></html>",
        "<!DOCTYPE html><html><head></head><body>" + OwnMark.HTML + "</body></html>",
        "<!DOCTYPE html><html><head><title>" + OwnMark.HTML + "</title></head></html>",
        "<!DOCTYPE html><html><head><script>'" + OwnMark.HTML + "'</script></head></html>",
        "{\"$schema\":\"sarif-schema\",\"tool\":{\"driver\":{\"name\":\"C\"}},"
            + "\"text\":{\"name\" : \"Ballast\"}}"
      })
  void whatOnlySpeaksOfBallastIsNotReplaced(String foreign) throws IOException {
    Path path = Files.writeString(directory.resolve("a"), foreign);
    assertRefused(() -> write(path, false), "already exists");
    assertThat(path).hasContent(foreign);
  }

  @Test
  void aMemoryIsNeverReplaced() throws IOException {
    Path memory = Files.writeString(directory.resolve("memory.db"), "SQLite format 3\0 and so on");
    Path beside = Files.writeString(directory.resolve("memory.db-wal"), "changes");
    Path link = Files.createSymbolicLink(directory.resolve("a.tmx"), memory);
    Path hard = Files.createLink(directory.resolve("b.tmx"), memory);
    for (Path path : List.of(memory, beside, link, hard)) {
      assertRefused(() -> OutputFile.create(path, true), "a memory and is never replaced");
    }
    Path late = directory.resolve("late.db");
    try (OutputFile file = OutputFile.create(late, true)) {
      file.stream().write(65);
      file.finish();
      Files.copy(memory, late);
      assertRefused(file::publish, "is a memory");
    }
    assertThat(late).hasSameBinaryContentAs(memory);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void modeAndLinksAreKept() throws IOException {
    Path file = Files.writeString(directory.resolve("shared.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("shared.csv"));
    write(link, true);
    assertThat(link).isSymbolicLink().hasContent("A");
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");

    Files.writeString(file, "old");
    Path hard = Files.createLink(directory.resolve("hard.csv"), file);
    write(file, true);
    assertThat(hard).hasContent("A");
    assertThat(Files.isSameFile(file, hard)).isTrue();

    Path dangling = Files.createSymbolicLink(directory.resolve("d.csv"), Path.of("new.csv"));
    write(dangling, false);
    assertThat(directory.resolve("new.csv")).hasContent("A");
    assertThat(names()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNamedPipeIsWrittenInto() throws Exception {
    Path pipe = directory.resolve("pipe.tmx");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path read = directory.resolve("read");
    Process reader =
        new ProcessBuilder("cat", pipe.toString()).redirectOutput(read.toFile()).start();
    write(pipe, false);
    assertThat(reader.waitFor()).isZero();
    assertThat(read).hasContent("A");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactlyInAnyOrder("pipe.tmx", "read");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceStaysADevice() throws IOException {
    Path device = Path.of("/dev/null");
    Path link = Files.createSymbolicLink(directory.resolve("n"), device);
    for (Path path : List.of(device, link)) {
      write(path, true);
      write(path, false);
    }
    Files.delete(link); // JUnit would warn that it leads out of the folder
    assertThat(Files.isRegularFile(device)).isFalse();
    assertRefused(
        () -> write(Path.of("/dev/full"), true), "cannot write \"/dev/full\": the disk is full");
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    Path path = directory.resolve("a.tmx");
    Path stale = Files.writeString(directory.resolve("a.tmx.ballast-999999999.part"), "half");
    Path earlier =
        Files.writeString(
            directory.resolve("a.tmx.ballast-" + ProcessHandle.current().pid() + ".part"), "half");
    Files.setLastModifiedTime(earlier, FileTime.fromMillis(0)); // before this process began
    Path ofAnother = Files.writeString(directory.resolve("b.tmx.ballast-999999999.part"), "half");
    List<Path> foreign = new ArrayList<>();
    for (String name : List.of("a.tmx.part", "a.tmx.12.part", "a.tmx.ballast-mine.part")) {
      foreign.add(Files.writeString(directory.resolve(name), "half"));
    }
    write(path, false);
    assertThat(stale).doesNotExist();
    assertThat(earlier).doesNotExist();
    assertThat(ofAnother).exists();
    assertThat(foreign).allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void nothingThatIsThereBecomesTheTemporaryFile() throws IOException {
    Path path = directory.resolve("a.tmx");
    Path victim = Files.writeString(directory.resolve("victim"), "old");
    Path planted = directory.resolve("a.tmx.ballast-" + ProcessHandle.current().pid() + ".part");
    Files.createSymbolicLink(planted, victim);
    write(path, false);
    assertThat(victim).hasContent("old");
    assertThat(path).hasContent("A");
  }

  private static void write(Path path, boolean replace) throws IOException {
    boolean isPage = path.toString().endsWith(".html");
    try (OutputFile file =
        isPage ? OutputFile.createPage(path, replace) : OutputFile.create(path, replace)) {
      file.stream().write(65);
      file.finish();
      file.publish();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aFileIsMadeAndChanged() throws IOException {
    Path file = directory.resolve("a.txt");
    FileChange.make(file, text -> text.orElse("none") + "+");
    FileChange.make(file, text -> text.orElse("none") + "船");
    assertThat(file).content(UTF_8).isEqualTo("none+船");
  }

  @Test
  void whatAnotherProgramWritesMeanwhileIsKept() throws IOException {
    Path file = directory.resolve("a.txt");
    FileChange.make(
        file,
        text -> {
          if (text.isEmpty()) {
            assertDoesNotThrow(() -> Files.writeString(file, "theirs "));
          }
          return text.orElse("") + "ours";
        });
    assertThat(file).content(UTF_8).isEqualTo("theirs ours");
  }

  @Test
  void aFileThatIsChangedAllTheTimeIsLeftAlone() throws IOException {
    Path file = directory.resolve("a.txt");
    AtomicInteger calls = new AtomicInteger();
    assertRefused(
        () ->
            FileChange.make(
                file,
                text -> {
                  assertDoesNotThrow(
                      () -> Files.writeString(file, "theirs " + calls.incrementAndGet()));
                  return "ours";
                }),
        "nothing was written");
    assertThat(directory.toFile().list()).hasSize(1);
    assertThat(file).content(UTF_8).startsWith("theirs");
  }
}
