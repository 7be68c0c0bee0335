package ballast.workflow.exchange;

import ballast.bitext.InputException;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.format.term.GlossaryWriter;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a file of terms in the form of another program.
 *
 * <pre>{@code
 * try (var out = Files.newOutputStream(folder.resolve("terms.tbx"))) {
 *   TermConversion.Result result =
 *       new TermConversion(Workplace.in(folder))
 *           .convert(new TermConversion.Request("glossary/terms.csv", GlossaryFormat.TBX), out);
 *   System.out.println(result.concepts() + " concepts; left out: " + result.leftOut());
 * }
 * }</pre>
 */
public final class TermConversion {

  /**
   * What is asked for.
   *
   * @param file TBX, Excel, CSV, TSV or a table of OmegaT's by extension, as a person calls it
   * @param format in which it is written
   */
  public record Request(String file, GlossaryFormat format) {}

  /**
   * What was done.
   *
   * @param concepts how many were written
   * @param leftOut what the form cannot hold, in words
   */
  public record Result(int concepts, List<String> leftOut) {

    public Result {
      leftOut = List.copyOf(leftOut);
    }
  }

  private final Workplace workplace;

  public TermConversion(Workplace workplace) {
    this.workplace = workplace;
  }

  /** As {@link #convert(Request, OutputStream, Consumer)}, telling nobody what was read. */
  public Result convert(Request request, OutputStream out) throws IOException {
    return convert(request, out, reading -> {});
  }

  /**
   * Converts the file.
   *
   * @param out stays open
   * @param read gets what was read, and with it what could not be used, before anything is written
   * @throws InputException if the file cannot be read, or has no term that could be taken
   */
  public Result convert(Request request, OutputStream out, Consumer<GlossaryReading> read)
      throws IOException {
    GlossaryReading reading =
        new GlossaryReader().read(workplace.resolve(request.file()), request.file());
    read.accept(reading);
    if (reading.concepts().isEmpty()) {
      throw new InputException(
          "cannot convert \"" + request.file() + "\": it has no term that could be taken",
          "look at the file");
    }
    List<String> leftOut = new GlossaryWriter().write(out, request.format(), reading.concepts());
    return new Result(reading.concepts().size(), leftOut);
  }
}
