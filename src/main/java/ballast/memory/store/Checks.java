package ballast.memory.store;

import ballast.bitext.InputException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the checks of a memory and collects what they find. The checks run independently, so that
 * one that fails to run does not hide the findings of the others.
 */
public final class Checks {

  /** The most problems that one check reports. */
  public static final int MAX_PER_CHECK = 20;

  /** A check, which reports with {@link #problem}. */
  @FunctionalInterface
  public interface Check {
    void run() throws SQLException;
  }

  /** Runs work on one consistent state of the memory, as {@code Database.read} does. */
  @FunctionalInterface
  public interface Reading {
    void read(Statements.Work<String> work) throws SQLException;
  }

  private final Statements database;
  private final Reading reading;
  private final List<String> problems = new ArrayList<>();
  private int found;

  public Checks(Statements database, Reading reading) {
    this.database = database;
    this.reading = reading;
  }

  /** The database that is checked. */
  public Statements database() {
    return database;
  }

  /**
   * Runs a check on one state of the memory.
   *
   * @param what it checks, for messages
   */
  public void run(String what, Check check) {
    found = 0;
    try {
      reading.read(
          () -> {
            check.run();
            return what;
          });
    } catch (SQLException e) {
      problems.add("cannot check " + what + ": " + e.getMessage());
    } catch (InputException e) {
      problem(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Whatever fails on values that the tables do not allow; the cause is in the memory.
      problems.add("cannot check " + what + ": a value is missing or not of its kind");
    }
    if (found > MAX_PER_CHECK) {
      problems.add("and " + (found - MAX_PER_CHECK) + " more about " + what);
    }
  }

  /** Reports something that is wrong. */
  public void problem(String text) {
    found++;
    if (found <= MAX_PER_CHECK) {
      problems.add(text);
    }
  }

  /** Descriptions of everything that is wrong; empty when the memory is sound. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The checks of a memory that differ between engines. */
  public interface EngineChecks {

    /** Whether nothing has been written yet. */
    boolean isBlank(Statements database) throws SQLException;

    /** Makes the checks, which come before those of the rows. */
    void run(Checks checks);
  }
}
