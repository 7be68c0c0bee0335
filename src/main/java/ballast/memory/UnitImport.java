package ballast.memory;

import ballast.bitext.Unit;
import java.util.Locale;

/** Takes the units of a file into a memory, one after the other. */
@FunctionalInterface
public interface UnitImport {

  /**
   * Takes one unit.
   *
   * @throws IllegalArgumentException if a text cannot be stored: half a surrogate pair, or U+0000
   */
  ImportFate take(ImportedUnit unit);

  /** What an import did with a unit of a file. */
  public enum ImportFate {
    /** The unit is new in the memory. */
    ADDED,
    /**
     * The memory already had it: the same texts except for white space and width, in the same
     * languages.
     */
    MERGED,
    /** Its texts replaced those of a unit of the memory. */
    OVERWRITTEN,
    /** Not imported: the memory keeps its own translation. */
    KEPT_OTHER,
    /** Not imported: the memory keeps its own translation, which is as new or newer. */
    KEPT_NEWER
  }

  /**
   * A unit read from a file that is being imported.
   *
   * @param unit its id is kept unless the memory has a unit with this id; dates, author and
   *     document are those of the file
   * @param dated whether the file says when it was made or changed; its dates are ignored otherwise
   * @param judged whether the file states its status; otherwise the memory's status wins
   */
  public record ImportedUnit(Unit unit, boolean dated, boolean judged) {}

  /**
   * What an import does with a unit whose source text the memory has, in the same languages, with
   * another translation. Rejected and retired units of the memory are not considered.
   */
  public enum OnDuplicate {
    /** The memory's unit stays; the file's is not imported. */
    KEEP,
    /** Both are kept. */
    ADD,
    /**
     * The file's texts replace those of the memory's unit; of several, those of an approved one,
     * else of the one changed last. The others stay.
     */
    OVERWRITE,
    /**
     * As {@link #OVERWRITE} if the file's unit was changed later; otherwise, or if the file has no
     * date for it, as {@link #KEEP}.
     */
    NEWEST;

    /** The name on the command line: {@code overwrite}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How a file is imported.
   *
   * @param onDuplicate what to do when the memory has another translation
   * @param author who runs the import; empty when unknown
   * @param dryRun whether to leave the memory unchanged
   */
  public record ImportOptions(OnDuplicate onDuplicate, String author, boolean dryRun) {}
}
