package ballast.cli.glossary;

import ballast.app.glossary.GlossaryQueries;
import ballast.app.glossary.TermsInText;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = {
      "Shows the concepts with TEXT in a Chinese or English term, or with that id; those "
          + "first that have it as a whole term.",
      "Case and width do not matter. Exit status 1: no concept was found."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary search 压舱石",
      "  ballast glossary search leaning --json",
      "  ballast glossary search --in-text 压舱石不是基石。"
    })
final class GlossarySearchCommand extends ConsoleCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Parameters(paramLabel = "TEXT", description = "A term or a part of one; an id.")
  String text = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most N concepts. Default: ${DEFAULT-VALUE}.")
  int limit = 20;

  @Option(
      names = "--in-text",
      description = "TEXT is a sentence or more: find the terms that occur in it.")
  boolean inText;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    List<Concept> concepts = glossary.read(console, notices());
    GlossaryQueries.Found found =
        inText
            ? new TermsInText(concepts, Lexicon.bundled()).in(text, limit)
            : GlossaryQueries.search(concepts, text, limit);
    print(json, out -> found.writeJson(out, text), out -> found.writeText(out, style()));
    int more = found.total() - found.concepts().size();
    if (more > 0) {
      say(more + " more; --limit shows them");
    }
    if (found.concepts().isEmpty()) {
      say(inText ? "no term occurs in \"%s\"" : "no term contains \"%s\"", text);
    }
    return found.concepts().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
