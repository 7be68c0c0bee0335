package ballast.cli.glossary;

import ballast.app.glossary.TermEdits;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = {
      "Changes a term in a glossary of the project, a .csv or .tsv; the other rows stay as they"
          + " are.",
      "EN may be left out if the term has one translation, or if only words for --not-in or a note"
          + " are added."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary edit 压舱石 'foundation stone' --status admitted",
      "  ballast glossary edit 货轮 freighter --en 'cargo ship'",
      "  ballast glossary edit 主席 --not-in 主席团"
    })
final class GlossaryEditCommand extends ConsoleCommand {

  @Parameters(index = "0", paramLabel = "ZH", description = "The Chinese term.")
  String zh = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "EN", description = "Its translation.")
  String en = "";

  @Option(names = "--en", paramLabel = "TEXT", description = "Another wording of the translation.")
  String wording = "";

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "preferred, admitted, forbidden or proposed.")
  @Nullable TermStatus status;

  @Option(
      names = "--not-in",
      paramLabel = "WORD",
      description = "One more word in which the term is not meant. May be repeated.")
  List<String> notIn = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "Another remark; '' for none.")
  @Nullable String note;

  @Option(names = "--id", paramLabel = "ID", description = "The concept, if several have the term.")
  String id = "";

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be done, write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    if (wording.isBlank() && status == null && notIn.isEmpty() && note == null) {
      throw new ParameterException(
          spec.commandLine(), "nothing to change: give --en, --status, --not-in or --note");
    }
    TermEdits.Chosen chosen = new TermEdits.Chosen(zh, en, id);
    TermEdits.Change change = new TermEdits.Change(wording, status, notIn, note);
    Term old = new TermEdits(console.workplace()).edit(chosen, change, dryRun);
    say(
        "%s \"%s\", \"%s\" (%s)",
        dryRun ? "would change" : "changed", zh, old.text(), TermEdits.place(old));
    return ExitCode.OK;
  }
}
