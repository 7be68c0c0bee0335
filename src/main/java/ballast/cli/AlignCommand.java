package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.interchange.OutputFile;
import ballast.interchange.ReaderOptions;
import ballast.interchange.ReaderOptions.Layout;
import ballast.memory.Memory;
import ballast.report.AlignedText;
import ballast.report.Style;
import ballast.segment.Segmenter;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast align}: the main job. */
@Command(
    name = "align",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Splits an article and its translation, aligns them, and adds the pairs to the memory.",
      "Give two files, or a folder with pairs NAME.zh.txt, NAME.en.txt."
    },
    footer = {
      "",
      "Examples:",
      "  ballast align article.zh.txt article.en.txt -o article.tmx",
      "  ballast align article.zh.html article.en.html --print --no-tm",
      "  ballast align tm/articles -o all.tmx"
    })
final class AlignCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..2",
      description = "The source and its translation, or one folder; text or HTML.")
  List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "text, tsv, json, beads, html or tmx.",
        "Default: what FILE ends in; text on standard output."
      })
  @Nullable AlignmentFormat format;

  @Option(
      names = {"-p", "--print"},
      description = "Print the pairs on standard output, also when a file is written.")
  boolean print;

  @Option(names = "--no-tm", description = "Leave the memory alone.")
  boolean noMemory;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Align and report, but write neither the memory nor FILE.")
  boolean dryRun;

  @Option(names = "--presegmented", description = "The files have one sentence a line already.")
  boolean presegmented;

  @Option(names = "--from", paramLabel = "TAG", description = "Source language. Default: detected.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TAG", description = "Target language. Default: detected.")
  @Nullable String to;

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description = "What the memory calls the article. Default: its path without .zh.txt.")
  @Nullable String document;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who aligns. Default: BALLAST_AUTHOR, else USER.")
  @Nullable String author;

  AlignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Article> articles = articles();
    AlignmentFormat form = form();
    output.check(console);
    ArticleAligner aligner = aligner();
    AlignmentMessages messages = new AlignmentMessages(console, common);
    List<ArticleAligner.Aligned> aligned = new ArrayList<>();
    for (Article article : articles) {
      ArticleAligner.Aligned one = aligner.align(article);
      messages.aligned(one);
      aligned.add(one);
    }
    List<AlignedText> texts = aligned.stream().map(ArticleAligner.Aligned::text).toList();
    List<Unit> units = dryRun ? unnamedUnits(texts) : record(aligned, texts, form, messages);
    if (dryRun) {
      messages.dryRun();
    }
    print(texts, units, form);
    return ExitCode.OK;
  }

  private List<Article> articles() {
    Project project = Project.around(console.directory());
    if (files.size() == 2) {
      String source = files.get(0);
      return List.of(
          new Article(
              source,
              files.get(1),
              document == null ? project.documentName(console.resolve(source)) : document));
    }
    String folder = files.get(0);
    if (!Files.isDirectory(console.resolve(folder))) {
      throw new InputException(
          "no translation was given for \"" + folder + "\"",
          "ballast align SOURCE TARGET, or a folder with NAME.zh.txt and NAME.en.txt");
    }
    if (document != null) {
      throw new InputException(
          "--document names one article, but a folder was given", "leave --document out");
    }
    return Article.inFolder(console, project, folder);
  }

  private AlignmentFormat form() {
    if (format != null) {
      return format;
    }
    return output.isStandardOutput()
        ? AlignmentFormat.TEXT
        : AlignmentFormat.ofExtension(output.extension());
  }

  private ArticleAligner aligner() {
    ReaderOptions options =
        ReaderOptions.DEFAULT.withLayout(presegmented ? Layout.LINES : Layout.ARTICLE);
    return new ArticleAligner(
        console,
        Segmenter.create(segmenting.options(console)),
        options.withEncoding(reading.sourceCharset()).withLang(ReadingOptions.language(from)),
        options.withEncoding(reading.targetCharset()).withLang(ReadingOptions.language(to)));
  }

  /**
   * Writes file and memory so that a failure leaves both as they were: the file is on disk under a
   * temporary name before the memory commits, and gets its own name after.
   *
   * @return the translation units as they were recorded
   */
  private List<Unit> record(
      List<ArticleAligner.Aligned> aligned,
      List<AlignedText> texts,
      AlignmentFormat form,
      AlignmentMessages messages) {
    List<Unit> units = new ArrayList<>();
    try (OutputFile file = output.isStandardOutput() ? null : output.open(console)) {
      Consumer<List<Unit>> writeFile =
          written -> {
            units.addAll(written);
            if (file != null) {
              output.writeTo(file, out -> data(form, Style.PLAIN).write(out, texts, written));
            }
          };
      if (noMemory) {
        writeFile.accept(unnamedUnits(texts));
      } else {
        try (Memory tm = memory.openForWriting(console)) {
          messages.recorded(
              memory.path(console), tm.addRevisions(Revisions.of(aligned, author()), writeFile));
        }
      }
      if (file != null) {
        file.publish();
        messages.wrote(output, form, texts, units);
      }
    }
    return units;
  }

  private void print(List<AlignedText> texts, List<Unit> units, AlignmentFormat form) {
    boolean toFile = !output.isStandardOutput();
    boolean asked = print || output.isGiven() || format != null || noMemory || dryRun;
    if (toFile ? print : asked) {
      AlignmentFormat shown = toFile ? AlignmentFormat.TEXT : form;
      OutputOptions.toStandardOutput(
          console, out -> data(shown, common.style(console)).write(out, texts, units));
    }
  }

  private AlignmentOutput data(AlignmentFormat form, Style style) {
    return new AlignmentOutput(form, style, warning -> common.warn(console, warning));
  }

  /** Units that no memory has given an id. */
  private List<Unit> unnamedUnits(List<AlignedText> texts) {
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return texts.stream()
        .flatMap(text -> text.alignment().units(text.document(), author(), now).stream())
        .toList();
  }

  private String author() {
    if (author != null) {
      return author;
    }
    Map<String, String> environment = console.environment();
    return environment.getOrDefault(
        "BALLAST_AUTHOR",
        environment.getOrDefault("USER", environment.getOrDefault("USERNAME", "")));
  }
}
