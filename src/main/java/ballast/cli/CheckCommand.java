package ballast.cli;

import ballast.check.Checked;
import ballast.check.Checker;
import ballast.check.Rules;
import ballast.check.TermJudge;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.report.FindingJson;
import ballast.report.FindingText;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast check}: what is wrong in translations. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Checks translations against the glossary and for slips: terms, numbers, punctuation,",
      "omissions. Give TMX, TSV or XLIFF files, or an article and its translation; without",
      "a file the memory is checked. Exit status 1: something was found."
    },
    footer = {
      "",
      "Examples:",
      "  ballast check article.zh.txt article.en.txt",
      "  ballast check units.tsv --glossary terms.csv --format json",
      "  ballast check --document tm/articles/ballast-stone"
    })
final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "TMX, TSV or XLIFF files; or an article and its translation.")
  List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  CheckFormat format = CheckFormat.TEXT;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    output.check(console);
    List<Concept> concepts = glossary.read(console, common);
    Lexicon lexicon = Lexicon.bundled();
    TermJudge judge = new TermJudge(Glossary.of(concepts), new LexiconWording(lexicon));
    Checker checker = new Checker(judge, Rules.all());
    new CheckInputs(console, this, lexicon, concepts).forEach(checker::check);
    List<Checked> findings = checker.findings();
    output.write(
        console,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          if (format == CheckFormat.JSON) {
            FindingJson.write(writer, findings, checker.passages());
          } else {
            FindingText.write(writer, findings);
          }
          writer.flush();
        });
    return findings.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
