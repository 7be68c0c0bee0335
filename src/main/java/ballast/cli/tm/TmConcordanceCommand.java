package ballast.cli.tm;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.units.ConcordanceText;
import ballast.app.units.MatchJson;
import ballast.app.units.MemoryQueries;
import ballast.bitext.CountedNoun;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.Concordance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "concordance",
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
final class TmConcordanceCommand extends MemoryCommand {

  @Mixin PagerOption pager = new PagerOption();

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

  @Override
  public Integer call() {
    refuse(limit < 1, "--limit %s: at least 1", limit);
    refuse(text.isBlank(), "TEXT is blank");
    Concordance found = ask(tm -> new MemoryQueries(tm).concordance(text, in, limit));
    print(
        out -> MatchJson.writeConcordance(out, text, found),
        out -> new ConcordanceText(style()).write(out, found));
    if (!json) {
      saySummary(found);
    }
    return found.total() == 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void saySummary(Concordance found) {
    if (found.total() == 0) {
      say("no text contains \"%s\"", text);
      return;
    }
    int shown = found.hits().size();
    String texts = CountedNoun.of(found.total(), "text contains", "texts contain");
    String more = shown < found.total() ? "; " + shown + " are shown, --limit shows more" : "";
    say("%s \"%s\"%s", texts, text, more);
  }
}
