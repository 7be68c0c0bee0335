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
   * Always throws.
   *
   * @throws ParameterException with this message, which picocli prints with a hint
   */
  public static void refuse(CommandSpec spec, String message) {
    throw new ParameterException(spec.commandLine(), message);
  }
}
