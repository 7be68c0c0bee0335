package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Texts;
import ballast.app.align.SplitLines;
import ballast.app.align.Splitting;
import ballast.app.align.Splitting.SplitText;
import ballast.app.page.Form;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.ReadingOptions.SegmentingOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "split",
    description = "Splits articles into sentences, one per line.",
    footer = {
      "",
      "Examples:",
      "  ballast split article.zh.txt",
      "  ballast split --explain-breaks article.en.txt",
      "  ballast split --lines --lang zh --format jsonl paragraphs.txt"
    })
@MainOptions({"--lang", "--format", "--output", "--explain-breaks", "--encoding"})
public final class SplitCommand extends ConsoleCommand {

  static final class Offered extends Forms {
    Offered() {
      super(Form.TEXT, Form.JSONL);
    }
  }

  @Mixin PagerOption pager = new PagerOption();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      arity = "1..*",
      description = "Text files or HTML pages; - is standard input.")
  List<String> files = List.of();

  @Option(names = "--lines", description = "Each input line is a paragraph of its own.")
  boolean lines;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of the files: zh, zh-TW, en. Default: detected and stated.")
  @Nullable String language;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Offered.class,
      completionCandidates = Offered.class,
      defaultValue = "text",
      description =
          "One of ${COMPLETION-CANDIDATES}; text prints one sentence per line, jsonl one paragraph."
              + " Default: ${DEFAULT-VALUE}.")
  Form format = Form.TEXT;

  @Option(
      names = "--explain-breaks",
      description = "Print each place where a sentence might end, and the rule that decided.")
  boolean explain;

  @Override
  public Integer call() {
    output.check(console);
    List<SplitText> texts =
        new Splitting(console.workplace(), options(), segmenting.options(console))
            .split(files, explain);
    output.write(console, out -> write(out, texts));
    return ExitCode.OK;
  }

  private ReaderOptions options() {
    return ReaderOptions.DEFAULT
        .withEncoding(reading.sourceCharset())
        .withLang(ReadingOptions.language(language))
        .withLayout(lines ? ReaderOptions.Layout.LINES : ReaderOptions.Layout.ARTICLE);
  }

  private void write(OutputStream stream, List<SplitText> texts) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    for (SplitText text : texts) {
      if (explain) {
        SplitLines.writeBreaks(out, text);
        continue;
      }
      if (format == Form.JSONL) {
        SplitLines.writeJson(out, text);
      } else {
        SplitLines.writeText(out, text);
      }
      ReadText one = text.text();
      say(
          "%s: %s, %s, %s",
          one.document().name(),
          one.document().lang(),
          one.encoding().charset().name(),
          CountedNoun.of(text.sentences().size(), "sentence"));
      one.notes().forEach(note -> notices().detail("  " + note));
      Texts.warn(one, notices());
    }
    out.flush();
  }
}
