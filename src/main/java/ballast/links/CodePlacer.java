package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where the inline codes of a sentence belong in its plain translation: bold text, links and
 * note marks. Thread-safe.
 */
public final class CodePlacer {

  private final WordLinker linker;

  /** For other languages: text that both sentences have, and what is at the ends. */
  private final WordLinker ignorant = new WordLinker(ChineseWords.NONE, Renderings.NONE);

  /** Takes what is known of Chinese words and their English renderings. */
  public CodePlacer(ChineseWords words, Renderings renderings) {
    this.linker = new WordLinker(words, renderings);
  }

  /**
   * Places every code. Of languages other than Chinese and English no words are known.
   *
   * @param sourceCodes by rising offset into the source
   * @return the same codes with offsets into the target, in the order in which they stand there,
   *     properly nested; empty when one of them cannot be placed with confidence
   */
  public Optional<List<InlineCode>> place(
      String source,
      Lang sourceLang,
      List<InlineCode> sourceCodes,
      String target,
      Lang targetLang) {
    if (sourceCodes.isEmpty()) {
      return Optional.of(List.of());
    }
    if (target.isBlank()) {
      return Optional.empty();
    }
    boolean known = isKnown(sourceLang) && isKnown(targetLang);
    Set<Integer> cuts = new HashSet<>();
    sourceCodes.forEach(code -> cuts.add(code.offset()));
    return CodeTree.of(sourceCodes, source.length())
        .flatMap(nodes -> place(nodes, known ? linker : ignorant, source, cuts, target))
        .map(Placed::codes);
  }

  private static boolean isKnown(Lang lang) {
    return lang.isChinese() || lang.isEnglish();
  }

  private static Optional<List<Placed>> place(
      List<CodeNode> nodes, WordLinker by, String source, Set<Integer> cuts, String target) {
    return by.link(source, cuts, target)
        .flatMap(links -> new Placement(source, target, links).place(nodes));
  }
}
