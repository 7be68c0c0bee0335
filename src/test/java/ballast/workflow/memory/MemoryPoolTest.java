package ballast.workflow.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.cli.CommandRunner;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open memories that are used again. */
final class MemoryPoolTest {

  @TempDir Path folder;

  private Path memory(String name, String units) throws IOException {
    Files.writeString(folder.resolve(name + ".tsv"), units, UTF_8);
    Path file = folder.resolve(name + ".db");
    assertThat(
            new CommandRunner(folder)
                .run("tm", "import", name + ".tsv", "-q", "--tm", file.toString())
                .status())
        .isZero();
    return file;
  }

  @Test
  void theSameMemoryIsUsedAgainAndTwoAtOnceAreDifferent() throws IOException {
    Path file = memory("a", "船\tship\n");
    try (MemoryPool pool = new MemoryPool(Memories.at(file))) {
      List<Memory> used = new ArrayList<>();
      pool.read(used::add);
      pool.read(used::add);
      assertThat(used.get(1)).isSameAs(used.get(0));
      pool.read(
          outer -> {
            pool.read(used::add);
            return used.add(outer);
          });
      assertThat(used.get(2)).isNotSameAs(used.get(3));
    }
  }

  @Test
  void aMemoryThatFailedIsNotUsedAgain() throws IOException {
    try (MemoryPool pool = new MemoryPool(Memories.at(memory("a", "船\tship\n")))) {
      List<Memory> used = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  pool.read(
                      memory -> {
                        used.add(memory);
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
      pool.read(used::add);
      assertThat(used.get(1)).isNotSameAs(used.get(0));
    }
  }

  @Test
  void anotherFileOfTheSameNameIsNoticed() throws IOException {
    Path file = memory("a", "船\tship\n");
    Path other = memory("b", "船\tship\n桥\tbridge\n");
    try (MemoryPool pool = new MemoryPool(Memories.at(file))) {
      assertThat(pool.read(Memory::unitCount)).contains(1L);
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(pool.read(Memory::unitCount)).contains(2L);
      Files.delete(file);
      assertThat(pool.read(Memory::unitCount)).isEmpty();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aClosedPoolReadsNothing() throws IOException {
    MemoryPool pool = new MemoryPool(Memories.at(memory("a", "船\tship\n")));
    pool.read(
        memory -> {
          pool.close();
          return memory.unitCount();
        });
    assertThatThrownBy(() -> pool.read(Memory::unitCount))
        .isInstanceOf(IllegalStateException.class);
  }
}
