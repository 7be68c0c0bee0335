package ballast.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Refuses a command line. A class that throws picocli's exception itself makes Java load it to
 * verify the class, and search all libraries for it, at every start.
 */
public final class Misuse {

  private Misuse() {}

  /**
   * Refuses the line if {@code wrong}.
   *
   * @throws ParameterException with this message, which picocli prints with a hint
   */
  public static void refuse(boolean wrong, CommandSpec spec, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
