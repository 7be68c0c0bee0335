package ballast.memory.store;

import ballast.memory.store.Watch.StateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection to a memory, with its statements and transactions. Not thread-safe. */
public final class Database extends Statements implements AutoCloseable {

  /** Maximum attempts to run work without a transaction. */
  private static final int MAX_ATTEMPTS = 2;

  private final Engine engine;
  private final boolean writable;
  private final @Nullable Watch state;
  private boolean inTransaction;
  private long command;

  public Database(Engine engine, boolean writable) {
    super(engine.connection(), engine.rowsAtATime(), engine::sendRows, engine.isDistant());
    this.engine = engine;
    this.state = engine.isDistant() ? new Watch(engine.state(), engine::requireSame) : null;
    this.writable = writable;
  }

  public Engine engine() {
    return engine;
  }

  public String place() {
    return engine.place();
  }

  public boolean isWritable() {
    return writable;
  }

  /**
   * The first change made over this connection, to which all later changes of the command refer; 0
   * if there is none.
   */
  long command() {
    return command;
  }

  /** Must be called after each change. */
  void changed(long change) {
    if (command == 0) {
      command = change;
    }
  }

  /**
   * Runs {@code work} in an exclusive write transaction, which commits everything or nothing.
   *
   * @throws IllegalStateException if a transaction is running
   */
  public <T> T write(Work<T> work) throws SQLException {
    if (inTransaction) {
      throw new IllegalStateException("the memory cannot be written to while it is being read");
    }
    return transaction(true, work);
  }

  /**
   * Runs read-only {@code work} on one consistent state: that of the running transaction, if any.
   */
  public <T> T read(Work<T> work) throws SQLException {
    return inTransaction ? work.run() : transaction(false, work);
  }

  /**
   * Like {@link #read}, for work that may run twice because it has no effect besides its result. On
   * a distant engine it runs without a transaction, which would cost one more round trip to end.
   * Instead each query also returns the state that it saw.
   */
  public <T> T readAgain(Work<T> work) throws SQLException {
    Watch watching = state;
    for (int attempt = 0; attempt < MAX_ATTEMPTS && watching != null && !inTransaction; attempt++) {
      watching.begin();
      watch(watching);
      try {
        T result = work.run();
        if (!watching.hasSeen()) {
          forEachTogether(List.of());
        }
        return result;
      } catch (StateException e) {
        // Tries again; if others keep writing, falls back to a transaction.
      } finally {
        watch(null);
      }
    }
    return read(work);
  }

  /** Identifies the state of the index, and of the texts not in it, that was last seen. */
  public Optional<String> watchedIndex() {
    return Optional.ofNullable(state).map(Watch::index);
  }

  /** Makes work of {@link #readAgain} start again in a transaction, which can read many rows. */
  public void requireTransaction() {
    if (isWatched()) {
      throw new StateException("too many rows");
    }
  }

  /**
   * Runs {@code work} without foreign key checks, so {@code work} must keep references valid
   * itself. Not inside a transaction.
   */
  public <T> T unchecked(Work<T> work) throws SQLException {
    return engine.unchecked(this, work);
  }

  private <T> T transaction(boolean writes, Work<T> work) throws SQLException {
    engine.begin(this, writes);
    inTransaction = true;
    long commandBefore = command;
    boolean committed = false;
    try {
      T result = work.run();
      send();
      engine.commit(this);
      committed = true;
      return result;
    } finally {
      inTransaction = false;
      if (!committed) {
        command = commandBefore;
        discard();
        engine.rollBack(this);
      }
    }
  }

  /** Frees unused space. Excludes other writers, like {@link #write}. */
  public void vacuum() throws SQLException {
    command = 0; // the first change may be gone
    // A cached statement counts as being in progress.
    forget();
    engine.vacuum(this);
  }

  @Override
  public void close() throws SQLException {
    try {
      forget();
    } finally {
      engine.connection().close();
    }
  }
}
