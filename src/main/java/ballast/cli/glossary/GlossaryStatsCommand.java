package ballast.cli.glossary;

import ballast.app.check.TermStatisticsOutput;
import ballast.app.glossary.GlossaryQueries;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions.PairSourceOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Concept;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    description = {
      "Counts how each term of the glossaries is translated: word for word, inflected, not "
          + "at all, in a forbidden way, and by which renderings.",
      "Accuracy is the share of pairs with an allowed rendering, consistency the share of"
          + " the most common rendering. Looks at ${bundle:units} files, an article and its "
          + "translation, or without a file at the memory. Exit status 1: no term occurs."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary stats",
      "  ballast glossary stats article.zh.txt article.en.txt --json"
    })
@MainOptions({"--document", "--contains", "--glossary", "--json", "--tm"})
final class GlossaryStatsCommand extends ConsoleCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin PairSourceOptions pairs = new PairSourceOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    List<Concept> concepts = glossary.read(console, notices());
    GlossaryQueries.Counted result =
        new GlossaryQueries(console.workplace(), notices()).count(pairs.chosen(console), concepts);
    print(
        json,
        out -> TermStatisticsOutput.writeJson(out, result.pairs(), result.terms(), result.unused()),
        out -> {
          if (!result.terms().isEmpty()) {
            TermStatisticsOutput.write(out, style(), result.terms());
          }
        });
    say(
        "%s in %s; %s without an occurrence",
        CountedNoun.of(result.terms().size(), "term"),
        CountedNoun.of(result.pairs(), "pair"),
        CountedNoun.of(result.unused().size(), "concept"));
    result.unused().forEach(id -> notices().detail("  " + id));
    return result.terms().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
