package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.format.unit.XliffVersion;
import picocli.CommandLine.Option;

/** The option for the version of XLIFF. */
public final class XliffOption {

  @Option(
      names = "--xliff",
      paramLabel = "VERSION",
      defaultValue = "1.2",
      description = "1.2 or 2.1. Default: ${DEFAULT-VALUE}.")
  String version = "1.2";

  /**
   * The version.
   *
   * @throws InputException if there is no such version
   */
  public XliffVersion xliffVersion() {
    for (XliffVersion one : XliffVersion.values()) {
      if (one.toString().equals(version)) {
        return one;
      }
    }
    throw new InputException("cannot write XLIFF \"" + version + "\"", "1.2 or 2.1");
  }
}
