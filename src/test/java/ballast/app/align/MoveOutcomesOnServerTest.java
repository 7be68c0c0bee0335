package ballast.app.align;

import ballast.cli.CommandRunner;
import ballast.memory.MemoryStore;
import ballast.memory.TeamStore;
import ballast.memory.opening.Memories;
import ballast.memory.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Moves in a memory on a server leave what they leave in a file. */
@Tag("postgres")
final class MoveOutcomesOnServerTest extends MoveOutcomesTest {

  private @Nullable TeamStore store;

  @Override
  MemoryStore store(int seed) {
    if (store == null) {
      store = Memories.onServer(PostgresServer.get().memory(folder).toString());
      store.make();
      PostgresServer.get().setClock(CommandRunner.NOW);
    }
    return store;
  }

  /** A move takes a tenth of a second there. */
  @Override
  int sequences() {
    return SEQUENCES / 10;
  }
}
