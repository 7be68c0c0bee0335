package ballast.cli.tm;

import ballast.cli.option.GroupCommand;
import ballast.cli.option.GroupCommand.Subcommands;
import ballast.cli.tm.TmUnitsCommand.UnitVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "tm",
    description = "Searches, edits and maintains the translation memory.",
    footer = {
      "",
      "Examples:",
      "  ballast tm list",
      "  ballast tm search 冷战的选择",
      "  ballast tm approve --document tm/articles/ballast-stone --min-confidence 0.9",
      "  ballast tm history"
    })
public final class TmCommand extends GroupCommand {

  /**
   * @param wanted the only subcommand to build; if there is none of this name, all are built
   */
  public static CommandLine commandLine(String wanted) {
    CommandLine line = new CommandLine(new TmCommand());
    new Subcommands()
        .with("list", TmListCommand::new)
        .with("stats", TmStatsCommand::new)
        .with("search", TmSearchCommand::new)
        .with("concordance", TmConcordanceCommand::new)
        .with("show", TmShowCommand::new)
        .with("history", TmHistoryCommand::new)
        .with("import", TmImportCommand::new)
        .with("export", TmExportCommand::new)
        .with("approve", () -> TmUnitsCommand.commandLine(UnitVerb.APPROVE))
        .with("reject", () -> TmUnitsCommand.commandLine(UnitVerb.REJECT))
        .with("replace", TmReplaceCommand::new)
        .with("edit", TmEditCommand::new)
        .with("comment", TmCommentCommand::new)
        .with("join", TmJoinCommand::new)
        .with("split", TmSplitCommand::new)
        .with("dedupe", TmDedupeCommand::new)
        .with("delete", () -> TmUnitsCommand.commandLine(UnitVerb.DELETE))
        .with("restore", () -> TmUnitsCommand.commandLine(UnitVerb.RESTORE))
        .with("undo", TmUndoCommand::new)
        .with("init", TmInitCommand::new)
        .with("roles", TmRolesCommand::new)
        .with("trust", TmTrustCommand::new)
        .with("compact", TmCompactCommand::new)
        .with("copy", TmCopyCommand::new)
        .with("verify", TmVerifyCommand::new)
        .addTo(line, wanted);
    return line;
  }
}
