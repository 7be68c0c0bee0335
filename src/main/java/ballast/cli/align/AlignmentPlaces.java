package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.WriterStream;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens the files and streams that {@code ballast align} writes to.
 *
 * @param output FILE, or standard output
 * @param report name of the table of outcomes; null if none is wanted
 * @param isRecorded whether the articles are recorded in a memory
 */
record AlignmentPlaces(
    Console console, OutputOptions output, @Nullable String report, boolean isRecorded) {

  /** Stops before any work if a file may not be replaced. */
  void check() {
    output.check(console);
    if (report != null) {
      OutputFile.check(console.resolve(report), output.force);
    }
  }

  /** FILE under its temporary name; null when there is none. */
  BatchOutput.@Nullable Target file(AlignmentOutput form) {
    if (output.isStandardOutput()) {
      return null;
    }
    OutputFile file = output.open(console);
    String name = String.valueOf(output.output);
    return new BatchOutput.Target(
        name,
        file,
        new AlignmentWriter(
            form, file.stream(), isRecorded, e -> OutputFile.cannotWrite(Path.of(name), e)));
  }

  /** Standard output. */
  AlignmentWriter standardOutput(AlignmentOutput form) {
    return new AlignmentWriter(
        form, new WriterStream(console.out()), isRecorded, OutputOptions::cannotPrint);
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
