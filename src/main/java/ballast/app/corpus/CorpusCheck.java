package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSnapshot;
import ballast.app.check.LiveCheck;
import ballast.app.check.RuleChoice;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks the units of a corpus on Spark, like {@link ballast.app.check.TranslationCheck} in this
 * process, and writes the findings to the folder {@code findings} of the corpus.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusCheck.CorpusFindings found =
 *       new CorpusCheck(Workplace.in(folder), Notices.NONE, environment)
 *           .check(CorpusCheck.Request.of(new Corpus("corpus", "local[2]")));
 *   System.out.println(found.findings() + " findings in " + found.pairs() + " pairs");
 * }
 * }</pre>
 */
public final class CorpusCheck {

  /**
   * A request for a check.
   *
   * @param deduped whether to check only the units kept by {@code ballast corpus dedupe}
   * @param against glossaries and settings; their baseline is not used
   * @param choice selects rules and terms
   * @param scope selects entries of the glossaries
   */
  public record Request(
      Corpus corpus,
      boolean deduped,
      LiveCheck.Against against,
      RuleChoice choice,
      EntryScope scope) {

    /** Checks all units by all rules, against the glossaries and settings of the project. */
    public static Request of(Corpus corpus) {
      return new Request(corpus, false, LiveCheck.Against.PROJECT, RuleChoice.ALL, EntryScope.ALL);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusCheck(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Checks the corpus. The new findings replace earlier ones when they are complete.
   *
   * @throws InputException if Spark is missing, the corpus, a glossary or the settings cannot be
   *     used, or the job fails
   */
  public CorpusFindings check(Request request) {
    SparkPlace spark = SparkPlace.in(environment);
    CheckSnapshot snapshot =
        CheckSnapshot.of(request.against(), request.choice(), request.scope(), workplace, notices);
    CorpusUnits units =
        new CorpusUnits(
            workplace.directory().toString(), request.corpus().folder(), request.deduped());
    byte[] job = new CheckJob(units, snapshot).toBytes();
    return CorpusFindings.of(
        new SparkProcess(workplace, notices, spark)
            .run(
                new SparkProcess.Job("corpus check", "ballast.spark.CheckCorpus", job),
                request.corpus().engine(),
                CorpusCheck::text));
  }

  private static String text(JobMessage message) {
    return String.format(
        Locale.ROOT, "checking %,d/%,d pairs", message.number(0), message.number(1));
  }

  /**
   * The outcome of a corpus check.
   *
   * @param pairs number of checked pairs of texts
   * @param skipped number of further pairs not in Chinese and English
   * @param broken number of pairs that could not be checked because of an internal error
   * @param concepts number of glossary concepts in the check
   * @param counts the findings by rule: the most serious first, then the most frequent
   */
  public record CorpusFindings(
      long pairs, long skipped, long broken, int concepts, List<Count> counts) {

    /** The number of findings of a rule with this severity; a rule may have several severities. */
    public record Count(String rule, Severity severity, long findings) {}

    private static final Comparator<Count> ORDER =
        Comparator.comparing(Count::severity)
            .reversed()
            .thenComparing(count -> -count.findings())
            .thenComparing(Count::rule);

    public CorpusFindings {
      counts = counts.stream().sorted(ORDER).toList();
    }

    public long findings() {
      return counts.stream().mapToLong(Count::findings).sum();
    }

    public long findings(Severity severity) {
      return counts.stream()
          .filter(count -> count.severity() == severity)
          .mapToLong(Count::findings)
          .sum();
    }

    static CorpusFindings of(JobMessage message) {
      List<String> cells = message.cells();
      List<Count> counts = new ArrayList<>();
      for (int i = 4; i < cells.size(); i += 3) {
        Severity severity = Severity.valueOf(cells.get(i + 1).toUpperCase(Locale.ROOT));
        counts.add(new Count(cells.get(i), severity, message.number(i + 2)));
      }
      return new CorpusFindings(
          message.number(0), message.number(1), message.number(2), (int) message.number(3), counts);
    }

    public JobMessage message() {
      List<Object> cells = new ArrayList<>(List.of(pairs, skipped, broken, concepts));
      counts.forEach(
          count -> cells.addAll(List.of(count.rule(), count.severity().label(), count.findings())));
      return JobMessage.of(JobMessage.Kind.ENDED, cells.toArray());
    }
  }

  /** A corpus to check: the job, sent to Spark's process as bytes. */
  public record CheckJob(CorpusUnits units, CheckSnapshot snapshot) {

    public byte[] toBytes() {
      return JobFile.bytes(
          out -> {
            units.write(out);
            snapshot.write(out);
          });
    }

    public static CheckJob of(byte[] bytes) {
      return JobFile.read(bytes, in -> new CheckJob(CorpusUnits.read(in), CheckSnapshot.read(in)));
    }
  }
}
