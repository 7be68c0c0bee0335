package ballast.workflow.glossary;

import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Conditions;
import ballast.glossary.Remarks;
import ballast.glossary.Scope;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.glossary.TermUse;
import ballast.mine.Candidate;
import ballast.mine.Guard;
import ballast.mine.Variant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Converts mined candidates to rows of a glossary; rows of a known term have its id. */
final class MinedConcepts {

  private final IntFunction<Location> examples;

  /**
   * @param examples the locations of the pairs that are examples, by index
   */
  MinedConcepts(IntFunction<Location> examples) {
    this.examples = examples;
  }

  Concept of(Candidate one) {
    String note =
        String.format(
            Locale.ROOT,
            "in %d pairs, translated so in %d; score %.2f",
            one.frequency(),
            one.together(),
            one.score());
    return concept(
        one.zh(), one.zh(), one.en(), TermStatus.PROPOSED, List.of(), remarks(note, one.example()));
  }

  Concept of(Variant one) {
    String note =
        String.format(
            Locale.ROOT,
            "no known rendering in %d pairs, this one in %d of them; in %d others",
            one.pairs().missing(),
            one.pairs().together(),
            one.pairs().elsewhere());
    return concept(
        one.term().id(),
        one.term().zh(),
        one.en(),
        TermStatus.PROPOSED,
        List.of(),
        remarks(note, one.example()));
  }

  /** The row of the term as in its glossary, with the phrase in which the term is not meant. */
  Concept of(Guard one) {
    Term preferred = one.term().allowed().get(0);
    Concept concept =
        one.term().concepts().stream()
            .filter(known -> known.en().contains(preferred))
            .findFirst()
            .orElse(one.term().concepts().get(0));
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
    return new Remarks(note, examples.apply(example).toString());
  }

  private static Concept concept(
      String id, String zh, String en, TermStatus status, List<String> notIn, Remarks remarks) {
    return new Concept(
        id,
        List.of(new Term(zh, TermStatus.PREFERRED)),
        List.of(new Term(en, status, TermUse.DEFAULT, remarks, Location.UNKNOWN)),
        Scope.ALL,
        new Conditions(notIn, List.of(), List.of()),
        Remarks.NONE);
  }
}
