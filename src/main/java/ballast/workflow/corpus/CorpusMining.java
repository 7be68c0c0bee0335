package ballast.workflow.corpus;

import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.glossary.TermMining;
import ballast.workflow.project.Glossaries;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Proposes terms for a glossary out of the units of a corpus, as {@link TermMining} proposes them
 * out of the same units in a file. Spark reads the units; its driver counts.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   TermMining.Result mined =
 *       new CorpusMining(Workplace.in(folder), Notices.NONE, environment)
 *           .mine(CorpusMining.Request.of(new Corpus("corpus", "local[2]")));
 *   mined.candidates().forEach(one -> System.out.println(one.zh() + "\t" + one.en()));
 * }
 * }</pre>
 */
public final class CorpusMining {

  /**
   * What is mined, and for what.
   *
   * @param corpus the corpus
   * @param deduped whether only the units are mined that {@code ballast corpus dedupe} has left
   * @param glossaries those that have the known terms
   * @param wanted what is to be proposed
   */
  public record Request(
      Corpus corpus, boolean deduped, Glossaries glossaries, TermMining.Wanted wanted) {

    /** Mines all units for what is usual, with the glossaries of the project. */
    public static Request of(Corpus corpus) {
      return new Request(corpus, false, Glossaries.OF_PROJECT, TermMining.Wanted.USUAL);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusMining(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Mines the corpus.
   *
   * @throws InputException if Spark is missing, the corpus or a glossary cannot be used, only
   *     proposals for known terms are wanted and no term is known, or the job fails
   */
  public TermMining.Result mine(Request request) {
    SparkPlace spark = SparkPlace.in(environment);
    List<Concept> concepts = request.glossaries().read(workplace, notices.aside());
    request.wanted().check(concepts);
    CorpusUnits units =
        new CorpusUnits(
            workplace.directory().toString(), request.corpus().folder(), request.deduped());
    byte[] job = new MiningJob(units, concepts, request.wanted()).toBytes();
    JobMessage end =
        new SparkProcess(workplace, notices, spark)
            .run(
                new SparkProcess.Job("corpus mine", "ballast.spark.MineCorpus", job),
                request.corpus().engine(),
                CorpusMining::text);
    return new MinedTerms(concepts).of(end);
  }

  private static String text(JobMessage message) {
    return String.format(
        Locale.ROOT, "reading %,d/%,d pairs", message.number(0), message.number(1));
  }
}
