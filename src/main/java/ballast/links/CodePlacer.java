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

  /** Longer sentences have too many possible links, in UTF-16 units. */
  private static final int MAX_LENGTH = 20_000;

  private final WordLinker linker;

  /** Takes what is known of Chinese words and their English renderings. */
  public CodePlacer(ChineseWords words, Renderings renderings) {
    this.linker = new WordLinker(words, renderings);
  }

  /**
   * Places every code.
   *
   * @param sourceCodes by rising offset into the source
   * @return the same codes with offsets into the target, in the order in which they stand there,
   *     properly nested; empty when one of them cannot be placed with confidence
   */
  public Optional<List<InlineCode>> place(
      String source, Lang sourceLang, List<InlineCode> sourceCodes, String target, Lang targetLang) {
    if (sourceCodes.isEmpty()) {
      return Optional.of(List.of());
    }
    if (source.length() > MAX_LENGTH || target.length() > MAX_LENGTH || target.isBlank()) {
      return Optional.empty();
    }
    Set<Integer> cuts = new HashSet<>();
    sourceCodes.forEach(code -> cuts.add(code.offset()));
    return CodeTree.of(sourceCodes, source.length())
        .flatMap(nodes -> new Placement(source, target, linker.link(source, cuts, target)).place(nodes))
        .map(Placed::codes);
  }
}
