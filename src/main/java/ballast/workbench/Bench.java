package ballast.workbench;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.lexicon.Lexicon;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What lies on the workbench: a folder, its memory, and who works on it.
 *
 * @param workplace its directory is the folder that was opened; its author is recorded
 * @param memory need not exist yet
 * @param lexicon stays open as long as the workbench
 */
public record Bench(Workplace workplace, MemoryStore memory, Lexicon lexicon) {

  /**
   * The folder of a workplace, with a memory. A memory of an earlier version is brought up to date.
   */
  public static Bench of(Workplace workplace, MemoryStore memory) {
    if (memory.exists()) {
      try {
        memory.openExisting(WriteOptions.at(workplace.clock())).close();
      } catch (InputException e) {
        // It may be read all the same; else each page says why not.
      }
    }
    return new Bench(workplace, memory, Lexicon.bundledWhenNeeded());
  }

  /** Whether something has been aligned or imported here. */
  public boolean hasMemory() {
    return memory.exists();
  }

  /** The name of the folder, for people. */
  public String folderName() {
    Path name = workplace.directory().normalize().getFileName();
    return name == null ? workplace.directory().toString() : name.toString();
  }

  /**
   * Differs when the memory or one of these files has changed.
   *
   * @param files others that count; they need not exist
   */
  public String stamp(List<Path> files) {
    StringBuilder stamp = new StringBuilder(memory.stamp());
    for (Path file : files) {
      try {
        if (Files.exists(file)) {
          stamp.append(file).append(' ').append(Files.size(file)).append(' ');
          stamp.append(Files.getLastModifiedTime(file)).append('\n');
        }
      } catch (NoSuchFileException e) {
        // It was removed just now, so it does not count.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stamp.toString();
  }
}
