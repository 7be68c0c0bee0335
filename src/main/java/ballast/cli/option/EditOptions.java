package ballast.cli.option;

import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.memory.MemoryStore;
import ballast.report.memory.EditJson;
import ballast.report.memory.EditReport;
import ballast.report.memory.EditText;
import ballast.workflow.Notices;
import ballast.workflow.memory.EditScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that change units of the memory have in common: options, and how they run. */
public final class EditOptions {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  boolean dryRun;

  @Option(
      names = {"-p", "--print"},
      description = "Print every unit that changes; --dry-run does, too.")
  boolean print;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec command;

  /** The conditions. */
  public FilterOptions filter() {
    return filter;
  }

  /** Whether nothing is to be written. */
  public boolean isDryRun() {
    return dryRun;
  }

  /** The receiver of messages. */
  public Notices notices(Console console) {
    return common.notices(console);
  }

  /** The units to edit. */
  public EditScope scope(Console console) {
    MemoryStore store = memory.store(console);
    return new EditScope(
        store,
        filter.filter(),
        author.origin(console, notices(console), dryRun ? null : store, CommandNote.of(command)),
        dryRun);
  }

  /** Runs an edit and prints the changes while it runs, if requested. */
  public <T> T printing(Console console, Function<EditReport, T> work) {
    List<T> result = new ArrayList<>();
    OutputOptions.print(
        console,
        out -> {
          EditReport report = EditReport.NONE;
          if (json) {
            report = new EditJson(out, command.name(), dryRun);
          } else if (print || dryRun) {
            report = new EditText(out, common.style(console));
          }
          try {
            result.add(work.apply(report));
            report.finish();
          } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
          }
        });
    return result.get(0);
  }

  /** A mistake in the options, as picocli would report it. */
  public ParameterException mistake(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
