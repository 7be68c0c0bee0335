package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.format.file.OutputFile;
import ballast.report.alignment.BatchReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens the files that {@code ballast align} writes to.
 *
 * @param output FILE, or standard output
 * @param report name of the table of outcomes; null if none is wanted
 */
record AlignmentPlaces(Console console, OutputOptions output, @Nullable String report) {

  /** Stops before any work if a file may not be replaced. */
  void check() {
    output.check(console);
    if (report != null) {
      OutputFile.check(console.resolve(report), output.force);
    }
  }

  /** FILE under its temporary name; null when there is none. */
  @Nullable OutputFile file() {
    return output.isStandardOutput() ? null : output.open(console);
  }

  /**
   * Writes the table.
   *
   * @return its name; empty when none is wanted
   */
  String write(BatchReport outcomes) {
    if (report == null) {
      return "";
    }
    try (OutputFile file = OutputFile.create(console.resolve(report), output.force)) {
      Writer out = new OutputStreamWriter(file.stream(), UTF_8);
      outcomes.write(out);
      out.flush();
      file.finish();
      file.publish();
      return report;
    } catch (IOException e) {
      throw OutputFile.cannotWrite(Path.of(report), e);
    }
  }
}
