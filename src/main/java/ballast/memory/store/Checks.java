package ballast.memory.store;

import ballast.bitext.InputException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the checks of a memory and collects their findings. The checks are independent: one that
 * fails to run does not hide the findings of the others.
 */
public final class Checks {

  public static final int MAX_PER_CHECK = 20;

  @FunctionalInterface
  public interface Check {
    void run() throws SQLException;
  }

  /** Runs work on one consistent state of the memory, like {@code Database.read}. */
  @FunctionalInterface
  public interface Reading {
    void read(Database.Work<String> work) throws SQLException;
  }

  private final Database database;
  private final Reading reading;
  private final List<String> problems = new ArrayList<>();
  private int found;

  public Checks(Database database, Reading reading) {
    this.database = database;
    this.reading = reading;
  }

  public Database database() {
    return database;
  }

  /**
   * Runs a check on one state of the memory.
   *
   * @param what the subject of the check, for messages
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
      // Values that the tables do not allow can make anything fail; the cause is in the memory.
      problems.add("cannot check " + what + ": a value is missing or not of its kind");
    }
    if (found > MAX_PER_CHECK) {
      problems.add("and " + (found - MAX_PER_CHECK) + " more about " + what);
    }
  }

  public void problem(String text) {
    found++;
    if (found <= MAX_PER_CHECK) {
      problems.add(text);
    }
  }

  /** Returns descriptions of all problems; empty if the memory is sound. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  public interface EngineChecks {

    /** Whether the memory has never been written to. */
    boolean isBlank(Database database) throws SQLException;

    /** Runs these checks; the checks of the rows follow. */
    void run(Checks checks);
  }
}
