package ballast.cli.option;

import ballast.report.page.ProgramText;
import ballast.workflow.project.ProgramParts;
import picocli.CommandLine.IVersionProvider;

/** What {@code ballast COMMAND --version} prints. */
public final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return ProgramText.lines(ProgramParts.running()).toArray(new String[0]);
  }
}
