package ballast.cli.align;

import ballast.app.Texts;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.DocumentMerge;
import ballast.app.documents.MergedDocument;
import ballast.app.documents.PreTranslation;
import ballast.app.documents.Quote;
import ballast.app.documents.QuoteOutput;
import ballast.app.documents.TranslationOutput;
import ballast.app.documents.TranslationReport;
import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.page.Form;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.XliffOption;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.ReadingOptions.SegmentingOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReaderOptions;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.likeness.Score;
import ballast.memory.FuzzyQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "translate",
    description = {
      "Translates new documents from the memory, for a translator to finish.",
      "Every sentence is written, in its place. A sentence that the memory has is filled in; one"
          + " that is similar to others, or that the memory translates in several ways, gets their"
          + " translations as proposals, with scores; the others stay empty. The furniture of a"
          + " page is kept, marked as not to be translated, and listed. Exit status 1: the memory"
          + " has nothing similar to any sentence.",
      "The XLIFF file goes to a CAT tool; ballast merge puts its translations into the document."
          + " With the name of a document as output, what the memory knows is put there at once."
    },
    footer = {
      "",
      "Examples:",
      "  ballast translate article.zh.txt -o article.xlf",
      "  ballast translate article.en.txt --fill 85 --xliff 2.1 -o article.en.xlf",
      "  ballast translate article.zh.html --dry-run",
      "  ballast translate guide.zh.md -o guide.en.md"
    })
@MainOptions({"--output", "--min", "--fill", "--xliff", "--tm"})
public final class TranslateCommand extends ConsoleCommand {

