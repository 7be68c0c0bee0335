package ballast.bitext;

import java.util.List;

/**
 * A translation unit: a source text, its translation, and where they come from.
 *
 * @param id stable name inside its memory, {@code [0-9a-z-]+}; empty until a memory assigns one
 * @param sourceLang language of the source text
 * @param targetLang language of the target text
 * @param source exactly as read, never blank
 * @param target exactly as read, never blank
 * @param provenance where it comes from
 * @param codes inline codes of both texts, each side by ascending offset
 * @param extras further data from another program's file
 */
public record Unit(
    String id,
    Lang sourceLang,
    Lang targetLang,
    String source,
    String target,
    Provenance provenance,
    List<InlineCode> codes,
    Extras extras) {

  public Unit {
    codes = List.copyOf(codes);
    if (source.isBlank() || target.isBlank()) {
      throw new IllegalArgumentException("a unit needs text on both sides: " + provenance);
    }
    for (InlineCode code : codes) {
      String text = code.side() == Side.SOURCE ? source : target;
      if (code.offset() > text.length()) {
        throw new IllegalArgumentException(code + " lies outside its text");
      }
    }
  }

  /** A unit without extras. */
  public Unit(
      String id,
      Lang sourceLang,
      Lang targetLang,
      String source,
      String target,
      Provenance provenance,
      List<InlineCode> codes) {
    this(id, sourceLang, targetLang, source, target, provenance, codes, Extras.NONE);
  }

  /** Its text on one side. */
  public String text(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** The language of its text on one side. */
  public Lang lang(Side side) {
    return side == Side.SOURCE ? sourceLang : targetLang;
  }

  /** This unit with other extras. */
  public Unit with(Extras other) {
    return new Unit(id, sourceLang, targetLang, source, target, provenance, codes, other);
  }
}
