package ballast.memory.contract;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The common base of the parts of the contract: the store that the test around them is of. */
abstract class StoreContract {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // found before each test
  StoreUnderTest stores;

  @RegisterExtension
  final BeforeEachCallback surroundings =
      test ->
          stores = test.getRequiredTestInstances().findInstance(StoreUnderTest.class).orElseThrow();

  final MemoryStore store() {
    return stores.at(folder.resolve("memory.db"));
  }

  /** Who the store says has made a change of this author. */
  final String author(String author) {
    return stores.author(author);
  }

  final Memory read() {
    return store().openForReading();
  }

  final Memory write(WriteOptions options) {
    return stores.open(folder.resolve("memory.db"), options);
  }

  final Memory writeAt(Instant now) {
    return write(WriteOptions.at(() -> now));
  }
}
