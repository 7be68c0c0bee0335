package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckInputs;
import ballast.app.check.PairSource;
import ballast.check.TermJudge;
import ballast.check.TermStatistics;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts how each glossary term is translated.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * List<Concept> concepts = Glossaries.OF_PROJECT.read(workplace, Notices.NONE);
 * GlossaryStatistics.Result result =
 *     new GlossaryStatistics(workplace, Notices.NONE)
 *         .count(new GlossaryStatistics.Request(PairSource.ofFiles("units.tmx"), concepts));
 * result.terms().forEach(term -> System.out.println(term.zh() + " " + term.renderings()));
 * }</pre>
 */
public final class GlossaryStatistics {

  private final Workplace workplace;
  private final Notices notices;
  private final Lexicon lexicon;

  /** Uses the bundled lexicon. */
  public GlossaryStatistics(Workplace workplace, Notices notices) {
    this(workplace, notices, Lexicon.bundled());
  }

  public GlossaryStatistics(Workplace workplace, Notices notices, Lexicon lexicon) {
    this.workplace = workplace;
    this.notices = notices;
    this.lexicon = lexicon;
  }

  /**
   * A request for statistics.
   *
   * @param pairs the translations
   * @param concepts the terms, one per row, as in the glossaries
   */
  public record Request(PairSource pairs, List<Concept> concepts) {
    public Request {
      concepts = List.copyOf(concepts);
    }
  }

  /**
   * The statistics of the glossary's terms.
   *
   * @param terms the terms that occur
   * @param pairs number of text pairs searched
   * @param unused ids of concepts that have translations but do not occur
   */
  public record Result(List<TermCounts> terms, int pairs, List<String> unused) {
    public Result {
      terms = List.copyOf(terms);
      unused = List.copyOf(unused);
    }
  }

  /**
   * @throws ballast.bitext.InputException if the pairs cannot be read
   */
  public Result count(Request request) {
    Glossary glossary = Glossary.of(request.concepts());
    TermStatistics statistics = new TermStatistics(new TermJudge(glossary, lexicon, lexicon));
    CheckInputs inputs =
        new CheckInputs(workplace, notices, request.pairs(), lexicon, request.concepts());
    inputs.forEach("counting terms in", pair -> statistics.see(pair.value()));
    inputs.warnLeftOut();
    List<TermCounts> terms = statistics.counts();
    return new Result(terms, statistics.passages(), unused(glossary, terms));
  }

  private static List<String> unused(Glossary glossary, List<TermCounts> terms) {
    Set<String> seen = new HashSet<>();
    terms.forEach(term -> seen.add(term.id()));
    return glossary.concepts().stream()
        .filter(concept -> !concept.allowed().isEmpty())
        .map(Concept::id)
        .filter(id -> !seen.contains(id))
        .toList();
  }
}
