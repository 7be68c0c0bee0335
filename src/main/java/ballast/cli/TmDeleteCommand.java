package ballast.cli;

import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ballast tm delete}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Deletes units: they are shown nowhere any more, until tm undo or tm restore brings "
            + "them back. Only tm compact removes them for good. Exit status 1: no unit meets the "
            + "conditions.",
    footer = {
      "",
      "Examples:",
      "  ballast tm delete --document tm/articles/distant-friends --dry-run",
      "  ballast tm delete --contains 留学"
    })
final class TmDeleteCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin EditOptions edit = new EditOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmDeleteCommand(Console console) {
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
              EditSummary done = care.delete(filter, origin, report::edited);
              report.summary(done);
              return done;
            });
    return SelectionOptions.say(console, common, edit, summary, "deleted");
  }
}
