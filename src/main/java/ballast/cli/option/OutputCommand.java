package ballast.cli.option;

import ballast.app.page.Style;
import picocli.CommandLine.Mixin;

/** A command that writes a file, or without {@code --output} to standard output. */
public abstract class OutputCommand extends ConsoleCommand {

  @Mixin protected OutputOptions output = new OutputOptions();

  /** The end of the message about a written file: {@code " to FILE"}, or "" for standard output. */
  protected final String toFile() {
    return output.isStandardOutput() ? "" : " to " + output.file();
  }

  /** The style of a report: plain in a file. */
  protected final Style outputStyle() {
    return output.isStandardOutput() ? style() : Style.PLAIN;
  }

  /** Writes all of the output or nothing; see {@link OutputOptions#write}. */
  protected final <T> T writing(OutputOptions.Work<T> work) {
    return output.writing(console, work);
  }
}
