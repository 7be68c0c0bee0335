package ballast.cli.check;

import ballast.app.Notices;
import ballast.app.align.PairList;
import ballast.app.check.CheckSettings;
import ballast.app.check.CheckSettings.FailOn;
import ballast.app.check.FindingOutput;
import ballast.app.check.FindingReport;
import ballast.app.check.FixOutput;
import ballast.app.check.Fixing;
import ballast.app.check.ReadGlossaries;
import ballast.app.check.RuleChoice;
import ballast.app.check.TranslationCheck;
import ballast.app.glossary.Answering;
import ballast.app.page.Form;
import ballast.bitext.CountedNoun;
import ballast.bitext.Severity;
import ballast.check.Decision;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.cli.option.CheckOptions;
import ballast.cli.option.CheckOptions.BaselineOptions;
import ballast.cli.option.CheckOptions.CheckForms;
import ballast.cli.option.CheckOptions.FixOptions;
import ballast.cli.option.CheckOptions.ScopeOptions;
import ballast.cli.option.CheckOptions.SettingsOptions;
import ballast.cli.option.CheckOptions.SinceOption;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions.PairSourceOptions;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Checks translations against the glossary and for slips: terms, numbers, punctuation, "
          + "omissions.",
      "Give ${bundle:units} files, an article and its translation in any order, or folders and"
          + " patterns of such files: one report for all. Without a file the memory is checked."
          + " ballast explain RULE says what a rule is about.",
      "Exit status 1: something was found (--fail-on), or a text of a folder was left out."
    },
    footer = {
      "",
      "Examples:",
      "  ballast check article.zh.txt article.en.txt",
      "  ballast check tm/articles",
      "  ballast check units.tsv --glossary terms.csv --format json",
      "  ballast check --document tm/articles/ballast-stone --fail-on error",
      "  ballast check units.tsv --baseline known.tsv --update-baseline",
      "  ballast check article.zh.txt article.en.txt --fix --apply",
      "  ballast check tm/articles --group rendering",
      "  ballast check tm/articles --answer 7e440b=waive --reason 'quoted from the treaty'"
    })
@MainOptions({"--rule", "--fix", "--since", "--baseline", "--output"})
public final class CheckCommand extends OutputCommand {

  /** Maximum number of files named in the title of a page. */
  private static final int NAMED = 3;

  /** Minimum findings about terms for which grouping them saves time. */
  private static final int MIN_PLACES = 4;

