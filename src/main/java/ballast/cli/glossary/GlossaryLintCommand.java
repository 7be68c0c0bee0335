package ballast.cli.glossary;

import ballast.app.glossary.GlossaryQueries;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "lint",
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
final class GlossaryLintCommand extends ConsoleCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Option(
      names = "--hints",
      description = "Also hints: one rendering of several terms, terms inside others.")
  boolean hints;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    GlossaryQueries.Linted result =
        new GlossaryQueries(console.workplace(), notices())
            .lint(glossary.chosen(), hints, memory());
    print(json, result::writeJson, out -> result.writeText(out, style()));
    say(
        "%s: %s%s",
        CountedNoun.of(result.concepts(), "concept"),
        CountedNoun.of(result.findings().size(), "finding"),
        result.hidden() == 0 ? "" : "; --hints shows " + CountedNoun.of(result.hidden(), "hint"));
    return result.findings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Returns the named memory, or the default memory if it exists. */
  private @Nullable MemoryStore memory() {
    MemoryStore store = memory.store(console);
    return memory.chosen() != null || store.exists() ? store : null;
  }
}
