package ballast.cli.tm;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.units.ConcordanceText;
import ballast.app.units.MatchJson;
import ballast.app.units.PhraseSearch;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.Concordance;
import ballast.memory.Memory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "concordance",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Shows where a word, a phrase or a part of a word occurs, Chinese or English, and how "
          + "it was translated.",
      "Capitals, width and runs of spaces do not matter.",
      "Exit status 1: no text contains it."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm concordance 冷战",
      "  ballast tm concordance \"cold war\" --in target --limit 5"
    })
final class TmConcordanceCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Parameters(paramLabel = "TEXT", description = "A word, a phrase or a part of a word.")
  String text = "";

  @Option(
      names = "--in",
      paramLabel = "SIDE",
      defaultValue = "both",
      description = "source, target or both. Default: ${DEFAULT-VALUE}.")
  SearchSide in = SearchSide.BOTH;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Show at most N. Default: ${DEFAULT-VALUE}.")
  int limit = 20;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmConcordanceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit " + limit + ": at least 1");
    }
    if (text.isBlank()) {
      throw new ParameterException(spec.commandLine(), "TEXT is blank");
    }
    try (Memory tm = memory.openForReading(console)) {
      Concordance found = new PhraseSearch(tm).find(new PhraseSearch.Request(text, in, limit));
      if (json) {
        OutputOptions.print(console, out -> MatchJson.writeConcordance(out, text, found));
      } else {
        OutputOptions.print(
            console, out -> new ConcordanceText(common.style(console)).write(out, found));
        common.say(console, summary(found));
      }
      return found.total() == 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }
  }

  private String summary(Concordance found) {
    if (found.total() == 0) {
      return "no text contains \"" + text + "\"";
    }
    String texts = CountedNoun.of(found.total(), "text contains", "texts contain");
    int shown = found.hits().size();
    return texts
        + " \""
        + text
        + "\""
        + (shown < found.total() ? "; " + shown + " are shown, --limit shows more" : "");
  }
}
