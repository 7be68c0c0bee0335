package ballast.workflow.corpus;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Provenance;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit of a corpus as a {@link JobMessage.Kind#ROW}: its document, place, languages, texts and
 * confidence, then five cells for each of its codes.
 */
public final class UnitRow {

  private static final int FIELDS = 7;
  private static final int FIELDS_OF_A_CODE = 5;

  private UnitRow() {}

  /** The row of a unit. */
  public static JobMessage of(Unit unit) {
    Provenance from = unit.provenance();
    List<String> cells = new ArrayList<>();
    cells.add(from.document());
    cells.add(String.valueOf(from.position()));
    cells.add(unit.sourceLang().tag());
    cells.add(unit.targetLang().tag());
    cells.add(unit.source());
    cells.add(unit.target());
    cells.add(String.valueOf(from.confidence()));
    for (InlineCode code : unit.codes()) {
      cells.add(code.side().name());
      cells.add(String.valueOf(code.offset()));
      cells.add(code.element());
      cells.add(code.attributes());
      cells.add(code.content());
    }
    return new JobMessage(JobMessage.Kind.ROW, cells);
  }

  /**
   * The unit of a row: a draft, as all units of a corpus are.
   *
   * @param author who takes it
   * @param now when
   */
  static Unit unit(JobMessage row, String author, Instant now) {
    List<String> cells = row.cells();
    List<InlineCode> codes = new ArrayList<>();
    for (int at = FIELDS; at < cells.size(); at += FIELDS_OF_A_CODE) {
      codes.add(
          new InlineCode(
              Side.valueOf(cells.get(at)),
              Integer.parseInt(cells.get(at + 1)),
              cells.get(at + 2),
              cells.get(at + 3),
              cells.get(at + 4)));
    }
    Provenance from =
        new Provenance(
            cells.get(0),
            Integer.parseInt(cells.get(1)),
            author,
            now,
            now,
            Double.parseDouble(cells.get(6)),
            Status.DRAFT);
    return new Unit(
        "",
        new Lang(cells.get(2)),
        new Lang(cells.get(3)),
        cells.get(4),
        cells.get(5),
        from,
        codes);
  }
}
