package ballast.workflow.corpus;

import ballast.bitext.InputException;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.check.CheckSnapshot;
import ballast.workflow.check.EntryScope;
import ballast.workflow.check.LiveCheck;
import ballast.workflow.check.RuleChoice;
import java.util.Locale;
import java.util.Map;

/**
 * Checks the units of a corpus on Spark, as {@link ballast.workflow.check.TranslationCheck} checks
 * them in this process, and leaves the findings in the folder {@code findings} of the corpus.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusFindings found =
 *       new CorpusCheck(Workplace.in(folder), Notices.NONE, environment)
 *           .check(CorpusCheck.Request.of(new Corpus("corpus", "local[2]")));
 *   System.out.println(found.findings() + " findings in " + found.pairs() + " pairs");
 * }
 * }</pre>
 */
public final class CorpusCheck {

  /**
   * What is checked, and against what.
   *
   * @param corpus the corpus
   * @param deduped whether only the units are checked that {@code ballast corpus dedupe} has left
   * @param against glossaries and settings; a baseline that they name is not used
   * @param choice which rules and terms
   * @param scope which entries of the glossaries
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
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusCheck(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Checks the corpus. Earlier findings are replaced when the new ones are complete.
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
}
