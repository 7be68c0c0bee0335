package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.AlignmentSnapshot;
import ballast.app.align.ArticleReading;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSnapshot;
import ballast.app.check.LiveCheck;
import ballast.app.check.RuleChoice;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.CorpusImport.FilledMemory;
import ballast.app.corpus.ShardFiles.ExportedFiles;
import ballast.app.corpus.SparkProcess.Job;
import ballast.app.corpus.UnitStream.Receiver;
import ballast.app.corpus.UnitStream.SentUnits;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.corpus.UnitStream.UnitsJob;
import ballast.app.glossary.TermMining;
import ballast.app.page.Json;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import ballast.format.unit.UnitForm;
import ballast.glossary.Concept;
import ballast.likeness.Score;
import ballast.memory.MemoryStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on corpora with Spark. Each job runs in a process of its own, which stops when this one
 * does.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusJobs jobs = new CorpusJobs(Workplace.in(folder), Notices.NONE, environment);
 *   Corpus corpus = new Corpus("corpus", "local[2]", false);
 *   System.out.println(jobs.count(corpus).units().total() + " units");
 *   CorpusJobs.CorpusDuplicates found = jobs.dedupe(corpus, CorpusJobs.DEFAULT_NEAR);
 *   System.out.println(found.removed() + " of " + found.units() + " units are duplicates");
 * }
 * }</pre>
 */
public final class CorpusJobs {

  /** The usual minimum score of both texts of near duplicates. */
  public static final int DEFAULT_NEAR = 90;

  /** Maximum units in an exported file: a CAT program that loads all of them needs some 100 MB. */
  public static final long UNITS_OF_A_FILE = 100_000;

