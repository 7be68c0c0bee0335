package ballast.app.documents;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.bitext.Lang;
import ballast.memory.Memory;
import java.util.Optional;

/**
 * Finds the translation of one sentence in a memory, for programs that show a single one and not
 * how good it is.
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
   * The lowest similarity unless the caller gives another, in percent. It is higher than for
   * proposals that are shown with their similarity, because a wrong translation without a warning
   * is worse than none.
   */
  public static final int DEFAULT_MIN = 85;

  /** How many units are read: better ones may have warnings. */
  private static final int MAX_UNITS = 10;

  /**
   * A request for a translation.
   *
   * @param text a sentence
   * @param minScore the lowest similarity in percent, 50 to 100
   */
  public record Request(String text, Direction direction, int minScore) {

    /** A request with the usual lowest similarity. */
    public static Request of(String text, Lang source, Lang target) {
      return new Request(text, new Direction(source, target), DEFAULT_MIN);
    }
  }

  private final Memory memory;

  public SentenceLookup(Memory memory) {
    this.memory = memory;
  }

  /**
   * The translation of the unit that is most like the text, whichever of its texts that is. Units
   * with other numbers or another negation than the text do not count.
   *
   * @return empty if no unit is like the text
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
