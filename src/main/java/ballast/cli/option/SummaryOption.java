package ballast.cli.option;

import ballast.cli.terminal.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option of commands that write files: what they did is printed as JSON for programs, not said
 * in messages for people. Warnings are given either way.
 */
public final class SummaryOption {

  @Option(names = "--json", description = "Print the summary as JSON.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec command;

  /**
   * Stops before any work if data and summary would both go to standard output.
   *
   * @throws picocli.CommandLine.ParameterException if so
   */
  public void check(OutputOptions output) {
    Misuse.refuse(
        json && output.isStandardOutput(),
        command,
        "--json needs standard output: give -o FILE too");
  }

  /**
   * Prints the summary as JSON if the option was given; otherwise says it.
   *
   * @param written writes the JSON
   * @param said says the same in messages
   */
  public void report(Console console, OutputOptions.Text written, Runnable said) {
    if (json) {
      OutputOptions.print(console, written);
    } else {
      said.run();
    }
  }
}
