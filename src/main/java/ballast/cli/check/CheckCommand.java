package ballast.cli.check;

import ballast.bitext.Severity;
import ballast.bitext.Version;
import ballast.check.Checker;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Rule;
import ballast.check.TermJudge;
import ballast.check.TermStatistics;
import ballast.check.Waivers;
import ballast.cli.option.BaselineOptions;
import ballast.cli.option.CheckChoice;
import ballast.cli.option.CheckFormat;
import ballast.cli.option.CheckForms;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.FixOptions;
import ballast.cli.option.Form;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.ScopeOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.option.SettingsOptions;
import ballast.cli.option.SinceOption;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.format.table.TableFile;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.report.finding.FindingHtml;
import ballast.report.finding.FindingJson;
import ballast.report.finding.FindingLines;
import ballast.report.finding.FindingSarif;
import ballast.report.finding.FindingTable;
import ballast.report.finding.FindingText;
import ballast.report.finding.FindingXml;
import ballast.report.page.Style;
import ballast.workflow.check.Changes;
import ballast.workflow.check.CheckFix;
import ballast.workflow.check.CheckInputs;
import ballast.workflow.check.CheckRun;
import ballast.workflow.check.CheckSettings;
import ballast.workflow.check.Contradictions;
import ballast.workflow.check.EntryScope;
import ballast.workflow.check.FindingFilter;
import ballast.workflow.check.FindingReport;
import ballast.workflow.check.SettingsFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
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
      "Checks translations against the glossary and for slips: terms, numbers, punctuation, "
          + "omissions.",
      "Give ${bundle:units} files, or an article and its translation; without "
          + "a file the memory is checked. ballast explain RULE says what a rule is about.",
      "Exit status 1: something was found (--fail-on)."
    },
    footer = {
      "",
      "Examples:",
      "  ballast check article.zh.txt article.en.txt",
      "  ballast check units.tsv --glossary terms.csv --format json",
      "  ballast check --document tm/articles/ballast-stone --fail-on error",
      "  ballast check units.tsv --baseline known.tsv --update-baseline",
      "  ballast check article.zh.txt article.en.txt --fix --apply"
    })
public final class CheckCommand implements Callable<Integer> {

