package ballast.cli;

import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ballast tm restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Brings deleted units back, with the status that they had. Exit status 1: no deleted "
            + "unit meets the conditions.",
    footer = {"", "Examples:", "  ballast tm restore --all"})
final class TmRestoreCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin EditOptions edit = new EditOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmRestoreCommand(Console console) {
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
              EditSummary done = care.restore(filter, origin, report::edited);
              report.summary(done);
              return done;
            });
    return SelectionOptions.say(console, common, edit, summary, "restored");
  }
}
