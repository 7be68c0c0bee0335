package ballast.cli.glossary;

import ballast.check.TermFigures;
import ballast.check.TermJudge;
import ballast.check.TermStatistics;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.report.finding.TermFigureOutput;
import ballast.workflow.check.CheckInputs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast glossary stats}: how the terms are translated. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Counts how each term of the glossaries is translated: word for word, inflected, not "
          + "at all, in a forbidden way, and by which renderings.",
      "Accuracy is the share of pairs with an allowed rendering, consistency the share of "
          + "the commonest rendering. Looks at ${bundle:units} files, an article and its "
          + "translation, or without a file at the memory. Exit status 1: no term occurs."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary stats",
      "  ballast glossary stats article.zh.txt article.en.txt --json"
    })
final class GlossaryStatsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "${bundle:units} files; or an article and its translation.")
  List<String> files = List.of();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  GlossaryStatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Concept> rows = glossary.read(console, common);
    Glossary terms = Glossary.of(rows);
    Lexicon lexicon = Lexicon.bundled();
    TermStatistics statistics = new TermStatistics(new TermJudge(terms, lexicon, lexicon));
    CheckInputs.Options options =
        new CheckInputs.Options(files, common, memory, filter, reading, segmenting);
    new CheckInputs(console, options, lexicon, rows)
        .forEach(passage -> statistics.see(passage.value()));
    List<TermFigures> figures = statistics.figures();
    List<String> unused = unused(terms, figures);
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            TermFigureOutput.writeJson(out, statistics.passages(), figures, unused);
          } else if (!figures.isEmpty()) {
            TermFigureOutput.write(out, figures);
          }
        });
    common.say(
        console,
        EditMessages.count(figures.size(), "term")
            + " in "
            + EditMessages.count(statistics.passages(), "pair")
            + "; "
            + EditMessages.count(unused.size(), "concept")
            + " without an occurrence");
    unused.forEach(id -> common.detail(console, "  " + id));
    return figures.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /** The concepts that say how to translate a term, and of which none occurs. */
  private static List<String> unused(Glossary glossary, List<TermFigures> figures) {
    Set<String> seen = new HashSet<>();
    figures.forEach(term -> seen.add(term.id()));
    return glossary.concepts().stream()
        .filter(concept -> !concept.allowed().isEmpty())
        .map(Concept::id)
        .filter(id -> !seen.contains(id))
        .toList();
  }
}
