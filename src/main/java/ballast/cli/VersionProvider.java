package ballast.cli;

import ballast.bitext.Version;
import picocli.CommandLine.IVersionProvider;

/** The version for {@code ballast COMMAND --version}. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Version.current().toString()};
  }
}
