package ballast.cli.glossary;

import ballast.app.glossary.GlossaryLinting;
import ballast.app.glossary.GlossaryLinting.LintOutput;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Looks for contradictions in glossaries and for what makes checks noisy: rows that "
          + "cannot be used, a rendering allowed here and forbidden there, duplicates, several "
          + "preferred renderings, terms of one character, common words, variant characters.",
      "With a memory it also names the entries that cause most findings there: those whose "
          + "renderings are missing in five pairs or more, and in a quarter of the pairs with "
          + "the term.",
      "Exit status 1: something was found."
    },
    footer = {"", "Examples:", "  ballast glossary lint", "  ballast glossary lint --hints --json"})
final class GlossaryLintCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

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
    GlossaryLinting.Result result =
        new GlossaryLinting(console.workplace())
            .lint(new GlossaryLinting.Request(glossary.chosen(), hints, memory()));
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            LintOutput.writeJson(out, result.findings(), result.concepts());
          } else {
            LintOutput.write(out, result.findings(), common.style(console));
          }
        });
    common.say(
        console,
        CountedNoun.of(result.concepts(), "concept")
            + ": "
            + CountedNoun.of(result.findings().size(), "finding")
            + (result.hidden() == 0
                ? ""
                : "; --hints shows " + CountedNoun.of(result.hidden(), "hint")));
    return result.findings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Returns the named memory, or the default memory if it exists. */
  private @Nullable MemoryStore memory() {
    MemoryStore store = memory.store(console);
    return memory.chosen() != null || store.exists() ? store : null;
  }
}
