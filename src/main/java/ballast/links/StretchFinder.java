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
   * @param cuts offsets into the source, UTF-16 units: the edges of all places that will be asked
   *     for
   */
  public Stretches in(String source, Set<Integer> cuts, String target) {
    return new Stretches(linker.link(source, cuts, target));
  }
}
