package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Passes on the units of a corpus that a job sends: in shards, in the order of the list. */
public final class UnitStream {

  /**
   * Languages of the selected units of a corpus; null for any. A language without a region includes
   * all its variants.
   */
  public record UnitLanguages(@Nullable Lang from, @Nullable Lang to) {

    public static final UnitLanguages ALL = new UnitLanguages(null, null);

    public boolean admit(Lang source, Lang target) {
      return (from == null || from.contains(source)) && (to == null || to.contains(target));
    }
  }

  /**
   * Units to send to the process that starts the job.
   *
   * @param most maximum units in a shard, above 0; a document is never divided
   * @param shard counted from 0
   * @param onward whether to send the later shards, too
   */
  public record UnitsJob(
      CorpusUnits units, UnitLanguages languages, long most, int shard, boolean onward) {

    public UnitsJob {
      if (most < 1) {
        throw new IllegalArgumentException("most " + most);
      }
    }
  }

  /** The outcome of a {@link UnitsJob}: the number of shards in the corpus. */
  public record SentUnits(int shards) {}

  interface Receiver {

    /**
     * Begins a shard.
     *
     * @param source language of all selected source texts; null if there are several
     */
    default void begin(@Nullable Lang source) {}

    void take(Unit unit);
  }

  private final Workplace workplace;
  private final Notices notices;
  private final String doing;
  private final Receiver receiver;
  private final Instant now;
  private long all;
  private long done;

  /**
   * @param now the time at which all units are created
   */
  UnitStream(Workplace workplace, Notices notices, Instant now, String doing, Receiver receiver) {
    this.workplace = workplace;
    this.notices = notices;
    this.now = now;
    this.doing = doing;
    this.receiver = receiver;
  }

  void hear(JobMessage message) {
    if (message.kind() == JobMessage.Kind.ROW) {
      receiver.take(UnitRow.unit(message, workplace.author(), now));
      done++;
    } else {
      all = message.number(1);
      String source = message.cells().get(2);
      receiver.begin(source.isEmpty() ? null : new Lang(source));
    }
    notices.progress(
        () -> String.format(Locale.ROOT, "%s %,d/%,d units", doing, done, all), done, all);
  }

  /**
   * A unit of a corpus as a {@link JobMessage.Kind#ROW}: its document, place, languages, texts and
   * confidence, then five cells for each of its codes.
   */
  public static final class UnitRow {

    private static final int FIELDS = 7;
    private static final int FIELDS_OF_A_CODE = 5;

    private UnitRow() {}

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

    /** The unit of a row: a draft, like all units of a corpus. */
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
              Unit.Pairing.computed(Double.parseDouble(cells.get(6))),
              Unit.Status.DRAFT);
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
}
