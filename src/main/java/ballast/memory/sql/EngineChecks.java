package ballast.memory.sql;

import ballast.memory.store.Checks;
import ballast.memory.store.Statements;
import java.sql.SQLException;

/** The checks of a memory that differ between engines. */
public interface EngineChecks {

  /** Whether nothing has been written yet. */
  boolean isBlank(Statements database) throws SQLException;

  /** Makes the checks, which come before those of the rows. */
  void run(Checks checks);
}
