package ballast.cli.align;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.Form;
import ballast.cli.option.Forms;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.option.XliffOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.format.unit.XliffVersion;
import ballast.format.unit.XliffWriter;
import ballast.likeness.Score;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.report.memory.TranslationJson;
import ballast.segment.Segmenter;
import ballast.workflow.Texts;
import ballast.workflow.align.WholeBlocks;
import ballast.workflow.translate.Direction;
import ballast.workflow.translate.MemoryLookup;
import ballast.workflow.translate.PreTranslation;
import ballast.workflow.translate.SearchSide;
import ballast.workflow.translate.TranslationReport;
import ballast.workflow.translate.TranslationSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ballast translate}: a new document, translated as far as the memory goes. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Translates new documents as far as the memory goes, for a translator to finish.",
      "Every sentence is written, in its place. One that the memory has is filled in; one that is"
          + " like others, or that the memory translates in several ways, gets their translations"
          + " as proposals, with scores; others stay empty. What surrounds an article on a page is"
          + " kept, marked as not to be translated, and named. Exit status 1: the memory has"
          + " nothing that is like any sentence."
    },
    footer = {
      "",
      "Examples:",
      "  ballast translate article.zh.txt -o article.xlf",
      "  ballast translate article.en.txt --fill 85 --xliff 2.1 -o article.en.xlf",
      "  ballast translate article.zh.html --dry-run"
    })
public final class TranslateCommand implements Callable<Integer> {

  private static final int BEST = Score.FULL + 2;

  /** The forms of the result. */
  static final class Offered extends Forms {
    Offered() {
      super(Form.XLIFF, Form.TSV);
    }
  }

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();
  @Mixin XliffOption xliff = new XliffOption();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Text files or HTML pages of one language; - is standard input.")
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
      description = "The least similarity of a proposal, 50 to 100. Default: ${DEFAULT-VALUE}.")
  int least = FuzzyQuery.USUAL_LEAST;

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
          "One of ${COMPLETION-CANDIDATES}. Default: what the output ends in; xliff on standard"
              + " output.")
  @Nullable Form format;

  @Option(names = "--presegmented", description = "The files have one sentence a line already.")
  boolean presegmented;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be found; write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print the summary as JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  /** A document with its sentences looked up. */
  private record Translated(ReadText reading, List<PreTranslation.Sentence> sentences) {}

  public TranslateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkOptions();
    Form form = form();
    XliffVersion version = xliff.xliffVersion();
    output.check(console);
    TextReader reader = new TextReader(readerOptions());
    List<ReadText> readings =
        files.stream().map(file -> Texts.read(console.workplace(), reader, file)).toList();
    Direction direction = Direction.of(readings, ReadingOptions.language(to));
    Segmenter segmenter = Segmenter.create(segmenting.options(console));
    try (Memory tm = memory.openForReading(console)) {
      PreTranslation work =
          new PreTranslation(new MemoryLookup(tm, direction.units(in), least), limit, fill);
      List<Translated> translated = new ArrayList<>();
      for (ReadText one : readings) {
        translated.add(
            new Translated(
                one,
                work.translate(
                    one.document(),
                    presegmented
                        ? WholeBlocks.of(one.document())
                        : segmenter.segment(one.document()))));
      }
      if (!dryRun) {
        output.write(console, out -> write(out, form, version, direction, translated));
      }
      return report(work, direction, translated);
    }
  }

  private void checkOptions() {
    if (least < Score.LEAST || least > Score.FULL) {
      throw new ParameterException(spec.commandLine(), "--min " + least + ": from 50 to 100");
    }
    if (fill < Score.LEAST || fill > BEST) {
      throw new ParameterException(spec.commandLine(), "--fill " + fill + ": from 50 to 102");
    }
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit " + limit + ": at least 1");
    }
    if (json && !dryRun && output.isStandardOutput()) {
      throw new ParameterException(
          spec.commandLine(), "--json needs standard output: give -o FILE or --dry-run too");
    }
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

  private void write(
      OutputStream out,
      Form form,
      XliffVersion version,
      Direction direction,
      List<Translated> translated)
      throws IOException {
    try (TranslationSink sink =
        form == Form.TSV
            ? new TranslationSink.Tsv(out)
            : new TranslationSink.Xliff(
                new XliffWriter(out, version, direction.source(), direction.target()))) {
      for (Translated one : translated) {
        PreTranslation.write(sink, one.reading().document().name(), one.sentences());
      }
    }
  }

  private int report(PreTranslation work, Direction direction, List<Translated> translated) {
    TranslationReport report =
        new TranslationReport(
            direction.source().tag(),
            direction.target().tag(),
            translated.stream()
                .map(
                    one ->
                        new TranslationReport.File(
                            one.reading().document().name(),
                            one.reading().encoding().charset().name(),
                            one.sentences().size()))
                .toList(),
            work.analysis(),
            work.counts(),
            work.skipped(),
            work.unsearched());
    new TranslationMessages(console, common, dryRun).say(report);
    translated.stream()
        .flatMap(one -> one.reading().notes().stream())
        .forEach(note -> common.detail(console, "  " + note));
    if (!dryRun && !output.isStandardOutput()) {
      common.say(console, "wrote    " + output.output);
    }
    if (json) {
      OutputOptions.print(console, out -> TranslationJson.write(out, report, dryRun));
    }
    return report.counts().filled() + report.counts().proposed() > 0
        ? ExitCode.OK
        : ExitCode.FINDINGS;
  }
}
