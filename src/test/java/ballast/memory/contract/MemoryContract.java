package ballast.memory.contract;

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
}
