package ballast.cli.tm;

import ballast.app.revisions.ReviewOutput;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.Comments.Act;
import ballast.memory.Comments.New;
import ballast.memory.UnitFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "comment",
    description = {
      "Comments on a unit, replies to a comment, or resolves or reopens its comments.",
      "Texts and statuses stay as they are. ballast review show lists the comments with their"
          + " numbers. tm undo undoes the comment."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm comment ac336a0bbf97 \"Which quay?\"",
      "  ballast tm comment ac336a0bbf97 --reply-to 1 --resolve \"The old one.\""
    })
@MainOptions({"--reply-to", "--resolve", "--reopen", "--by", "--dry-run"})
final class TmCommentCommand extends EditCommand {

  @Parameters(index = "0", paramLabel = "UNIT", description = "Id of the unit, or its beginning.")
  String unit = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "What to say.")
  String text = "";

  @Option(
      names = "--reply-to",
      paramLabel = "N",
      description = "The comment to reply to, resolve or reopen.")
  @Nullable Long replyTo;

  @Option(names = "--resolve", description = "Resolve comment N, or all comments on the unit.")
  boolean resolve;

  @Option(names = "--reopen", description = "Reopen comment N, or all comments on the unit.")
  boolean reopen;

  @Override
  public Integer call() {
    refuse(resolve && reopen, "give --resolve or --reopen, not both");
    refuse(
        text.isBlank() && !resolve && !reopen,
        "nothing to say: give a TEXT, or --resolve or --reopen");
    unit = unitId(unit);
    EditScope scope = scope(UnitFilter.CURRENT);
    List<New> remarks = remarks();
    List<New> said =
        remarks.isEmpty() ? remarks : new MemoryEdits(console.workplace()).comment(scope, remarks);
    if (json) {
      print(out -> ReviewOutput.writeCommentJson(out, unit, said.size(), dryRun));
    }
    if (said.isEmpty()) {
      say("nothing to do: the comments on unit %s are like that already", unit);
    } else {
      String count = CountedNoun.of(said.size(), "remark");
      say("%s %s on unit %s%s", done("recorded"), count, unit, nothingWritten());
    }
    return ExitCode.OK;
  }

  private List<New> remarks() {
    Act act = resolve ? Act.RESOLVE : reopen ? Act.REOPEN : Act.SAY;
    if (replyTo != null || act == Act.SAY) {
      return List.of(new New(unit, replyTo == null ? 0 : replyTo, text.strip(), act));
    }
    return ask(tm -> tm.comments().on(unit)).stream()
        .filter(comment -> comment.isResolved() == reopen)
        .map(comment -> new New(unit, comment.id(), text.strip(), act))
        .toList();
  }
}
