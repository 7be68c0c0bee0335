package ballast.cli.glossary;

import ballast.app.check.TermStatisticsOutput;
import ballast.app.glossary.GlossaryStatistics;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions.PairSourceOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Concept;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class GlossaryStatsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin PairSourceOptions pairs = new PairSourceOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  GlossaryStatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Concept> concepts = glossary.read(console, common);
    GlossaryStatistics.Result result =
        new GlossaryStatistics(console.workplace(), common.notices(console))
            .count(new GlossaryStatistics.Request(pairs.chosen(console), concepts));
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            TermStatisticsOutput.writeJson(out, result.pairs(), result.terms(), result.unused());
          } else if (!result.terms().isEmpty()) {
            TermStatisticsOutput.write(out, result.terms());
          }
        });
    common.say(
        console,
        CountedNoun.of(result.terms().size(), "term")
            + " in "
            + CountedNoun.of(result.pairs(), "pair")
            + "; "
            + CountedNoun.of(result.unused().size(), "concept")
            + " without an occurrence");
    result.unused().forEach(id -> common.detail(console, "  " + id));
    return result.terms().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
