package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckInputs;
import ballast.app.check.PairSource;
import ballast.app.page.Json;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.TermJudge;
import ballast.check.TermReading;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.lexicon.Lexicon;
import ballast.mine.EnglishPhrases.Candidate;
import ballast.mine.KnownTermMiner;
import ballast.mine.KnownTermMiner.Guard;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.KnownTermMiner.Variant;
import ballast.mine.KnownTerms;
import ballast.mine.KnownTerms.KnownUse;
import ballast.mine.Miner;
import ballast.mine.MiningTexts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Proposes terms for a glossary: recurring Chinese phrases with their English translations, and
 * missing translations and guards for the terms in the glossaries.
 *
 * <pre>{@code
 * TermMining.Result result =
 *     new TermMining(Workplace.in(folder), Notices.NONE)
 *         .mine(PairSource.ofFiles("units.tmx"), List.of(), TermMining.Wanted.USUAL);
 * result.candidates().forEach(one -> System.out.println(one.zh() + "\t" + one.en()));
 * }</pre>
 */
public record TermMining(Workplace workplace, Notices notices, Lexicon lexicon) {

  /** Uses the bundled lexicon. */
  public TermMining(Workplace workplace, Notices notices) {
    this(workplace, notices, Lexicon.bundled());
  }

  public enum Proposal {
    /** Terms missing from all glossaries. */
    TERMS,
    /** Further translations of glossary terms. */
    VARIANTS,
    /** Longer phrases in which a glossary term has another meaning. */
    GUARDS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Selects the proposals.
   *
   * @param kinds not empty
   * @param limit maximum number of each kind; at least 1
   * @param min minimum number of pairs in which a term and its translation occur together; at least
   *     2
   */
  public record Wanted(Set<Proposal> kinds, int limit, int min) {

    /**
     * At most 100 proposals of each kind, for terms that occur with their translation in at least
     * three pairs.
     */
    public static final Wanted USUAL = new Wanted(EnumSet.allOf(Proposal.class), 100, 3);

    public Wanted {
      kinds = Set.copyOf(kinds);
      if (limit < 1 || min < 2) {
        throw new IllegalArgumentException("limit " + limit + ", min " + min);
      }
    }

    boolean has(Proposal what) {
      return kinds.contains(what);
    }

    /**
     * @param concepts the known concepts
     * @throws InputException if only proposals for known terms are wanted and no term is known
     */
    public void check(List<Concept> concepts) {
      if (concepts.isEmpty() && !has(Proposal.TERMS)) {
        throw new InputException(
            "variants and guards need a glossary, and there is none",
            "name one with --glossary FILE");
      }
    }
  }

  @FunctionalInterface
  public interface Pairs {

    /** Passes every pair to {@code action}, in order. */
    void forEach(Consumer<CheckedPair<Passage>> action);
  }

