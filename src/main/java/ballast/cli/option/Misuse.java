package ballast.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Rejects a command line. If a class throws picocli's exception itself, Java loads the exception to
 * verify the class, and searches all libraries for it, at every start.
 */
public final class Misuse {

  private Misuse() {}

  /**
   * @throws ParameterException if {@code wrong}; picocli prints the message with a hint
   */
  public static void refuse(boolean wrong, CommandSpec spec, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
