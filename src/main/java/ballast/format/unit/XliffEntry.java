package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.OwnMark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One segment of an XLIFF file.
 *
 * @param id unique in its document; if empty, its number is used
 * @param codes inline codes of both texts, each side by rising offset
 * @param proposals other translations, the best first
 * @param languages languages of its texts; null if they are those of the file
 */
public record XliffEntry(
    String id,
    String source,
    Translation translation,
    List<InlineCode> codes,
    List<XliffProposal> proposals,
    List<Note> notes,
    @Nullable Languages languages) {

  /** Begins the note that says when and by whom the pair was confirmed. */
  static final String PAIRING = Pairing.PROPERTY + ": ";

  /**
   * A remark for the translator.
   *
   * @param author empty if unknown; {@link OwnMark#TOOL} for a remark by Ballast
   */
  public record Note(String author, String text) {}

  record Languages(Lang source, Lang target) {}

  /**
   * The translation of a segment.
   *
   * @param text empty if the segment is not translated
   * @param match percentage of the match that it was taken from; negative if there was none
   */
  public record Translation(String text, State state, int match) {

    private static final int NO_MATCH = -1;

    /** A translation that was not taken from a match. */
    static Translation own(String text, State state) {
      return new Translation(text, state, NO_MATCH);
    }
  }

  public enum State {
    INITIAL("new", "initial"),
    KEPT("", "initial"),
    /** Filled with the translation of a similar text. */
    PROPOSED("needs-review-translation", "initial"),
    /** Filled with the translation of the same text. */
    LEVERAGED("translated", "translated"),
    /** Translated, for a person to review. */
    TRANSLATED("needs-review-translation", "translated"),
    /** Approved by a person, here or in the source of the match. */
    FINAL("final", "final"),
    REJECTED("needs-translation", "initial");

    private final String first;
    private final String second;

    State(String first, String second) {
      this.first = first;
      this.second = second;
    }

    String in(XliffVersion version) {
      return version == XliffVersion.V1_2 ? first : second;
    }
  }

  public XliffEntry {
    codes = List.copyOf(codes);
    proposals = List.copyOf(proposals);
    notes = List.copyOf(notes);
  }

  public static XliffEntry of(Unit unit) {
    Extras extras = unit.extras();
    Unit.Status status = unit.provenance().status();
    Property pairing = unit.provenance().pairing().property();
    return new XliffEntry(
        extras.value(Scope.UNIT, Kind.PROP, "x-xliff-id").orElse(unit.id()),
        unit.source(),
        Translation.own(
            unit.target(),
            switch (status) {
              case DRAFT -> State.TRANSLATED;
              case APPROVED -> State.FINAL;
              case REJECTED -> State.REJECTED;
            }),
        unit.codes(),
        List.of(),
        Stream.concat(
                extras.properties().stream()
                    .filter(property -> property.kind() == Kind.NOTE)
                    .map(note -> new Note(note.name(), note.value())),
                Stream.ofNullable(pairing)
                    .map(property -> new Note(OwnMark.TOOL, PAIRING + property.value())))
            .toList(),
        null);
  }

  /** A text without a translation. */
  public static XliffEntry untranslated(String source, List<InlineCode> codes) {
    Translation none = Translation.own("", State.INITIAL);
    return new XliffEntry("", source, none, codes, List.of(), List.of(), null);
  }

  /** Same segment, marked as not to be translated. */
  public XliffEntry kept() {
    Translation kept = new Translation(translation.text, State.KEPT, translation.match);
    return new XliffEntry(id, source, kept, codes, proposals, notes, languages);
  }

  /**
   * Same segment, translated from a match.
   *
   * @param score score of the match, percent
   * @param approved whether a person has approved the translation of the match; it also counts as
   *     approved here if a neighbour of the text is the same
   */
  public XliffEntry filled(String text, int score, boolean approved) {
    State from =
        score < 100 ? State.PROPOSED : score > 100 && approved ? State.FINAL : State.LEVERAGED;
    Translation filled = new Translation(text, from, score);
    return new XliffEntry(id, source, filled, codes, proposals, notes, languages);
  }

  /** Same segment with a copy of its source, including codes, as an initial translation. */
  public XliffEntry copied() {
    return copied(State.INITIAL);
  }

  /** Same segment, whose translation is the same text. */
  public XliffEntry repeated() {
    return copied(State.LEVERAGED);
  }

  private XliffEntry copied(State state) {
    List<InlineCode> both = new ArrayList<>(codes);
    both.removeIf(code -> code.side() == Side.TARGET);
    List.copyOf(both).forEach(code -> both.add(code.at(Side.TARGET, code.offset())));
    return new XliffEntry(
        id, source, Translation.own(source, state), both, proposals, notes, languages);
  }

  XliffEntry in(Languages own) {
    return new XliffEntry(id, source, translation, codes, proposals, notes, own);
  }

  public XliffEntry with(List<XliffProposal> others, List<String> remarks) {
    List<Note> ours = remarks.stream().map(text -> new Note(OwnMark.TOOL, text)).toList();
    return new XliffEntry(id, source, translation, codes, others, ours, languages);
  }

  /**
   * A translation of the same or a similar text that a translator may use.
   *
   * @param unit id of the memory's unit; empty if there is none
   * @param origin document of the proposal; empty if unknown
   * @param similarity similarity of the texts, 0 to 100 percent
   * @param score similarity with bonuses and penalties: equal neighbours raise it to 101 or 102
   */
  public record XliffProposal(
      String unit, String origin, String source, String target, int similarity, int score) {

    /** Whether the text and at least one neighbour are the same. */
    boolean isInContext() {
      return score > 100;
    }
  }

  public enum XliffVersion {
    V1_2("1.2"),
    V2_1("2.1");

    private final String label;

    XliffVersion(String label) {
      this.label = label;
    }

    /** The number as files write it: {@code 1.2}. */
    @Override
    public String toString() {
      return label;
    }
  }
}
