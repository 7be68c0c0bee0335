package ballast.memory.contract;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.nio.file.Path;

/** The common base of the parts of the contract: the place of their memories. */
abstract class StoreContract {

  private final StoreUnderTest stores;

  StoreContract(StoreUnderTest stores) {
    this.stores = stores;
  }

  final StoreUnderTest stores() {
    return stores;
  }

  final MemoryStore store(Path path) {
    return stores.at(path);
  }

  /** Who the store says has made a change of this author. */
  final String author(String author) {
    return stores.author(author);
  }

  /** Opens a folder's memory for writing; there is one in each folder. */
  Memory open(Path folder) {
    return store(folder.resolve("memory.db")).openForWriting(Revisions.options());
  }

  final Memory read(Path folder) {
    return store(folder.resolve("memory.db")).openForReading();
  }
}
