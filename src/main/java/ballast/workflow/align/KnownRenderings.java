package ballast.workflow.align;

import ballast.align.Rendering;
import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What glossary and memory know of how texts are translated, taken once before any article is
 * aligned, so that the result does not depend on what is recorded meanwhile. Immutable.
 */
public final class KnownRenderings {

  /** The most units that one article gets; of a larger memory, those that changed last. */
  static final int MAX_UNITS = 5_000;

  /** The most pairs of terms, far above a glossary of people's making. */
  static final int MAX_TERMS = 100_000;

  /** In UTF-16 units; a longer unit is a text, and teaches nothing about single words. */
  static final int MAX_UNIT_LENGTH = 2_000;

  /** A draft below is not evidence but a guess. */
  static final double SURE = 0.9;

  /** No confidence is that high. */
  private static final double NO_DRAFTS = 2;

  private static final double PREFERRED = 4;
  private static final double ADMITTED = 2;
  private static final double APPROVED = 2;
  private static final double DRAFT = 1;

  /**
   * A unit, as little of it as is needed.
   *
   * @param document where it comes from; empty when unknown
   * @param rendering from {@code source} to {@code target}
   */
  private record Example(
      String document, Lang source, Lang target, boolean approved, Rendering rendering) {}

  /** Nothing is known. */
  static final KnownRenderings NONE = new KnownRenderings(List.of(), List.of());

  /** From Chinese to English. */
  private final List<Rendering> terms;

  private final List<Example> examples;

  private KnownRenderings(List<Rendering> terms, List<Example> examples) {
    this.terms = List.copyOf(terms);
    this.examples = List.copyOf(examples);
  }

  /** What these concepts and this memory know; {@code memory} is only read, and only now. */
  public static KnownRenderings of(List<Concept> concepts, @Nullable Memory memory) {
    return new KnownRenderings(
        terms(concepts), memory == null ? List.of() : examples(memory, SURE));
  }

  /**
   * What these concepts and the approved units of this memory know. A run over many documents goes
   * without drafts, or it would learn from itself when it goes on after an interruption.
   */
  static KnownRenderings approved(List<Concept> concepts, @Nullable Memory memory) {
    return new KnownRenderings(
        terms(concepts), memory == null ? List.of() : examples(memory, NO_DRAFTS));
  }

  /**
   * What is known for one article. Its own units are left out: they would prove themselves.
   *
   * @param document what the memory calls it
   * @param source language of its source; units and terms between the two languages are turned
   *     round where they go the other way, others left out
   */
  Evidence forDocument(String document, Lang source, Lang target) {
    List<Rendering> renderings = new ArrayList<>();
    for (Rendering term : terms) {
      add(renderings, term, Lang.ZH_CN, Lang.EN_US, source, target);
    }
    int fromTerms = renderings.size();
    int approved = 0;
    for (Example example : examples) {
      if (renderings.size() - fromTerms == MAX_UNITS) {
        break;
      }
      boolean own = !document.isEmpty() && example.document().equals(document);
      if (!own
          && add(
              renderings,
              example.rendering(),
              example.source(),
              example.target(),
              source,
              target)) {
        approved += example.approved() ? 1 : 0;
      }
    }
    return new Evidence(renderings, fromTerms, approved, renderings.size() - fromTerms - approved);
  }

  /** Adds a rendering in the direction wanted; whether it has one. */
  private static boolean add(
      List<Rendering> into, Rendering known, Lang from, Lang to, Lang source, Lang target) {
    if (same(from, source) && same(to, target)) {
      into.add(known);
      return true;
    }
    if (same(from, target) && same(to, source)) {
      into.add(
          new Rendering(
              /* source= */ known.target(), /* target= */ known.source(), known.weight()));
      return true;
    }
    return false;
  }

  /**
   * Regions and scripts apart: a term of zh-CN is evidence in a text of zh-TW as far as it goes.
   */
  private static boolean same(Lang one, Lang other) {
    return one.language().equals(other.language());
  }

  /** Every Chinese form with every English one that is allowed. */
  private static List<Rendering> terms(List<Concept> concepts) {
    List<Rendering> terms = new ArrayList<>();
    for (Concept concept : concepts) {
      for (String zh : concept.zhForms()) {
        for (Term en : concept.en()) {
          if (en.isAllowed() && terms.size() < MAX_TERMS) {
            double weight = en.status() == TermStatus.PREFERRED ? PREFERRED : ADMITTED;
            terms.add(new Rendering(zh, en.text(), weight));
          }
        }
      }
    }
    return terms;
  }

  /**
   * Twice as many as an article gets, so that there are enough without its own: fewer only when
   * most of what changed last is of this article.
   */
  private static List<Example> examples(Memory memory, double leastConfidence) {
    List<Example> examples = new ArrayList<>();
    memory.forEachExample(
        leastConfidence,
        2 * MAX_UNITS,
        unit -> {
          if (unit.source().length() <= MAX_UNIT_LENGTH
              && unit.target().length() <= MAX_UNIT_LENGTH) {
            examples.add(example(unit));
          }
        });
    return examples;
  }

  private static Example example(Unit unit) {
    boolean approved = unit.provenance().status() == Status.APPROVED;
    return new Example(
        unit.provenance().document(),
        unit.sourceLang(),
        unit.targetLang(),
        approved,
        new Rendering(unit.source(), unit.target(), approved ? APPROVED : DRAFT));
  }
}
