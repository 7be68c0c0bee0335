package ballast.cli;

import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFormat;
import java.util.ListResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The names of formats for help texts, which have to be constants. {@code ${bundle:units}} becomes
 * {@code TMX, XLIFF or TSV}, so that every help text includes a new format.
 */
final class FormatNames extends ListResourceBundle {

  /** Returns the root of a command tree with resolved texts. */
  static CommandSpec in(CommandLine tree) {
    tree.getCommandSpec().resourceBundle(new FormatNames());
    tree.getSubcommands().values().forEach(FormatNames::in);
    return tree.getCommandSpec();
  }

  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      {"units", UnitFormat.titles()},
      {"read-unit-files", UnitFormat.readExtensions()},
      {"written-units", UnitFormat.writtenTitles()},
      {"unit-files", UnitFormat.extensions()},
      {"unit-formats", UnitFormat.names()},
      {"terms", GlossaryFormat.titles()},
      {"term-files", GlossaryFormat.extensionsInFolders()},
      {"term-formats", GlossaryFormat.names()},
      {"read-term-files", GlossaryFormat.readExtensions()},
    };
  }
}
