package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore.Role;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator's settings do to a command, and what is said of what it was writing. */
final class ServerTroubleTest extends PostgresTest {

  private static final String NOT_IN = "what was being written is not in the memory";

  @BeforeEach
  void make() {
    owner.make();
    add(owner, "doc");
  }

  private static void set(SqlMemory memory, String setting, String value) throws SQLException {
    memory.database().execute("SET " + setting + " = " + value);
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCommandThatTakesTooLongForTheServerIsNamed() throws SQLException {
    sql(
        """
        CREATE FUNCTION {}.slow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(9); RETURN NULL; END $$
        """);
    sql("CREATE TRIGGER slow AFTER INSERT ON {}.placement EXECUTE FUNCTION {}.slow()");
    try (SqlMemory memory = owner.openForWriting(Revisions.options())) {
      set(memory, "statement_timeout", "200");
      assertRefused(
          () -> memory.addRevision(revision("other", "甲。", "A.")),
          "the server has ended the command (canceling statement due to statement timeout)",
          "statement_timeout is too short for this, or somebody has cancelled it there; " + NOT_IN);
      assertThat(memory.documents()).hasSize(1);
    }
    try (SqlMemory memory = owner.openForReading()) {
      set(memory, "statement_timeout", "100");
      assertThatThrownBy(() -> memory.forEachUnit(UnitFilter.CURRENT, unit -> sleep(memory)))
          .isInstanceOfSatisfying(
              InputException.class,
              e -> assertThat(e.hint()).contains("statement_timeout").doesNotContain("written"));
    }
  }

  private static void sleep(SqlMemory memory) {
    try {
      memory.database().execute("SELECT pg_sleep(9)");
    } catch (SQLException e) {
      throw memory.database().engine().failure(e, "read");
    }
  }

  @Test
  void aConnectionThatIsIdleForTooLongIsNamed() throws SQLException {
    try (SqlMemory memory = owner.openForWriting(Revisions.options())) {
      set(memory, "idle_in_transaction_session_timeout", "100");
      assertRefused(
          () -> memory.addRevisions(List.of(revision("other", "甲。", "A.")), units -> pause()),
          "the server has ended the connection by its time limit (",
          "to raise its setting idle_in_transaction_session_timeout; " + NOT_IN);
    }
    try (SqlMemory memory = owner.openForWriting(Revisions.options())) {
      set(memory, "idle_session_timeout", "100");
      assertRefused(
          () ->
              memory.importUnits(
                  ImportedUnits.ADD,
                  units -> {
                    pause();
                    for (int i = 0; i < 9_000; i++) {
                      units.take(ImportedUnits.plain("第" + i + "句。", "sentence " + i));
                    }
                  }),
          "the server has ended the connection by its time limit (",
          "to raise its setting idle_session_timeout; " + NOT_IN);
    }
    assertDocuments(owner, 1);
  }

  @Test
  void aServerThatTakesNoChangesSaysSo() {
    server.execute("ALTER ROLE bob SET default_transaction_read_only = on");
    owner.grant(Role.TRANSLATOR, "bob");
    PostgresStore bobs = as("bob");
    String message = "the server takes no changes now: it is a standby, or set to read only";
    String hint = "use the address of the main server";
    try {
      assertDocuments(bobs, 1);
      assertRefused(() -> bobs.require(TeamRight.WRITE), message, hint);
      PostgresStore other = new PostgresStore(server.memory(folder.resolve("new"), "bob"));
      server.execute("GRANT CREATE ON DATABASE postgres TO bob");
      assertRefused(other::make, message, hint);
      try (Memory memory = bobs.openForWriting(Revisions.options())) {
        assertRefused(
            () -> memory.addRevision(revision("other", "甲。", "A.")),
            message + " (cannot execute ",
            hint);
        for (boolean dryRun : List.of(true, false)) {
          assertRefused(
              () ->
                  memory.importUnits(
                      new ImportOptions(OnDuplicate.ADD, "mei", dryRun),
                      units -> units.take(ImportedUnits.plain("雾。", "Fog."))),
              message,
              hint);
        }
      }
    } finally {
      server.execute("REVOKE CREATE ON DATABASE postgres FROM bob");
      server.execute("ALTER ROLE bob RESET default_transaction_read_only");
    }
    assertDocuments(owner, 1);
  }

  /** The server waits with its answer until a second server has the change, too. */
  @Test
  void aLineThatIsLostWhileTheServerKeepsAChangeLeavesItUnknown() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (SqlMemory memory = owner.openForWriting(Revisions.options())) {
      long process = memory.database().number("SELECT pg_backend_pid()");
      set(memory, "synchronous_commit", "on");
      server.execute("ALTER SYSTEM SET synchronous_standby_names = 'nosuch'");
      server.execute("SELECT pg_reload_conf()");
      var ending = threads.submit(() -> endWhenWaiting(process));
      assertRefused(
          () -> memory.addRevision(revision("other", "甲。", "A.")),
          "the server cannot be reached (",
          "network; whether what was being written is in the memory is not known:"
              + " `ballast tm history` says");
      ending.get(1, TimeUnit.MINUTES);
    } finally {
      server.execute("ALTER SYSTEM RESET synchronous_standby_names");
      server.execute("SELECT pg_reload_conf()");
      threads.shutdownNow();
    }
    assertDocuments(owner, 2);
  }

  private void endWhenWaiting(long process) {
    long waiting = 0;
    for (int i = 0; i < 100 && waiting == 0; i++) {
      pause();
      waiting =
          server.number(
              "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND pid = "
                  + process);
    }
    server.execute("SELECT pg_terminate_backend(" + process + ")");
  }

  @Test
  void whoOnlyReadsIsToldNothingOfWriting() throws SQLException {
    for (boolean writes : List.of(false, true)) {
      try (SqlMemory memory =
          writes ? owner.openForWriting(Revisions.options()) : owner.openForReading()) {
        long process = memory.database().number("SELECT pg_backend_pid()");
        server.execute("SELECT pg_terminate_backend(" + process + ")");
        ThrowingCallable doing =
            writes ? () -> memory.addRevision(revision("other", "甲。", "A.")) : memory::documents;
        String network = "check the host, the port and the network";
        assertThatThrownBy(doing)
            .isInstanceOfSatisfying(
                InputException.class,
                e -> assertThat(e.hint()).isEqualTo(network + (writes ? "; " + NOT_IN : "")));
      }
    }
  }
}
