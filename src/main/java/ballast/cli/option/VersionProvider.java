package ballast.cli.option;

import ballast.bitext.Version;
import picocli.CommandLine.IVersionProvider;

/** The version for {@code ballast COMMAND --version}. */
public final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Version.current().toString()};
  }
}
