package ballast.cli;

import ballast.app.page.PageLanguage;
import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFormat;
import java.util.Arrays;
import java.util.ListResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The names of formats for help texts, which have to be constants. {@code ${bundle:units}} becomes
 * {@code TMX, XLIFF or TSV}, so that every help text includes a new format.
 */
final class FormatNames extends ListResourceBundle {

  private final boolean chinese;

  /**
   * @param chinese whether to add the Chinese help texts. A line of {@code help_zh.tsv} is a key of
   *     picocli, for all commands or after the name of one, and the paragraphs of its text
   */
  FormatNames(boolean chinese) {
    this.chinese = chinese;
  }

  /** Returns the root of a command tree with resolved texts. */
  static CommandSpec in(CommandLine tree) {
    tree.getCommandSpec().resourceBundle(new FormatNames(/* chinese= */ false));
    tree.getSubcommands().values().forEach(FormatNames::in);
    return tree.getCommandSpec();
  }

  @Override
  protected Object[][] getContents() {
    Object[][] names = {
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
    return chinese
        ? Stream.concat(Arrays.stream(names).map(FormatNames::inChinese), chineseTexts())
            .toArray(Object[][]::new)
        : names;
  }

  private static Object[] inChinese(Object[] name) {
    return new Object[] {name[0], name[1].toString().replace(" or ", " 或 ").replace(", ", "、")};
  }

  private static Stream<Object[]> chineseTexts() {
    return PageLanguage.read("/ballast/cli/help_zh.tsv").stream()
        .map(line -> line.split("\t", -1))
        .flatMap(
            cells ->
                IntStream.range(1, cells.length)
                    .mapToObj(
                        at -> {
                          String paragraph = at == 1 ? "" : "." + (at - 2);
                          return new Object[] {cells[0] + paragraph, cells[at]};
                        }));
  }
}
