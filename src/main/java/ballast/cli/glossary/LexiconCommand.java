package ballast.cli.glossary;

import ballast.cli.option.GroupCommand;
import picocli.CommandLine.Command;

@Command(
    name = "lexicon",
    description = "Shows and trains the table of words that translate each other.",
    subcommands = {LexiconExplainCommand.class, LexiconTrainCommand.class},
    footer = {
      "",
      "Examples:",
      "  ballast lexicon explain 压舱石",
      "  ballast lexicon train translations.tsv:3 -o my.lexicon"
    })
public final class LexiconCommand extends GroupCommand {}
