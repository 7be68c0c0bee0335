package ballast.cli.glossary;

import ballast.app.glossary.TermEdits;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = {
      "Changes a term in a glossary of the project (.csv or .tsv) and keeps the other rows.",
      "EN is optional if the term has one translation, or for --not-in and --note."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary edit 压舱石 'foundation stone' --status admitted",
      "  ballast glossary edit 货轮 freighter --en 'cargo ship'",
      "  ballast glossary edit 主席 --not-in 主席团"
    })
@MainOptions({"--en", "--status", "--domain", "--not-in", "--note", "--dry-run"})
final class GlossaryEditCommand extends ConsoleCommand {

  @Mixin Chosen chosen = new Chosen();
  @Mixin Properties properties = new Properties();

  @Option(names = "--en", paramLabel = "TEXT", description = "New wording of the translation.")
  String wording = "";

  @Override
  public Integer call() {
    TermEdits.Change change =
        new TermEdits.Change(
            wording, properties.status, properties.notIn, properties.domains, properties.note);
    if (change.isNothing()) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing to change: give --en, --status, --domain, --not-in or --note");
    }
    Term old = new TermEdits(console.workplace()).edit(chosen.term(), change, chosen.dryRun);
    say(chosen.line("change", "changed", old));
    return ExitCode.OK;
  }

  /** The term to edit. */
  static final class Chosen {

    @Parameters(index = "0", paramLabel = "ZH", description = "The Chinese term.")
    String zh = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "EN", description = "Its translation.")
    String en = "";

    @Option(
        names = "--id",
        paramLabel = "ID",
        description = "The concept, if several contain the term.")
    String id = "";

    @Option(
        names = {"-n", "--dry-run"},
        description = "Show what would be done, write nothing.")
    boolean dryRun;

    TermEdits.Chosen term() {
      return new TermEdits.Chosen(zh, en, id);
    }

    String line(String verb, String done, Term term) {
      String action = dryRun ? "would " + verb : done;
      return "%s \"%s\", \"%s\" (%s)".formatted(action, zh, term.text(), TermEdits.place(term));
    }
  }

  /** The properties of a term. */
  static final class Properties {

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

    @Option(
        names = "--domain",
        paramLabel = "FIELD",
        description =
            "A subject field of the texts for which the entry holds; '' for all. May be repeated.")
    @Nullable List<String> domains;

    @Option(names = "--note", paramLabel = "TEXT", description = "A remark; '' for none.")
    @Nullable String note;
  }

  @Command(
      name = "remove",
      description = {
        "Removes a term from the glossaries of the project (.csv or .tsv) and keeps the other"
            + " rows.",
        "Without EN, removes all translations of ZH. Lists each with its line."
      },
      footer = {
        "",
        "Examples:",
        "  ballast glossary remove 压舱石 'foundation stone'",
        "  ballast glossary remove 货轮 --dry-run"
      })
  static final class GlossaryRemoveCommand extends ConsoleCommand {

    @Mixin Chosen chosen = new Chosen();

    @Override
    public Integer call() {
      new TermEdits(console.workplace())
          .remove(chosen.term(), chosen.dryRun)
          .forEach(term -> say(chosen.line("remove", "removed", term)));
      return ExitCode.OK;
    }
  }
}
