package ballast.cli.glossary;

import ballast.app.glossary.TermEdits;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = {
      "Removes a term from the glossaries of the project, .csv or .tsv; the other rows stay as they"
          + " are.",
      "Without EN, removes all translations of ZH. Each is named with its line."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary remove 压舱石 'foundation stone'",
      "  ballast glossary remove 货轮 --dry-run"
    })
final class GlossaryRemoveCommand extends ConsoleCommand {

  @Parameters(index = "0", paramLabel = "ZH", description = "The Chinese term.")
  String zh = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "EN", description = "Its translation.")
  String en = "";

  @Option(names = "--id", paramLabel = "ID", description = "The concept, if several have the term.")
  String id = "";

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be done, write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    new TermEdits(console.workplace())
        .remove(new TermEdits.Chosen(zh, en, id), dryRun)
        .forEach(
            term ->
                say(
                    "%s \"%s\", \"%s\" (%s)",
                    dryRun ? "would remove" : "removed", zh, term.text(), TermEdits.place(term)));
    return ExitCode.OK;
  }
}
