package ballast.cli.align;

import ballast.app.documents.DocumentMerge;
import ballast.app.documents.MergedDocument;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.option.ReadingOptions;
import ballast.format.article.ReaderOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = {
      "Puts the translations of an XLIFF file into the document from which it was made.",
      "The XLIFF file comes from ballast translate and back from a CAT tool. The result is the"
          + " document in the other language: every code is in its place, and what is not"
          + " translated stays and is listed (exit status 1). A document that has changed since,"
          + " and a translation that has lost or doubled a code, are refused."
    },
    footer = {
      "",
      "Examples:",
      "  ballast merge guide.zh.md guide.xlf -o final.en.md",
      "  ballast merge guide.zh.md guide.xlf -o final.en.md --force --lenient"
    })
@MainOptions({"--output", "--lenient", "--json"})
public final class MergeCommand extends ConsoleCommand {

  @Mixin OutputOptions output = new OutputOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Parameters(
      index = "0",
      paramLabel = "DOCUMENT",
      completionCandidates = FileNames.class,
      description = "The original: DOCX, PPTX, XLSX, ODT, EPUB, IDML, HTML, MD, SRT, VTT, PO, TXT.")
  String document = "";

  @Parameters(
      index = "1",
      paramLabel = "XLIFF",
      completionCandidates = FileNames.Xliff.class,
      description = "Its sentences, translated.")
  String xliff = "";

  @Option(
      names = "--lenient",
      description =
          "Put a code that is lost at the end of its sentence, leave out one that is there twice,"
              + " and say so.")
  boolean lenient;

  @Override
  public Integer call() {
    output.requireFile("a document");
    output.isPage(true);
    output.check(console);
    DocumentMerge.Request request =
        new DocumentMerge.Request(
            document, xliff, ReaderOptions.DEFAULT.withEncoding(reading.sourceCharset()), lenient);
    MergedDocument result = new DocumentMerge(console.workplace(), notices()).merge(request);
    result.requireName(output.file());
    output.write(console, out -> out.write(result.bytes()));
    MergeMessages messages = new MergeMessages(notices());
    messages.warn(result);
    summary.report(
        console,
        json -> result.writeJson(json, document, xliff, output.file()),
        () -> messages.say(result, output.file()));
    return MergeMessages.status(result);
  }
}
