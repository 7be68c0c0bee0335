package ballast.memory.store;

import java.sql.SQLException;

/** One connection to a memory: its statements and its transactions. For one thread. */
public final class Database extends Statements implements AutoCloseable {

  private final Engine engine;
  private final boolean writable;
  private boolean inTransaction;
  private long command;

  /**
   * @param writable whether it may be written to
   */
  public Database(Engine engine, boolean writable) {
    super(engine.connection(), engine.rowsAtATime());
    this.engine = engine;
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
   * The first change made over this connection; all changes of one command refer to it.
   *
   * @param change the row of a change that is being made
   */
  long commandOf(long change) {
    if (command == 0) {
      command = change;
    }
    return command;
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
