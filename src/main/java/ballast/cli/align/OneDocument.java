package ballast.cli.align;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.Form;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.format.file.OutputFile;
import ballast.memory.Memory;
import ballast.memory.NewRevision;
import ballast.report.page.Style;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.Article;
import ballast.workflow.align.ArticleAligner;
import ballast.workflow.align.KnownRenderings;
import ballast.workflow.align.Revisions;
import ballast.workflow.project.Project;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code ballast align} for one article. */
final class OneDocument {

  private final Console console;
  private final AlignCommand options;
  private final CommonOptions common;
  private final AlignmentMessages messages;

  OneDocument(Console console, AlignCommand options) {
    this.console = console;
    this.options = options;
    this.common = options.common;
    this.messages = new AlignmentMessages(console, common);
  }

  /** Aligns, records, writes. */
  void run() {
    Article article = article();
    Form form = options.form();
    options.output.check(console);
    KnownRenderings known =
        KnownRenderings.gather(
            console,
            common,
            options.glossary,
            options.noMemory ? null : options.memory,
            !options.dryRun);
    ArticleAligner.Aligned aligned = options.aligner(known).align(article);
    messages.aligned(aligned);
    List<Unit> units = options.dryRun ? unnamedUnits(aligned.text()) : record(aligned, form);
    if (options.dryRun) {
      messages.dryRun();
    }
    print(aligned.text(), units, form);
    messages.order(form, options.review);
    if (form.hasUnits()) {
      options.doubtful.sayLeftOut(
          console, common, units.size() - options.doubtful.exported(units).size());
    }
  }

  /** What the options name. */
  private Article article() {
    String source = options.files.get(0);
    if (options.files.size() < 2) {
      throw new InputException(
          "no translation was given for \"" + source + "\"",
          "ballast align SOURCE TARGET, or a folder with NAME.zh.txt and NAME.en.txt");
    }
    Project project = Project.around(console.directory());
    return new Article(
        source,
        options.files.get(1),
        options.document == null
            ? project.documentName(console.resolve(source))
            : options.document);
  }

  /**
   * Writes file and memory so that a failure leaves both as they were: the file is on disk under a
   * temporary name before the memory commits, and gets its own name after.
   *
   * @return the translation units as they were recorded
   */
  private List<Unit> record(ArticleAligner.Aligned aligned, Form form) {
    List<Unit> units = new ArrayList<>();
    try (OutputFile file =
        options.output.isStandardOutput() ? null : options.output.open(console)) {
      Consumer<List<Unit>> writeFile =
          written -> {
            units.addAll(written);
            if (file != null) {
              options.output.writeTo(
                  file,
                  out ->
                      options.data(form, Style.PLAIN).write(out, List.of(aligned.text()), written));
            }
          };
      if (options.noMemory) {
        writeFile.accept(unnamedUnits(aligned.text()));
      } else {
        try (Memory tm = options.memory.openForWriting(console)) {
          List<NewRevision> revision =
              List.of(Revisions.of(aligned, options.author(), options.settings()));
          messages.recorded(
              options.memory.path(console), tm.addRevisions(revision, writeFile).get(0));
        }
      }
      if (file != null) {
        file.publish();
        messages.wrote(options.output, form, aligned.text(), options.doubtful.exported(units));
      }
    }
    return units;
  }

  private void print(AlignedText text, List<Unit> units, Form form) {
    boolean toFile = !options.output.isStandardOutput();
    if (toFile ? options.printsBesideFile(form) : options.isAsked() || options.dryRun) {
      Form shown = toFile ? Form.TEXT : form;
      OutputOptions.toStandardOutput(
          console,
          out -> options.data(shown, common.style(console)).write(out, List.of(text), units));
    }
  }

  /** Units that no memory has given an id. */
  private List<Unit> unnamedUnits(AlignedText text) {
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return text.alignment().units(text.document(), options.author(), now);
  }
}
