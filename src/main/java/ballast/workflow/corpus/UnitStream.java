package ballast.workflow.corpus;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes units of a corpus on, in shards, in the order of the list. */
final class UnitStream {

  /**
   * Which units of a corpus.
   *
   * @param deduped whether they are those that {@code ballast corpus dedupe} has kept
   * @param languages of those that are wanted
   * @param most the greatest number of units in a shard; a document is never divided
   */
  record Choice(Corpus corpus, boolean deduped, UnitLanguages languages, long most) {}

  /** Takes the units of shards. */
  interface Receiver {

    /**
     * A shard begins.
     *
     * @param source language of all source texts that are wanted; null if there are several
     */
    default void begin(@Nullable Lang source) {}

    void take(Unit unit);
  }

  private final Workplace workplace;
  private final Notices notices;
  private final SparkPlace spark;
  private final Instant now;

  /**
   * @param environment names Spark's folder
   * @throws ballast.bitext.InputException if there is no Spark
   */
  UnitStream(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.spark = SparkPlace.in(environment);
    this.now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Passes a shard on.
   *
   * @param doing what is done with units: {@code importing}
   * @param shard counted from 0
   * @return how many shards there are; 0 if no unit is wanted
   */
  int ofShard(String doing, Choice units, int shard, Receiver receiver) {
    return pass(doing, job(units, shard, /* onward= */ false), units.corpus(), receiver);
  }

  /** As {@link #ofShard}, with all shards. */
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
}
