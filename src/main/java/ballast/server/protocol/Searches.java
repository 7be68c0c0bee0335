package ballast.server.protocol;

import ballast.bitext.Side;
import ballast.glossary.Concept;
import ballast.likeness.Score;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.report.glossary.ConceptText;
import ballast.report.memory.MatchJson;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.glossary.GlossarySearch;
import ballast.workflow.memory.MemoryPool;
import ballast.workflow.memory.PhraseSearch;
import ballast.workflow.memory.UnitSearch;
import ballast.workflow.project.Glossaries;
import ballast.workflow.project.KeptReading;
import ballast.workflow.translate.SearchSide;
import java.io.IOException;
import java.util.List;

/**
 * Answers as {@code ballast tm search}, {@code tm concordance} and {@code glossary search} do with
 * {@code --json}; the parameters have the names of the options.
 */
final class Searches {

  private static final int MAX_LIMIT = 1_000;
  private static final int DEFAULT_MATCHES = 10;
  private static final int DEFAULT_HITS = 20;

  private static final Operation.Field IN =
      Operation.Field.text("in", "source, target or both; otherwise both");

  private final MemoryPool pool;
  private final KeptReading<List<Concept>> concepts;

  Searches(MemoryPool pool, Workplace workplace, Glossaries glossaries) {
    this.pool = pool;
    this.concepts =
        new KeptReading<>(
            () -> glossaries.paths(workplace), () -> glossaries.read(workplace, Notices.NONE));
  }

  List<Operation> operations() {
    Operation.Field text = Operation.Field.needed("text", "what is looked for");
    return List.of(
        new Operation(
            "/tm/search",
            Operation.GET,
            "The units that are like a sentence, as ballast tm search --json gives them",
            List.of(
                text,
                Operation.Field.number("min", "the lowest similarity, 50 to 100; otherwise 70"),
                limit(DEFAULT_MATCHES),
                IN,
                Operation.Field.text("before", "the sentence before it"),
                Operation.Field.text("after", "the sentence after it")),
            Operation.Content.of("tm-search"),
            this::search),
        new Operation(
            "/tm/concordance",
            Operation.GET,
            "Where a word or phrase occurs, as ballast tm concordance --json gives it",
            List.of(text, limit(DEFAULT_HITS), IN),
            Operation.Content.of("tm-concordance"),
            this::concordance),
        new Operation(
            "/glossary",
            Operation.GET,
            "The concepts with a term, as ballast glossary search --json gives them",
            List.of(text, limit(DEFAULT_HITS)),
            Operation.Content.of("glossary-search"),
            this::glossary));
  }

  private static Operation.Field limit(int otherwise) {
    return Operation.Field.number("limit", "at most so many; otherwise " + otherwise);
  }

  private Answer search(Call call) throws IOException {
    Parameters query = call.query();
    UnitSearch.Request request =
        new UnitSearch.Request(
            query.required("text"),
            side(query),
            query.number("min", Score.MIN_THRESHOLD, Score.FULL, FuzzyQuery.DEFAULT_MIN),
            limit(query, DEFAULT_MATCHES),
            query.text("before"),
            query.text("after"));
    UnitSearch.Result result =
        pool.read(memory -> new UnitSearch(memory).find(request))
            .orElse(new UnitSearch.Result(Side.SOURCE, List.of()));
    return Answer.of(
        Answer.JSON,
        out -> MatchJson.writeMatches(out, request.text(), result.side(), result.matches()));
  }

  private Answer concordance(Call call) throws IOException {
    Parameters query = call.query();
    String text = query.required("text");
    if (text.isBlank()) {
      throw RefusedException.badRequest("parameter \"text\" is blank");
    }
    PhraseSearch.Request request =
        new PhraseSearch.Request(text, side(query), limit(query, DEFAULT_HITS));
    Concordance found =
        pool.read(memory -> new PhraseSearch(memory).find(request))
            .orElse(new Concordance(0, List.of()));
    return Answer.of(Answer.JSON, out -> MatchJson.writeConcordance(out, text, found));
  }

  private Answer glossary(Call call) throws IOException {
    Parameters query = call.query();
    String text = query.required("text");
    GlossarySearch.Result result =
        new GlossarySearch()
            .search(
                new GlossarySearch.Request(concepts.current(), text, limit(query, DEFAULT_HITS)));
    return Answer.of(
        Answer.JSON, out -> ConceptText.writeJson(out, text, result.found(), result.concepts()));
  }

  private static int limit(Parameters query, int otherwise) {
    return query.number("limit", 1, MAX_LIMIT, otherwise);
  }

  private static SearchSide side(Parameters query) {
    String name = query.text("in");
    if (name.isEmpty()) {
      return SearchSide.BOTH;
    }
    for (SearchSide side : SearchSide.values()) {
      if (side.toString().equals(name)) {
        return side;
      }
    }
    throw RefusedException.badRequest("parameter \"in\" is not source, target or both");
  }
}
