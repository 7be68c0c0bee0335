package ballast.cli;

import ballast.bitext.Status;
import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ballast tm reject}. */
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Records that units are wrong: they are kept and never offered nor exported. Exit "
            + "status 1: no unit meets the conditions.",
    footer = {
      "",
      "Examples:",
      "  ballast tm reject --max-confidence 0.9 --dry-run",
      "  ballast tm reject --contains 专利 --in source"
    })
final class TmRejectCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin EditOptions edit = new EditOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmRejectCommand(Console console) {
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
              EditSummary done = care.judge(filter, Status.REJECTED, origin, report::edited);
              report.summary(done);
              return done;
            });
    return SelectionOptions.say(console, common, edit, summary, "rejected");
  }
}