  /**
   * @param candidates terms, the best first
   * @param known proposals for known terms
   * @param examples locations of the example pairs of the proposals, by index
   * @param pairs number of pairs mined
   */
  public record Result(
      List<Candidate> candidates, Proposals known, Map<Integer, Location> examples, int pairs) {
    public Result {
      candidates = List.copyOf(candidates);
      examples = Map.copyOf(examples);
    }

    private static Result of(List<Candidate> candidates, Proposals known, List<Location> places) {
      Map<Integer, Location> examples = new HashMap<>();
      candidates.forEach(one -> examples.put(one.example(), places.get(one.example())));
      known.variants().forEach(one -> examples.put(one.example(), places.get(one.example())));
      known
          .guards()
          .forEach(one -> examples.put(one.phrase().example(), places.get(one.phrase().example())));
      return new Result(candidates, known, examples, places.size());
    }

    public Location example(int index) {
      return examples.getOrDefault(index, Location.UNKNOWN);
    }

    public boolean isEmpty() {
      return candidates.isEmpty() && known.variants().isEmpty() && known.guards().isEmpty();
    }

    public int count(Proposal what) {
      return switch (what) {
        case TERMS -> candidates.size();
        case VARIANTS -> known.variants().size();
        case GUARDS -> known.guards().size();
      };
    }

    /**
     * Returns the proposals as glossary rows, by kind: {@code term}, {@code variant}, {@code
     * not_in}. Rows of a known term have its id.
     */
    public Map<String, List<Concept>> rows() {
      Map<String, List<Concept>> rows = new LinkedHashMap<>();
      rows.put("term", candidates.stream().map(this::row).toList());
      rows.put("variant", known.variants().stream().map(this::row).toList());
      rows.put("not_in", known.guards().stream().map(this::row).toList());
      return rows;
    }

    private Concept row(Candidate one) {
      String note =
          String.format(
              Locale.ROOT,
              "in %d pairs, translated so in %d; score %.2f",
              one.frequency(),
              one.together(),
              one.score());
      return proposed(one.zh(), one.zh(), one.en(), remarks(note, one.example()));
    }

    private Concept row(Variant one) {
      String note =
          String.format(
              Locale.ROOT,
              "no known rendering in %d pairs, this one in %d of them; in %d others",
              one.pairs().missing(),
              one.pairs().together(),
              one.pairs().elsewhere());
      return proposed(one.term().id(), one.term().zh(), one.en(), remarks(note, one.example()));
    }

    /**
     * Returns the term's row as in its glossary, with the phrase in which the term has another
     * meaning.
     */
    private Concept row(Guard one) {
      Term preferred = one.term().preferred();
      Concept concept = one.term().concept();
      String note =
          String.format(
              Locale.ROOT,
              "called \"%s\" in %d pairs; no rendering in %d of %d pairs with this phrase, in %d of"
                  + " %d without",
              one.phrase().en(),
              one.phrase().together(),
              one.inside().missing(),
              one.inside().pairs(),
              one.outside().missing(),
              one.outside().pairs());
      Term again =
          new Term(
              preferred.text(),
              preferred.status(),
              preferred.use(),
              remarks(note, one.phrase().example()),
              Location.UNKNOWN);
      return new Concept(
          concept.id(),
          List.of(new Term(one.term().zh(), TermStatus.PREFERRED)),
          List.of(again),
          concept.scope(),
          new Conditions(List.of(one.phrase().zh()), List.of(), List.of()),
          Remarks.NONE);
    }

    private Remarks remarks(String note, int example) {
      return new Remarks(note, example(example).toString());
    }

    private static Concept proposed(String id, String zh, String en, Remarks remarks) {
      return new Concept(
          id,
          List.of(zh),
          List.of(new Term(en, TermStatus.PROPOSED, TermUse.DEFAULT, remarks, Location.UNKNOWN)));
    }

    /** {@code ballast glossary mine --json}, specified in {@code src/site/markdown/json.md}. */
    public void writeJson(Writer out) throws IOException {
      try (Json json = Json.pretty(out)) {
        json.put("pairs", pairs);
        json.array("candidates");
        for (Candidate one : candidates) {
          Location where = example(one.example());
          json.object();
          json.put("zh", one.zh());
          json.put("en", one.en());
          json.put("status", "proposed");
          json.put("frequency", one.frequency());
          json.put("together", one.together());
          json.number("score", Math.round(one.score() * 1000) / 1000.0);
          writePlace(json, where);
        }
        json.end();
        writeVariants(json);
        writeGuards(json);
      }
    }

    private void writeVariants(Json json) throws IOException {
      json.array("variants");
      for (Variant one : known.variants()) {
        json.object();
        json.put("id", one.term().id());
        json.put("zh", one.term().zh());
        json.put("en", one.en());
        json.put("status", "proposed");
        json.put("missing", one.pairs().missing());
        json.put("together", one.pairs().together());
        json.put("elsewhere", one.pairs().elsewhere());
        writePlace(json, example(one.example()));
      }
      json.end();
    }

    private void writeGuards(Json json) throws IOException {
      json.array("not_in");
      for (Guard one : known.guards()) {
        json.object();
        json.put("id", one.term().id());
        json.put("zh", one.term().zh());
        json.put("phrase", one.phrase().zh());
        json.put("en", one.phrase().en());
        json.put("together", one.phrase().together());
        json.put("inside", one.inside().pairs());
        json.put("missingInside", one.inside().missing());
        json.put("outside", one.outside().pairs());
        json.put("missingOutside", one.outside().missing());
        writePlace(json, example(one.phrase().example()));
      }
      json.end();
    }

    private static void writePlace(Json json, Location where) throws IOException {
      json.put("file", where.file());
      json.put("line", where.line());
      json.end();
    }
  }

  /**
   * Mines translations.
   *
   * @param rows known concepts, one per row as in the glossaries
   * @throws InputException if the pairs cannot be read, or only proposals for known terms are
   *     wanted and no term is known
   */
  public Result mine(PairSource pairs, List<Concept> rows, Wanted wanted) {
    CheckInputs inputs = new CheckInputs(workplace, notices, pairs, lexicon, rows);
    return mine(
        rows,
        wanted,
        action -> {
          inputs.forEach("reading", action);
          inputs.warnLeftOut();
        });
  }

  /**
   * Mines pairs from another source.
   *
   * @param rows known concepts, one per row as in the glossaries
   * @param pairs all of them, at most {@link Integer#MAX_VALUE}
   * @throws InputException if only proposals for known terms are wanted and no term is known
   */
  public Result mine(List<Concept> rows, Wanted wanted, Pairs pairs) {
    wanted.check(rows);
    MiningTexts texts = new MiningTexts(lexicon);
    TermJudge judge = new TermJudge(Glossary.of(rows), lexicon, lexicon);
    KnownTerms uses = new KnownTerms(lexicon);
    List<Location> places = new ArrayList<>();
    pairs.forEach(
        pair -> {
          if (!pair.value().target().isBlank()) {
            add(pair, texts, places);
            see(pair.value(), places.size() - 1, judge, uses);
          }
        });
    notices.step("mining terms");
    List<Candidate> candidates =
        wanted.has(Proposal.TERMS)
            ? new Miner(texts, lexicon).mine(wanted.limit(), wanted.min(), known(rows))
            : List.of();
    return Result.of(candidates, ofKnownTerms(wanted, texts, uses), places);
  }

  private Proposals ofKnownTerms(Wanted wanted, MiningTexts texts, KnownTerms uses) {
    boolean variants = wanted.has(Proposal.VARIANTS);
    boolean guards = wanted.has(Proposal.GUARDS);
    if (!variants && !guards) {
      return new Proposals(List.of(), List.of());
    }
    // Searches for both, because a translation explained by one is not proposed by the other.
    Proposals all = new KnownTermMiner(texts, lexicon, uses).mine(wanted.limit(), wanted.min());
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

  /** A term that is untranslated or has a forbidden translation gives no new translation. */
  private static void see(Passage passage, int index, TermJudge judge, KnownTerms uses) {
    if (!passage.isChineseAndEnglish()) {
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
    rows.forEach(row -> row.zhForms().forEach(form -> known.add(lexicon.simplified(form))));
    return known;
  }
}
