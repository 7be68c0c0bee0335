package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.page.Json;
import ballast.bitext.InputException;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.format.term.GlossaryWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;

/**
 * Converts a glossary file to another form, row by row.
 *
 * <pre>{@code
 * try (var out = Files.newOutputStream(folder.resolve("terms.tbx"))) {
 *   GlossaryConversion.Result result =
 *       new GlossaryConversion(Workplace.in(folder), Notices.NONE)
 *           .convert(
 *               new GlossaryConversion.Request("glossary/terms.csv", GlossaryFormat.TBX, out));
 *   System.out.println(result.written().concepts());
 * }
 * }</pre>
 */
public final class GlossaryConversion {

  private static final int MAX_SHOWN_PROBLEMS = 20;

  private final Workplace workplace;
  private final Notices notices;

  /**
   * @param notices receives warnings about unusable rows
   */
  public GlossaryConversion(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * A conversion.
   *
   * @param from a glossary file, as the user gave it
   * @param form form of the result
   * @param out receives the result; stays open
   */
  public record Request(String from, GlossaryFormat form, OutputStream out) {}

  /**
   * The result of a conversion.
   *
   * @param skipped number of unusable rows or entries
   * @param problems the reasons, the first 1,000, in file order
   */
  public record Result(
      GlossaryExport.Result written, int skipped, List<GlossaryReading.Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads and writes.
   *
   * @throws InputException if the file cannot be read or has no term
   * @throws IOException if the other form cannot be written
   */
  public Result convert(Request request) throws IOException {
    String from = request.from();
    GlossaryReading reading = new GlossaryReader().read(workplace.resolve(from), from);
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
    List<LeftOutTerm> leftOut =
        new GlossaryWriter().write(request.out(), request.form(), reading.concepts());
    return new Result(
        new GlossaryExport.Result(reading.concepts().size(), leftOut),
        reading.unusable(),
        reading.problems());
  }

  /** Describes a written glossary file as JSON specified in {@code src/site/markdown/json.md}. */
  public static final class GlossaryFileJson {

    private GlossaryFileJson() {}

    /**
     * {@code glossary export --json}.
     *
     * @param file as the user named it; empty if nothing was written
     */
    public static void writeExport(
        Writer out, String file, GlossaryFormat format, GlossaryExport.Result result)
        throws IOException {
      try (Json json = Json.line(out)) {
        writeFile(json, file, format, result);
      }
    }

    /**
     * {@code convert --json}, for terms.
     *
     * @param input the file that was read, as the user named it
     * @param file the file that was written
     */
    public static void writeConversion(
        Writer out,
        String input,
        String file,
        GlossaryFormat format,
        GlossaryConversion.Result result)
        throws IOException {
      try (Json json = Json.line(out)) {
        json.put("input", input);
        writeFile(json, file, format, result.written());
        json.put("skipped", result.skipped()).array("problems");
        for (GlossaryReading.Problem problem : result.problems()) {
          json.object().put("line", problem.where().line()).put("reason", problem.reason()).end();
        }
        json.end();
      }
    }

    private static void writeFile(
        Json json, String file, GlossaryFormat format, GlossaryExport.Result result)
        throws IOException {
      json.put("file", file).put("format", format.toString()).put("concepts", result.concepts());
      json.array("leftOut");
      for (LeftOutTerm term : result.leftOut()) {
        json.object().put("concept", term.concept()).put("term", term.term());
        json.put("reason", term.reason()).end();
      }
      json.end();
    }
  }
}
