package ballast.cli.corpus;

import ballast.cli.option.GroupCommand;
import ballast.cli.option.GroupCommand.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "corpus",
    description = "Works on a corpus that ballast align --engine has aligned, with Apache Spark.",
    footer = {
      "",
      "Examples:",
      "  ballast corpus check corpus --glossary terms.csv",
      "  ballast corpus stats corpus",
      "  ballast corpus import corpus --tm tm/corpus.db",
      "  ballast corpus dedupe corpus --engine local[4]"
    })
public final class CorpusCommand extends GroupCommand {

  /**
   * @param wanted the only subcommand to build; if there is none of this name, all are built
   */
  public static CommandLine commandLine(String wanted) {
    CommandLine line = new CommandLine(new CorpusCommand());
    new Subcommands()
        .with("dedupe", CorpusDedupeCommand::new)
        .with("stats", CorpusStatsCommand::new)
        .with("check", CorpusCheckCommand::new)
        .with("mine", CorpusMineCommand::new)
        .with("import", CorpusImportCommand::new)
        .with("export", CorpusExportCommand::new)
        .addTo(line, wanted);
    return line;
  }
}
