package ballast.cli;

import ballast.bitext.Status;
import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ballast tm approve}. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Records that units are right. Approved units are evidence for the aligner and stay "
            + "when doubtful ones are left out. Exit status 1: no unit meets the conditions.",
    footer = {
      "",
      "Examples:",
      "  ballast tm approve --document tm/articles/ballast-stone --min-confidence 0.9",
      "  ballast tm approve --all --dry-run"
    })
final class TmApproveCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin EditOptions edit = new EditOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmApproveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UnitFilter filter = selection.filter(spec);
    EditSummary summary =
        edit.run(
            console,
            common,
            spec,
            (care, origin, report) -> {
              EditSummary done = care.judge(filter, Status.APPROVED, origin, report::edited);
              report.summary(done);
              return done;
            });
    return SelectionOptions.say(console, common, edit, summary, "approved");
  }
}
