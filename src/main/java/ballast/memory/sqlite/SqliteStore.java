package ballast.memory.sqlite;

import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Salvage;
import ballast.memory.WriteOptions;
import ballast.memory.store.MemoryOpener;
import ballast.memory.store.UnitSalvage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A memory in one file of SQLite; its folders are created with it.
 *
 * @param file need not exist
 */
public record SqliteStore(Path file) implements MemoryStore {

  @Override
  public Memory openForReading() {
    return SqliteMemory.openForReading(file);
  }

  @Override
  public Memory openForWriting(WriteOptions options) {
    return SqliteMemory.openForWriting(file, options);
  }

  @Override
  public Memory openExisting(WriteOptions options) {
    MemoryOpener.requireExisting(file);
    return SqliteMemory.openForWriting(file, options);
  }

  @Override
  public List<String> verify() {
    return Verification.problems(file);
  }

  @Override
  public Salvage salvage(Consumer<Unit> to) {
    return UnitSalvage.read(file, to);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
