package ballast.cli.diff;

import ballast.app.Notices;
import ballast.app.page.Form;
import ballast.app.project.NamedFiles;
import ballast.app.project.SavedInput;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.DiffOutput;
import ballast.app.revisions.DiffPage;
import ballast.app.revisions.DiffPages;
import ballast.app.revisions.FolderComparison;
import ballast.app.revisions.FolderComparison.SeveralVersions;
import ballast.app.revisions.FolderComparison.SeveralVersions.LoneVersion;
import ballast.app.revisions.RevisionComparison;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.DiffOptions;
import ballast.cli.option.DiffOptions.DiffFilter;
import ballast.cli.option.FileNames;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputCommand;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions.StandardInputOption;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.Memory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    description = {
      "Shows what a revision of a translation changed, sentence by sentence.",
      "Compares two files (text, HTML page, ${bundle:units}), the files of two folders, or two"
          + " revisions of a document in the memory, the last two if you name none; of three files,"
          + " a draft and two reviews, it shows who changed what; of two revisions, who made them,"
          + " and who changed a sentence in the memory between them. Exit status 1 when there are"
          + " differences."
    },
    footer = {
      "",
      "Examples:",
      "  ballast diff tm/articles/ballast-stone.en.txt tm/versions/ballast-stone.en.v2.txt",
      "  ballast diff article.en.txt tm/versions/ballast-stone.en.v2.txt --source article.zh.txt"
          + " -o changes.html",
      "  ballast diff draft final -o changes.html",
      "  ballast diff article.en.txt tm/articles/ballast-stone.en.txt"
          + " tm/versions/ballast-stone.en.v2.txt --names draft,Li,Wang"
    })
