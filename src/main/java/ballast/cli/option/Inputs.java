package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.format.article.ReadText;
import ballast.format.article.TextReader;
import java.io.IOException;

/** Reads what a command line names. */
public final class Inputs {

  private static final String STANDARD_INPUT = "standard input";

  private Inputs() {}

  /** The file that the user calls {@code name}; {@code -} is standard input. */
  public static ReadText read(Console console, TextReader reader, String name) {
    if (!name.equals("-")) {
      return reader.read(console.resolve(name), name);
    }
    try {
      return reader.read(console.in().readAllBytes(), STANDARD_INPUT);
    } catch (IOException e) {
      throw new InputException("cannot read standard input: " + e.getMessage(), "give a file", e);
    }
  }
}
