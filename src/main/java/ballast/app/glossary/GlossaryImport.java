package ballast.app.glossary;

import ballast.app.Workplace;
import ballast.app.page.Json;
import ballast.app.project.FilesInUse;
import ballast.app.project.Project;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.format.term.GlossaryWriter;
import ballast.glossary.Concept;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Imports glossaries of other programs as a CSV glossary of the project. Each entry keeps its
 * original file and line.
 *
 * <pre>{@code
 * GlossaryImport.Result result =
 *     new GlossaryImport(Workplace.in(folder))
 *         .take(GlossaryImport.Request.of(List.of("glossary/terms.csv")).to("new/terms.csv"));
 * result.files().forEach(file -> System.out.println(file.reading().concepts().size()));
 * }</pre>
 */
public final class GlossaryImport {

  private final Workplace workplace;

  public GlossaryImport(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * A request for an import.
   *
   * @param files glossaries, as the user gave them; at least one
   * @param output the CSV file to write; empty for one in the project's glossary folder with the
   *     name of the first of {@code files}
   * @param replacing whether an existing file is overwritten
   * @param strict whether to write nothing if an entry or a column is unusable
   * @param dryRun whether to write nothing at all
   */
  public record Request(
      List<String> files, String output, boolean replacing, boolean strict, boolean dryRun) {
    public Request {
      files = List.copyOf(files);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("no files");
      }
    }

    /** Writes a new file in the project's glossary folder, skipping unusable entries. */
    public static Request of(List<String> files) {
      return new Request(files, "", /* replacing= */ false, /* strict= */ false, false);
    }

    /** Returns the same request with this output. */
    public Request to(String file) {
      return new Request(files, file, replacing, strict, dryRun);
    }
  }

  /**
   * The contents of a file.
   *
   * @param reading its entries, and the reasons for unusable ones
   */
  public record Taken(String file, GlossaryReading reading) {

    /**
     * Describes the first unusable row or column of the file with its line; empty if there is none.
     */
    public Optional<String> leftOut() {
      Stream<String> rows =
          reading.problems().stream()
              .map(problem -> "line " + problem.where().line() + ": " + problem.reason());
      Stream<String> columns =
          reading.contents().unused().stream()
              .filter(column -> !column.isBookkeeping())
              .map(column -> "line " + column.where().line() + ": " + column);
      return Stream.concat(columns, rows).findFirst();
    }
  }

  /**
   * The result of an import.
   *
   * @param files the contents of each file
   * @param refused the first file with an unusable entry, if the request is strict; nothing is
   *     written then
   * @param written the written file; empty if none
   */
  public record Result(List<Taken> files, Optional<Taken> refused, Optional<Path> written) {
    public Result {
      files = List.copyOf(files);
    }

    /** Returns the number of usable entries. */
    public int entries() {
      return files.stream().mapToInt(file -> file.reading().concepts().size()).sum();
    }
  }

  /**
   * Reads all files, then writes.
   *
   * @throws InputException if a file cannot be read, or the output is not a CSV file or may not be
   *     overwritten
   */
  public Result take(Request request) {
    Path target = target(request);
    if (!request.dryRun()) {
      OutputFile.check(target, request.replacing());
      new FilesInUse(request.files(), List.of(), /* keepsGlossaries= */ false)
          .refuse(workplace.shown(target), workplace);
    }
    List<Taken> files = new ArrayList<>();
    List<Concept> concepts = new ArrayList<>();
    for (String file : request.files()) {
      GlossaryReading reading = new GlossaryReader().readUsable(workplace.resolve(file), file);
      concepts.addAll(reading.concepts());
      files.add(new Taken(file, reading));
    }
    Optional<Taken> refused =
        files.stream().filter(file -> request.strict() && file.leftOut().isPresent()).findFirst();
    boolean writes = !request.dryRun() && refused.isEmpty() && !concepts.isEmpty();
    if (writes) {
      write(target, concepts, request.replacing());
    }
    return new Result(files, refused, writes ? Optional.of(target) : Optional.empty());
  }

  private Path target(Request request) {
    String output = request.output();
    if (!output.isEmpty()) {
      if (!output.endsWith(".csv")) {
        throw new InputException(
            "cannot write \"" + output + "\": the project's glossaries are CSV files",
            "choose a name that ends in .csv; ballast glossary export writes other formats");
      }
      return workplace.resolve(output);
    }
    Path directory = workplace.directory();
    Path folder = Project.glossary(directory).orElse(directory.resolve("glossary"));
    String name = String.valueOf(workplace.resolve(request.files().get(0)).getFileName());
    int dot = name.lastIndexOf('.');
    return folder.resolve((dot <= 0 ? name : name.substring(0, dot)) + ".csv");
  }

