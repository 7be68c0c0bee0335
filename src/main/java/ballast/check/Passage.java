package ballast.check;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.UnitCodes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source text and its translation, with the data for rules.
 *
 * @param id id of the unit; empty if it has none
 * @param document name of its document; empty if unknown
 * @param source blank if it is unknown
 * @param target blank if there is no translation
 * @param code program code and formulas inside the texts, which rules ignore
 * @param codes inline codes to compare; none if the texts have independent markup
 */
public record Passage(
    String id,
    String document,
    Lang sourceLang,
    Lang targetLang,
    String source,
    String target,
    List<Waiver> waivers,
    Finding.Spans code,
    List<InlineCode> codes,
    Gap gap) {

  /** The meaning of a blank translation. */
  public enum Gap {
    /** The translation leaves out a sentence of its source. */
    OMITTED,
    /** A segment of a file for translators is empty. */
    UNTRANSLATED,
    /** It is empty, and the file says that the work on it has not begun. */
    NEW
  }

  public Passage {
    waivers = List.copyOf(waivers);
    codes = List.copyOf(codes);
  }

  public Passage(
      String id, String document, Lang sourceLang, Lang targetLang, String source, String target) {
    this(
        id,
        document,
        sourceLang,
        targetLang,
        source,
        target,
        List.of(),
        Finding.Spans.NONE,
        List.of(),
        Gap.OMITTED);
  }

  public static Passage of(Unit unit) {
    return new Passage(
            unit.id(),
            unit.provenance().document(),
            unit.sourceLang(),
            unit.targetLang(),
            unit.source(),
            unit.target())
        .marked(unit.codes(), Gap.UNTRANSLATED)
        .waiving(Waiver.in(unit.extras().properties()));
  }

  Passage withTarget(String other) {
    return new Passage(id, document, sourceLang, targetLang, source, other);
  }

  /** This passage with more waivers. */
  public Passage waiving(List<Waiver> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Waiver> all = Stream.concat(waivers.stream(), more.stream()).toList();
    return new Passage(id, document, sourceLang, targetLang, source, target, all, code, codes, gap);
  }

  /**
   * This passage with its inline codes. They are not compared if the translation may omit
   * sentences: it has markup of its own.
   *
   * @param other the meaning of a blank translation
   */
  public Passage marked(List<InlineCode> all, Gap other) {
    Finding.Spans programs =
        new Finding.Spans(
            UnitCodes.programs(all, Side.SOURCE), UnitCodes.programs(all, Side.TARGET));
    List<InlineCode> compared = other == Gap.OMITTED ? List.of() : all;
    return new Passage(
        id, document, sourceLang, targetLang, source, target, waivers, programs, compared, other);
  }

  /** The rules support no other languages. */
  public boolean isChineseAndEnglish() {
    return (sourceLang.isChinese() && targetLang.isEnglish())
        || (sourceLang.isEnglish() && targetLang.isChinese());
  }
}
