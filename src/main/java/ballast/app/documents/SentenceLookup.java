package ballast.app.documents;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.bitext.Lang;
import ballast.memory.Memory;
import java.util.Optional;

/**
 * Finds the translation of one sentence in a memory, for programs that show a single one without
 * its similarity.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   SentenceLookup.Request request =
 *       SentenceLookup.Request.of("桥修好了。", Lang.ZH_CN, Lang.EN_US);
 *   System.out.println(new SentenceLookup(memory).find(request).orElse("no unit is like it"));
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

  /**
   * A request for a translation.
   *
   * @param text a sentence
   * @param minScore minimum similarity in percent, 50 to 100
   */
  public record Request(String text, Direction direction, int minScore) {

    /** Uses the default minimum similarity. */
    public static Request of(String text, Lang source, Lang target) {
      return new Request(text, new Direction(source, target), DEFAULT_MIN);
    }
  }

  private final Memory memory;

  public SentenceLookup(Memory memory) {
    this.memory = memory;
  }

  /**
   * Returns the translation from the unit most similar to the text, comparing either side. Units
   * with other numbers or another negation do not count.
   *
   * @return empty if no unit is similar
   */
  public Optional<String> find(Request request) {
    MemoryLookup lookup =
        new MemoryLookup(memory, request.direction().units(SearchSide.BOTH), request.minScore());
    return lookup.find(request.text(), MAX_UNITS).stream()
        .filter(found -> found.match().score() >= request.minScore())
        .filter(found -> found.match().likeness().warnings().isEmpty())
        .map(FoundTranslation::translation)
        .findFirst();
  }
}