  @Mixin PagerOption pager = new PagerOption();
  @Mixin PairSourceOptions pairs = new PairSourceOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin CheckOptions choice = new CheckOptions();
  @Mixin SettingsOptions config = new SettingsOptions();
  @Mixin ScopeOptions scope = new ScopeOptions();
  @Mixin SinceOption since = new SinceOption();
  @Mixin BaselineOptions baseline = new BaselineOptions();
  @Mixin FixOptions fix = new FixOptions();

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
      description = {
        "Text by ${COMPLETION-CANDIDATES}; rendering has one row for each term and what stands in"
            + " its place. Default: ${DEFAULT-VALUE}."
      })
  FindingOutput.Group group = FindingOutput.Group.FILE;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "error, warning, info or never: from which severity on "
              + "findings make the exit status 1. Default: warning.")
  @Nullable FailOn failOn;

  @Option(
      names = "--final",
      description =
          "Check for delivery: an empty translation is an error even if its file says \"new\".")
  boolean isFinal;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Show at most N findings; the others are counted.")
  @Nullable Integer max;

  @Override
  public Integer call() {
    CheckSettings settings = prepared();
    RuleChoice rules = choice.chosen();
    Notices notices = notices();
    ReadGlossaries glossaries =
        ReadGlossaries.read(glossary.wanted(), console.workplace(), notices.aside())
            .in(scope.scope(settings.defaults().scope()));
    TranslationCheck.Request request =
        new TranslationCheck.Request(
            pairs.chosen(console).complete(isFinal),
            glossaries,
            rules,
            settings,
            baseline.known(since.revision()),
            /* counting= */ format == Form.HTML || group == FindingOutput.Group.RENDERING);
    if (fix.hasAnswers()) {
      return answered(request);
    }
    if (fix.fix) {
      return fixed(request);
    }
    FindingReport found =
        new TranslationCheck(console.workplace(), notices, Lexicon.bundled()).check(request);
    FindingReport report = found.showing(shown(found.all(), !rules.names().isEmpty()));
    FindingOutput form = new FindingOutput(format, outputStyle(), group, checkedName(), imprint());
    output.write(console, out -> form.write(out, report));
    say(report);
    return exit(report.all(), report.extent().unchecked(), !report.leftOut().isEmpty());
  }

  private int answered(TranslationCheck.Request request) {
    Notices notices = notices();
    Answering.Request answers = fix.answers(request, console, notices);
    Answering.Result result =
        new Answering(console.workplace(), notices, Lexicon.bundled()).answer(answers);
    result.lines().forEach(this::say);
    Fixing.Result fixes = result.fixes();
    if (fixes != null) {
      output.write(console, out -> write(fixes, out));
      say(fixes);
    } else if (!answers.applying()) {
      say("nothing was written (--apply)");
    }
    return ExitCode.OK;
  }

  private int fixed(TranslationCheck.Request request) {
    Notices notices = notices();
    Fixing.Result result =
        new Fixing(console.workplace(), notices, Lexicon.bundled())
            .fix(fix.request(request, console, notices));
    output.write(console, out -> write(result, out));
    say(result);
    warnLeftOut(result.leftOut());
    return exit(result.remaining(), result.unchecked(), !result.leftOut().isEmpty());
  }

  /** Reads the settings. Rejects contradictory options before any work. */
  private CheckSettings prepared() {
    format = new CheckForms().choose(asked, output.extension());
    output.isPage(format == Form.HTML);
    output.check(console);
    CheckSettings settings = config.read(console, notices(), glossary.glossaries);
    takeDefaults(settings.defaults());
    baseline.check();
    since.check(pairs.namesFiles(), baseline);
    fix.check(format);
    return settings;
  }

  /** Returns the exit status. A rule that failed is a bug, whatever the findings of others. */
  private int exit(List<LocatedFinding> findings, List<Unchecked> unchecked, boolean leavesOut) {
    for (Unchecked one : unchecked) {
      Throwable mistake = one.mistake();
      if (mistake != null) {
        return FailureReport.reportBug(
            console, mistake, "check", one.place().target().at(0).toString());
      }
    }
    boolean fails =
        (leavesOut && failOn() != FailOn.NEVER)
            || findings.stream().anyMatch(one -> failOn().isReachedBy(one.finding().severity()));
    return fails ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void takeDefaults(CheckSettings.Defaults defaults) {
    glossary.otherwise(defaults.glossaries(), console);
    baseline.otherwise(defaults.baseline(), console);
    failOn = failOn == null ? defaults.failOn() : failOn;
    max = max == null ? defaults.max() : max;
  }

  private FailOn failOn() {
    return failOn == null ? FailOn.WARNING : failOn;
  }

  /**
   * Returns the findings to show. Text includes hints only on request, because there are many and
   * few of them matter.
   */
  private List<LocatedFinding> shown(List<LocatedFinding> findings, boolean rulesAreNamed) {
    boolean hints =
        format != Form.TEXT
            || group == FindingOutput.Group.RENDERING
            || verbose
            || failOn == FailOn.INFO
            || rulesAreNamed;
    return findings.stream()
        .filter(one -> hints || one.finding().severity() != Severity.INFO)
        .limit(max == null ? Long.MAX_VALUE : Math.max(0, max))
        .toList();
  }

  private void write(Fixing.Result result, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (format == Form.JSON) {
      FixOutput.writeJson(writer, result);
    } else {
      FixOutput.writeText(writer, outputStyle(), result);
    }
    writer.flush();
  }

  private String checkedName() {
    if (!pairs.namesFiles()) {
      return "the memory";
    }
    List<String> files = pairs.files.isEmpty() ? List.of(pairs.pairs) : pairs.files;
    int more = files.size() - NAMED;
    String names = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private void say(Fixing.Result result) {
    int fixed = result.fixed();
    boolean planned = fixed > 0 && !result.applied();
    String where = "";
    if (!result.files().isEmpty()) {
      where = " in " + String.join(", ", result.files());
    } else if (fixed > 0) {
      where = " in the memory" + (result.applied() ? "; ballast tm undo takes it back" : "");
    }
    say(
        "%s %s%s; %d left to you%s",
        result.applied() ? "replaced" : "would replace",
        CountedNoun.of(fixed, "rendering"),
        where,
        result.left().size(),
        planned ? "; nothing was written (--apply)" : "");
  }

  private void say(FindingReport report) {
    say(
        "checked %s%s against %s: %s, %s, %s%s",
        CountedNoun.of(report.checked(), "pair"),
        changed(report),
        CountedNoun.of(report.extent().concepts(), "concept"),
        CountedNoun.of(report.count(Severity.ERROR), "error"),
        CountedNoun.of(report.count(Severity.WARNING), "warning"),
        CountedNoun.of(report.count(Severity.INFO), "hint"),
        notListed(report));
    int skipped = report.extent().skipped();
    if (skipped > 0) {
      say(
          "%s not checked",
          CountedNoun.of(skipped, "pair in another language was", "pairs in other languages were"));
    }
    say(report.decisions());
    warnLeftOut(report.leftOut());
  }

  private void say(List<Decision> decisions) {
    int places = decisions.stream().mapToInt(one -> one.findings().size()).sum();
    if (group != FindingOutput.Group.RENDERING
        && places >= MIN_PLACES
        && places > decisions.size()) {
      say(
          "%d findings about terms are %s: --group rendering",
          places, CountedNoun.of(decisions.size(), "decision"));
    }
  }

  private static String changed(FindingReport report) {
    FindingReport.Changed changed = report.changed();
    return changed == null
        ? ""
        : ", %d changed since %s,".formatted(changed.pairs(), changed.since());
  }

  /** The numbers of findings that are known, waived or hidden; {@code -v} shows hidden hints. */
  private String notListed(FindingReport report) {
    StringBuilder line = new StringBuilder();
    if (report.inBaseline() > 0) {
      line.append("; ").append(CountedNoun.of(report.inBaseline(), "more is", "more are"));
      line.append(" in the baseline");
    }
    if (!report.waived().isEmpty()) {
      line.append("; ").append(report.waived().size()).append(" waived");
    }
    int hidden = report.all().size() - report.findings().size();
    if (hidden > 0) {
      line.append("; ").append(hidden).append(" not shown").append(max == null ? " (-v)" : "");
    }
    return line.toString();
  }

  private void warnLeftOut(List<PairList.Alone> texts) {
    texts.forEach(text -> warn("%s is left out: %s", text.file(), text.reason()));
  }
}
