package ballast.cli.tm;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.check.MemoryCheck;
import ballast.app.check.PairSource;
import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MemoryCoverage;
import ballast.app.documents.Quote;
import ballast.app.documents.QuoteOutput;
import ballast.app.documents.Rates;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.page.Form;
import ballast.app.page.Style;
import ballast.app.project.Glossaries;
import ballast.app.project.Project;
import ballast.app.units.FindingCounts;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryOverview;
import ballast.app.units.MemoryText;
import ballast.app.units.OverviewHtml;
import ballast.bitext.CountedNoun;
import ballast.check.LocatedFinding;
import ballast.check.TermStatistics.TermCounts;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.ReadingOptions.SegmentingOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.article.ReaderOptions;
import ballast.format.table.XlsxWriter;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import ballast.memory.Inconsistency;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitFilter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    description = {
      "Counts documents, units, characters, words and repetitions.",
      "With conditions, counts only the units that meet them. --against FILE: how much of a new "
          + "document the memory knows, in bands as translators bill them. --inconsistent: "
          + "sources with several translations, and translations of several sources; exit "
          + "status 1: there are some.",
      "-o stats.html writes an overview in charts: units by status over time, confidence and"
          + " what is left to look at by article, terms of the glossary, what check finds, by rule"
          + " and term.",
      "--against with rates makes a quote: the price of each document and of all; -o quote.html "
          + "or quote.xlsx for the client."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm stats --json",
      "  ballast tm stats --changed-since 2026-01-01 --author mei",
      "  ballast tm stats --against article.zh.txt",
      "  ballast tm stats --against article.zh.txt --against article.zh.html -o q.xlsx",
      "  ballast tm stats -o stats.html"
    })
