package ballast.cli.option;

import ballast.app.Notices;
import ballast.cli.option.CommonOptions.Misuse;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.OutputOptions.Text;
import ballast.cli.terminal.Console;
import com.google.errorprone.annotations.FormatMethod;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Base of the commands: their console, common options and messages. Options of a base class come
 * before those of the command; those that the help shows last have {@link #LAST} as their order.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
public abstract class ConsoleCommand implements Callable<Integer> {

  /** Order of the options after all others in the help; {@link #LAST} - 1 comes before them. */
  protected static final int LAST = 100;

  protected final Console console;

  @Mixin public CommonOptions common = new CommonOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  protected CommandSpec spec;

  protected ConsoleCommand(Console console) {
    this.console = console;
  }

  protected final Notices notices() {
    return common.notices(console);
  }

  protected final void say(String message) {
    notices().say(message);
  }

  @FormatMethod
  protected final void say(String format, Object... args) {
    notices().say(format, args);
  }

  protected final void warn(String message) {
    notices().warn(message);
  }

  @FormatMethod
  protected final void warn(String format, Object... args) {
    notices().warn(format, args);
  }

  protected final void print(Text text) {
    OutputOptions.print(console, text);
  }

  /** Prints a report in one of two forms. */
  protected final void print(boolean json, Text asJson, Text asText) {
    print(json ? asJson : asText);
  }

  /**
   * Rejects a command line.
   *
   * @throws picocli.CommandLine.ParameterException if {@code wrong}; picocli prints the message
   *     with a hint
   */
  protected final void refuse(boolean wrong, String message) {
    Misuse.refuse(wrong, spec, message);
  }
}
