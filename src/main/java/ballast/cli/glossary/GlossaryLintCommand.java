package ballast.cli.glossary;

import ballast.bitext.Severity;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint;
import ballast.glossary.LintFinding;
import ballast.lexicon.Lexicon;
import ballast.report.glossary.LintOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast glossary lint}: what is wrong with the glossaries themselves. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Looks for what makes glossaries contradict themselves and checks noisy: rows that "
          + "cannot be used, a rendering allowed here and forbidden there, duplicates, several "
          + "preferred renderings, terms of one character, common words, variant characters.",
      "Exit status 1: something was found."
    },
    footer = {"", "Examples:", "  ballast glossary lint", "  ballast glossary lint --hints --json"})
final class GlossaryLintCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Option(
      names = "--hints",
      description = "Also hints: one rendering of several terms, terms inside others.")
  boolean hints;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  GlossaryLintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<LintFinding> all = new ArrayList<>();
    List<Concept> rows = new ArrayList<>();
    for (GlossaryReading reading : glossary.chosen().readings(console.workplace())) {
      reading.problems().forEach(problem -> all.add(unusable(problem)));
      rows.addAll(reading.concepts());
    }
    all.addAll(new GlossaryLint(Lexicon.bundled()).check(rows));
    List<LintFinding> shown =
        all.stream()
            .filter(one -> hints || one.severity() != Severity.INFO)
            .sorted(LintFinding.BY_PLACE)
            .toList();
    int concepts = Glossary.of(rows).concepts().size();
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            LintOutput.writeJson(out, shown, concepts);
          } else {
            LintOutput.write(out, shown);
          }
        });
    common.say(
        console,
        EditMessages.count(concepts, "concept")
            + ": "
            + EditMessages.count(shown.size(), "finding")
            + (hints || shown.size() == all.size()
                ? ""
                : "; --hints shows " + EditMessages.count(all.size() - shown.size(), "hint")));
    return shown.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static LintFinding unusable(GlossaryReading.Problem problem) {
    return new LintFinding(
        "unusable-row", Severity.ERROR, "", List.of(problem.where()), problem.reason());
  }
}
