package ballast.cli.diff;

import ballast.app.revisions.ReviewOutput;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = {
      "Lists the open comments of a document or of the whole memory, each under its sentence.",
      "ballast tm comment replies to them and resolves them."
    },
    footer = {
      "",
      "Examples:",
      "  ballast review show",
      "  ballast review show tm/articles/ballast-stone --all --json"
    })
final class ReviewShowCommand extends MemoryCommand {

  @Mixin PagerOption pager = new PagerOption();

  @Parameters(
      paramLabel = "DOCUMENT",
      arity = "0..1",
      description = "A document's name as tm list shows it.")
  @Nullable String document;

  @Option(
      names = {"-a", "--all"},
      description = "Also the resolved comments.")
  boolean all;

  @Override
  public Integer call() {
    ReviewOutput.ShownComments comments =
        ask(tm -> ReviewOutput.ShownComments.of(tm, document, all));
    print(comments::writeJson, out -> comments.writeText(out, style()));
    if (comments.units().isEmpty()) {
      say(all ? "no comments" : "no open comments");
    }
    return ExitCode.OK;
  }
}