@MainOptions({"--source", "--git", "--output", "--only", "--fail-on"})
public final class DiffCommand extends OutputCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin DiffOptions reading = new DiffOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin DiffFilter filter = new DiffFilter();
  @Mixin StandardInputOption input = new StandardInputOption();
  @Mixin ReviewerOptions reviewers = new ReviewerOptions();

  @Parameters(
      paramLabel = "OLD NEW | DRAFT REVIEW1 REVIEW2 | DOCUMENT [REV1 REV2]",
      completionCandidates = FileNames.class,
      arity = "0..*",
      description =
          "Two files, or three; two folders or patterns of names, whose files of the same name are"
              + " compared; or a document with the name that tm list shows and two of its"
              + " revisions; with --git files and folders. - is standard input.")
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
      description =
          "Compare the files of this folder, or those named, with what they were in REV, a commit"
              + " of the git work tree.")
  @Nullable String git;

  @Option(
      names = "--pairs",
      paramLabel = "LIST",
      completionCandidates = FileNames.Lines.class,
      description =
          "Compare the files of this list, one pair a line: OLD, tab, NEW. UTF-8; names are"
              + " relative to the list's folder.")
  String pairs = "";

  @Option(
      names = "--accept-variant",
      description = "Take Chinese in the other script than asked for, or than its code says.")
  boolean acceptVariant;

  @Override
  public Integer call() {
    filter.check();
    output.isPage(form() == Form.HTML);
    output.check(console);
    if (acceptVariant) {
      reading.acceptVariants();
    }
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    DiffOutput out = new DiffOutput(form(), outputStyle(), now, imprint());
    if (out.form() == Form.XLSX) {
      output.requireFile("a workbook");
    }
    String revision = git;
    if (revision != null) {
      return compareSeveral(new FolderComparison.Commit(revision, names), out, revision);
    }
    return isOfSeveral() ? compareSeveral(out) : compare(out);
  }

  private boolean isOfSeveral() {
    NamedFiles files = new NamedFiles(console.workplace());
    return !pairs.isEmpty() || (names.size() == 2 && names.stream().allMatch(files::isOfSeveral));
  }

  private int compareSeveral(DiffOutput out) {
    reviewers.refuse();
    if (!pairs.isEmpty() && !names.isEmpty()) {
      throw new InputException(
          "--pairs names the files, and so does \"" + names.get(0) + "\"", "leave out one of them");
    }
    FolderComparison.Subject subject =
        pairs.isEmpty()
            ? new FolderComparison.Folders(names.get(0), names.get(1))
            : new FolderComparison.Listed(pairs);
    return compareSeveral(subject, out, pairs.isEmpty() ? names.get(0) : "");
  }

  private int compareSeveral(FolderComparison.Subject subject, DiffOutput out, String old) {
    FolderComparison comparison = new FolderComparison(console.workplace(), notices().aside());
    RevisionComparison.Options options = options();
    return new ManyVersions(out).print(to -> comparison.compare(subject, options, to), old);
  }

  private RevisionComparison.Options options() {
    return new RevisionComparison.Options(
        reading.reading(console),
        glossary.wanted(),
        filter.filter(),
        form() == Form.HTML ? DiffPage.MAX_ROWS : 0);
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
      compared = compareFiles(reviewers.apart).called(called);
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
    if (files) {
      refuseOneFolder();
    }
    if (files || (names.size() == 2 && isFile(first))) {
      return compareFiles(/* apart= */ false);
    }
    if (names.size() == 1 && isFile(first)) {
      throw new InputException(
          "\"" + first + "\" is a file, and there is nothing to compare it with",
          "ballast diff OLD NEW; a document's name is what tm list shows");
    }
    try (Memory tm = memory.openForReading(console)) {
      int from = names.size() > 1 ? revision(names.get(1)) : 0;
      int to = names.size() > 2 ? revision(names.get(2)) : 0;
      return compare(new RevisionComparison.Revisions(tm, first, List.of(from, to)));
    }
  }

  /** If one name is a folder, requires that the other exists. */
  private void refuseOneFolder() {
    NamedFiles files = new NamedFiles(console.workplace());
    if (names.stream().anyMatch(files::isOfSeveral)) {
      names.stream()
          .filter(name -> !files.isOfSeveral(name) && !isFile(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new InputException(
                    "there is no file or folder \"" + name + "\"", "check the name and the folder");
              });
    }
  }

  private RevisionComparison.Files files(boolean apart, @Nullable SavedInput saved) {
    return new RevisionComparison.Files(
        names.stream().map(name -> file(name, saved)).toList(), apart);
  }

  private static VersionFile file(String name, @Nullable SavedInput saved) {
    return saved != null && name.equals("-")
        ? new VersionFile(saved.name(), saved.file().toString())
        : VersionFile.of(name);
  }

  private ComparedVersions compareFiles(boolean apart) {
    if (!names.contains("-")) {
      return compare(files(apart, null));
    }
    try (@Nullable SavedInput saved = input.save(console)) {
      return compare(files(apart, saved));
    }
  }

  private ComparedVersions compare(RevisionComparison.Subject subject) {
    return new RevisionComparison(console.workplace(), notices().aside())
        .compare(subject, options());
  }

  private Form form() {
    if (format != null) {
      return format;
    }
    return output.isStandardOutput() ? Form.TEXT : new DiffForms().ofExtension(output.extension());
  }

  /** Whether three names are files. If possible they are read as a document and two revisions. */
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

  /** The options of {@code ballast diff} for two reviews. */
  private static final class ReviewerOptions {

    @Option(
        names = "--names",
        paramLabel = "NAME,NAME,NAME",
        split = ",",
        description =
            "What to call draft and reviews, or the reviews alone. Default: the names of the"
                + " files.")
    List<String> given = List.of();

    @Option(
        names = "--apart",
        description =
            "Both reviews are of the draft; else REVIEW2 is of REVIEW1, and may undo what it did.")
    boolean apart;

    /**
     * @throws InputException if an option for three versions was given
     */
    void refuse() {
      if (apart || !given.isEmpty()) {
        throw new InputException(
            (apart ? "--apart" : "--names") + " is for a draft and two reviews",
            "ballast diff DRAFT REVIEW1 REVIEW2");
      }
    }

    /** Returns the names of the draft and of the two reviews. */
    List<String> names(List<String> files) {
      if (!given.isEmpty()) {
        if (given.size() < 2 || given.size() > 3 || given.stream().anyMatch(String::isBlank)) {
          throw new InputException(
              "--names takes three names, or two for the reviews", "--names draft,Li,Wang");
        }
        return given.size() == 3 ? given : List.of("draft", given.get(0), given.get(1));
      }
      List<String> names = files.stream().map(ReviewerOptions::last).toList();
      return new HashSet<>(names).size() == 3 ? names : files;
    }

    private static String last(String file) {
      return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
  }

  private static final class DiffForms extends Forms {

    DiffForms() {
      super(Form.TEXT, Form.JSON, Form.CSV, Form.XLSX, Form.HTML, Form.TMX, Form.XLIFF);
    }
  }

  /** Prints the changes of several files as one report. */
  private final class ManyVersions {

    private final DiffOutput form;
    private final List<LoneVersion> alone = new ArrayList<>();
    private int status = ExitCode.OK;
    private int changed;
    private int unreadable;

    ManyVersions(DiffOutput form) {
      this.form = form;
    }

    /** Compares files one at a time. */
    interface Work {
      /** Passes each pair of files to {@code to}, and returns the number of pairs. */
      int compare(SeveralVersions to);
    }

    /**
     * @param old name of the old versions, for a page
     * @return the exit status
     * @throws ballast.bitext.InputException if the form cannot hold several files
     */
    int print(Work work, String old) {
      if (form.form() == Form.HTML) {
        output.requireFile("the pages of several files");
        DiffPages pages =
            new DiffPages(console.resolve(output.file()), output.force, form.imprint());
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

    /** Counts the files that it passes on. */
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
        notices().aside().pause();
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
      Notices notices = notices().aside();
      notices.say(total(files, old));
      if (!output.isStandardOutput()) {
        alone.forEach(
            version -> notices.warn("%s is left out: %s", version.file(), version.reason()));
      }
      return status;
    }

    private String total(int files, String old) {
      String single = CountedNoun.of(alone.size(), "file is", "files are") + " in one version only";
      if (files == 0) {
        return alone.isEmpty() ? "no translation differs from " + old : single;
      }
      return "%s compared: %s%s%s"
          .formatted(
              CountedNoun.of(files - unreadable, "file was", "files were"),
              changed == 0 ? "none has changes" : changed + " with changes",
              unreadable == 0 ? "" : "; " + unreadable + " could not be compared",
              alone.isEmpty() ? "" : "; " + single);
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
}
