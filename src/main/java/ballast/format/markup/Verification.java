package ballast.format.markup;

import ballast.format.article.TranslatedBlock;
import java.util.Map;
import java.util.Set;

/** Says whether a file with other texts in it is read as intended. */
@FunctionalInterface
interface Verification {

  /**
   * The numbers of the blocks that are not read as intended; all if there are more or fewer of
   * them.
   *
   * @param now the file with the translations
   * @param translations those that stand in it, by the numbers of their blocks
   */
  Set<Integer> wrong(String now, Map<Integer, TranslatedBlock> translations);
}
