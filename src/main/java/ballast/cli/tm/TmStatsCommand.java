package ballast.cli.tm;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.check.MemoryCheck;
import ballast.app.check.PairSource;
import ballast.app.documents.AnalysisOutput;
import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MemoryCoverage;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.page.Form;
import ballast.app.project.Glossaries;
import ballast.app.units.FindingCounts;
import ballast.app.units.InconsistencySearch;
import ballast.app.units.MemoryCount;
import ballast.app.units.MemoryOverview;
import ballast.app.units.MemoryText;
import ballast.app.units.OverviewHtml;
import ballast.app.units.StatisticsJson;
import ballast.app.units.StatisticsText;
import ballast.bitext.CountedNoun;
import ballast.check.LocatedFinding;
import ballast.check.TermStatistics.TermCounts;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.FileNames;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.ReadingOptions.SegmentingOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.article.ReaderOptions;
import ballast.glossary.Concept;
import ballast.memory.Inconsistency;
import ballast.memory.MemoryStore;
import ballast.memory.Statistics;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Counts documents, units, characters, words and repetitions.",
      "With conditions, counts only the units that meet them. --against FILE: how much of a new "
          + "document the memory knows, in bands as translators bill them. --inconsistent: "
          + "sources with several translations, and translations of several sources; exit "
          + "status 1: there are some.",
      "-o stats.html writes an overview in charts: units by status over time, confidence and"
          + " what is left to look at by article, terms of the glossary, what check finds, by rule"
          + " and term, and, with --against, how much of the new document the memory knows."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm stats --json",
      "  ballast tm stats --changed-since 2026-01-01 --author mei",
      "  ballast tm stats --against article.zh.txt",
      "  ballast tm stats -o stats.html"
    })
@MainOptions({"--against", "--inconsistent", "--document", "--json", "--output", "--tm"})
final class TmStatsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      description = "A new document; may be given several times: one count of all.")
  List<String> against = List.of();

  @Option(
      names = "--inconsistent",
      description = "List texts with several counterparts; --in source or target: only these.")
  boolean inconsistent;

  @Option(
      names = "--no-findings",
      description = "Leave the findings out of the page: a large memory is checked for seconds.")
  boolean noFindings;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  private static final class Offered extends Forms {
    Offered() {
      super(Form.TEXT, Form.JSON, Form.HTML);
    }
  }

  TmStatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (inconsistent && !against.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--inconsistent and --against cannot be used together");
    }
    Form form = new Offered().find(output.extension()).orElse(Form.TEXT);
    output.isPage(form == Form.HTML);
    output.check(console);
    if (form == Form.HTML) {
      writePage();
      return ExitCode.OK;
    }
    json = json || form == Form.JSON;
    if (inconsistent) {
      return listInconsistencies();
    }
    if (against.isEmpty()) {
      count();
    } else {
      analyse();
    }
    return ExitCode.OK;
  }

  private void count() {
    MemoryCount.Result result =
        new MemoryCount(common.notices(console))
            .count(new MemoryCount.Request(memory.store(console), filter.filter()));
    @Nullable Statistics whole = filter.isGiven() ? null : result.whole();
    print(
        out -> {
          if (json) {
            StatisticsJson.write(out, whole, result.units());
          } else if (whole != null) {
            MemoryText.writeStatistics(out, whole, result.units());
          } else {
            StatisticsText.writeUnits(out, result.units());
            StatisticsText.writeTexts(out, result.units());
          }
        });
  }

  private int listInconsistencies() {
    List<Inconsistency> found =
        new InconsistencySearch(common.notices(console))
            .find(
                new InconsistencySearch.Request(
                    memory.store(console), filter.filter(), filter.sides()));
    print(
        out -> {
          if (json) {
            StatisticsJson.writeInconsistencies(out, found);
          } else {
            StatisticsText text = new StatisticsText(common.style(console));
            for (Inconsistency inconsistency : found) {
              text.write(out, inconsistency);
            }
          }
        });
    common.say(
        console,
        found.isEmpty()
            ? "every text has one counterpart"
            : CountedNoun.of(found.size(), "text") + " with several counterparts");
    return found.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private void print(OutputOptions.Text text) {
    if (output.isStandardOutput()) {
      OutputOptions.print(console, text);
    } else {
      write(text);
    }
  }

  private void write(OutputOptions.Text text) {
    output.write(
        console,
        stream -> {
          Writer out = new OutputStreamWriter(stream, UTF_8);
          text.write(out);
          out.flush();
        });
  }

  private void writePage() {
    if (inconsistent || json) {
      throw new ParameterException(
          spec.commandLine(),
          (inconsistent ? "--inconsistent" : "--json")
              + " and a page (-o FILE.html) cannot be used together");
    }
    Notices notices = common.notices(console);
    MemoryStore store = memory.store(console);
    MemoryOverview.Result overview =
        new MemoryOverview(notices).count(new MemoryOverview.Request(store, filter.filter()));
    List<Concept> concepts = Glossaries.OF_PROJECT.read(console.workplace(), notices);
    List<TermCounts> terms =
        concepts.isEmpty()
            ? List.of()
            : new GlossaryQueries(console.workplace(), notices)
                .count(PairSource.ofMemory(store).where(filter.filter()), concepts)
                .terms();
    Optional<MatchAnalysis> coverage =
        against.isEmpty() ? Optional.empty() : Optional.of(analysis());
    Optional<FindingCounts> findings = noFindings ? Optional.empty() : Optional.of(findings(store));
    OverviewHtml.Content content =
        new OverviewHtml.Content(
            console.workplace().shown(store), overview, terms, findings, coverage);
    write(out -> OverviewHtml.writePage(out, content));
  }

  private FindingCounts findings(MemoryStore store) {
    MemoryCheck.Result checked =
        new MemoryCheck(console.workplace(), store)
            .telling(common.notices(console).aside())
            .check(filter.filter());
    return FindingCounts.of(
        checked.report().all().stream().map(LocatedFinding::finding).toList(), checked.terms());
  }

  private MatchAnalysis analysis() {
    MemoryCoverage.Request request =
        MemoryCoverage.Request.of(against, memory.store(console))
            .reading(ReaderOptions.DEFAULT.withEncoding(reading.sourceCharset()))
            .segmenting(segmenting.options(console))
            .among(filter.filter(), filter.sides());
    return new MemoryCoverage(console.workplace(), common.notices(console)).count(request);
  }

  private void analyse() {
    MatchAnalysis analysis = analysis();
    print(
        out -> {
          if (json) {
            AnalysisOutput.writeJson(out, against, analysis);
          } else {
            AnalysisOutput.write(out, analysis);
          }
        });
  }
}
