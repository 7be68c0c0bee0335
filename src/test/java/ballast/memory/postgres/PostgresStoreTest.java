package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.Refusal;
import ballast.bitext.InputException;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a server may refuse, and what becomes of a memory when it goes away. */
final class PostgresStoreTest extends PostgresTest {

  private static final WriteOptions HASTY =
      new WriteOptions(Revisions.options().clock(), Duration.ofMillis(50));

  private PostgresStore filled() {
    owner.make();
    add(owner, "doc");
    return owner;
  }

  @Test
  void anImportIsOfTheTimeAtWhichOthersSeeIt() {
    Instant[] now = {Instant.parse("2026-03-01T08:00:00Z")};
    try (Memory memory = filled().openForWriting(WriteOptions.at(() -> now[0]))) {
      memory.importUnits(
          ImportedUnits.ADD,
          units -> {
            units.take(ImportedUnits.plain("甲。", "A."));
            now[0] = now[0].plusSeconds(60); // a large file
            server.setClock(now[0]);
          });
      assertThat(memory.care().commands(1).get(0).at()).isEqualTo(now[0]);
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    PostgresAddress nowhere = new PostgresAddress("127.0.0.1", 1, "db", "ann", "team");
    assertRefused(
        new PostgresStore(nowhere)::openForReading,
        "cannot read the memory \"postgresql://127.0.0.1:1/db?user=ann&memory=team\": the server"
            + " cannot be reached");
    PostgresAddress nameless = new PostgresAddress("no-host.invalid", 5432, "db", "ann", "team");
    assertRefused(
        new PostgresStore(nameless)::openForReading,
        "the server cannot be reached (there is no host \"no-host.invalid\")");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertRefused(
        store("nowhere", address.user(), "team")::openForReading,
        "the server has no database \"nowhere\"");
  }

  @Test
  void aMemoryOfALaterVersionIsLeftAlone() {
    PostgresStore store = filled();
    sql("UPDATE {}.memory SET schema_version = 99");
    assertRefused(store::openForReading, "has version 99, this Ballast knows versions up to 4");
    assertRefused(() -> store.openForWriting(HASTY), "has version 99");
    assertRefused(store::make, "has version 99");
  }

  @Test
  void aMemoryThatIsNotThereIsAnsweredWithThoseThatAre() {
    // Twenty are named, by their names, and other tests have made more.
    String first = "a_" + schema;
    store(address.database(), address.user(), first).make();
    PostgresStore none = store(address.database(), address.user(), "wrong");
    for (ThrowingCallable opening :
        List.<ThrowingCallable>of(
            none::openForReading, () -> none.openForWriting(HASTY), none::verify, none::members)) {
      assertRefused(
          opening, "there is no memory \"" + none.address() + "\"", first, "ballast tm init");
    }
    assertThatThrownBy(store(address.database(), "ann", "wrong")::openForReading)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.hint()).doesNotContain(schema).contains("tm init"));
  }

  @Test
  void aServerThatOffersNoEncryptionIsRefused() {
    PostgresAddress far =
        new PostgresAddress(
            "127.0.0.2", address.port(), address.database(), address.user(), schema);
    assertRefused(
        new PostgresStore(far)::openForReading,
        "no encrypted connection to the server can be made");
  }

  @Test
  void whomTheServerDoesNotKnowIsTold() {
    assertRefused(
        as("stranger")::openForReading, "the server does not admit the user \"stranger\"");
  }

  @Test
  void aFullDiskOfTheServerLeavesTheMemoryAsItWas() {
    PostgresStore store = filled();
    sql(
        """
        CREATE FUNCTION {}.no_space() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE disk_full USING MESSAGE = 'could not extend file: No space left on device';
        END $$
        """);
    sql("CREATE TRIGGER no_space AFTER INSERT ON {}.placement EXECUTE FUNCTION {}.no_space()");
    try (Memory memory = store.openForWriting(Revisions.options())) {
      assertRefused(
          () -> memory.addRevision(revision("other", "甲。", "A.")),
          "the disk of the server is full");
    }
    sql("DROP TRIGGER no_space ON {}.placement");
    assertDocuments(store, 1);
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void aPasswordComesFromItsFileAndIsNeverShown() throws IOException {
    filled();
    server.execute("CREATE ROLE keyed LOGIN SUPERUSER PASSWORD 'geheim'");
    PostgresStore store = as(PostgresServer.KEYED);
    assertThatThrownBy(store::openForReading)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the server asks for a password, and there is none for it");
    Path passwords = folder.resolve("pgpass");
    System.setProperty("org.postgresql.pgpassfile", passwords.toString());
    try {
      write(passwords, "*:*:*:keyed:falsch");
      assertThatThrownBy(store::openForReading)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the server does not admit the user \"keyed\" (the password is")
          .hasMessageNotContaining("falsch");
      write(passwords, "*:*:*:keyed");
      assertRefused(store::openForReading, "a line of the file of passwords \"" + passwords);
      write(passwords, "*:*:*:keyed:geheim");
      assertDocuments(store, 1);
      for (String others : List.of("rw-r-----", "rw-----w-")) {
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString(others));
        assertRefused(store::openForReading, "others may use the file of passwords");
      }
    } finally {
      System.clearProperty("org.postgresql.pgpassfile");
      server.execute("DROP ROLE keyed");
    }
  }

  private static void write(Path passwords, String line) throws IOException {
    Files.writeString(passwords, line, UTF_8);
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aWordOfSqlMayBeTheNameOfAMemory() {
    PostgresStore store = store(address.database(), address.user(), "user");
    store.make();
    add(store, "doc");
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void aSecondWriterWaitsAndThenGivesUp() {
    PostgresStore store = filled();
    try (Memory first = store.openForWriting(Revisions.options());
        Memory second = store.openForWriting(HASTY)) {
      first.addRevisions(
          List.of(revision("one", "甲", "a")),
          units ->
              assertRefused(
                  () -> second.addRevision(revision("two", "乙", "b")),
                  "another process is writing to it"));
      second.addRevision(revision("two", "乙", "b"));
      assertThat(first.documents()).hasSize(3);
    }
  }

  @Test
  void manyMayMakeTheSameMemory() throws Exception {
    int writers = 6;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      Callable<Integer> writer =
          () -> {
            PostgresStore store = as(PostgresServer.USER);
            store.make();
            try (Memory memory = store.openForWriting(Revisions.options())) {
              String name = Thread.currentThread().getName();
              return memory.addRevision(revision(name, "甲", "a")).units().added();
            }
          };
      List<Callable<Integer>> writing = Collections.nCopies(writers, writer);
      for (Future<Integer> added : threads.invokeAll(writing)) {
        assertThat(added.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(owner.verify()).isEmpty();
    try (Memory memory = owner.openForReading()) {
      assertThat(current(memory)).hasSize(writers);
    }
  }

  @Test
  void aServerThatGoesAwayAmidACommandKeepsNothingOfIt() {
    PostgresStore store = filled();
    try (SqlMemory memory = store.openForWriting(Revisions.options())) {
      long process = process(memory);
      assertRefused(
          () ->
              memory.addRevisions(
                  List.of(revision("lost", "甲", "a")),
                  units -> server.execute("SELECT pg_terminate_backend(" + process + ")")),
          "the server cannot be reached");
    }
    assertDocuments(store, 1);
    assertThat(store.verify()).isEmpty();
  }

  private static long process(SqlMemory memory) {
    try {
      return memory.database().number("SELECT pg_backend_pid()");
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasWrittenOutlivesACrashOfTheServer() {
    PostgresServer own = PostgresServer.another();
    PostgresStore store = own.made(folder);
    for (int round = 1; round <= 3; round++) {
      add(store, "doc" + round);
      try (Memory memory = store.openForWriting(Revisions.options())) {
        DocumentChange lost = revision("lost", "乙。", "B.");
        Refusal.assertRefused(() -> memory.addRevisions(List.of(lost), units -> own.crash()));
      }
      assertThat(store.verify()).isEmpty();
      assertDocuments(store, round);
    }
  }
}
