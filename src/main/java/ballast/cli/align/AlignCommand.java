package ballast.cli.align;

import ballast.bitext.InputException;
import ballast.cli.option.BatchOptions;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CorrectionsOption;
import ballast.cli.option.DoubtfulUnits;
import ballast.cli.option.FileNames;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MainOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.PagerOption;
import ballast.cli.option.RecorderOption;
import ballast.cli.option.VersionProvider;
import ballast.cli.option.XliffOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.WriterStream;
import ballast.format.file.OutputFile;
import ballast.format.unit.XliffVersion;
import ballast.memory.MemoryStore;
import ballast.report.alignment.AlignmentReport;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.ArticleAlignment;
import ballast.workflow.align.Collected;
import ballast.workflow.align.OutputFileSink;
import ballast.workflow.align.Pairs;
import ballast.workflow.align.Recording;
import ballast.workflow.corpus.CorpusAlignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ballast align}: aligns articles and records them. */
@Command(
    name = "align",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
public final class AlignCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
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

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

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

  public AlignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    xliff.xliffVersion(); // a wrong one is refused before any work
    corpus.check(spec, batch.pairs, output.output, forThisProcess());
    Notices notices = common.notices(console);
    if (corpus.engine != null) {
      return onSpark(corpus.engine, notices);
    }
    boolean many = isMany();
    Pairs pairs = many ? many() : one();
    AlignmentOutput form = form(chosenFormat(), Style.PLAIN, notices);
    AlignmentPlaces places = new AlignmentPlaces(console, output, batch.report);
    output.isPage(chosenFormat() == Form.HTML);
    places.check();
    String recordedIn = !noMemory && !dryRun ? memory.shown(console) : "";
    AlignmentMessages messages =
        new AlignmentMessages(console, common, notices, recordedIn, dryRun, output.force);
    Collected collected = new Collected();
    AlignmentSink printer = printer(form, many);
    AlignmentPresenter presenter =
        many
            ? new ManyPresenter(messages, form, dryRun ? outcomes -> "" : places::write)
            : new OnePresenter(console, messages, form, collected, printer);
    AlignmentSink shown = printer == null ? AlignmentSink.NONE : many ? printer : collected;
    try (OutputFile file = dryRun ? null : places.file()) {
      String name = file == null ? "" : String.valueOf(output.output);
      AlignmentSink contents = file == null ? AlignmentSink.NONE : form.sink(file.stream());
      AlignmentSink sink =
          file == null ? shown : new OutputFileSink(file, name, contents).and(shown);
      MemoryStore recorded = recordedIn.isEmpty() ? null : memory.store(console);
      Workplace workplace = recorder.workplace(console, notices, recorded);
      ArticleAlignment alignment = new ArticleAlignment(workplace, notices, presenter);
      return presenter.conclude(
          alignment.align(request(pairs, sink)), new WrittenArticles(name, contents, shown));
    }
  }

  private int onSpark(String engine, Notices notices) {
    String out = output.file();
    CorpusAlignment.Request request =
        new CorpusAlignment.Request(
            String.valueOf(batch.pairs),
            out,
            engine,
            article.reading(console),
            new CorpusAlignment.Evidence(glossary.chosen(), recording(/* reads= */ true)),
            corpus.limits(spec));
    // The memory is only read.
    Workplace workplace = recorder.workplace(console, notices, null);
    CorpusAlignment alignment = new CorpusAlignment(workplace, notices, console.environment());
    return new CorpusPresenter(console, common.style(console), notices, out)
        .conclude(alignment.align(request));
  }

  /** The first given option that says what this process does with documents; or empty. */
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
    return ArticleAlignment.Request.of(pairs)
        .reading(article.reading(console))
        .with(glossary.chosen())
        .recording(recording(/* reads= */ false))
        .into(out)
        .jobs(batch.jobs == null ? 0 : batch.jobs);
  }

  private Recording recording(boolean reads) {
    MemoryStore store = noMemory ? null : reads ? memory.missed(console) : memory.store(console);
    return new Recording(store, batch.again, dryRun, output.force, corrections.discard);
  }

  private Pairs one() {
    String name = document == null ? "" : document;
    return new Pairs.One(files.get(0), files.get(files.size() - 1), name, corrections.name());
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

  /** Writes to standard output; null if nothing is printed. */
  private @Nullable AlignmentSink printer(AlignmentOutput file, boolean many) {
    Form format = file.format();
    boolean toFile = !output.isStandardOutput();
    if (toFile ? !printsBesideFile(format) : !isAsked() && (many || !dryRun)) {
      return null;
    }
    return form(toFile ? Form.TEXT : format, common.style(console), file.notices())
        .sink(new WriterStream(console.out()));
  }

  /** Whether a list or a folder was given; refuses contradictory arguments. */
  private boolean isMany() {
    String contradiction = batch.contradiction(files);
    if (!contradiction.isEmpty()) {
      throw new ParameterException(spec.commandLine(), contradiction);
    }
    boolean many = batch.isMany(files, console);
    if (many && document != null) {
      throw new InputException(
          "--document names one article, but several were given",
          "leave --document out; a list for --pairs may name them in its third column");
    }
    corrections.check(spec.commandLine(), many);
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

  private AlignmentOutput form(Form of, Style style, Notices notices) {
    return new AlignmentOutput(of, style, review, doubtful.all(), xliff.xliffVersion(), notices);
  }
}
