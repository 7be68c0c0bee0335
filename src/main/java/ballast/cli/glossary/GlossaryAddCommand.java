package ballast.cli.glossary;

import ballast.app.glossary.TermEdits;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Term.TermStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "Adds a term to a glossary of the project, a .csv or .tsv; the other rows stay as they are.",
      "A translation of a term that is already there is admitted beside the preferred one, unless"
          + " --status says otherwise."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary add 货轮 freighter",
      "  ballast glossary add 压舱石 'foundation stone' --status forbidden --note 'that is 基石'",
      "  ballast glossary add 主席 chairman --not-in 主席台"
    })
final class GlossaryAddCommand extends ConsoleCommand {

  @Parameters(index = "0", paramLabel = "ZH", description = "The Chinese term.")
  String zh = "";

  @Parameters(index = "1", paramLabel = "EN", description = "The English, in its base form.")
  String en = "";

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "preferred, admitted, forbidden or proposed.")
  @Nullable TermStatus status;

  @Option(
      names = "--not-in",
      paramLabel = "WORD",
      description = "A longer Chinese word in which the term is not meant. May be repeated.")
  List<String> notIn = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "A remark for people.")
  String note = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      completionCandidates = FileNames.Tables.class,
      description =
          "The glossary. Default: that of the Chinese term, else the first of the project;"
              + " glossary/terms.csv if it has none.")
  String file = "";

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be done, write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    TermEdits.NewTerm term = new TermEdits.NewTerm(zh, en, status, notIn, note, file);
    String table = new TermEdits(console.workplace()).add(term, dryRun);
    say("%s \"%s\", \"%s\" to %s", dryRun ? "would add" : "added", zh, en, table);
    return ExitCode.OK;
  }
}
