package ballast.memory.store;

import ballast.memory.TeamRight;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * Runs the work of commands on a database, each in one transaction. Its methods throw {@link
 * ballast.bitext.InputException} if the file cannot be read or written.
 */
public final class Transactions {

  private final Database database;
  private final InstantSource clock;
  private final Runnable written;
  private final UnaryOperator<RuntimeException> diagnosis;

  /**
   * @param written run after each transaction that has written
   * @param diagnosis gives the exception to throw for one that work has thrown
   */
  public Transactions(
      Database database,
      InstantSource clock,
      Runnable written,
      UnaryOperator<RuntimeException> diagnosis) {
    this.database = database;
    this.clock = clock;
    this.written = written;
    this.diagnosis = diagnosis;
  }

  /** The database that the work uses. */
  public Database database() {
    return database;
  }

  /** The time of a command, in whole seconds. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Runs {@code work}, which only reads. Exceptions other than SQL errors pass through. */
  public <T> T read(Statements.Work<T> work) {
    return run(() -> database.read(work));
  }

  private <T> T run(Statements.Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw diagnosis.apply(database.engine().failure(e, "read"));
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }

  /** As {@link #read}, but reports a malformed value as damage to the file. */
  public <T> T decode(Statements.Work<T> work) {
    return read(decoding(work));
  }

  /** As {@link #decode}, for work that may begin again, see {@link Database#readAgain}. */
  public <T> T decodeAgain(Statements.Work<T> work) {
    return run(() -> database.readAgain(decoding(work)));
  }

  private <T> Statements.Work<T> decoding(Statements.Work<T> work) {
    return () -> {
      try {
        return work.run();
      } catch (IllegalArgumentException | DateTimeException e) {
        throw database.engine().damaged(String.valueOf(e.getMessage()), e);
      }
    };
  }

  /**
   * Runs {@code work}: all of it or nothing.
   *
   * @throws IllegalStateException if the memory was opened for reading
   */
  public <T> T write(Statements.Work<T> work) {
    requireWritable();
    try {
      T result = database.write(work);
      written.run();
      return result;
    } catch (SQLException e) {
      throw diagnosis.apply(database.engine().failure(e, "write to"));
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }

  /**
   * Makes sure that the user has a right.
   *
   * @throws ballast.bitext.InputException if not
   */
  public void require(TeamRight right) {
    run(
        () -> {
          database.engine().require(database, right, 0);
          return right;
        });
  }

  /**
   * Does nothing on a memory that can be written to.
   *
   * @throws IllegalStateException if the memory was opened for reading
   */
  public void requireWritable() {
    if (!database.isWritable()) {
      throw new IllegalStateException("the memory was opened for reading: " + database.place());
    }
  }
}
