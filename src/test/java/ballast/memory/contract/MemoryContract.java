package ballast.memory.contract;

import ballast.memory.Memory;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;

/**
 * The contract of every store of memories.
 *
 * <p>A test of a store extends this class and says where a memory is kept; what is peculiar to the
 * store has tests of its own.
 */
public abstract class MemoryContract implements StoreUnderTest {

  @Nested
  final class Authors extends AuthorsContract {
    Authors() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class CareOfUnits extends CareContract {
    CareOfUnits() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Duplicates extends DuplicatesContract {
    Duplicates() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Importing extends ImportContract {
    Importing() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Opening extends OpeningContract {
    Opening() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Pins extends PinContract {
    Pins() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Reading extends ReadingContract {
    Reading() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class RevisionsOfDocuments extends RevisionContract {
    RevisionsOfDocuments() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class RevisionProperty extends RevisionPropertyContract {
    RevisionProperty() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Searching extends SearchContract {
    Searching() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class SearchProperty extends SearchPropertyContract {
    SearchProperty() {
      super(MemoryContract.this);
    }
  }

  @Nested
  final class Undoing extends UndoContract {
    Undoing() {
      super(MemoryContract.this);
    }
  }

  @Override
  public void index(Memory memory) {
    SqlMemory written = (SqlMemory) memory;
    try {
      new IndexKeeper(written.database()).extend();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    written.index().written();
  }

  @Override
  public void removeSome(Memory memory) {
    Database database = ((SqlMemory) memory).database();
    try {
      database.write(
          () -> {
            for (String condition :
                List.of(
                    "id = (SELECT max(id) FROM unit)", "id % 7 = 3 AND retired_in IS NOT NULL")) {
              String ids = "(SELECT id FROM unit WHERE " + condition + ")";
              database.update("DELETE FROM placement WHERE unit IN " + ids);
              database.update("DELETE FROM unit_history WHERE unit IN " + ids);
              database.update("DELETE FROM unit WHERE " + condition);
            }
            return memory;
          });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    ((SqlMemory) memory).index().written();
  }
}
