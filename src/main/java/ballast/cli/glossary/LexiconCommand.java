package ballast.cli.glossary;

import ballast.cli.option.GroupCommand;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "lexicon",
    description = "Shows and trains the table of words that translate each other.",
    footer = {
      "",
      "Examples:",
      "  ballast lexicon explain 压舱石",
      "  ballast lexicon train translations.tsv:3 -o my.lexicon"
    })
public final class LexiconCommand extends GroupCommand {

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new LexiconCommand())
        .addSubcommand(new LexiconExplainCommand(console))
        .addSubcommand(new LexiconTrainCommand(console));
  }
}
