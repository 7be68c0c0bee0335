package ballast.cli.glossary;

import ballast.app.glossary.LexiconLookup;
import ballast.app.glossary.LexiconLookup.LexiconJson;
import ballast.app.glossary.LexiconLookup.LexiconText;
import ballast.app.page.Form;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class LexiconExplainCommand implements Callable<Integer> {

  static final class Offered extends Forms {
    Offered() {
      super(Form.TEXT, Form.JSON);
    }
  }

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
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

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  LexiconExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit " + limit + ": at least 1");
    }
    Lexicon words = lexicon == null ? Lexicon.bundled() : Lexicon.open(console.resolve(lexicon));
    LexiconLookup.Result result =
        new LexiconLookup(words).explain(new LexiconLookup.Request(texts));
    OutputOptions.print(
        console,
        out -> {
          boolean first = true;
          for (LexiconLookup.Explained text : result.texts()) {
            if (format == Form.JSON) {
              LexiconJson.write(out, text.text(), text.words(), limit);
            } else {
              out.write(first ? "" : "\n");
              new LexiconText(common.style(console), limit).write(out, text.text(), text.words());
            }
            first = false;
          }
        });
    return result.allKnown() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
