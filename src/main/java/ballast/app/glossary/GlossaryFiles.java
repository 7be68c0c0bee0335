package ballast.app.glossary;

import ballast.app.Notices;
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
import ballast.format.term.GlossaryTableWriter;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import java.io.IOException;
import java.io.OutputStream;
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
 * Exports, converts and imports glossary files.
 *
 * <pre>{@code
 * GlossaryFiles files = new GlossaryFiles(Workplace.in(folder), Notices.NONE);
 * try (var out = Files.newOutputStream(folder.resolve("terms.tbx"))) {
 *   GlossaryFiles.Converted result =
 *       files.convert("glossary/terms.csv", GlossaryFormat.TBX, out);
 *   System.out.println(result.written().concepts());
 * }
 * GlossaryFiles.Imported imported =
 *     files.importAll(List.of("terms.tbx"), "new/terms.csv", false, false, false);
 * System.out.println(imported.entries());
 * }</pre>
 *
 * @param notices receives warnings about unusable rows of a converted file
 */
public record GlossaryFiles(Workplace workplace, Notices notices) {

  private static final int MAX_SHOWN_PROBLEMS = 20;

  /**
   * A written glossary.
   *
   * @param leftOut terms that the form cannot hold
   */
  public record Written(int concepts, List<LeftOutTerm> leftOut) {

    public static final Written NOTHING = new Written(0, List.of());

    public Written {
      leftOut = List.copyOf(leftOut);
    }

    /**
     * {@code glossary export --json}, specified in {@code src/site/markdown/json.md}.
     *
     * @param file as the user named it; empty if nothing was written
     */
    public void writeJson(Writer out, String file, GlossaryFormat format) throws IOException {
      try (Json json = Json.line(out)) {
        write(json, file, format);
      }
    }

    private void write(Json json, String file, GlossaryFormat format) throws IOException {
      json.put("file", file).put("format", format.toString()).put("concepts", concepts);
      json.array("leftOut");
      for (LeftOutTerm term : leftOut) {
        json.object().put("concept", term.concept()).put("term", term.term());
        json.put("reason", term.reason()).end();
      }
      json.end();
    }
  }

  /**
   * Writes concepts as one glossary, or nothing if there are none.
   *
   * @param rows one concept per row, as in the glossaries
   * @param out receives the result; stays open
   */
  public static Written export(List<Concept> rows, GlossaryFormat form, OutputStream out)
      throws IOException {
    List<Concept> concepts = Glossary.of(rows).concepts();
    return concepts.isEmpty()
        ? Written.NOTHING
        : new Written(concepts.size(), form.write(out, concepts));
  }

  /**
   * A converted file.
   *
   * @param skipped number of unusable rows or entries
   * @param problems the reasons, the first 1,000, in file order
   */
  public record Converted(Written written, int skipped, List<GlossaryReading.Problem> problems) {

    public Converted {
      problems = List.copyOf(problems);
    }

    /** {@code convert --json}, for terms. */
    public void writeJson(Writer out, String input, String file, GlossaryFormat format)
        throws IOException {
      try (Json json = Json.line(out)) {
        json.put("input", input);
        written.write(json, file, format);
        json.put("skipped", skipped);
        writeProblems(json, problems);
      }
    }
  }

  /**
   * Converts a glossary file to another form, row by row.
   *
   * @param out receives the result; stays open
   * @throws InputException if the file cannot be read or has no term
   * @throws IOException if the other form cannot be written
   */
  public Converted convert(String from, GlossaryFormat form, OutputStream out) throws IOException {
    GlossaryReading reading = GlossaryReader.read(workplace.resolve(from), from);
    reading.contents().unused().forEach(column -> notices.warn(from + ": " + column));
    int shown = notices.wantsDetails() ? reading.problems().size() : MAX_SHOWN_PROBLEMS;
    reading.problems().stream()
        .limit(shown)
        .forEach(problem -> notices.warn(problem + ", left out"));
    if (reading.unusable() > shown) {
      notices.warn("left out " + (reading.unusable() - shown) + " more; -v names them");
    }
    if (reading.concepts().isEmpty()) {
      throw new InputException(
          "cannot convert \"" + from + "\": it has no usable term", "check the file");
    }
    List<LeftOutTerm> leftOut = form.write(out, reading.concepts());
    return new Converted(
        new Written(reading.concepts().size(), leftOut), reading.unusable(), reading.problems());
  }

  /** An imported file: its entries, and the reasons for unusable ones. */
  public record ImportedFile(String file, GlossaryReading reading) {

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

    /** Returns the counts and problems as lines of text. */
    public List<String> lines(int limit) {
      GlossaryReading.Contents contents = reading.contents();
      String languages =
          contents.terms().entrySet().stream()
              .map(
                  count ->
                      count.getValue()
                          + " "
                          + (count.getKey().isEmpty() ? "without language" : count.getKey()))
              .collect(Collectors.joining(", "));
      List<String> lines = new ArrayList<>();
      lines.add(
          "%s: %s, %s%s; %s taken%s"
              .formatted(
                  file,
                  contents.format(),
                  Imported.entries(contents.entries()),
                  languages.isEmpty() ? "" : " (terms: " + languages + ")",
                  reading.concepts().size(),
                  skipped()));
      contents.unused().forEach(column -> lines.add("  " + column));
      int listed = Math.min(limit, reading.problems().size());
      for (GlossaryReading.Problem problem : reading.problems().subList(0, listed)) {
        lines.add("  line " + problem.where().line() + ": skipped: " + problem.reason());
      }
      if (reading.unusable() > limit) {
        lines.add("  and " + (reading.unusable() - listed) + " more; -v names them");
      }
      return lines;
    }

