package ballast.cli.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.Form;
import ballast.cli.option.Forms;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.format.table.TableFile;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;
import ballast.memory.UnitFilter;
import ballast.report.revision.ReviewHtml;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.Comparison;
import ballast.revise.RevisionReport;
import ballast.revise.TermProblems;
import ballast.revise.UnitVersions;
import ballast.workflow.revise.ReviewTable;
import ballast.workflow.revise.RevisionView;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast review export}: the sentences of a document for a reviewer. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Writes what has changed in a document as a table for a reviewer.",
      "A sentence a row: source, old, new, change, and room for a comment and an answer. ballast"
          + " review import takes the table back; .html is a page to read and to print. The"
          + " document as it is in the memory is compared with the revision before its last; one of"
          + " a single revision is written whole."
    },
    footer = {
      "",
      "Examples:",
      "  ballast review export tm/articles/ballast-stone -o changes.xlsx",
      "  ballast review export tm/articles/ballast-stone --since 1 --all -o review.html"
    })
final class ReviewExportCommand implements Callable<Integer> {

  /** The forms of a table to review. */
  static final class Offered extends Forms {
    Offered() {
      super(Form.XLSX, Form.CSV, Form.HTML);
    }
  }

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "DOCUMENT", description = "A document as tm list names it.")
  String document = "";

  @Option(
      names = "--since",
      paramLabel = "REV",
      description = "Compare with this revision; 1 is the first.")
  @Nullable Integer since;

  @Option(
      names = {"-a", "--all"},
      description = "Also the sentences that have not changed.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Offered.class,
      completionCandidates = Offered.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: by the extension of FILE, else csv.")
  @Nullable Form format;

  ReviewExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Form form = form();
    output.check(console);
    List<ReviewTable.Line> lines = new ArrayList<>();
    RevisionView view;
    try (Memory tm = memory.openForReading(console)) {
      view = view(tm, lines);
    }
    List<ReviewTable.Line> fitting =
        form == Form.HTML ? lines : lines.stream().filter(ReviewTable.Line::fits).toList();
    output.write(
        console,
        stream -> {
          switch (form) {
            case XLSX -> TableFile.writeXlsx(stream, ReviewTable.sheet(fitting));
            case CSV -> TableFile.writeCsv(stream, ReviewTable.sheet(fitting));
            case HTML -> {
              Writer out = new OutputStreamWriter(stream, UTF_8);
              ReviewHtml.write(out, view);
              out.flush();
            }
            default -> throw new IllegalStateException(form + " is not offered");
          }
        });
    lines.stream()
        .filter(line -> !fitting.contains(line))
        .forEach(line -> common.warn(console, tooLong(line)));
    common.say(console, EditMessages.count(fitting.size(), "sentence") + " to review");
    return ExitCode.OK;
  }

  private static String tooLong(ReviewTable.Line line) {
    return "unit " + line.unit().id() + " is longer than a cell can be and was left out";
  }

  private Form form() {
    Form form = format;
    if (form == null) {
      form = output.isStandardOutput() ? Form.CSV : new Offered().ofExtension(output.extension());
    }
    if (form == Form.XLSX) {
      output.requireFile("a workbook");
    }
    return form;
  }

  private RevisionView view(Memory tm, List<ReviewTable.Line> lines) {
    List<RevisionInfo> revisions = tm.revisions(document);
    int last = revisions.get(revisions.size() - 1).number();
    int from = since == null ? last - 1 : since;
    if (since != null && revisions.stream().noneMatch(r -> r.number() == from)) {
      throw new InputException(
          "\"" + document + "\" has no revision " + since,
          "it has revisions 1 to " + last + "; tm history lists them");
    }
    List<Unit> before = from == 0 ? List.of() : tm.unitsAt(document, from);
    List<Unit> after = new ArrayList<>();
    tm.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of(document)), after::add);
    List<Unit> any = after.isEmpty() ? before : after;
    Lang source = any.isEmpty() ? Lang.ZH_CN : any.get(0).sourceLang();
    Lang target = any.isEmpty() ? Lang.EN_US : any.get(0).targetLang();
    Lexicon words = Lexicon.bundledWhenNeeded();
    UnitVersions versions = UnitVersions.of(before, after, source, target, true, words);
    RevisionReport report =
        new Comparison(words, TermProblems.NONE)
            .compare(versions.old(), versions.revised(), versions.sources(), source);
    List<Change> shown = report.changes().stream().filter(this::isShown).toList();
    shown.forEach(change -> lines.add(line(change, before, after)));
    return new RevisionView(
        new RevisionView.Name(from == 0 ? "" : document + " revision " + from, target.tag()),
        new RevisionView.Name(document, target.tag()),
        source.tag(),
        report,
        shown);
  }

  /** A source that has changed and has no sentence is nothing that can be answered. */
  private boolean isShown(Change change) {
    boolean hasText = !change.old().text().isEmpty() || !change.revised().text().isEmpty();
    return hasText && (all || change.kind() != ChangeKind.UNCHANGED);
  }

  private static ReviewTable.Line line(Change change, List<Unit> before, List<Unit> after) {
    return new ReviewTable.Line(
        change,
        change.revised().text().isEmpty()
            ? before.get(change.old().position())
            : after.get(change.revised().position()));
  }
}
