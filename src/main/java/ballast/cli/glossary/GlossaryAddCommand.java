package ballast.cli.glossary;

import ballast.app.glossary.TermEdits;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "Adds a term to a glossary of the project (.csv or .tsv) and keeps the other rows.",
      "If the term has a preferred translation, the new one is admitted unless --status says"
          + " otherwise."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary add 货轮 freighter",
      "  ballast glossary add 压舱石 'foundation stone' --status forbidden --note 'that is 基石'",
      "  ballast glossary add 主席 chairman --not-in 主席台",
      "  ballast glossary add 利息 interest --domain economy"
    })
final class GlossaryAddCommand extends ConsoleCommand {

  @Mixin GlossaryEditCommand.Properties properties = new GlossaryEditCommand.Properties();

  @Parameters(index = "0", paramLabel = "ZH", description = "The Chinese term.")
  String zh = "";

  @Parameters(index = "1", paramLabel = "EN", description = "The English, in its base form.")
  String en = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      completionCandidates = FileNames.Tables.class,
      description =
          "The glossary. Default: the one that contains the Chinese term, or the first of the"
              + " project; glossary/terms.csv if there is none.")
  String file = "";

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    TermEdits.NewTerm term =
        new TermEdits.NewTerm(
            zh,
            en,
            properties.status,
            properties.notIn,
            properties.domains == null ? List.of() : properties.domains,
            properties.note,
            file);
    String table = new TermEdits(console.workplace()).add(term, dryRun);
    say("%s \"%s\", \"%s\" to %s", dryRun ? "would add" : "added", zh, en, table);
    return ExitCode.OK;
  }
}