  /** Maximum units in a memory file: a search takes some hundredths of a second, the file 2 GB. */
  public static final long UNITS_OF_A_MEMORY = 5_000_000;

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;
  private final Instant now;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusJobs(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
    this.now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Aligns a list of pairs, like {@link ballast.app.align.ArticleAlignment} in this process.
   *
   * @param pairs the list of pairs, or a file or folder of Parquet
   * @param corpus receives the results; its documents are not aligned again
   * @param glossaries their terms help to align
   * @param recording its memory must exist and is only read; it also decides whether to accept
   *     texts that are not translations of each other
   * @throws InputException if Spark is missing, the memory cannot be read, the list or the folder
   *     cannot be used, or the job fails
   */
  public CorpusTotals align(
      String pairs,
      Corpus corpus,
      ArticleReading reading,
      Glossaries glossaries,
      Recording recording,
      DocumentLimits limits) {
    SparkProcess spark = spark();
    AlignmentSnapshot snapshot =
        AlignmentSnapshot.of(workplace, reading, glossaries, recording, notices);
    AlignmentJob job =
        new AlignmentJob(
            workplace.directory().toString(),
            pairs,
            corpus.folder(),
            limits.bytes(),
            limits.time().toMillis(),
            snapshot.toBytes());
    return spark.run(
        new Job("align", "AlignCorpus", job),
        corpus.engine(),
        progress(
            message ->
                counted("aligning %,d/%,d documents", message)
                    + (message.number(2) > 0
                        ? String.format(Locale.ROOT, ", %,d rejected", message.number(2))
                        : "")),
        CorpusTotals.class);
  }

  /**
   * Checks the units of a corpus, like {@link ballast.app.check.TranslationCheck} in this process.
   * The findings replace earlier ones in the folder {@code findings} of the corpus when they are
   * complete.
   *
   * @param against glossaries and settings; their baseline is not used
   * @throws InputException if Spark is missing, the corpus, a glossary or the settings cannot be
   *     used, or the job fails
   */
  public CorpusFindings check(
      Corpus corpus, LiveCheck.Against against, RuleChoice choice, EntryScope scope) {
    SparkProcess spark = spark();
    CheckSnapshot snapshot = CheckSnapshot.of(against, choice, scope, workplace, notices);
    return spark.run(
        new Job("corpus check", "CheckCorpus", new CheckJob(units(corpus), snapshot)),
        corpus.engine(),
        progress(message -> counted("checking %,d/%,d pairs", message)),
        CorpusFindings.class);
  }

  /**
   * Counts the contents of a corpus.
   *
   * @throws InputException if Spark is missing, the folder is not a corpus folder, or the job fails
   */
  public CorpusStatistics count(Corpus corpus) {
    return spark()
        .run(
            new Job("corpus stats", "CountCorpus", units(corpus)),
            corpus.engine(),
            progress(message -> counted("counting: %,d/%,d tasks", message)),
            CorpusStatistics.class);
  }

  /**
   * Removes duplicate units of a corpus, and marks near duplicates. The remaining units are a
   * separate table in the folder of the corpus; the table of all beads is unchanged.
   *
   * @param near minimum score of both texts of near duplicates, {@link Score#MIN_THRESHOLD} to 100;
   *     0 to skip the search for them
   * @throws InputException if Spark is missing, the folder is not a corpus folder, or the job fails
   */
  public CorpusDuplicates dedupe(Corpus corpus, int near) {
    DeduplicationJob job = new DeduplicationJob(units(corpus), near);
    return spark()
        .run(
            new Job("corpus dedupe", "DedupeCorpus", job),
            corpus.engine(),
            progress(message -> counted("looking for duplicates: %,d/%,d tasks", message)),
            CorpusDuplicates.class);
  }

  /**
   * Proposes terms for a glossary from the units of a corpus, like {@link TermMining} from the same
   * units in a file. Spark reads the units; its driver counts.
   *
   * @param glossaries the known terms
   * @throws InputException if Spark is missing, the corpus or a glossary cannot be used, only
   *     proposals for known terms are wanted and no term is known, or the job fails
   */
  public TermMining.Result mine(Corpus corpus, Glossaries glossaries, TermMining.Wanted wanted) {
    SparkProcess spark = spark();
    List<Concept> concepts = glossaries.read(workplace, notices.aside());
    wanted.check(concepts);
    return spark.run(
        new Job("corpus mine", "MineCorpus", new MiningJob(units(corpus), concepts, wanted)),
        corpus.engine(),
        progress(message -> counted("reading %,d/%,d pairs", message)),
        TermMining.Result.class);
  }

  /**
   * Writes the units of a corpus as files for other programs, {@code 000000.tmx}, {@code
   * 000001.tmx} …, in the order of the corpus. Each appears when it is complete.
   *
   * @param folder as given by the user; it must be empty if it exists
   * @param languages of the units; a format for one pair of languages gets zh-CN to en-US by
   *     default
   * @param most maximum units in a file, above 0; a document is never divided
   * @param doubtful whether to write units that the aligner doubts
   * @throws InputException if Spark is missing, the corpus cannot be used, or the folder is not
   *     empty or cannot be written
   */
  public ExportedFiles export(
      Corpus corpus,
      String folder,
      UnitLanguages languages,
      UnitForm form,
      long most,
      boolean doubtful) {
    UnitsJob job = new UnitsJob(units(corpus), languages, most, 0, /* onward= */ true);
    SparkProcess spark = spark();
    Path empty = ShardFiles.emptyFolder(workplace, folder);
    try (ShardFiles files = new ShardFiles(empty, form, languages, doubtful, notices)) {
      pass(spark, "writing", job, corpus.engine(), files);
      return files.finish();
    }
  }

  /**
   * Imports the units of a corpus into a memory, or, if they are too many for one file, into
   * several. Each memory gets all of its units or none.
   *
   * @param memory created if it is a file that does not exist
   * @param most maximum units in a file, above 0; a server takes all
   * @return each memory that received units, in the order of the corpus; empty if the corpus has
   *     none
   * @throws InputException if Spark is missing, the corpus cannot be used, or a memory cannot be
   *     written
   */
  public List<FilledMemory> importInto(MemoryStore memory, Corpus corpus, long most) {
    SparkProcess spark = spark();
    long fits = memory.localFile().isPresent() ? most : Long.MAX_VALUE;
    return new CorpusImport(workplace, notices)
        .run(
            memory,
            (shard, receiver) -> {
              UnitsJob job =
                  new UnitsJob(units(corpus), UnitLanguages.ALL, fits, shard, /* onward= */ false);
              return pass(spark, "importing", job, corpus.engine(), receiver);
            });
  }

  private SparkProcess spark() {
    return new SparkProcess(workplace, notices, SparkPlace.in(environment));
  }

  private CorpusUnits units(Corpus corpus) {
    return new CorpusUnits(workplace.directory().toString(), corpus.folder(), corpus.deduped());
  }

  private Consumer<JobMessage> progress(Function<JobMessage, String> text) {
    return message ->
        notices.progress(() -> text.apply(message), message.number(0), message.number(1));
  }

  private static String counted(String format, JobMessage message) {
    return String.format(Locale.ROOT, format, message.number(0), message.number(1));
  }

  /**
   * @return the number of shards; 0 if no unit is selected
   */
  private int pass(
      SparkProcess spark, String doing, UnitsJob job, String engine, Receiver receiver) {
    UnitStream units = new UnitStream(workplace, notices, now, doing, receiver);
    return spark
        .run(new Job("corpus", "SendUnits", job), engine, units::hear, SentUnits.class)
        .shards();
  }

  /**
   * A corpus to align.
   *
   * @param directory the working directory, base of relative file names
   * @param bytes maximum size of a file
   * @param millis maximum time for a document
   * @param snapshot the aligner's options, as bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record AlignmentJob(
      String directory, String pairs, String out, long bytes, long millis, byte[] snapshot) {

    public DocumentLimits limits() {
      return new DocumentLimits(bytes, Duration.ofMillis(millis));
    }
  }

  public record CheckJob(CorpusUnits units, CheckSnapshot snapshot) {}

  /**
   * @param near minimum score of near duplicates; 0 to skip the search for them
   */
  public record DeduplicationJob(CorpusUnits units, int near) {

    public DeduplicationJob {
      if (near != 0 && (near < Score.MIN_THRESHOLD || near > Score.FULL)) {
        throw new IllegalArgumentException("near " + near);
      }
    }
  }

  /**
   * @param concepts the known ones, one per row as in the glossaries
   */
  public record MiningJob(CorpusUnits units, List<Concept> concepts, TermMining.Wanted wanted) {

    public MiningJob {
      concepts = List.copyOf(concepts);
    }
  }

  /**
   * The outcome for the documents of a list.
   *
   * @param documents number of listed documents
   * @param aligned aligned by this run
   * @param before already in the corpus
   * @param failed rejected because they cannot be aligned
   * @param unrelated rejected because the two texts are not translations of each other
   * @param bugs number of {@code failed} that are internal errors
   * @param unlisted number of documents in the corpus but not in the list
   */
  public record CorpusTotals(
      long documents,
      long aligned,
      long before,
      long failed,
      long unrelated,
      long bugs,
      long unlisted) {}

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

    /** Writes the output of {@code corpus check --json}. */
    public void writeJson(Writer out, String folder) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("folder", folder).put("checked", pairs).put("skipped", skipped);
        json.put("broken", broken).put("concepts", concepts);
        json.put("findings", findings());
        for (Severity severity : Severity.values()) {
          json.put(severity.label(), findings(severity));
        }
        json.array("counts");
        for (Count count : counts) {
          json.object().put("rule", count.rule()).put("severity", count.severity().label());
          json.put("findings", count.findings()).end();
        }
        json.end();
      }
    }
  }

  /**
   * The outcome for the units of a corpus.
   *
   * @param units number of units before the run
   * @param removed number of units with both texts of an earlier one
   * @param near number of other units that are nearly the same as an earlier one
   * @param tooLong number of other units with a text too long to compare: more than {@link
   *     ballast.likeness.Score#MAX_SYMBOLS} characters or words
   * @param notCompared pairs of units that have much in common, but were too many to compare
   */
  public record CorpusDuplicates(
      long units, long removed, long near, long tooLong, long notCompared) {

    public long kept() {
      return units - removed;
    }

    /** Writes the output of {@code corpus dedupe --json}. */
    public void writeJson(Writer out, String folder, boolean isNearWanted) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("folder", folder).put("read", units);
        json.put("units", kept()).put("duplicates", removed);
        if (isNearWanted) {
          json.put("near", near);
        } else {
          json.none("near");
        }
        json.put("tooLong", tooLong).put("notCompared", notCompared);
      }
    }
  }
}