  /** Files named in the title of a page. */
  private static final int NAMED = 3;

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin CheckChoice choice = new CheckChoice();
  @Mixin SettingsOptions config = new SettingsOptions();
  @Mixin ScopeOptions scope = new ScopeOptions();
  @Mixin SinceOption since = new SinceOption();
  @Mixin BaselineOptions baseline = new BaselineOptions();
  @Mixin FixOptions fix = new FixOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "${bundle:units} files; or an article and its translation.")
  List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = CheckForms.class,
      completionCandidates = CheckForms.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}; github prints annotations. Default: by the extension of"
            + " -o FILE, else text."
      })
  @Nullable Form asked;

  private Form format = Form.TEXT;

  @Option(
      names = "--group",
      paramLabel = "BY",
      defaultValue = "file",
      description = "Text by file or by term. Default: ${DEFAULT-VALUE}.")
  CheckForms.Group group = CheckForms.Group.FILE;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "error, warning, info or never: from which severity on "
              + "findings make the exit status 1. Default: warning.")
  CheckFormat.@Nullable FailOn failOn;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Show at most N findings; the others are counted.")
  @Nullable Integer max;

  public CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CheckSettings settings = prepared();
    List<Rule> rules =
        SettingsFilter.on(choice.rules(), settings, /* named= */ !choice.rules.isEmpty());
    Glossary all = Glossary.of(glossary.read(console, common));
    Glossary terms = scope.scope(settings.scope()).of(all);
    Contradictions.warn(terms, console, common);
    SettingsFilter filtered = new SettingsFilter(settings, all, console, files.isEmpty());
    Lexicon lexicon = Lexicon.bundled();
    TermJudge judge = new TermJudge(terms, lexicon, lexicon);
    CheckRun run = new CheckRun(judge, rules, format == Form.HTML, fix.fix);
    CheckInputs.Options inputs =
        new CheckInputs.Options(files, common, memory, filter, reading, segmenting);
    CheckInputs pairs = new CheckInputs(console, inputs, lexicon, terms.concepts());
    Changes changes =
        since.changes(console, pairs, terms, glossary.chosen().paths(console.workplace()));
    pairs.forEach(
        place -> {
          changes.see(place);
          run.see(place);
        });
    BiPredicate<String, String> considered = considered(rules, all, terms);
    Checker checker = run.checker();
    Waivers.Outcome outcome =
        new Waivers(checker.waiving(), pairs.astray(), all.concepts())
            .apply(checker.findings(), considered);
    FindingReport report =
        report(checker, new FindingFilter(considered, filtered, changes), outcome, considered);
    if (fix.fix) {
      FixRun fixing = new FixRun(judge, run.kept());
      boolean json = format == Form.JSON;
      return exit(new CheckFix(console, pairs, fix, output, fixing, json).fix(report.all()));
    }
    output.write(console, out -> write(report, run.statistics(), out));
    say(report, checker.skipped(), terms);
    return exit(report.all());
  }

  /** The settings; stops before any work if the options make no sense together. */
  private CheckSettings prepared() {
    output.check(console);
    CheckSettings settings = config.read(console, common, glossary.glossaries);
    takeDefaults(settings);
    baseline.check();
    format = new CheckForms().choose(asked, output.extension());
    since.check(files, baseline);
    fix.check(format);
    return settings;
  }

  /** Which findings are looked for, by rule and term. */
  private BiPredicate<String, String> considered(List<Rule> rules, Glossary all, Glossary terms) {
    Set<String> leftOut = EntryScope.leftOut(all, terms);
    return choice.considered(rules, terms.concepts()).and((rule, term) -> !leftOut.contains(term));
  }

  private int exit(List<LocatedFinding> findings) {
    boolean fails =
        findings.stream().anyMatch(one -> failOn().isReachedBy(one.finding().severity()));
    return fails ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /** What is reported of all that was found. */
  private FindingReport report(
      Checker checker,
      FindingFilter wanted,
      Waivers.Outcome outcome,
      BiPredicate<String, String> considered) {
    List<LocatedFinding> found = wanted.open(outcome);
    // With --since much is not found, and yet is not gone.
    BiPredicate<String, String> complete = since.revision == null ? considered : (r, t) -> false;
    List<LocatedFinding> fresh = baseline.apply(found, complete, console, common);
    return new FindingReport(
        shown(fresh),
        fresh,
        checker.passages(),
        found.size() - fresh.size(),
        wanted.waived(outcome),
        wanted.changed());
  }

  /** Takes from the settings what the command line does not say. */
  private void takeDefaults(CheckSettings settings) {
    glossary.otherwise(settings.glossaries(), console);
    baseline.otherwise(settings.baseline(), console);
    failOn = failOn == null ? settings.failOn() : failOn;
    max = max == null ? settings.max() : max;
  }

  private CheckFormat.FailOn failOn() {
    return failOn == null ? CheckFormat.FailOn.WARNING : failOn;
  }

  /** In text, hints only where they are asked for: they are many, and few of them matter. */
  private List<LocatedFinding> shown(List<LocatedFinding> findings) {
    boolean hints =
        format != Form.TEXT
            || common.verbose
            || failOn == CheckFormat.FailOn.INFO
            || !choice.rules.isEmpty();
    return findings.stream()
        .filter(one -> hints || one.finding().severity() != Severity.INFO)
        .limit(max == null ? Long.MAX_VALUE : Math.max(0, max))
        .toList();
  }

  private void write(FindingReport report, TermStatistics statistics, OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    switch (format) {
      case TEXT -> {
        Style style = output.isStandardOutput() ? common.style(console) : Style.PLAIN;
        FindingText.write(writer, report, style, group == CheckForms.Group.TERM);
      }
      case JSON -> FindingJson.write(writer, report);
      case SARIF -> FindingSarif.write(writer, report, Version.current().number());
      case JUNIT -> FindingXml.writeJunit(writer, report);
      case CHECKSTYLE -> FindingXml.writeCheckstyle(writer, report);
      case GITHUB -> FindingLines.writeGithub(writer, report);
      case CSV -> TableFile.writeRows(writer, FindingTable.COLUMNS, FindingTable.rows(report));
      case HTML -> new FindingHtml(writer).write(report, checkedName(), statistics.figures());
      default -> throw new IllegalStateException(format + " is not offered");
    }
    writer.flush();
  }

  private String checkedName() {
    if (files.isEmpty()) {
      return "the memory";
    }
    int more = files.size() - NAMED;
    String names = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private void say(FindingReport report, int skipped, Glossary terms) {
    StringBuilder line = new StringBuilder("checked ").append(pairs(report.checked()));
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      line.append(", ").append(changed.pairs()).append(" changed since ").append(changed.since());
      line.append(',');
    }
    line.append(" against ").append(terms.concepts().size()).append(" concepts: ");
    line.append(count(report.count(Severity.ERROR), "error")).append(", ");
    line.append(count(report.count(Severity.WARNING), "warning")).append(", ");
    line.append(count(report.count(Severity.INFO), "hint"));
    if (report.inBaseline() > 0) {
      line.append("; ").append(report.inBaseline()).append(" more are in the baseline");
    }
    if (!report.waived().isEmpty()) {
      line.append("; ").append(report.waived().size()).append(" waived");
    }
    int hidden = report.all().size() - report.findings().size();
    if (hidden > 0) {
      line.append("; ").append(hidden).append(" not shown").append(max == null ? " (-v)" : "");
    }
    common.say(console, line.toString());
    if (skipped > 0) {
      common.say(console, pairs(skipped) + " in other languages were not checked");
    }
  }

  private static String pairs(int count) {
    return count + (count == 1 ? " pair" : " pairs");
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
