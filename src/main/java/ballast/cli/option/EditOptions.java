package ballast.cli.option;

import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.Origin;
import ballast.report.memory.EditJson;
import ballast.report.memory.EditReport;
import ballast.report.memory.EditText;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that change units of the memory have in common: options, and how they run. */
public final class EditOptions {

  @Mixin public CommonOptions common = new CommonOptions();
  @Mixin public FilterOptions filter = new FilterOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  public boolean dryRun;

  @Option(
      names = {"-p", "--print"},
      description = "Print every unit that changes; --dry-run does, too.")
  boolean print;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  public CommandSpec command;

  /** Something that is done to the memory. */
  @FunctionalInterface
  public interface Work<T> {
    T run(MemoryCare care, Origin origin, EditReport report);
  }

  /** Does it, or on {@code --dry-run} says what would be done, and prints. */
  public <T> T run(Console console, Work<T> work) {
    Origin origin = author.origin(console, CommandNote.of(command));
    try (Memory tm = open(console)) {
      MemoryCare care = tm.care();
      Result<T> result = new Result<>();
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
              result.value = work.run(care, origin, report);
              report.finish();
            } catch (UncheckedIOException e) {
              throw new IOException(e.getCause());
            }
          });
      return result.get();
    }
  }

  /** What a piece of work gave. */
  private static final class Result<T> {
    private @Nullable T value;

    private T get() {
      if (value == null) {
        throw new IllegalStateException("the work gave nothing");
      }
      return value;
    }
  }

  private Memory open(Console console) {
    return dryRun ? memory.openForReading(console) : memory.openExisting(console);
  }
}
