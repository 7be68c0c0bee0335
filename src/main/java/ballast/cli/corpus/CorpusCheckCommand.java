package ballast.cli.corpus;

import ballast.app.check.CheckSettings;
import ballast.app.check.CheckSettings.FailOn;
import ballast.app.check.LiveCheck;
import ballast.app.corpus.CorpusJobs.CorpusFindings;
import ballast.bitext.CountedNoun;
import ballast.bitext.Severity;
import ballast.cli.corpus.CorpusOptions.DedupedOption;
import ballast.cli.option.CheckOptions;
import ballast.cli.option.CheckOptions.ScopeOptions;
import ballast.cli.option.CheckOptions.SettingsOptions;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Checks all units of the corpus against the glossary and for slips.",
      "The findings are those of ballast check on a file with the same units. They are written to"
          + " CORPUS/findings, as Parquet and as files of SARIF with at most 25,000 results each,"
          + " and replace those of an earlier check.",
      "Exit status 1: something was found (--fail-on)."
    },
    footer = {
      "",
      "Examples:",
      "  ballast corpus check corpus --glossary terms.csv --json",
      "  ballast corpus check corpus --deduped --rule number-mismatch --engine local[4]"
    })
@MainOptions({"--glossary", "--rule", "--deduped", "--fail-on", "--json", "--engine"})
final class CorpusCheckCommand extends ConsoleCommand {

  /** Maximum number of rules shown. */
  private static final int MAX_SHOWN = 10;

  @Mixin CorpusOptions corpus = new CorpusOptions();
  @Mixin DedupedOption deduped = new DedupedOption();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin CheckOptions choice = new CheckOptions();
  @Mixin SettingsOptions config = new SettingsOptions();
  @Mixin ScopeOptions scope = new ScopeOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "error, warning, info or never: from which severity on findings make the exit status 1."
              + " Default: warning.")
  @Nullable FailOn failOn;

  @Override
  public Integer call() {
    CheckSettings settings = config.read(console, notices(), glossary.glossaries);
    CheckSettings.Defaults defaults = settings.defaults();
    if (defaults.baseline() != null) {
      warn("ballast corpus check does not use the baseline of ballast.toml");
    }
    LiveCheck.Against against = new LiveCheck.Against(glossary.wanted(), config.choice());
    CorpusFindings found =
        corpus
            .jobs(console, notices())
            .check(corpus.corpus(deduped), against, choice.chosen(), scope.scope(defaults.scope()));
    summary.report(console, json -> found.writeJson(json, folder()), () -> sayFound(found));
    return exit(found, defaults.failOn());
  }

  private int exit(CorpusFindings found, @Nullable FailOn usual) {
    if (found.broken() > 0) {
      return ExitCode.BUG;
    }
    FailOn from = failOn != null ? failOn : usual != null ? usual : FailOn.WARNING;
    boolean fails = found.counts().stream().anyMatch(count -> from.isReachedBy(count.severity()));
    return fails ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void sayFound(CorpusFindings found) {
    say(
        "checked %s against %s: %s, %s, %s",
        CountedNoun.of(found.pairs(), "pair"),
        CountedNoun.of(found.concepts(), "concept"),
        CountedNoun.of(found.findings(Severity.ERROR), "error"),
        CountedNoun.of(found.findings(Severity.WARNING), "warning"),
        CountedNoun.of(found.findings(Severity.INFO), "hint"));
    for (CorpusFindings.Count count : found.counts().stream().limit(MAX_SHOWN).toList()) {
      say("%-8s %,9d  %s", count.severity().label(), count.findings(), count.rule());
    }
    int more = found.counts().size() - MAX_SHOWN;
    if (more > 0) {
      say("%s with findings", CountedNoun.of(more, "more rule", "more rules"));
    }
    if (found.skipped() > 0) {
      say("%,d pairs in other languages were not checked", found.skipped());
    }
    say("wrote    %s: %,d findings", folder(), found.findings());
  }

  private String folder() {
    return corpus.folder("findings");
  }
}
