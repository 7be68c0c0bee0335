package ballast.memory.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests of a memory that is open for writing, and sound in the end; until it is reopened, all is
 * one command.
 */
abstract class OpenMemoryContract extends StoreContract {

  @SuppressWarnings("NullAway.Init") // opened before each test
  Memory memory;

  WriteOptions options() {
    return Revisions.options();
  }

  @BeforeEach
  final void open() {
    memory = write(options());
  }

  @AfterEach
  final void close() {
    if (memory != null) { // the server may be missing
      assertThat(memory.verify()).isEmpty();
      memory.close();
    }
  }

  final void reopen() {
    memory.close();
    open();
  }

  final void reopenForReading() {
    memory.close();
    memory = read();
  }

  /** Runs a command of its own. */
  final void run(Consumer<Memory> command) {
    reopen();
    command.accept(memory);
  }
}
