package ballast.cli.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.cli.option.DiffFilter;
import ballast.cli.option.DiffReading;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MainOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.memory.Memory;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.report.revision.DiffHtml;
import ballast.report.revision.DiffOutput;
import ballast.workflow.Notices;
import ballast.workflow.revise.CommitComparison;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.RevisionComparison;
import ballast.workflow.revise.VersionFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast diff}: shows what a revision changed. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Shows what a revision of a translation changed, sentence by sentence.",
      "Compares two files (text, HTML page, ${bundle:units}), or two revisions of a document in"
          + " the memory, the last two if you name none; of three files, a draft and two reviews,"
          + " it shows who changed what. Exit status 1 when there are differences."
    },
    footer = {
      "",
      "Examples:",
      "  ballast diff tm/articles/ballast-stone.en.txt tm/articles/ballast-stone.en.v2.txt",
      "  ballast diff article.en.txt tm/articles/ballast-stone.en.v2.txt --source article.zh.txt"
          + " -o changes.html",
      "  ballast diff article.en.txt tm/articles/ballast-stone.en.txt"
          + " tm/articles/ballast-stone.en.v2.txt --names draft,Li,Wang"
    })
@MainOptions({"--source", "--git", "--output", "--only", "--fail-on"})
public final class DiffCommand implements Callable<Integer> {

  private final Console console;

  @Mixin DiffReading reading = new DiffReading();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin DiffFilter filter = new DiffFilter();
  @Mixin ReviewerOptions reviewers = new ReviewerOptions();

  @Parameters(
      paramLabel = "OLD NEW | DRAFT REVIEW1 REVIEW2 | DOCUMENT [REV1 REV2]",
      arity = "0..*",
      description =
          "Two files, or three; or a document with the name that tm list shows and two of its"
              + " revisions; with --git files and folders.")
  List<String> names = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = DiffForms.class,
      completionCandidates = DiffForms.class,
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: by the extension of FILE, else text.")
  @Nullable Form format;

  @Option(
      names = "--git",
      paramLabel = "REV",
      description = "Compare the files of the git work tree with what they were in REV.")
  @Nullable String git;

  @Option(
      names = "--accept-variant",
      description = "Take traditional Chinese for simplified, and the other way round.")
  boolean acceptVariant;

  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    filter.check();
    output.check(console);
    if (acceptVariant) {
      reading.acceptVariants();
    }
    Style style = output.isStandardOutput() ? reading.common().style(console) : Style.PLAIN;
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    DiffOutput out = new DiffOutput(form(), style, now);
    if (out.form() == Form.XLSX) {
      output.requireFile("a workbook");
    }
    return git == null ? compare(out) : compareWithCommit(out, git);
  }

  private int compare(DiffOutput out) {
    if (names.isEmpty() || names.size() > 3) {
      throw new InputException(
          names.isEmpty() ? "nothing to compare" : names.size() + " names are too many",
          "ballast diff OLD NEW, or ballast diff DOCUMENT [REV1 REV2]");
    }
    ComparedVersions compared;
    if (names.size() == 3 && areFiles()) {
      filter.refuseAllButAll();
      out.requireTwoReviews();
      List<String> called = reviewers.names(names);
      compared = compare(files(reviewers.apart)).called(called);
    } else {
      reviewers.refuse();
      compared = compareTwo();
    }
    output.write(console, stream -> out.write(stream, compared));
    return filter.status(compared);
  }

  private ComparedVersions compareTwo() {
    String first = names.get(0);
    boolean files = names.size() == 2 && !isRevision(names.get(1));
    if (files || (names.size() == 2 && isFile(first))) {
      return compare(files(/* apart= */ false));
    }
    if (names.size() == 1 && isFile(first)) {
      throw new InputException(
          "\"" + first + "\" is a file, and there is nothing to compare it with",
          "ballast diff OLD NEW; a document's name is what tm list shows");
    }
    try (Memory tm = memory.openForReading(console)) {
      int from = names.size() > 1 ? revision(names.get(1)) : 0;
      int to = names.size() > 2 ? revision(names.get(2)) : 0;
      return compare(new RevisionComparison.Revisions(tm, first, from, to));
    }
  }

  private RevisionComparison.Files files(boolean apart) {
    return new RevisionComparison.Files(names.stream().map(VersionFile::of).toList(), apart);
  }

  private ComparedVersions compare(RevisionComparison.Subject subject) {
    return new RevisionComparison(console.workplace(), reading.common().notices(console).aside())
        .compare(
            new RevisionComparison.Request(
                subject, reading.reading(console), glossary.wanted(), filter.filter(), maxWhole()));
  }

  private int maxWhole() {
    return form() == Form.HTML ? DiffHtml.MAX_ROWS : 0;
  }

  private int compareWithCommit(DiffOutput out, String revision) {
    if (out.form() != Form.TEXT && out.form() != Form.JSON) {
      throw new InputException(
          "--git writes text or JSON only", "compare two files for " + out.form());
    }
    int[] status = {ExitCode.OK};
    CommitComparison.Request request =
        new CommitComparison.Request(
            revision, names, reading.reading(console), glossary.wanted(), filter.filter());
    Notices notices = reading.common().notices(console).aside();
    output.write(
        console,
        stream -> {
          int files =
              new CommitComparison(console.workplace(), notices)
                  .compare(
                      request,
                      (path, compared) -> {
                        status[0] = Math.max(status[0], filter.status(compared));
                        writeFile(out, stream, compared, path);
                      });
          if (files == 0) {
            notices.say("no translation differs from " + revision);
          }
        });
    return status[0];
  }

  private static void writeFile(
      DiffOutput out, OutputStream stream, ComparedVersions compared, String name) {
    try {
      if (out.form() == Form.TEXT) {
        String head = "== " + name.replaceAll("\\p{Cntrl}", "?") + " ==\n\n";
        stream.write(head.getBytes(UTF_8));
      }
      out.write(stream, compared);
      if (out.form() == Form.TEXT) {
        stream.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Form form() {
    if (format != null) {
      return format;
    }
    return output.isStandardOutput() ? Form.TEXT : new DiffForms().ofExtension(output.extension());
  }

  /** Three names are read as a document and two revisions if possible. */
  private boolean areFiles() {
    return isFile(names.get(0)) || (!isRevision(names.get(1)) && !isRevision(names.get(2)));
  }

  private boolean isFile(String name) {
    return name.equals("-") || Files.exists(console.resolve(name));
  }

  private static boolean isRevision(String name) {
    return name.matches("[0-9]{1,9}");
  }

  private static int revision(String number) {
    if (isRevision(number) && Integer.parseInt(number) > 0) {
      return Integer.parseInt(number);
    }
    throw new InputException(
        "\"" + number + "\" is not the number of a revision", "1 is a document's first revision");
  }
}
