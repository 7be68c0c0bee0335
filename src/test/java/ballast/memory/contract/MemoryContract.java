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
  final class Authors extends AuthorsContract {}

  @Nested
  final class CareOfUnits extends CareContract {}

  @Nested
  final class CommentsOnUnits extends CommentContract {}

  @Nested
  final class Duplicates extends DuplicatesContract {}

  @Nested
  final class Importing extends ImportContract {}

  @Nested
  final class Opening extends OpeningContract {}

  @Nested
  final class Pins extends PinContract {}

  @Nested
  final class Reading extends ReadingContract {}

  @Nested
  final class RevisionsOfDocuments extends RevisionContract {}

  @Nested
  final class RevisionProperty extends RevisionPropertyContract {}

  @Nested
  final class Searching extends SearchContract {}

  @Nested
  final class SearchProperty extends SearchPropertyContract {}

  @Nested
  final class Undoing extends UndoContract {}
}
