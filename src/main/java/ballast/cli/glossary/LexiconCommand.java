package ballast.cli.glossary;

import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "lexicon",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Shows and trains the table of words that translate each other.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ballast lexicon explain 压舱石",
      "  ballast lexicon train translations.tsv:3 -o my.lexicon"
    })
public final class LexiconCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new LexiconCommand())
        .addSubcommand(new LexiconExplainCommand(console))
        .addSubcommand(new LexiconTrainCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand of ballast lexicon is missing");
  }
}
