package ballast.format.unit;

import ballast.bitext.Extras;
import ballast.bitext.InlineCode;
import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import java.util.List;

/**
 * One segment of an XLIFF file.
 *
 * @param id unique in its document; if empty, its number is used
 * @param source source text
 * @param target target text; empty when it is not translated
 * @param codes inline codes of both texts, each side by rising offset
 * @param state how far the translation has come
 * @param match the score of the match that the target was taken from, percent; negative when it is
 *     from none
 * @param proposals other translations, the best first
 * @param notes remarks for the translator
 */
// More than six parameters: a segment is one value, made by the factory and copy methods below.
public record XliffEntry(
    String id,
    String source,
    String target,
    List<InlineCode> codes,
    State state,
    int match,
    List<XliffProposal> proposals,
    List<String> notes) {

  /** How far the translation of a segment has come. */
  public enum State {
    /** Nothing has been done. */
    INITIAL("new", "initial"),
    /** The text is not to be translated. */
    KEPT("", "initial"),
    /** Filled with the translation of a similar text. */
    PROPOSED("needs-review-translation", "initial"),
    /** Filled with the translation of the same text. */
    LEVERAGED("translated", "translated"),
    /** Translated, for a person to review. */
    TRANSLATED("needs-review-translation", "translated"),
    /** A person has approved it. */
    FINAL("final", "final"),
    /** A person has rejected it. */
    REJECTED("needs-translation", "initial");

    private final String first;
    private final String second;

    State(String first, String second) {
      this.first = first;
      this.second = second;
    }

    /** The value of {@code state} in a version of XLIFF. */
    String in(XliffVersion version) {
      return version == XliffVersion.V1_2 ? first : second;
    }
  }

  public XliffEntry {
    codes = List.copyOf(codes);
    proposals = List.copyOf(proposals);
    notes = List.copyOf(notes);
  }

  /** The segment for a unit of a memory. */
  public static XliffEntry of(Unit unit) {
    Extras extras = unit.extras();
    Status status = unit.provenance().status();
    return new XliffEntry(
        extras.value(Scope.UNIT, Kind.PROP, "x-xliff-id").orElse(unit.id()),
        unit.source(),
        unit.target(),
        unit.codes(),
        switch (status) {
          case DRAFT -> State.TRANSLATED;
          case APPROVED -> State.FINAL;
          case REJECTED -> State.REJECTED;
        },
        -1,
        List.of(),
        extras.notes());
  }

  /** A text without a translation and without inline codes. */
  public static XliffEntry untranslated(String source) {
    return new XliffEntry("", source, "", List.of(), State.INITIAL, -1, List.of(), List.of());
  }

  /** This segment, marked as not to be translated. */
  public XliffEntry kept() {
    return new XliffEntry(id, source, target, codes, State.KEPT, match, proposals, notes);
  }

  /**
   * This segment, translated from a match.
   *
   * @param score of the match, percent
   */
  public XliffEntry filled(String translation, int score) {
    State from = score < 100 ? State.PROPOSED : State.LEVERAGED;
    return new XliffEntry(id, source, translation, codes, from, score, proposals, notes);
  }

  /** This segment with translations to choose from and remarks on them. */
  public XliffEntry with(List<XliffProposal> others, List<String> remarks) {
    return new XliffEntry(id, source, target, codes, state, match, others, remarks);
  }
}
