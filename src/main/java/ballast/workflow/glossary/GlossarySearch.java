package ballast.workflow.glossary;

import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks a term up in glossaries.
 *
 * <pre>{@code
 * List<Concept> concepts = Glossaries.OF_PROJECT.read(Workplace.in(folder), Notices.NONE);
 * GlossarySearch.Result result =
 *     new GlossarySearch().search(new GlossarySearch.Request(concepts, "ballast", 20));
 * result.concepts().forEach(concept -> System.out.println(concept.zhForms()));
 * }</pre>
 */
public final class GlossarySearch {

  /**
   * A request for a search.
   *
   * @param concepts one a row, as they stand in the glossaries
   * @param text a term or a part of one, or an id; case and width do not matter
   * @param limit how many concepts are wanted, at least 1
   */
  public record Request(List<Concept> concepts, String text, int limit) {
    public Request {
      concepts = List.copyOf(concepts);
    }
  }

  /**
   * The concepts that were found.
   *
   * @param concepts concepts with the text as a whole term come first
   * @param found how many there are, including those beyond the limit
   */
  public record Result(List<Concept> concepts, int found) {
    public Result {
      concepts = List.copyOf(concepts);
    }
  }

  public Result search(Request request) {
    String wanted = key(request.text());
    List<Concept> found =
        Glossary.of(request.concepts()).concepts().stream()
            .filter(concept -> keys(concept).anyMatch(key -> key.contains(wanted)))
            .sorted((one, other) -> Boolean.compare(isWhole(other, wanted), isWhole(one, wanted)))
            .toList();
    return new Result(found.stream().limit(Math.max(1, request.limit())).toList(), found.size());
  }

  private static boolean isWhole(Concept concept, String wanted) {
    return keys(concept).anyMatch(wanted::equals);
  }

  private static Stream<String> keys(Concept concept) {
    return Stream.concat(
            Stream.of(concept.id()),
            Stream.concat(concept.zh().stream(), concept.en().stream()).map(Term::text))
        .map(GlossarySearch::key);
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
