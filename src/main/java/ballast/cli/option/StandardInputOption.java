package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.format.unit.UnitFormat;
import ballast.workflow.project.SavedInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for units in standard input. */
public final class StandardInputOption {

  @Option(
      names = "--from-format",
      paramLabel = "FORMAT",
      description = "Format of the units in standard input, FILE -: ${bundle:unit-formats}.")
  @Nullable UnitFormat format;

  /** Saves standard input; null if it is not of units. */
  public @Nullable SavedInput save(Console console) {
    return format == null ? null : SavedInput.of(console.workplace(), format);
  }
}
