package ballast.memory.store;

import ballast.memory.TeamRight;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * Runs the work of commands on a database, each in one transaction. All methods throw {@link
 * ballast.bitext.InputException} if the memory cannot be read or written.
 */
public final class Transactions {

  private final Database database;
  private final InstantSource clock;
  private final Runnable written;
  private final UnaryOperator<RuntimeException> diagnosis;

  /**
   * @param written run after each write transaction
   * @param diagnosis converts an exception of the work into the one to throw
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

  public Database database() {
    return database;
  }

  /** The time of a command, in whole seconds. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Runs read-only {@code work}. Exceptions other than SQL errors pass through. */
  public <T> T read(Database.Work<T> work) {
    return run(() -> database.read(work));
  }

  private <T> T run(Database.Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw diagnosis.apply(database.engine().failure(e, "read"));
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }

  /** Like {@link #read}, but reports a malformed value as damage to the memory. */
  public <T> T decode(Database.Work<T> work) {
    return read(decoding(work));
  }

  /** Like {@link #decode}, for work that may run twice: see {@link Database#readAgain}. */
  public <T> T decodeAgain(Database.Work<T> work) {
    return run(() -> database.readAgain(decoding(work)));
  }

  private <T> Database.Work<T> decoding(Database.Work<T> work) {
    return () -> {
      try {
        return work.run();
      } catch (IllegalArgumentException | DateTimeException e) {
        throw database.engine().damaged(String.valueOf(e.getMessage()), e);
      }
    };
  }

  /**
   * Runs {@code work} completely or not at all.
   *
   * @throws IllegalStateException if the memory was opened for reading
   */
  public <T> T write(Database.Work<T> work) {
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
   * @throws ballast.bitext.InputException if the user does not have the right
   */
  public void require(TeamRight right) {
    run(
        () -> {
          database.engine().require(database, right, 0);
          return right;
        });
  }

  /**
   * @throws IllegalStateException if the memory was opened for reading
   */
  public void requireWritable() {
    if (!database.isWritable()) {
      throw new IllegalStateException("the memory was opened for reading: " + database.place());
    }
  }
}
