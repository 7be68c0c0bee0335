package ballast.memory;

import ballast.bitext.Unit;
import java.util.Locale;

/** Imports the units of a file into a memory, one after the other. */
@FunctionalInterface
public interface UnitImport {

  /**
   * @throws IllegalArgumentException if a text cannot be stored: half a surrogate pair, or U+0000
   */
  ImportFate take(ImportedUnit unit);

  public enum ImportFate {
    ADDED,
    /**
     * The memory already had the unit: same languages and same texts except for white space and
     * width.
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
   * A unit read from a file.
   *
   * @param unit its id is kept unless the memory has a unit with this id; dates, author and
   *     document are those of the file
   * @param dated whether the file gives its date of creation or change; its dates are ignored
   *     otherwise
   * @param judged whether the file states its status; otherwise the memory's status wins
   */
  public record ImportedUnit(Unit unit, boolean dated, boolean judged) {}

  /**
   * Handling of a unit whose source text is in the memory in the same languages with another
   * translation. Rejected and retired units of the memory are not considered.
   */
  public enum OnDuplicate {
    /** Keep the memory's unit; do not import the file's. */
    KEEP,
    ADD,
    /**
     * Replace the texts of the memory's unit. Of several, this is an approved one, else the one
     * changed last; the others stay.
     */
    OVERWRITE,
    /** Overwrite if the file's unit was changed later; otherwise, or if it has no date, keep. */
    NEWEST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param dryRun whether to leave the memory unchanged
   */
  public record ImportOptions(OnDuplicate onDuplicate, String author, boolean dryRun) {

    public ImportOptions {
      if (!TextKey.isWellFormed(author)) {
        throw new IllegalArgumentException("an unpaired surrogate in " + author);
      }
    }
  }
}
