package ballast.workflow.glossary;

import ballast.bitext.InputException;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.format.term.GlossaryWriter;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a glossary file in another form, row by row.
 *
 * <pre>{@code
 * try (var out = Files.newOutputStream(folder.resolve("terms.tbx"))) {
 *   GlossaryExport.Result result =
 *       new GlossaryConversion(Workplace.in(folder), Notices.NONE)
 *           .convert(
 *               new GlossaryConversion.Request("glossary/terms.csv", GlossaryFormat.TBX, out));
 *   System.out.println(result.concepts());
 * }
 * }</pre>
 */
public final class GlossaryConversion {

  private static final int MAX_SHOWN_PROBLEMS = 20;

  private final Workplace workplace;
  private final Notices notices;

  /**
   * Converts files of the workplace.
   *
   * @param notices is warned of rows that cannot be used
   */
  public GlossaryConversion(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * A conversion.
   *
   * @param from a glossary file, as the user gave it
   * @param form into which form
   * @param out where to; stays open
   */
  public record Request(String from, GlossaryFormat form, OutputStream out) {}

  /**
   * Reads and writes.
   *
   * @throws InputException if the file cannot be read or has no term
   * @throws IOException if the other form cannot be written
   */
  public GlossaryExport.Result convert(Request request) throws IOException {
    String from = request.from();
    GlossaryReading reading = new GlossaryReader().read(workplace.resolve(from), from);
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
    return new GlossaryExport.Result(
        reading.concepts().size(),
        new GlossaryWriter().write(request.out(), request.form(), reading.concepts()));
  }
}
