package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory is announced by the command that puts the first units into it. */
final class NewMemoryTest extends CommandTest {

  private static final String ANNOUNCED = "created  tm/memory.db: a new memory";

  private Path memory;

  @BeforeEach
  void write() throws IOException {
    memory = Files.createDirectories(folder.resolve("tm")).resolve("memory.db");
    write("units.tsv", "zh\ten\n丙。\tC.\n");
    write("none.tsv", "zh\ten\n");
    write("a.zh.txt", "第一句话。\n第二句话。\n");
    write("a.en.txt", "The first sentence.\nThe second sentence.\n");
    write("b.zh.txt", "第三句话。\n第四句话。\n");
    write("b.en.txt", "The third sentence.\nThe fourth sentence.\n");
  }

  /** What a command leaves that is killed before its first unit is in the memory. */
  private void interrupted() {
    Memories.at(memory).openForWriting(WriteOptions.at(InstantSource.system())).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tm import units.tsv -q",
        "align a.zh.txt a.en.txt -q",
        "align . -q",
      })
  void itIsAnnouncedThoughAnInterruptedCommandHasMadeIt(String line) {
    interrupted();
    assertThat(run(line).err()).containsOnlyOnce(ANNOUNCED);
    assertThat(run(line).err()).doesNotContain("created");
  }

  @Test
  void anEmptyFileBecomesANewMemory() throws IOException {
    Files.createFile(memory);
    assertThat(run("tm import units.tsv -q").err()).contains(ANNOUNCED);
  }

  @Test
  void whatHasNoUnitsYetIsNotAnnounced() {
    interrupted();
    assertThat(run("tm import none.tsv").err()).doesNotContain("created");
    assertThat(run("tm import units.tsv --dry-run").err()).doesNotContain("created");
    assertThat(run("align a.zh.txt a.en.txt --dry-run").err()).doesNotContain("created");
    assertThat(run("tm import units.tsv").err()).contains(ANNOUNCED);
  }

  @Test
  void aMemoryWithAHistoryIsNotNew() {
    run("tm import units.tsv");
    run("tm undo");
    assertThat(run("tm import units.tsv").err()).doesNotContain("created");
  }

  @DisabledOnOs(OS.WINDOWS)
  @ParameterizedTest
  @ValueSource(ints = {8, 20, 60})
  void aMemoryThatCannotBeWrittenLeavesNoFile(int blocks) throws Exception {
    Path driver = Files.createDirectory(folder.resolve("driver"));
    Memories.copyDriver(driver);
    ProcessBuilder builder = program("tm", "import", "units.tsv").redirectErrorStream(true);
    builder
        .environment()
        .put(
            "JDK_JAVA_OPTIONS",
            "-XX:-UsePerfData -Dorg.sqlite.lib.path=%s -Dorg.sqlite.lib.name=%s"
                .formatted(driver, name(driver)));
    builder
        .command()
        .addAll(0, List.of("/bin/sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("cannot write to the memory");
    try (Stream<Path> files = Files.list(memory.getParent())) {
      assertThat(files).as(said).isEmpty();
    }
  }

  private static String name(Path driver) throws IOException {
    try (Stream<Path> files = Files.list(driver)) {
      return files.toList().get(0).getFileName().toString();
    }
  }
}
