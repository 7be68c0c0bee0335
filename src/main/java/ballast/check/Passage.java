package ballast.check;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * A source text and its translation, with the data that rules use.
 *
 * @param id id of the unit; empty when it has none
 * @param document name of the document it comes from; empty when unknown
 * @param sourceLang language of the source text
 * @param targetLang language of the translation
 * @param source blank if it is unknown
 * @param target blank where there is no translation
 * @param waivers the waivers beside it
 * @param code program code and formulas inside the texts, in which nothing is found
 */
public record Passage(
    String id,
    String document,
    Lang sourceLang,
    Lang targetLang,
    String source,
    String target,
    List<Waiver> waivers,
    Finding.Spans code) {

  public Passage {
    waivers = List.copyOf(waivers);
  }

  /** Texts without waivers. */
  public Passage(
      String id, String document, Lang sourceLang, Lang targetLang, String source, String target) {
    this(id, document, sourceLang, targetLang, source, target, List.of(), Finding.Spans.NONE);
  }

  /** The texts of a unit. */
  public static Passage of(Unit unit) {
    return new Passage(
        unit.id(),
        unit.provenance().document(),
        unit.sourceLang(),
        unit.targetLang(),
        unit.source(),
        unit.target(),
        waivers(unit),
        Finding.Spans.NONE);
  }

  private static List<Waiver> waivers(Unit unit) {
    if (unit.extras().properties().isEmpty()) {
      return List.of();
    }
    List<Waiver> waivers = new ArrayList<>();
    for (Property property : unit.extras().properties()) {
      waivers.addAll(Waiver.in(property));
    }
    return waivers;
  }

  /** The same source with another translation. */
  Passage withTarget(String other) {
    return new Passage(id, document, sourceLang, targetLang, source, other);
  }

  /** The same texts with these waivers beside them. */
  public Passage waiving(List<Waiver> some) {
    return new Passage(id, document, sourceLang, targetLang, source, target, some, code);
  }

  /** Whether it goes from Chinese to English or back; the rules know no other languages. */
  public boolean isChineseAndEnglish() {
    return (sourceLang.isChinese() && targetLang.isEnglish())
        || (sourceLang.isEnglish() && targetLang.isChinese());
  }
}
