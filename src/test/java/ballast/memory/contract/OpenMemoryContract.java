package ballast.memory.contract;

import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a memory that is open for writing; until it is reopened, all is one command. */
abstract class OpenMemoryContract extends StoreContract {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // opened before each test
  Memory memory;

  OpenMemoryContract(StoreUnderTest stores) {
    super(stores);
  }

  WriteOptions options() {
    return Revisions.options();
  }

  @BeforeEach
  final void open() {
    memory = store(folder.resolve("memory.db")).openForWriting(options());
  }

  @AfterEach
  final void close() {
    if (memory != null) { // the server may be missing
      memory.close();
    }
  }

  final void reopen() {
    close();
    open();
  }

  final void reopenForReading() {
    close();
    memory = read(folder);
  }
}
