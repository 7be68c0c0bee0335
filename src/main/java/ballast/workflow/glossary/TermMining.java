package ballast.workflow.glossary;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.TermJudge;
import ballast.check.TermReading;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.mine.Candidate;
import ballast.mine.KnownTermMiner;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.KnownTerms;
import ballast.mine.KnownUse;
import ballast.mine.Miner;
import ballast.mine.MiningTexts;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.check.CheckInputs;
import ballast.workflow.check.PairSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Proposes terms for a glossary: recurring Chinese phrases with their English renderings, and
 * missing renderings and guards of the terms in the glossaries.
 *
 * <pre>{@code
 * TermMining.Result result =
 *     new TermMining(Workplace.in(folder), Notices.NONE)
 *         .mine(TermMining.Request.of(PairSource.ofFiles("units.tmx"), List.of()));
 * result.candidates().forEach(one -> System.out.println(one.zh() + "\t" + one.en()));
 * }</pre>
 */
public final class TermMining {

  private final Workplace workplace;
  private final Notices notices;
  private final Lexicon lexicon;

  /** With the bundled lexicon. */
  public TermMining(Workplace workplace, Notices notices) {
    this(workplace, notices, Lexicon.bundled());
  }

  public TermMining(Workplace workplace, Notices notices, Lexicon lexicon) {
    this.workplace = workplace;
    this.notices = notices;
    this.lexicon = lexicon;
  }

  /** The kinds of proposals. */
  public enum Proposal {
    /** Terms that no glossary has. */
    TERMS,
    /** Other renderings of terms that a glossary has. */
    VARIANTS,
    /** Longer phrases in which such a term is something else. */
    GUARDS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A request for proposals.
   *
   * @param pairs the translations
   * @param concepts known concepts, one per row as in the glossaries
   * @param wanted what is to be proposed; not empty
   * @param limit maximum number of each kind; at least 1
   * @param min minimum number of pairs in which a term and its translation occur together; at least
   *     2
   */
  public record Request(
      PairSource pairs, List<Concept> concepts, Set<Proposal> wanted, int limit, int min) {
    public Request {
      concepts = List.copyOf(concepts);
      wanted = Set.copyOf(wanted);
      if (limit < 1 || min < 2) {
        throw new IllegalArgumentException("limit " + limit + ", min " + min);
      }
    }

    /**
     * At most 100 proposals of each kind, for terms that occur with their translation in at least
     * three pairs.
     */
    public static Request of(PairSource pairs, List<Concept> concepts) {
      return new Request(pairs, concepts, EnumSet.allOf(Proposal.class), 100, 3);
    }

    boolean wants(Proposal what) {
      return wanted.contains(what);
    }
  }

  /**
   * The proposals.
   *
   * @param candidates terms, the best first
   * @param known proposals for known terms
   * @param places the location of each pair, in the order of the pairs
   */
  public record Result(List<Candidate> candidates, Proposals known, List<Location> places) {
    public Result {
      candidates = List.copyOf(candidates);
      places = List.copyOf(places);
    }

    /** Whether there is nothing to propose. */
    public boolean isEmpty() {
      return candidates.isEmpty() && known.variants().isEmpty() && known.guards().isEmpty();
    }

    /** How many proposals of one kind there are. */
    public int count(Proposal what) {
      return switch (what) {
        case TERMS -> candidates.size();
        case VARIANTS -> known.variants().size();
        case GUARDS -> known.guards().size();
      };
    }

    /**
     * As rows of a glossary, by what is proposed: {@code term}, {@code variant}, {@code not_in}.
     */
    public Map<String, List<Concept>> rows() {
      MinedConcepts concepts = new MinedConcepts(places);
      Map<String, List<Concept>> rows = new LinkedHashMap<>();
      rows.put("term", candidates.stream().map(concepts::of).toList());
      rows.put("variant", known.variants().stream().map(concepts::of).toList());
      rows.put("not_in", known.guards().stream().map(concepts::of).toList());
      return rows;
    }
  }

  /**
   * Mines.
   *
   * @throws InputException if something cannot be read, or only proposals for known terms are
   *     wanted and no term is known
   */
  public Result mine(Request request) {
    List<Concept> rows = request.concepts();
    if (rows.isEmpty() && !request.wants(Proposal.TERMS)) {
      throw new InputException(
          "variants and guards need a glossary, and there is none",
          "name one with --glossary FILE");
    }
    MiningTexts texts = new MiningTexts(lexicon);
    TermJudge judge = new TermJudge(Glossary.of(rows), lexicon, lexicon);
    KnownTerms uses = new KnownTerms(lexicon);
    List<Location> places = new ArrayList<>();
    new CheckInputs(workplace, notices, request.pairs(), lexicon, rows)
        .forEach(
            "reading",
            pair -> {
              add(pair, texts, places);
              see(pair.value(), places.size() - 1, judge, uses);
            });
    notices.step("mining terms");
    List<Candidate> candidates =
        request.wants(Proposal.TERMS)
            ? new Miner(texts, lexicon).mine(request.limit(), request.min(), known(rows))
            : List.of();
    return new Result(candidates, ofKnownTerms(request, texts, uses), places);
  }

  private Proposals ofKnownTerms(Request request, MiningTexts texts, KnownTerms uses) {
    boolean variants = request.wants(Proposal.VARIANTS);
    boolean guards = request.wants(Proposal.GUARDS);
    if (!variants && !guards) {
      return new Proposals(List.of(), List.of());
    }
    // Always looks for both, because a rendering explained by the one is not proposed by the other.
    Proposals all = new KnownTermMiner(texts, lexicon, uses).mine(request.limit(), request.min());
    return new Proposals(variants ? all.variants() : List.of(), guards ? all.guards() : List.of());
  }

  private static void add(CheckedPair<Passage> pair, MiningTexts texts, List<Location> places) {
    Passage passage = pair.value();
    boolean intoEnglish = passage.targetLang().isEnglish();
    texts.add(
        intoEnglish ? passage.source() : passage.target(),
        intoEnglish ? passage.target() : passage.source());
    places.add(pair.source().at(0));
  }

  /** A term that is left untranslated or has a forbidden rendering gives no new rendering. */
  private static void see(Passage passage, int index, TermJudge judge, KnownTerms uses) {
    if (!passage.isChineseAndEnglish() || passage.target().isBlank()) {
      return;
    }
    PairReading reading = new PairReading(passage, judge);
    List<KnownUse> terms = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      boolean plain = term.forbidden().isEmpty() && term.left().isEmpty();
      if (!term.entry().allowed().isEmpty() && (term.rendered() || plain)) {
        terms.add(new KnownUse(term.entry(), term.chinese(), term.rendered()));
      }
    }
    uses.add(index, reading.chinese(), terms);
  }

  private Set<String> known(List<Concept> rows) {
    Set<String> known = new HashSet<>();
    rows.forEach(row -> row.zhForms().forEach(form -> known.add(simplified(form))));
    return known;
  }

  private String simplified(String form) {
    StringBuilder text = new StringBuilder();
    form.codePoints().map(lexicon::simplified).forEach(text::appendCodePoint);
    return text.toString();
  }
}
