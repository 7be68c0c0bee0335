package ballast.app.glossary;

import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.format.term.GlossaryWriter;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Exports glossaries as one, in the form of another program.
 *
 * <pre>{@code
 * List<Concept> concepts = Glossaries.OF_PROJECT.read(Workplace.in(folder), Notices.NONE);
 * try (var out = Files.newOutputStream(folder.resolve("terms.tbx"))) {
 *   GlossaryExport.Result result =
 *       new GlossaryExport()
 *           .write(new GlossaryExport.Request(concepts, GlossaryFormat.TBX, out));
 *   result.leftOut().forEach(System.out::println);
 * }
 * }</pre>
 */
public final class GlossaryExport {

  /**
   * A request for an export.
   *
   * @param concepts one per row, as in the glossaries
   * @param form form of the result
   * @param out receives the result; stays open
   */
  public record Request(List<Concept> concepts, GlossaryFormat form, OutputStream out) {
    public Request {
      concepts = List.copyOf(concepts);
    }
  }

  /**
   * The result of an export.
   *
   * @param concepts number of concepts
   * @param leftOut terms that the form cannot hold
   */
  public record Result(int concepts, List<LeftOutTerm> leftOut) {
    public Result {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Writes the concepts, or nothing if there are none.
   *
   * @throws IOException if they cannot be written
   */
  public Result write(Request request) throws IOException {
    List<Concept> concepts = Glossary.of(request.concepts()).concepts();
    return concepts.isEmpty()
        ? new Result(0, List.of())
        : new Result(
            concepts.size(), new GlossaryWriter().write(request.out(), request.form(), concepts));
  }
}
