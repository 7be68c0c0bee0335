package ballast.workbench;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.lexicon.Lexicon;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A folder, its memory and its user.
 *
 * @param workplace its directory is the open folder; its author is recorded
 * @param memory need not exist yet
 * @param lexicon stays open as long as the workbench
 * @param opened when this sitting began, in whole seconds
 */
public record Bench(Workplace workplace, MemoryStore memory, Lexicon lexicon, Instant opened) {

  /** Returns the bench of a workplace. Upgrades a memory of an earlier version. */
  public static Bench of(Workplace workplace, MemoryStore memory) {
    if (memory.exists()) {
      try {
        memory.openExisting(WriteOptions.at(workplace.clock())).close();
      } catch (InputException e) {
        // The memory may still be readable; otherwise each page gives the reason.
      }
    }
    Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Bench(workplace, memory, Lexicon.bundledWhenNeeded(), now);
  }

  public boolean hasMemory() {
    return memory.exists();
  }

  /** Returns the articles of the memory; none if there is no memory. */
  public List<DocumentSummary> documents() {
    if (!hasMemory()) {
      return List.of();
    }
    try (Memory now = memory.openForReading()) {
      return now.documents();
    }
  }

  public String folderName() {
    Path name = workplace.directory().normalize().getFileName();
    return name == null ? workplace.directory().toString() : name.toString();
  }

  /**
   * Returns a value that changes when the memory or one of these files changes.
   *
   * @param files additional files; they need not exist
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
        // The file has just been removed, so it does not count.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stamp.toString();
  }
}
