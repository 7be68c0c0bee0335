package ballast.cli.diff;

import ballast.bitext.CountedNoun;
import ballast.cli.option.DiffFilter;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.report.page.Form;
import ballast.report.revision.DiffOutput;
import ballast.report.revision.DiffPages;
import ballast.workflow.Notices;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

/** Prints the changes of several files as one report. */
final class ManyVersions {

  private final Console console;
  private final OutputOptions output;
  private final DiffFilter filter;
  private final DiffOutput form;
  private final Notices notices;
  private int status = ExitCode.OK;
  private int changed;

  ManyVersions(
      Console console, OutputOptions output, DiffFilter filter, DiffOutput form, Notices notices) {
    this.console = console;
    this.output = output;
    this.filter = filter;
    this.form = form;
    this.notices = notices;
  }

  /** Compares files one at a time. */
  interface Work {
    /** Passes each file by its name, and returns how many there were. */
    int compare(BiConsumer<String, ComparedVersions> to);
  }

  /**
   * Does the work and prints its results.
   *
   * @param old what the old versions are called, for a page
   * @return the exit status
   * @throws ballast.bitext.InputException if the form cannot hold several files
   */
  int print(Work work, String old) {
    if (form.form() == Form.HTML) {
      output.requireFile("the pages of several files");
      DiffPages pages = new DiffPages(console.resolve(output.file()), output.force);
      int files = work.compare((name, compared) -> pages.add(name, counted(compared)));
      output.write(console, stream -> pages.writeIndex(stream, old));
      return summed(files, old);
    }
    form.requireSeveralFiles();
    return summed(
        output.writing(
            console,
            stream -> work.compare((name, compared) -> write(stream, name, counted(compared)))),
        old);
  }

  private ComparedVersions counted(ComparedVersions compared) {
    status = Math.max(status, filter.status(compared));
    changed += compared.hasChanges() ? 1 : 0;
    return compared;
  }

  private int summed(int files, String old) {
    notices.say(
        files == 0
            ? "no translation differs from " + old
            : CountedNoun.of(files, "file was", "files were")
                + " compared: "
                + (changed == 0 ? "none has changes" : changed + " with changes"));
    return status;
  }

  private void write(OutputStream stream, String name, ComparedVersions compared) {
    try {
      form.writeNamed(stream, name, compared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
