package ballast.memory;

/** Takes the units of a file into a memory, one after the other. */
@FunctionalInterface
public interface UnitImport {

  /**
   * Takes one unit.
   *
   * @throws IllegalArgumentException if a text cannot be stored: half a surrogate pair, or U+0000
   */
  ImportFate take(ImportedUnit unit);
}