  private static void write(Path target, List<Concept> concepts, boolean replacing) {
    try {
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (OutputFile file = OutputFile.create(target, replacing)) {
        new GlossaryWriter().withOrigins().write(file.stream(), GlossaryFormat.CSV, concepts);
        file.finish();
        file.publish();
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(target, e);
    }
  }

  /**
   * The result of {@code ballast glossary import} for one file.
   *
   * @param concepts number of imported entries
   * @param skipped number of skipped entries
   * @param problems the reasons, up to a limit
   */
  public record GlossaryImportReport(
      String file,
      GlossaryReading.Contents contents,
      int concepts,
      int skipped,
      List<Problem> problems) {

    /**
     * Why an entry was skipped.
     *
     * @param line 1-based
     * @param reason in words
     */
    public record Problem(int line, String reason) {}

    public GlossaryImportReport {
      problems = List.copyOf(problems);
    }

    public static GlossaryImportReport of(GlossaryImport.Taken taken) {
      GlossaryReading reading = taken.reading();
      return new GlossaryImportReport(
          taken.file(),
          reading.contents(),
          reading.concepts().size(),
          reading.unusable(),
          reading.problems().stream()
              .map(problem -> new Problem(problem.where().line(), problem.reason()))
              .toList());
    }

    /** Returns for example {@code 1 entry} or {@code 12 entries}. */
    public static String entries(int count) {
      return CountedNoun.of(count, "entry", "entries");
    }

    /**
     * Returns the counts and problems as lines of text.
     *
     * @param limit maximum number of problems listed
     */
    public List<String> lines(int limit) {
      List<String> lines = new ArrayList<>();
      String languages =
          contents.terms().entrySet().stream()
              .map(
                  count ->
                      count.getValue()
                          + " "
                          + (count.getKey().isEmpty() ? "without language" : count.getKey()))
              .collect(Collectors.joining(", "));
      lines.add(
          file
              + ": "
              + contents.format()
              + ", "
              + entries(contents.entries())
              + (languages.isEmpty() ? "" : " (terms: " + languages + ")")
              + "; "
              + concepts
              + " taken"
              + left());
      contents.unused().forEach(column -> lines.add("  " + column));
      for (Problem problem : problems.subList(0, Math.min(limit, problems.size()))) {
        lines.add("  line " + problem.line() + ": skipped: " + problem.reason());
      }
      if (skipped > limit) {
        lines.add("  and " + (skipped - Math.min(limit, problems.size())) + " more; -v names them");
      }
      return lines;
    }

    /** Describes what was skipped. Cells of an unused column do not count as "0 skipped". */
    private String left() {
      List<UnusedColumn> unused = contents.unused();
      int cells = unused.stream().mapToInt(UnusedColumn::cells).sum();
      return (skipped > 0 || unused.isEmpty() ? ", " + skipped + " skipped" : "")
          + (unused.isEmpty()
              ? ""
              : ", "
                  + CountedNoun.of(cells, "cell")
                  + " in "
                  + CountedNoun.of(unused.size(), "column")
                  + " not used");
    }

    /** {@code ballast glossary import --json}. */
    public static void writeJson(Writer out, List<GlossaryImportReport> reports, boolean dryRun)
        throws IOException {
      try (Json json = Json.line(out)) {
        json.put("dryRun", dryRun);
        json.put("concepts", reports.stream().mapToInt(GlossaryImportReport::concepts).sum());
        json.put("skipped", reports.stream().mapToInt(GlossaryImportReport::skipped).sum());
        json.array("files");
        for (GlossaryImportReport report : reports) {
          report.write(json);
        }
        json.end();
      }
    }

    private void write(Json json) throws IOException {
      json.object();
      json.put("file", file);
      json.put("format", contents.format());
      json.put("entries", contents.entries());
      json.object("terms");
      for (Map.Entry<String, Integer> count : contents.terms().entrySet()) {
        json.put(count.getKey(), count.getValue());
      }
      json.end();
      json.put("concepts", concepts);
      json.put("skipped", skipped);
      json.array("problems");
      for (Problem problem : problems) {
        json.object();
        json.put("line", problem.line());
        json.put("reason", problem.reason());
        json.end();
      }
      json.end();
      json.array("unused");
      for (UnusedColumn column : contents.unused()) {
        json.object().put("column", column.head()).put("number", column.number());
        json.put("line", column.where().line())
            .put("cells", column.cells())
            .put("hint", column.hint())
            .end();
      }
      json.end();
      json.end();
    }
  }
}
