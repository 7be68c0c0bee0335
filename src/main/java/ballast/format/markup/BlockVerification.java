package ballast.format.markup;

import ballast.format.article.FoundBlock;
import ballast.format.article.TranslatedBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For formats whose markup says what is a block: each must be read as it was, or as is wanted. */
final class BlockVerification implements Verification {

  private final MarkedText reader;
  private final List<MarkupBlock> blocks;

  /**
   * @param blocks those of the original
   */
  BlockVerification(MarkedText reader, List<MarkupBlock> blocks) {
    this.reader = reader;
    this.blocks = blocks;
  }

  @Override
  public Set<Integer> wrong(String file, Map<Integer, TranslatedBlock> translations) {
    List<MarkupBlock> now = reader.blocks(file);
    Set<Integer> wrong = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      TranslatedBlock wanted = translations.get(i);
      boolean right =
          now.size() == blocks.size()
              && (wanted == null
                  ? isUnchanged(now.get(i), blocks.get(i))
                  : isRight(now.get(i).found(), wanted));
      if (!right) {
        wrong.add(i);
      }
    }
    return wrong;
  }

  private static boolean isRight(FoundBlock now, TranslatedBlock wanted) {
    return now.text().equals(wanted.text()) && CodeCheck.sameNative(now.codes(), wanted.codes());
  }

  private static boolean isUnchanged(MarkupBlock now, MarkupBlock before) {
    return now.found().text().equals(before.found().text())
        && now.found().type() == before.found().type()
        && now.found().codes().equals(before.found().codes());
  }
}
