package ballast.cli.glossary;

import ballast.app.glossary.GlossarySearch;
import ballast.app.glossary.GlossarySearch.ConceptText;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Concept;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Shows the concepts with TEXT in a Chinese or English term, or with that id; those "
          + "first that have it as a whole term.",
      "Case and width do not matter. Exit status 1: no concept was found."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary search 压舱石",
      "  ballast glossary search leaning --json"
    })
final class GlossarySearchCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
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

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  GlossarySearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    GlossarySearch.Result result =
        new GlossarySearch()
            .search(new GlossarySearch.Request(glossary.read(console, common), text, limit));
    List<Concept> shown = result.concepts();
    int more = result.found() - shown.size();
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            ConceptText.writeJson(out, text, result.found(), shown);
          } else {
            ConceptText.write(out, shown, common.style(console));
          }
        });
    if (more > 0) {
      common.say(console, more + " more; --limit shows them");
    }
    if (shown.isEmpty()) {
      common.say(console, "no term contains \"" + text + "\"");
    }
    return shown.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
