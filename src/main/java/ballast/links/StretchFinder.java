package ballast.links;

import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.Set;

/** Links sentences and their translations, to find what translates what. Thread-safe. */
public final class StretchFinder {

  private final WordLinker linker;

  /** Takes what is known of Chinese words and their English renderings. */
  public StretchFinder(ChineseWords words, Renderings renderings) {
    this.linker = new WordLinker(words, renderings);
  }

  /**
   * Links the words of a sentence and its translation.
   *
   * @param cuts offsets into the source, UTF-16 units, that no word of it contains except at its
   *     edges; of a place with other edges only the words that are wholly inside it count
   */
  public Stretches in(String source, Set<Integer> cuts, String target) {
    return new Stretches(linker.link(source, cuts, target));
  }
}
