package ballast.cli;

import ballast.memory.Memory;
import ballast.memory.SqliteMemory;
import ballast.memory.WriteOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which translation memory. */
final class MemoryOptions {

  @Option(
      names = "--tm",
      paramLabel = "FILE",
      description = "The memory. Default: tm/memory.db, looked for from here upwards.")
  @Nullable String tm;

  Path path(Console console) {
    return tm == null ? Project.around(console.directory()).memory() : console.resolve(tm);
  }

  Memory openForReading(Console console) {
    return SqliteMemory.openForReading(path(console));
  }

  Memory openForWriting(Console console) {
    return SqliteMemory.openForWriting(path(console), WriteOptions.at(console.clock()));
  }

  /**
   * Opens for writing a memory that is there: what changes or takes back units makes no new one.
   *
   * @throws ballast.bitext.InputException if there is none
   */
  SqliteMemory openExisting(Console console) {
    SqliteMemory.requireExisting(path(console));
    return SqliteMemory.openForWriting(path(console), WriteOptions.at(console.clock()));
  }
}
