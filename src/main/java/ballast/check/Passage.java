package ballast.check;

import ballast.bitext.Lang;
import ballast.bitext.Unit;

/**
 * A source text and its translation, as far as rules look at them.
 *
 * @param id name of the unit; empty when it has none
 * @param document name of the document it comes from; empty when unknown
 * @param sourceLang language of the source text
 * @param targetLang language of the translation
 * @param source never blank
 * @param target blank where there is no translation
 */
public record Passage(
    String id, String document, Lang sourceLang, Lang targetLang, String source, String target) {

  /** The texts of a unit. */
  public static Passage of(Unit unit) {
    return new Passage(
        unit.id(),
        unit.provenance().document(),
        unit.sourceLang(),
        unit.targetLang(),
        unit.source(),
        unit.target());
  }

  /** The same source with another translation. */
  public Passage withTarget(String other) {
    return new Passage(id, document, sourceLang, targetLang, source, other);
  }

  /** Whether it goes from Chinese to English or back; the rules know no other languages. */
  public boolean isChineseAndEnglish() {
    return (sourceLang.isChinese() && targetLang.isEnglish())
        || (sourceLang.isEnglish() && targetLang.isChinese());
  }
}