    /** Describes what was skipped. Cells of an unused column do not count as "0 skipped". */
    private String skipped() {
      List<UnusedColumn> unused = reading.contents().unused();
      int cells = unused.stream().mapToInt(UnusedColumn::cells).sum();
      int skipped = reading.unusable();
      return (skipped > 0 || unused.isEmpty() ? ", " + skipped + " skipped" : "")
          + (unused.isEmpty()
              ? ""
              : ", %s in %s not used"
                  .formatted(
                      CountedNoun.of(cells, "cell"), CountedNoun.of(unused.size(), "column")));
    }

    private void write(Json json) throws IOException {
      GlossaryReading.Contents contents = reading.contents();
      json.object().put("file", file);
      json.put("format", contents.format()).put("entries", contents.entries());
      json.object("terms");
      for (Map.Entry<String, Integer> count : contents.terms().entrySet()) {
        json.put(count.getKey(), count.getValue());
      }
      json.end();
      json.put("concepts", reading.concepts().size()).put("skipped", reading.unusable());
      writeProblems(json, reading.problems());
      json.array("unused");
      for (UnusedColumn column : contents.unused()) {
        json.object().put("column", column.head()).put("number", column.number());
        json.put("line", column.where().line()).put("cells", column.cells());
        json.put("hint", column.hint()).end();
      }
      json.end();
      json.end();
    }
  }

  private static void writeProblems(Json json, List<GlossaryReading.Problem> problems)
      throws IOException {
    json.array("problems");
    for (GlossaryReading.Problem problem : problems) {
      json.object().put("line", problem.where().line()).put("reason", problem.reason()).end();
    }
    json.end();
  }

  /**
   * The result of an import.
   *
   * @param refused the first file with an unusable entry, if the import was strict; nothing is
   *     written then
   * @param written the written file; empty if none
   */
  public record Imported(
      List<ImportedFile> files, Optional<ImportedFile> refused, Optional<Path> written) {

    public Imported {
      files = List.copyOf(files);
    }

    /** Returns the number of usable entries, for example {@code 12 entries}. */
    public String entries() {
      return entries(concepts());
    }

    private static String entries(int count) {
      return CountedNoun.of(count, "entry", "entries");
    }

    private int concepts() {
      return files.stream().mapToInt(file -> file.reading().concepts().size()).sum();
    }

    /** {@code glossary import --json}. */
    public void writeJson(Writer out, boolean dryRun) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("dryRun", dryRun).put("concepts", concepts());
        json.put("skipped", files.stream().mapToInt(file -> file.reading().unusable()).sum());
        json.array("files");
        for (ImportedFile file : files) {
          file.write(json);
        }
        json.end();
      }
    }
  }

  /**
   * Imports glossaries of other programs as a CSV glossary of the project. Reads all files, then
   * writes. Each entry keeps its original file and line.
   *
   * @param files as the user gave them; at least one
   * @param output the CSV file to write; empty for one in the project's glossary folder with the
   *     name of the first of {@code files}
   * @param replacing whether an existing file is overwritten
   * @param strict whether to write nothing if an entry or a column is unusable
   * @param dryRun whether to write nothing at all
   * @throws InputException if a file cannot be read, or the output is not a CSV file or may not be
   *     overwritten
   */
  public Imported importAll(
      List<String> files, String output, boolean replacing, boolean strict, boolean dryRun) {
    Path target = target(files.get(0), output);
    if (!dryRun) {
      OutputFile.check(target, replacing);
      new FilesInUse(files, List.of(), /* keepsGlossaries= */ false)
          .refuse(workplace.shown(target), workplace);
    }
    List<ImportedFile> read = new ArrayList<>();
    List<Concept> concepts = new ArrayList<>();
    for (String file : files) {
      GlossaryReading reading = GlossaryReader.readUsable(workplace.resolve(file), file);
      concepts.addAll(reading.concepts());
      read.add(new ImportedFile(file, reading));
    }
    Optional<ImportedFile> refused =
        read.stream().filter(file -> strict && file.leftOut().isPresent()).findFirst();
    boolean writes = !dryRun && refused.isEmpty() && !concepts.isEmpty();
    if (writes) {
      write(target, concepts, replacing);
    }
    return new Imported(read, refused, writes ? Optional.of(target) : Optional.empty());
  }

  private Path target(String first, String output) {
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
    String name = String.valueOf(workplace.resolve(first).getFileName());
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
        new GlossaryTableWriter(/* origins= */ true).write(file.stream(), ',', concepts);
        file.finish();
        file.publish();
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(target, e);
    }
  }
}
