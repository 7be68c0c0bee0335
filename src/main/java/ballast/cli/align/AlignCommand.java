package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.app.align.AlignmentReport;
import ballast.app.align.AlignmentSink;
import ballast.app.align.AlignmentSink.Collected;
import ballast.app.align.AlignmentSink.OutputFileSink;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.ArticleReading;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.BatchReport;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.app.align.Pairs;
import ballast.app.corpus.Corpus;
import ballast.app.corpus.CorpusJobs;
import ballast.app.corpus.CorpusJobs.CorpusTotals;
import ballast.app.page.Form;
import ballast.app.page.Style;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.cli.align.AlignmentMessages.AlignmentOutput;
import ballast.cli.align.AlignmentMessages.Effects;
import ballast.cli.align.AlignmentMessages.OfMany;
import ballast.cli.align.AlignmentMessages.OfOne;
import ballast.cli.option.AuthorOption.RecorderOption;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.Misuse;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.DoubtfulUnits;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.OutputOptions.XliffOption;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.ReadingOptions.SegmentingOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.WriterStream;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.file.OutputFile;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.memory.MemoryStore;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "align",
    description = {
      "Splits an article and its translation, aligns them, and adds the pairs to the memory.",
      "Give two files, in any order; a folder with pairs NAME.zh.txt, NAME.en.txt, or zh/NAME.txt,"
          + " en/NAME.txt, in its folders too; two folders with files of the same names; or --pairs"
          + " LIST. Texts of a folder whose names do not say their pair are paired by content; what"
          + " is left out is listed at the end (exit status 1). Each"
          + " of several documents is recorded as soon as it is aligned; one that fails does not"
          + " stop the others (exit status 2). The same command continues after an interruption:"
          + " files that the memory has unchanged are not aligned again.",
      "Texts that do not look like translations of each other are neither recorded nor written"
          + " (exit status 1), unless you say --force: it does both, replace a file and take such"
          + " texts."
    },
    footer = {
      "",
      "Examples:",
      "  ballast align article.zh.txt article.en.txt -o article.tmx",
      "  ballast align article.zh.html article.en.html --print --no-tm",
      "  ballast align article.zh.txt article.en.txt --review --no-tm",
      "  ballast align bilingual.txt -o bilingual.tmx",
      "  ballast align article.zh.txt article.en.txt --corrections article.tsv",
      "  ballast align tm/articles -o all.tmx",
      "  ballast align --pairs pairs.tsv --jobs 2 --report report.tsv",
      "  ballast align --pairs pairs.tsv -o corpus --engine local[2]"
    })
