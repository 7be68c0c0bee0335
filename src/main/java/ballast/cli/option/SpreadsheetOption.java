package ballast.cli.option;

import picocli.CommandLine.Option;

/** The option for a table that people open in a spreadsheet program. */
public final class SpreadsheetOption {

  @Option(
      names = "--spreadsheet",
      description =
          "TSV for a spreadsheet program: a text that it would take for a formula (it begins with ="
              + " + - @) gets an apostrophe before it. Without this, texts are written as they"
              + " are, for other programs.")
  public boolean spreadsheet;
}
