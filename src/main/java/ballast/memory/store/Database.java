package ballast.memory.store;

import ballast.memory.store.Watch.StateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection to a memory: its statements and its transactions. For one thread. */
public final class Database extends Statements implements AutoCloseable {

  /** How often work without a transaction begins. */
  private static final int MAX_ATTEMPTS = 2;

  private final Engine engine;
  private final boolean writable;
  private final @Nullable Watch state;
  private boolean inTransaction;
  private long command;

  /**
   * @param writable whether it may be written to
   */
  public Database(Engine engine, boolean writable) {
    super(engine.connection(), engine.rowsAtATime(), engine::sendRows, engine.isDistant());
    this.engine = engine;
    this.state = engine.isDistant() ? new Watch(engine.state(), engine::requireSame) : null;
    this.writable = writable;
  }

  /** What only the engine of this database can do. */
  public Engine engine() {
    return engine;
  }

  /** The place of the memory, as messages name it. */
  public String place() {
    return engine.place();
  }

  public boolean isWritable() {
    return writable;
  }

  /**
   * The first change made over this connection, to which all later ones of the command refer; 0 if
   * none has been made.
   */
  long command() {
    return command;
  }

  /** Takes note of a change that has been made. */
  void changed(long change) {
    if (command == 0) {
      command = change;
    }
  }

  /**
   * Runs {@code work} in an exclusive write transaction: all of it is committed or nothing.
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
   * Runs {@code work}, which only reads, on one consistent state; inside a transaction, on the
   * transaction's state.
   */
  public <T> T read(Work<T> work) throws SQLException {
    return inTransaction ? work.run() : transaction(false, work);
  }

  /**
   * As {@link #read} for work that may begin again, because nothing of it is lost with its result.
   * On a distant engine it runs without a transaction, whose end would be one more journey: each of
   * its queries tells the state that it saw.
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
        // Once more; if others write all the time, in a transaction.
      } finally {
        watch(null);
      }
    }
    return read(work);
  }

  /** What tells one state of the index, and of the texts without it, from another while watched. */
  public Optional<String> watchedIndex() {
    return Optional.ofNullable(state).map(Watch::index);
  }

  /** Has work of {@link #readAgain} begin again in a transaction, which can read many rows. */
  public void requireTransaction() {
    if (isWatched()) {
      throw new StateException("too many rows");
    }
  }

  /**
   * Runs {@code work} without foreign key checks; {@code work} must keep references valid itself.
   * Not inside a transaction.
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

  /** Gives unused space back. Excludes other writers, as {@link #write} does. */
  public void vacuum() throws SQLException {
    command = 0; // the first change may have been removed
    // A cached statement counts as being in progress.
    forget();
    engine.vacuum(this);
  }

  /** Closes the connection. */
  @Override
  public void close() throws SQLException {
    try {
      forget();
    } finally {
      engine.connection().close();
    }
  }
}