  static final class Offered extends Forms {
    Offered() {
      super(Form.XLIFF, Form.TSV);
    }
  }

  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();
  @Mixin XliffOption xliff = new XliffOption();

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      arity = "1..*",
      description =
          "Documents of one language: text, HTML, Markdown, DOCX, PPTX, XLSX, ODT, EPUB, IDML, PDF,"
              + " SRT, VTT, PO; - is standard input.")
  List<String> files = List.of();

  @Option(names = "--from", paramLabel = "TAG", description = "Source language. Default: detected.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Target language. Default: en for Chinese, zh for English.")
  @Nullable String to;

  @Option(
      names = "--min",
      paramLabel = "PERCENT",
      defaultValue = "70",
      description = "The lowest similarity of a proposal, 50 to 100. Default: ${DEFAULT-VALUE}.")
  int minScore = FuzzyQuery.DEFAULT_MIN;

  @Option(
      names = "--fill",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description =
          "Fill in the best match from this score on, 50 to 102. Default: ${DEFAULT-VALUE}.")
  int fill = Score.FULL;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "3",
      description = "At most N proposals a sentence. Default: ${DEFAULT-VALUE}.")
  int limit = 3;

  @Option(
      names = "--in",
      paramLabel = "SIDE",
      defaultValue = "both",
      description =
          "source: units that were translated in this direction; target: in the other; both."
              + " Default: ${DEFAULT-VALUE}.")
  SearchSide in = SearchSide.BOTH;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Offered.class,
      completionCandidates = Offered.class,
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: by the extension of the output; xliff"
              + " on standard"
              + " output.")
  @Nullable Form format;

  @Option(
      names = "--copy-source",
      description =
          "Put a copy of the source where a translation is missing, in the state new, for programs"
              + " that show no sentence otherwise: OmegaT 3.")
  boolean copySource;

  @Option(names = "--presegmented", description = "The files already have one sentence per line.")
  boolean presegmented;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be found; write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print the summary as JSON.")
  boolean json;

  @Override
  public Integer call() {
    checkOptions();
    @Nullable Form form = isDocument() ? null : form();
    XliffVersion version = xliff.xliffVersion();
    output.isPage(form == null || form == Form.HTML);
    output.check(console);
    PreTranslation.Request request =
        new PreTranslation.Request(
            files,
            readerOptions(),
            segmenting.options(console),
            ReadingOptions.language(to),
            memory.store(console),
            new PreTranslation.Matching(minScore, fill, limit, in));
    TranslationReport report =
        new PreTranslation(console.workplace(), notices()).translate(request);
    int status = tell(report);
    if (form != null) {
      if (!dryRun) {
        output.write(console, out -> write(out, form, version, report));
      }
      sayWritten();
      return status;
    }
    return dryRun ? status : Math.max(status, document(report));
  }

  /** Writes the document in the other language. */
  private int document(TranslationReport report) {
    MergedDocument result =
        new DocumentMerge(console.workplace(), notices()).fill(report, readerOptions());
    result.requireName(output.file());
    output.write(console, out -> out.write(result.bytes()));
    MergeMessages messages = new MergeMessages(notices());
    messages.warn(result);
    messages.say(result, output.file());
    return MergeMessages.status(result);
  }

  /** Whether the output is a document in the format of its source. */
  private boolean isDocument() {
    return format == null && !output.isStandardOutput() && ArticleFormat.isOne(output.file());
  }

  private void checkOptions() {
    refuse(
        minScore < Score.MIN_THRESHOLD || minScore > Score.FULL,
        "--min takes a whole number from 50 to 100, not " + minScore);
    refuse(
        fill < Score.MIN_THRESHOLD || fill > PreTranslation.Matching.MAX_SCORE,
        "--fill takes a whole number from 50 to 102, not " + fill);
    refuse(limit < 1, "--limit " + limit + ": at least 1");
    refuse(
        json && !dryRun && output.isStandardOutput(),
        "--json needs standard output: give -o FILE or --dry-run too");
  }

  private Form form() {
    if (format != null) {
      return format;
    }
    if (output.isStandardOutput()) {
      return Form.XLIFF;
    }
    return new Offered().ofExtension(output.extension());
  }

  private ReaderOptions readerOptions() {
    return ReaderOptions.DEFAULT
        .withEncoding(reading.sourceCharset())
        .withLang(ReadingOptions.language(from))
        .withLayout(presegmented ? ReaderOptions.Layout.LINES : ReaderOptions.Layout.ARTICLE);
  }

  private void write(OutputStream out, Form form, XliffVersion version, TranslationReport report)
      throws IOException {
    if (form == Form.TSV) {
      TranslationOutput.writeTable(out, report);
    } else {
      TranslationOutput.writeXliff(out, version, report, copySource);
    }
  }

  private void sayWritten() {
    if (!dryRun && !output.isStandardOutput()) {
      say("wrote    " + output.output);
    }
  }

  private int tell(TranslationReport report) {
    sayFound(report);
    report.documents().stream()
        .flatMap(one -> one.text().notes().stream())
        .forEach(note -> notices().detail("  " + note));
    report.documents().forEach(one -> Texts.warn(one.text(), notices()));
    if (json) {
      print(out -> TranslationOutput.writeJson(out, report, dryRun));
    }
    return report.counts().filled() + report.counts().proposed() > 0
        ? ExitCode.OK
        : ExitCode.FINDINGS;
  }

  private void sayFound(TranslationReport report) {
    for (TranslatedDocument document : report.documents()) {
      say(
          "source   %s: %s, %s, %s",
          document.name(),
          report.direction().source(),
          document.text().encoding().charset().name(),
          CountedNoun.of(document.sentences().size(), "sentence"));
    }
    for (TranslationReport.Skipped one : report.skipped()) {
      say(
          "  %s: %s, not to be translated: %s",
          one.location(), one.type(), AlignmentMessages.excerpt(one.text()));
    }
    for (TranslationReport.Skipped one : report.unsearched()) {
      say(
          "  %s: not looked up: %,d characters, and the limit is %,d: %s",
          one.location(),
          one.text().length(),
          Score.MAX_SYMBOLS,
          AlignmentMessages.excerpt(one.text()));
    }
    new QuoteOutput(new Quote(report.analysis(), null)).bands(style()).lines().forEach(this::say);
    TranslationReport.Counts counts = report.counts();
    say(
        "%s %d of %s into %s%s; %d with proposals only, %d without a proposal%s",
        dryRun ? "would fill in" : "filled in",
        counts.filled(),
        CountedNoun.of(report.analysis().segments(), "sentence"),
        report.direction().target(),
        counts.copied() == 0
            ? ""
            : ", %d copied (numbers, codes or marks only)".formatted(counts.copied()),
        counts.proposed(),
        counts.empty(),
        dryRun ? "; nothing was written" : "");
  }
}
