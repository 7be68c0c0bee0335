package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.contract.Revisions;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A test with a memory on a server, which it makes itself. */
@Tag("postgres")
@SuppressWarnings("NullAway.Init") // found before each test
abstract class PostgresTest {

  @TempDir Path folder;
  PostgresServer server;
  PostgresAddress address;
  String schema;
  PostgresStore owner;

  @BeforeEach
  final void find() {
    server = PostgresServer.get();
    address = server.memory(folder);
    schema = address.memory();
    owner = as(PostgresServer.USER);
    server.setClock(Revisions.NOON);
  }

  /** The memory as a user has it. */
  final PostgresStore as(String user) {
    return store(address.database(), user, schema);
  }

  final PostgresStore store(String database, String user, String memory) {
    return new PostgresStore(
        new PostgresAddress(address.host(), address.port(), database, user, memory),
        new CacheFolder(Optional.of(folder.resolve("cache"))));
  }

  /** Runs a statement in which {@code {}} is the name of the memory. */
  final void sql(String statement) {
    server.execute(statement.replace("{}", schema));
  }

  static void add(PostgresStore store, String document) {
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(revision(document, "春天来了。", "Spring has come."));
    }
  }

  static void assertDocuments(PostgresStore store, int documents) {
    try (Memory memory = store.openForReading()) {
      assertThat(memory.documents()).hasSize(documents);
    }
  }

  /** Asserts that the user is told this, with a hint that has all of these parts. */
  static void assertRefused(ThrowingCallable work, String message, String... hints) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.hint()).isNotEmpty();
              for (String hint : hints) {
                assertThat(e.hint()).contains(hint);
              }
            })
        .hasMessageContaining(message);
  }
}
