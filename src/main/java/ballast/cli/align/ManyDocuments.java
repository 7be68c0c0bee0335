package ballast.cli.align;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.Form;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.Progress;
import ballast.cli.terminal.WriterStream;
import ballast.format.file.OutputFile;
import ballast.memory.Memory;
import ballast.report.page.Style;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.ArticleAligner;
import ballast.workflow.align.Batch;
import ballast.workflow.align.BatchMemory;
import ballast.workflow.align.KnownRenderings;
import ballast.workflow.align.Outcome;
import ballast.workflow.align.PairFolder;
import ballast.workflow.align.PairList;
import ballast.workflow.align.PairListFile;
import ballast.workflow.project.Project;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code ballast align} for a list or a folder. */
final class ManyDocuments {

  private final Console console;
  private final AlignCommand options;
  private final CommonOptions common;
  private final AlignmentMessages messages;

  ManyDocuments(Console console, AlignCommand options) {
    this.console = console;
    this.options = options;
    this.common = options.common;
    this.messages = new AlignmentMessages(console, common);
  }

  /** Aligns everything and returns the exit status. */
  int run() {
    PairList list = list();
    checkOutputs();
    if (options.noMemory) {
      return run(list, null);
    }
    if (options.dryRun) {
      if (!Files.exists(options.memory.path(console))) {
        return run(list, null);
      }
      try (Memory tm = options.memory.openForReading(console)) {
        return run(list, tm);
      }
    }
    try (Memory tm = options.memory.openForWriting(console)) {
      return run(list, tm);
    }
  }

  /** What the options name. */
  PairList list() {
    Project project = Project.around(console.directory());
    if (options.batch.pairs != null) {
      return PairListFile.read(console, project, options.batch.pairs);
    }
    Lang from = ReadingOptions.language(options.from);
    return PairFolder.of(console, project, options.files.get(0), from != null && from.isEnglish());
  }

  /** Aligns everything with that memory; null: without one. */
  int run(PairList list, @Nullable Memory tm) {
    KnownRenderings known = KnownRenderings.approved(options.glossary.read(console, common), tm);
    ArticleAligner aligner = options.aligner(known);
    BatchMemory memory = new BatchMemory(tm, use(), options.author(), options.settings());
    BatchReport report = new BatchReport(list.size());
    long bytes = list.entries().stream().mapToLong(entry -> Batch.bytes(console, entry)).sum();
    Progress progress =
        new Progress(
            console.err(),
            console.clock(),
            common.quiet ? 0 : console.progressColumns(),
            list.size(),
            bytes);
    try (BatchOutput output = output(memory)) {
      Batch batch = new Batch(console, aligner, memory, output, new Reporter(report, progress));
      try {
        batch.run(list, options.batch.threads(list.size()));
      } finally {
        progress.clear();
        report.print(common.verbose, line -> common.say(console, line));
      }
      finish(output, memory);
    }
    if (options.dryRun) {
      messages.dryRun();
    } else {
      write(report);
    }
    return report.status();
  }

  private BatchMemory.Use use() {
    if (options.batch.again) {
      return options.dryRun ? BatchMemory.Use.LOOK_AGAIN : BatchMemory.Use.AGAIN;
    }
    return options.dryRun ? BatchMemory.Use.LOOK : BatchMemory.Use.RESUME;
  }

  private void checkOutputs() {
    options.output.check(console);
    if (options.batch.report != null) {
      OutputFile.check(console.resolve(options.batch.report), options.output.force);
    }
  }

  private BatchOutput output(BatchMemory memory) {
    OutputOptions output = options.output;
    Form form = options.form();
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Function<AlignedText, List<Unit>> unnamed =
        text -> text.alignment().units(text.document(), options.author(), now);
    Function<AlignedText, List<Unit>> units = memory.records() ? null : unnamed;
    boolean toFile = !output.isStandardOutput();
    AlignmentSink printed = null;
    if (toFile ? options.printsBesideFile(form) : options.isAsked()) {
      printed =
          new AlignmentSink(
              options.data(toFile ? Form.TEXT : form, common.style(console)),
              new WriterStream(console.out()),
              units);
    }
    BatchOutput.Target target = null;
    if (toFile && !options.dryRun) {
      OutputFile file = output.open(console);
      target =
          new BatchOutput.Target(
              String.valueOf(output.output),
              file,
              new AlignmentSink(options.data(form, Style.PLAIN), file.stream(), units));
    }
    return new BatchOutput(target, printed);
  }

  private void finish(BatchOutput output, BatchMemory memory) {
    String wrote = output.finish(memory);
    if (memory.records()) {
      common.say(console, "memory   " + messages.shown(options.memory.path(console)));
    }
    if (!wrote.isEmpty()) {
      common.say(console, wrote);
    }
    messages.order(options.form(), options.review);
    options.doubtful.sayLeftOut(console, common, output.leftOut());
  }

  private void write(BatchReport report) {
    String name = options.batch.report;
    if (name == null) {
      return;
    }
    Path path = console.resolve(name);
    try (OutputFile file = OutputFile.create(path, options.output.force)) {
      Writer out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
      report.write(out);
      out.flush();
      file.finish();
      file.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(Path.of(name), e);
    }
    common.say(console, "wrote    " + name + ": the report");
  }

  /** Says at once what must be known at once, and keeps the rest for the report. */
  private final class Reporter implements Batch.Listener {

    private final BatchReport report;
    private final Progress progress;

    Reporter(BatchReport report, Progress progress) {
      this.report = report;
      this.progress = progress;
    }

    @Override
    public void aligned(ArticleAligner.Aligned aligned) {
      if (common.verbose) {
        progress.clear();
        messages.aligned(aligned);
      }
    }

    @Override
    public void failed(String message, String hint) {
      progress.clear();
      messages.failed(message, hint);
    }

    @Override
    public void outcome(Outcome outcome, long bytes) {
      report.add(outcome);
      if (outcome instanceof Outcome.Failed) {
        progress.failed(bytes);
      } else if (outcome instanceof Outcome.Finished) {
        progress.skipped(bytes);
      } else if (outcome instanceof Outcome.Alone alone) {
        warnWithoutReport(alone);
      } else {
        progress.aligned(bytes);
      }
    }

    private void warnWithoutReport(Outcome.Alone alone) {
      if (common.quiet) {
        common.warn(console, alone.file() + ": " + alone.reason());
      }
    }

    @Override
    public void waiting() {
      progress.show();
    }
  }
}
