package ballast.app.documents;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.memory.Memory;
import java.util.Optional;

/**
 * Finds the translation of one sentence in a memory, for programs that show a single one without
 * its similarity.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   Direction direction = new Direction(Lang.ZH_CN, Lang.EN_US);
 *   Optional<String> found = new SentenceLookup(memory).find("桥修好了。", direction, 85);
 *   System.out.println(found.orElse("no unit is like it"));
 * }
 * }</pre>
 */
public final class SentenceLookup {

  /**
   * Default minimum similarity in percent. It is higher than for proposals shown with their
   * similarity, because a wrong translation without a warning is worse than none.
   */
  public static final int DEFAULT_MIN = 85;

  /** Units read, because the best ones may have warnings. */
  private static final int MAX_UNITS = 10;

  private final Memory memory;

  public SentenceLookup(Memory memory) {
    this.memory = memory;
  }

  /**
   * Returns the translation from the unit most similar to a sentence, comparing either side. Units
   * with other numbers or another negation do not count.
   *
   * @param minScore minimum similarity in percent, 50 to 100
   * @return empty if no unit is similar
   */
  public Optional<String> find(String sentence, Direction direction, int minScore) {
    MemoryLookup lookup = new MemoryLookup(memory, direction.units(SearchSide.BOTH), minScore);
    return lookup.find(sentence, MAX_UNITS).stream()
        .filter(found -> found.match().score() >= minScore)
        .filter(found -> found.match().likeness().warnings().isEmpty())
        .map(FoundTranslation::translation)
        .findFirst();
  }
}