@MainOptions({"--against", "--rates", "--inconsistent", "--json", "--output", "--tm"})
final class TmStatsCommand extends MemoryCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      description = "A new document; may be given several times: a count of each and of all.")
  List<String> against = List.of();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      completionCandidates = FileNames.Settings.class,
      description =
          "Price and weights of the bands: see the manual. Default: rates.toml in this folder or one"
              + " above it.")
  @Nullable String rates;

  @Option(
      names = "--inconsistent",
      description = "List texts with several counterparts; --in source or target: only these.")
  boolean inconsistent;

  @Option(
      names = "--no-findings",
      description = "Leave the findings out of the page: a large memory is checked for seconds.")
  boolean noFindings;

  private static final class Offered extends Forms {
    Offered() {
      super(Form.TEXT, Form.JSON, Form.HTML, Form.XLSX);
    }
  }

  @Override
  public Integer call() {
    refuse(
        inconsistent && !against.isEmpty(), "--inconsistent and --against cannot be used together");
    refuse(rates != null && against.isEmpty(), "--rates needs --against");
    Form form = new Offered().find(output.extension()).orElse(Form.TEXT);
    refuse(form == Form.XLSX && against.isEmpty(), "-o FILE.xlsx needs --against");
    refuse(
        json && (form == Form.HTML || form == Form.XLSX),
        "--json and -o FILE.%s cannot be used together",
        output.extension());
    output.isPage(form == Form.HTML);
    output.check(console);
    if (!against.isEmpty()) {
      quote(form);
      return ExitCode.OK;
    }
    if (form == Form.HTML) {
      writePage();
      return ExitCode.OK;
    }
    json = json || form == Form.JSON;
    if (inconsistent) {
      return listInconsistencies();
    }
    count();
    return ExitCode.OK;
  }

  private void count() {
    UnitFilter units = filter.filter();
    notices().step("counting the units");
    @Nullable Statistics whole;
    UnitStatistics counted;
    try (Memory tm = store().openForReading()) {
      whole = filter.isGiven() ? null : tm.statistics();
      counted = tm.unitStatistics(units);
    }
    write(
        out -> MemoryJson.writeStatistics(out, whole, counted),
        out -> new MemoryText(reportStyle()).writeStatistics(out, whole, counted));
  }

  private int listInconsistencies() {
    UnitFilter units = filter.filter();
    notices().step("looking for inconsistencies");
    List<Inconsistency> found =
        ask(
            tm -> {
              List<Inconsistency> all = new ArrayList<>();
              filter.sides().sides().forEach(in -> tm.forEachInconsistency(units, in, all::add));
              return all;
            });
    write(
        out -> MemoryJson.writeInconsistencies(out, found),
        out -> {
          MemoryText text = new MemoryText(reportStyle());
          for (Inconsistency inconsistency : found) {
            text.writeInconsistency(out, inconsistency);
          }
        });
    if (found.isEmpty()) {
      say("every text has one counterpart");
      return ExitCode.OK;
    }
    say("%s with several counterparts", CountedNoun.of(found.size(), "text"));
    return ExitCode.FINDINGS;
  }

  /** Writes a report as JSON or text, to standard output or the file. */
  private void write(OutputOptions.Text asJson, OutputOptions.Text asText) {
    if (output.isStandardOutput()) {
      print(asJson, asText);
    } else {
      writeFile(json ? asJson : asText);
    }
  }

  /** The style of a report; a file is the same in every language. */
  private Style reportStyle() {
    return output.isStandardOutput() ? style() : Style.PLAIN;
  }

  private void writeFile(OutputOptions.Text text) {
    output.write(
        console,
        stream -> {
          Writer out = new OutputStreamWriter(stream, UTF_8);
          text.write(out);
          out.flush();
        });
  }

  private void writePage() {
    refuse(inconsistent, "--inconsistent and -o FILE.html cannot be used together");
    Notices notices = notices();
    MemoryStore store = store();
    MemoryOverview.Result overview = new MemoryOverview(notices).count(store, filter.filter());
    List<Concept> concepts = Glossaries.OF_PROJECT.read(console.workplace(), notices);
    List<TermCounts> terms =
        concepts.isEmpty()
            ? List.of()
            : new GlossaryQueries(console.workplace(), notices)
                .count(PairSource.ofMemory(store).where(filter.filter()), concepts)
                .terms();
    FindingCounts findings = noFindings ? null : findings(store);
    String name = console.workplace().shown(store);
    writeFile(out -> OverviewHtml.writePage(out, name, overview, terms, findings, imprint()));
  }

  private FindingCounts findings(MemoryStore store) {
    MemoryCheck.Result checked =
        new MemoryCheck(console.workplace(), store, Lexicon.bundledWhenNeeded(), notices().aside())
            .check(filter.filter());
    return FindingCounts.of(
        checked.report().all().stream().map(LocatedFinding::finding).toList(), checked.terms());
  }

  private void quote(Form form) {
    Optional<Rates> agreed =
        rates == null
            ? Rates.ofProject(console.workplace())
            : Optional.of(Rates.read(console.resolve(rates), rates));
    MemoryCoverage.Request request =
        new MemoryCoverage.Request(
            against,
            ReaderOptions.DEFAULT.withEncoding(reading.sourceCharset()),
            segmenting.options(console),
            store(),
            filter.filter(),
            filter.sides());
    MatchAnalysis analysis = new MemoryCoverage(console.workplace(), notices()).count(request);
    QuoteOutput quote = new QuoteOutput(new Quote(analysis, agreed.orElse(null)));
    switch (form) {
      case XLSX -> output.write(console, out -> XlsxWriter.write(out, quote.sheet()));
      case HTML -> writeFile(out -> quote.writePage(out, imprint()));
      default -> {
        json = json || form == Form.JSON;
        write(quote::writeJson, out -> out.write(quote.text(reportStyle())));
      }
    }
    if (agreed.isEmpty() && !json) {
      say("counted without a price; put %s in the project's folder, or add --rates", Project.RATES);
    }
  }
}
