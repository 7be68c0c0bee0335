package ballast.app.documents;

import ballast.app.documents.TypedTexts.Typed;
import ballast.app.documents.TypedTexts.TypedRow;
import ballast.app.documents.Wording.Chip;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.format.article.ReadText;
import ballast.language.TextAmount;
import ballast.memory.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A document that is being translated, as it is now.
 *
 * @param revision its state in the memory
 * @param segments all its sentences, with those that are not translated, such as program code
 * @param rows the sentences to translate, in order
 */
public record OpenTranslation(
    Revision revision,
    Direction direction,
    ReadText text,
    List<Segment> segments,
    List<Row> rows,
    List<String> problems) {

  public OpenTranslation {
    segments = List.copyOf(segments);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /** How far the translation of a sentence is. */
  public enum State {
    OPEN,
    /** Has the confirmed translation of an equal sentence. */
    REPEATED,
    /** Has a translation from the memory that nobody has looked at. */
    FILLED,
    /** The author has changed the sentence; it has the translation of the old one. */
    CHANGED,
    TYPED,
    CONFIRMED,
    APPROVED,
    REJECTED;

    /** Whether a translator has said that it is done. */
    public boolean isDone() {
      return this == CONFIRMED || this == APPROVED;
    }
  }

  /**
   * A sentence and its translation.
   *
   * @param number counted from 1
   * @param occurrence number of the sentence among equal ones, from 0
   * @param codes its inline codes, by rising offset
   * @param unit what was confirmed; null if nothing was
   * @param typed what was typed on this machine; null if nothing was
   * @param repeats number of the row whose translation it has, 0 if none
   */
  public record Row(
      int number,
      Segment segment,
      int occurrence,
      List<InlineCode> codes,
      @Nullable Unit unit,
      @Nullable Typed typed,
      int repeats,
      Wording wording,
      State state) {

    public String source() {
      return segment.text();
    }

    /** The confirmed translation; empty if there is none. */
    public String confirmed() {
      return unit == null ? "" : unit.target();
    }

    /** The sentence before the author changed it; empty if it was not changed. */
    public String was() {
      return typed == null || state.isDone() ? "" : typed.was();
    }

    /** What was typed here before another person confirmed a translation; empty if nothing was. */
    public String typedBefore() {
      return unit == null || typed == null || state == State.TYPED ? "" : typed.wording().text();
    }

    public boolean hasText() {
      return !wording.text().isBlank() && state != State.REJECTED;
    }

    TypedRow key() {
      return new TypedRow(source(), occurrence);
    }

    /** Returns the codes as the translator sees them. */
    public List<Chip> chips() {
      return Chip.of(codes);
    }
  }

  /** Amounts of source words; each Chinese character counts as a word. */
  public record Progress(long words, long done, long written, int rows, int rowsDone) {

    /** Returns the share of the words that are done in percent; 100 only if all are. */
    public long percent() {
      return words == 0 ? 100 : done * 100 / words;
    }
  }

  public String document() {
    return revision.document();
  }

  /** The name of the translated document, relative to the project. */
  public String targetFile() {
    return revision.run().files().target().name();
  }

  public Progress progress() {
    return new Progress(
        words(row -> true),
        words(row -> row.state().isDone()),
        words(Row::hasText),
        rows.size(),
        (int) rows.stream().filter(row -> row.state().isDone()).count());
  }

  private long words(Predicate<Row> wanted) {
    return rows.stream().filter(wanted).mapToLong(r -> TextAmount.of(r.source()).words()).sum();
  }

  /**
   * Returns a row.
   *
   * @param source the sentence that it should have
   * @throws InputException if the document has been divided in another way since
   */
  public Row row(int number, String source) {
    if (number < 1 || number > rows.size() || !rows.get(number - 1).source().equals(source)) {
      throw new InputException(
          "\"%s\" has other sentences now than row %d was shown with".formatted(document(), number),
          "load the page again; what was typed is kept");
    }
    return rows.get(number - 1);
  }

  /** The rows of a document with what is known about them. */
  static List<Row> rows(
      List<Segment> segments,
      List<List<InlineCode>> codes,
      Map<Integer, Unit> units,
      Map<TypedRow, Typed> typed) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Row> first = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).type().isContent()) {
        String source = segments.get(i).text();
        int occurrence = seen.merge(source, 1, Integer::sum) - 1;
        int number = rows.size() + 1;
        Row row =
            row(
                number,
                segments.get(i),
                occurrence,
                codes.get(i),
                units.get(number),
                typed.get(new TypedRow(source, occurrence)));
        rows.add(row);
        if (row.unit() != null && row.state() != State.REJECTED) {
          first.putIfAbsent(source, row);
        }
      }
    }
    rows.replaceAll(row -> repeated(row, first.get(row.source())));
    return rows;
  }

  private static Row row(
      int number,
      Segment segment,
      int occurrence,
      List<InlineCode> codes,
      @Nullable Unit unit,
      @Nullable Typed typed) {
    Wording wording = Wording.NONE;
    State state = State.OPEN;
    if (unit != null) {
      wording = Wording.of(unit.target(), codes, InlineCode.on(Side.TARGET, unit.codes()));
      state =
          switch (unit.provenance().status()) {
            case DRAFT -> State.CONFIRMED;
            case APPROVED -> State.APPROVED;
            case REJECTED -> State.REJECTED;
          };
    }
    String confirmed = unit == null ? "" : unit.target();
    if (typed != null && typed.base().equals(confirmed) && !typed.wording().equals(wording)) {
      wording = typed.wording();
      state =
          switch (typed.origin()) {
            case TYPED -> unit == null && wording.text().isBlank() ? State.OPEN : State.TYPED;
            case FILLED -> State.FILLED;
            case CHANGED -> State.CHANGED;
          };
    } else if (unit == null && typed != null && !typed.wording().text().isBlank()) {
      // Its confirmation was undone: what was typed is there again.
      wording = typed.wording();
      state = State.TYPED;
    }
    return new Row(number, segment, occurrence, codes, unit, typed, 0, wording, state);
  }

  private static Row repeated(Row row, @Nullable Row first) {
    if (first == null || row.state() != State.OPEN || first.number() == row.number()) {
      return row;
    }
    // Codes keep their numbers if both sentences have the same ones.
    Wording wording =
        first.codes().size() == row.codes().size()
            ? first.wording()
            : new Wording(first.wording().text(), List.of());
    return new Row(
        row.number(),
        row.segment(),
        row.occurrence(),
        row.codes(),
        null,
        row.typed(),
        first.number(),
        wording,
        State.REPEATED);
  }
}