@MainOptions({"--output", "--print", "--review", "--glossary", "--tm"})
public final class AlignCommand extends ConsoleCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin ArticleOptions article = new ArticleOptions();
  @Mixin DoubtfulUnits doubtful = new DoubtfulUnits();
  @Mixin XliffOption xliff = new XliffOption();
  @Mixin CorrectionsOption corrections = new CorrectionsOption();
  @Mixin BatchOptions batch = new BatchOptions();
  @Mixin EngineOptions corpus = new EngineOptions();
  @Mixin RecorderOption recorder = new RecorderOption();

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      arity = "0..2",
      description = {
        "The source and its translation; one file that holds both, paragraph by paragraph or in"
            + " columns; one folder, or two.",
        "Text, HTML, Markdown, DOCX, PPTX, XLSX, ODT, EPUB, IDML, PDF, SRT, VTT, PO."
      })
  List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = AlignForms.class,
      completionCandidates = AlignForms.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}.",
        "Default: by the extension of FILE; text on standard output."
      })
  @Nullable Form format;

  @Option(
      names = {"-p", "--print"},
      description = "Print the pairs on standard output, also when a file is written.")
  boolean print;

  @Option(
      names = "--review",
      description =
          "Print what needs a look first, with file and line: doubtful beads, lowest confidence"
              + " first, then sentences without a partner, then what has moved.")
  boolean review;

  @Option(names = "--no-tm", description = "Leave the memory alone.")
  boolean noMemory;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Align and report, but write neither the memory nor FILE.")
  boolean dryRun;

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description = "Name of the article in the memory. Default: its path without .zh.txt.")
  @Nullable String document;

  @Override
  public Integer call() {
    xliff.xliffVersion(); // rejects an invalid version before any work
    corpus.check(spec, batch.pairs, output.output, forThisProcess());
    if (corpus.engine != null) {
      return onSpark(corpus.engine);
    }
    boolean many = isMany();
    Pairs pairs = many ? many() : one();
    AlignmentOutput form = form(chosenFormat(), Style.PLAIN);
    output.isPage(chosenFormat() == Form.HTML);
    output.check(console);
    if (batch.report != null) {
      OutputFile.check(console.resolve(batch.report), output.force);
    }
    String recordedIn = !noMemory && !dryRun ? memory.shown(console) : "";
    String name = dryRun || output.isStandardOutput() ? "" : output.file();
    AlignmentMessages messages =
        new AlignmentMessages(
            console, style(), new Effects(recordedIn, name, dryRun, output.force), form);
    AlignmentSink printer = printer(form, many);
    Collected collected = new Collected();
    AlignmentMessages.Presenter presenter =
        many ? messages.new OfMany(this::writeReport) : messages.new OfOne(collected, printer);
    AlignmentSink shown = printer == null ? AlignmentSink.NONE : many ? printer : collected;
    try (OutputFile file = name.isEmpty() ? null : output.open(console)) {
      AlignmentSink sink =
          file == null
              ? shown
              : new OutputFileSink(file, name, form.sink(file.stream())).and(shown);
      MemoryStore recorded = recordedIn.isEmpty() ? null : memory.store(console);
      Workplace workplace = recorder.workplace(console, notices(), recorded);
      ArticleAlignment alignment = new ArticleAlignment(workplace, notices(), presenter);
      return presenter.conclude(alignment.align(request(pairs, sink)));
    }
  }

  /** Writes the table of outcomes, if it is wanted. */
  private void writeReport(BatchReport outcomes) {
    if (batch.report == null || dryRun) {
      return;
    }
    String name = batch.report;
    try (OutputFile file = OutputFile.create(console.resolve(name), output.force)) {
      Writer out = new OutputStreamWriter(file.stream(), UTF_8);
      outcomes.write(out);
      out.flush();
      file.finish();
      file.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(Path.of(name), e);
    }
    say("wrote    %s: the report", name);
  }

  private int onSpark(String engine) {
    String out = output.file();
    ArticleReading reading = article.reading(console);
    Recording read = recording(/* reads= */ true);
    DocumentLimits limits = corpus.limits(spec);
    Corpus filled = new Corpus(out, engine, /* deduped= */ false);
    // The memory is only read.
    Workplace workplace = recorder.workplace(console, notices(), null);
    CorpusTotals totals =
        new CorpusJobs(workplace, notices(), console.environment())
            .align(String.valueOf(batch.pairs), filled, reading, glossary.chosen(), read, limits);
    return AlignmentMessages.concludeCorpus(console, style(), notices(), totals, out);
  }

  /** Returns the first given option that does not apply to Spark, or "". */
  private String forThisProcess() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("FILE", !files.isEmpty());
    given.put("--format", format != null);
    given.put("--print", print);
    given.put("--review", review);
    given.put("--report", batch.report != null);
    given.put("--jobs", batch.jobs != null);
    given.put("--again", batch.again);
    given.put("--dry-run", dryRun);
    given.put("--document", document != null);
    given.put("--corrections", corrections.file != null);
    given.put("--discard-corrections", corrections.discard);
    given.put("--author", recorder.isGiven());
    given.put("--all", doubtful.all());
    given.put("--xliff", xliff.xliffVersion() != XliffVersion.V1_2);
    given.put("-o " + output.output, output.isGiven() && output.isStandardOutput());
    return given.keySet().stream().filter(given::get).findFirst().orElse("");
  }

  private ArticleAlignment.Request request(Pairs pairs, AlignmentSink out) {
    return new ArticleAlignment.Request(
        pairs,
        article.reading(console),
        glossary.chosen(),
        recording(/* reads= */ false),
        out,
        batch.jobs == null ? 0 : batch.jobs);
  }

  private Recording recording(boolean reads) {
    MemoryStore store = noMemory ? null : reads ? memory.missed(console) : memory.store(console);
    return new Recording(store, batch.again, dryRun, output.force, corrections.discard);
  }

  private Pairs one() {
    String name = document == null ? "" : document;
    String pinned = corrections.file == null ? "" : corrections.file;
    return new Pairs.One(files.get(0), files.get(files.size() - 1), name, pinned);
  }

  private Pairs many() {
    if (batch.pairs != null) {
      return new Pairs.Listed(batch.pairs);
    }
    if (files.size() == 2) {
      return new Pairs.InFolders(files.get(0), files.get(1));
    }
    return new Pairs.InFolder(files.get(0), article.isFromEnglish());
  }

  /** Returns a sink for standard output, or null if nothing is printed. */
  private @Nullable AlignmentSink printer(AlignmentOutput file, boolean many) {
    Form format = file.format();
    boolean toFile = !output.isStandardOutput();
    if (toFile ? !printsBesideFile(format) : !isAsked() && (many || !dryRun)) {
      return null;
    }
    return form(toFile ? Form.TEXT : format, style()).sink(new WriterStream(console.out()));
  }

  /** Whether the input is a list or a folder. Rejects contradictory arguments. */
  private boolean isMany() {
    String contradiction = batch.contradiction(files);
    refuse(!contradiction.isEmpty(), contradiction);
    boolean many = batch.isMany(files, console);
    if (many && document != null) {
      throw new InputException(
          "--document names one article, but several were given",
          "leave --document out; a list for --pairs may name them in its third column");
    }
    refuse(
        many && corrections.file != null, "--corrections is for one article: give its two files");
    return many;
  }

  private Form chosenFormat() {
    if (format != null) {
      return format;
    }
    return output.isStandardOutput() ? Form.TEXT : new AlignForms().ofExtension(output.extension());
  }

  /** Whether the pairs are printed in addition to a file. */
  private boolean printsBesideFile(Form format) {
    return print || (review && !AlignmentReport.hasReviewOrder(format));
  }

  /** Whether an option asks for the pairs on standard output. */
  private boolean isAsked() {
    return print || review || output.isGiven() || format != null || noMemory;
  }

  private AlignmentOutput form(Form of, Style style) {
    return new AlignmentOutput(
        of, style, review, imprint(), doubtful.all(), xliff.xliffVersion(), notices());
  }

  /** The options for reading and splitting the two texts of an article. */
  private static final class ArticleOptions {

    @Mixin ReadingOptions reading = new ReadingOptions();
    @Mixin SegmentingOptions segmenting = new SegmentingOptions();

    @Option(names = "--presegmented", description = "The files already have one sentence per line.")
    boolean presegmented;

    @Option(
        names = "--mark",
        paramLabel = "TEXT",
        defaultValue = "%%%",
        description = {
          "A line of TEXT, or of TEXT and a label, in "
              + "both files marks where they correspond; nothing is paired across it.",
          "Default: ${DEFAULT-VALUE}"
        })
    String mark = Mark.DEFAULT.sign();

    @Option(
        names = "--from",
        paramLabel = "TAG",
        description =
            "Source language. Default: detected; of two files in any order, and in a folder, the"
                + " Chinese text is the source. --from en makes the English text the source.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG", description = "Target language. Default: detected.")
    @Nullable String to;

    ArticleReading reading(Console console) {
      return new ArticleReading(
          options(reading.sourceCharset(), from),
          options(reading.targetCharset(), to),
          segmenting.options(console));
    }

    boolean isFromEnglish() {
      Lang lang = ReadingOptions.language(from);
      return lang != null && lang.isEnglish();
    }

    private ReaderOptions options(@Nullable Charset encoding, @Nullable String language) {
      return new ReaderOptions(
          encoding,
          ReadingOptions.language(language),
          presegmented ? Layout.LINES : Layout.ARTICLE,
          ReadingOptions.mark(mark),
          /* isForTranslation= */ false);
    }
  }

  private static final class EngineOptions {

    @Option(
        names = "--engine",
        paramLabel = "MASTER",
        description =
            "Align a list on Apache Spark (SPARK_HOME): local[N], spark://HOST:PORT, yarn. FILE is"
                + " a folder then; what it has already is not aligned again. LIST may be Parquet."
                + " The memory is only read.")
    @Nullable String engine;

    @Option(
        names = "--max-size",
        paramLabel = "MB",
        description = "With --engine: the largest file that is aligned. Default: 2.")
    @Nullable Double maxSize;

    @Option(
        names = "--max-time",
        paramLabel = "SECONDS",
        description = "With --engine: the longest time for one document. Default: 600.")
    @Nullable Double maxTime;

    private static final double BYTES_IN_A_MEGABYTE = 1e6;
    private static final double MILLIS_IN_A_SECOND = 1e3;

    /**
     * @param others the first given option that does not apply to Spark, or ""
     */
    void check(CommandSpec spec, @Nullable String pairs, @Nullable String out, String others) {
      if (engine == null) {
        Misuse.refuse(maxSize != null, spec, "--max-size is for --engine");
        Misuse.refuse(maxTime != null, spec, "--max-time is for --engine");
        return;
      }
      String missing = pairs == null ? "--pairs LIST" : "-o FOLDER";
      Misuse.refuse(
          pairs == null || out == null,
          spec,
          "--engine aligns a list into a folder: give " + missing);
      Misuse.refuse(!others.isEmpty(), spec, others + " does not go with --engine: leave it out");
      limits(spec);
    }

    /** Returns the size and time limits of one document. */
    DocumentLimits limits(CommandSpec spec) {
      DocumentLimits usual = DocumentLimits.DEFAULT;
      long bytes = maxSize == null ? usual.bytes() : Math.round(maxSize * BYTES_IN_A_MEGABYTE);
      long millis =
          maxTime == null ? usual.time().toMillis() : Math.round(maxTime * MILLIS_IN_A_SECOND);
      Misuse.refuse(bytes <= 0, spec, "--max-size must be above 0");
      Misuse.refuse(millis <= 0, spec, "--max-time must be above 0");
      return new DocumentLimits(bytes, Duration.ofMillis(millis));
    }
  }

  private static final class AlignForms extends Forms {

    AlignForms() {
      super(Form.TEXT, Form.TSV, Form.JSON, Form.BEADS, Form.HTML, Form.TMX, Form.XLIFF);
    }
  }

  private static final class BatchOptions {

    @Option(
        names = "--pairs",
        paramLabel = "LIST",
        completionCandidates = FileNames.Lines.class,
        description =
            "Align the pairs of this list, one per line: SOURCE, tab, TARGET, optionally tab,"
                + " document name. UTF-8; names are relative to the list's folder; # begins a"
                + " comment.")
    @Nullable String pairs;

    @Option(
        names = {"-j", "--jobs"},
        paramLabel = "N",
        description =
            "Align N documents at a time, or N parts of a long one. The result is the same for any N."
                + " Default: one per processor.")
    @Nullable Integer jobs;

    @Option(
        names = "--again",
        description = {
          "Align again what the memory already has from the same files.",
          "Units of theirs that have been deleted come back."
        })
    boolean again;

    @Option(
        names = "--report",
        paramLabel = "TSV",
        completionCandidates = FileNames.Lines.class,
        description = "Many documents: write a table of the outcome of every pair.")
    @Nullable String report;

    /** An error message for a wrong combination of options and files, or "". */
    String contradiction(List<String> files) {
      if (pairs == null && files.isEmpty()) {
        return "give SOURCE and TARGET, a folder, or --pairs LIST";
      }
      if (pairs != null && !files.isEmpty()) {
        return "--pairs LIST names the files: \"" + files.get(0) + "\" is one too many";
      }
      if (files.size() > 2) {
        return "give one source and one translation: \""
            + files.get(2)
            + "\" is one too many; several pairs go into a folder, or a list for --pairs";
      }
      return jobs != null && jobs < 1 ? "--jobs " + jobs + ": at least 1" : "";
    }

    /**
     * Whether the input is a list, a folder or two folders.
     *
     * @throws InputException if it is a single document and {@code --report} was given
     */
    boolean isMany(List<String> files, Console console) {
      boolean many =
          pairs != null
              || (files.size() <= 2
                  && files.stream().allMatch(file -> Files.isDirectory(console.resolve(file))));
      if (!many && report != null) {
        throw new InputException("--report is for many articles", "leave --report out");
      }
      return many;
    }
  }

  /** The options for beads set by hand. */
  private static final class CorrectionsOption {

    @Option(
        names = "--corrections",
        paramLabel = "TSV",
        completionCandidates = FileNames.Lines.class,
        description =
            "Two files: keep the beads of this table, which -o TSV writes and you have edited, and"
                + " align the rest around them. The memory keeps them for the next time.")
    @Nullable String file;

    @Option(
        names = "--discard-corrections",
        description = "Align without the beads that were set earlier; tm undo brings them back.")
    boolean discard;
  }
}
