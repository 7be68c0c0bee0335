package ballast.cli.diff;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.DiffFilter;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.FailureReport;
import ballast.report.page.Form;
import ballast.report.revision.DiffOutput;
import ballast.report.revision.DiffPages;
import ballast.workflow.Notices;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.LoneVersion;
import ballast.workflow.revise.SeveralVersions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Prints the changes of several files as one report. */
final class ManyVersions {

  private final Console console;
  private final OutputOptions output;
  private final DiffFilter filter;
  private final DiffOutput form;
  private final Notices notices;
  private int status = ExitCode.OK;
  private final List<LoneVersion> alone = new ArrayList<>();
  private int changed;
  private int unreadable;

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
    /** Passes each file, and returns how many have both versions. */
    int compare(SeveralVersions to);
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
      int files = work.compare(new Counting(pages::add, pages::addAlone));
      output.write(console, stream -> pages.writeIndex(stream, old));
      return summed(files, old);
    }
    form.requireSeveralFiles();
    return summed(
        output.writing(
            console,
            stream ->
                work.compare(
                    new Counting(
                        (name, compared) -> write(stream, name, compared),
                        version -> writeAlone(stream, version)))),
        old);
  }

  /** Counts what it passes on. */
  private final class Counting implements SeveralVersions {
    private final SeveralVersions files;
    private final Consumer<LoneVersion> single;

    Counting(SeveralVersions files, Consumer<LoneVersion> single) {
      this.files = files;
      this.single = single;
    }

    @Override
    public void compared(String name, ComparedVersions compared) {
      status = Math.max(status, filter.status(compared));
      changed += compared.hasChanges() ? 1 : 0;
      files.compared(name, compared);
    }

    @Override
    public void unreadable(String name, InputException reason) {
      status = ExitCode.FAILED;
      unreadable++;
      notices.pause();
      FailureReport.print(
          console,
          FailureReport.style(console),
          "cannot compare \"" + name + "\": " + reason.getMessage(),
          reason.hint());
    }

    @Override
    public void alone(LoneVersion version) {
      status = Math.max(status, filter.statusAlone());
      alone.add(version);
      single.accept(version);
    }
  }

  private int summed(int files, String old) {
    notices.say(total(files, old));
    if (!output.isStandardOutput()) {
      alone.forEach(version -> notices.warn(version.file() + " is left out: " + version.reason()));
    }
    return status;
  }

  private String total(int files, String old) {
    String single = CountedNoun.of(alone.size(), "file is", "files are") + " in one version only";
    if (files == 0) {
      return alone.isEmpty() ? "no translation differs from " + old : single;
    }
    return CountedNoun.of(files - unreadable, "file was", "files were")
        + " compared: "
        + (changed == 0 ? "none has changes" : changed + " with changes")
        + (unreadable == 0 ? "" : "; " + unreadable + " could not be compared")
        + (alone.isEmpty() ? "" : "; " + single);
  }

  private void writeAlone(OutputStream stream, LoneVersion version) {
    try {
      form.writeAlone(stream, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(OutputStream stream, String name, ComparedVersions compared) {
    try {
      form.writeNamed(stream, name, compared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
