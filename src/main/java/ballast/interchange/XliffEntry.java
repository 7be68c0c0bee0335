package ballast.interchange;

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
 * @param id unique in its document; empty: its number is taken
 * @param source source text
 * @param target target text; empty when it is not translated
 * @param codes inline codes of both texts, each side by rising offset
 * @param state how far it is
 * @param match how near the source text of the proposal is, in percent; negative when the target is
 *     no proposal
 * @param notes remarks for the translator
 */
public record XliffEntry(
    String id,
    String source,
    String target,
    List<InlineCode> codes,
    State state,
    int match,
    List<String> notes) {

  /** How far a segment is. */
  public enum State {
    /** Nothing has been done. */
    INITIAL("new", "initial"),
    /** There is a translation that a person should look at. */
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

    /** The value of {@code state} in a version. */
    String in(XliffVersion version) {
      return version == XliffVersion.V1_2 ? first : second;
    }
  }

  public XliffEntry {
    codes = List.copyOf(codes);
    notes = List.copyOf(notes);
  }

  /** A unit of a memory. */
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
        extras.notes());
  }
}
