package ballast.cli.glossary;

import ballast.app.glossary.Lexicons;
import ballast.app.page.Form;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.lexicon.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = {
      "Shows how each TEXT is cut into words, how often each was seen in training, and what "
          + "it translates to, with both probabilities and the expected number of links.",
      "English words are shown by their stem. Exit status 1: a word is not in the lexicon."
    },
    footer = {
      "",
      "Examples:",
      "  ballast lexicon explain 压舱石",
      "  ballast lexicon explain \"ballast stone\" --limit 3",
      "  ballast lexicon explain 经济的压舱石 --format json"
    })
final class LexiconExplainCommand extends ConsoleCommand {

  static final class Offered extends Forms {
    Offered() {
      super(Form.TEXT, Form.JSON);
    }
  }

  @Mixin PagerOption pager = new PagerOption();

  @Parameters(
      paramLabel = "TEXT",
      arity = "1..*",
      description = "Words or phrases, Chinese or English.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  List<String> texts;

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      completionCandidates = FileNames.Lexicons.class,
      description = "A lexicon made by \"ballast lexicon train\". Default: the bundled one.")
  @Nullable String lexicon;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Offered.class,
      completionCandidates = Offered.class,
      defaultValue = "text",
      description =
          "One of ${COMPLETION-CANDIDATES}; json prints one line per TEXT. Default:"
              + " ${DEFAULT-VALUE}.")
  Form format = Form.TEXT;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "8",
      description = "At most N translations a word. Default: ${DEFAULT-VALUE}.")
  int limit = 8;

  @Override
  public Integer call() {
    refuse(limit < 1, "--limit " + limit + ": at least 1");
    Lexicon words = lexicon == null ? Lexicon.bundled() : Lexicon.open(console.resolve(lexicon));
    List<Lexicons.Explained> explained =
        texts.stream().map(text -> Lexicons.Explained.of(text, words)).toList();
    print(
        out -> {
          boolean first = true;
          for (Lexicons.Explained text : explained) {
            if (format == Form.JSON) {
              text.writeJson(out, limit);
            } else {
              out.write(first ? "" : "\n");
              text.writeText(out, style(), limit);
            }
            first = false;
          }
        });
    return explained.stream().allMatch(Lexicons.Explained::isKnown)
        ? ExitCode.OK
        : ExitCode.FINDINGS;
  }
}
