package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes on the units of a corpus, in shards, in the order of the list. */
public final class UnitStream {

  /**
   * A selection of units of a corpus.
   *
   * @param deduped whether to pass only those kept by {@code ballast corpus dedupe}
   * @param languages the languages of the selected units
   * @param most maximum units in a shard; a document is never divided
   */
  record Choice(Corpus corpus, boolean deduped, UnitLanguages languages, long most) {}

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
  private final SparkPlace spark;
  private final Instant now;

  /**
   * @param environment gives Spark's folder
   * @throws ballast.bitext.InputException if there is no Spark
   */
  UnitStream(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.spark = SparkPlace.in(environment);
    this.now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Passes on a shard.
   *
   * @param doing the activity in progress messages: {@code importing}
   * @param shard counted from 0
   * @return the number of shards; 0 if no unit is selected
   */
  int ofShard(String doing, Choice units, int shard, Receiver receiver) {
    return pass(doing, job(units, shard, /* onward= */ false), units.corpus(), receiver);
  }

  /** Passes on all shards, like {@link #ofShard}. */
  int all(String doing, Choice units, Receiver receiver) {
    return pass(doing, job(units, 0, /* onward= */ true), units.corpus(), receiver);
  }

  private UnitsJob job(Choice units, int shard, boolean onward) {
    String directory = workplace.directory().toString();
    String folder = units.corpus().folder();
    return new UnitsJob(
        new CorpusUnits(directory, folder, units.deduped()),
        units.languages(),
        units.most(),
        shard,
        onward);
  }

  private int pass(String doing, UnitsJob job, Corpus corpus, Receiver receiver) {
    Passing passing = new Passing(doing, receiver);
    JobMessage end =
        new SparkProcess(workplace, notices, spark)
            .receive(
                new SparkProcess.Job("corpus", "ballast.spark.SendUnits", job.toBytes()),
                corpus.engine(),
                passing::hear);
    return (int) end.number(0);
  }

  private final class Passing {

    private final String doing;
    private final Receiver receiver;
    private long all;
    private long done;

    Passing(String doing, Receiver receiver) {
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
  }

  /**
   * Languages of the selected units of a corpus; null for any. A language without a region includes
   * all its variants.
   */
  public record UnitLanguages(@Nullable Lang from, @Nullable Lang to) {

    public static final UnitLanguages ALL = new UnitLanguages(null, null);

    public boolean admit(Lang source, Lang target) {
      return (from == null || from.contains(source)) && (to == null || to.contains(target));
    }

    void write(DataOutput out) throws IOException {
      out.writeUTF(from == null ? "" : from.tag());
      out.writeUTF(to == null ? "" : to.tag());
    }

    static UnitLanguages read(DataInput in) throws IOException {
      return new UnitLanguages(language(in.readUTF()), language(in.readUTF()));
    }

    private static @Nullable Lang language(String tag) {
      return tag.isEmpty() ? null : new Lang(tag);
    }
  }

  /**
   * Units for the process that starts the job: the job, as bytes.
   *
   * @param units the units to select from
   * @param shard counted from 0
   * @param onward whether to send the later shards, too
   */
  public record UnitsJob(
      CorpusUnits units, UnitLanguages languages, long most, int shard, boolean onward) {

    public byte[] toBytes() {
      return JobFile.bytes(
          out -> {
            units.write(out);
            languages.write(out);
            out.writeLong(most);
            out.writeInt(shard);
            out.writeBoolean(onward);
          });
    }

    public static UnitsJob of(byte[] bytes) {
      return JobFile.read(
          bytes,
          in ->
              new UnitsJob(
                  CorpusUnits.read(in),
                  UnitLanguages.read(in),
                  in.readLong(),
                  in.readInt(),
                  in.readBoolean()));
    }
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
              Double.parseDouble(cells.get(6)),
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
