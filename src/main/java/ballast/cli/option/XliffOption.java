package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.format.unit.XliffVersion;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.Option;

/** The option for the version of XLIFF. */
public final class XliffOption {

  @Option(
      names = "--xliff",
      paramLabel = "VERSION",
      completionCandidates = Versions.class,
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

  /** The versions, for completion in a shell. */
  static final class Versions implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(XliffVersion.values()).map(XliffVersion::toString).iterator();
    }
  }
}
