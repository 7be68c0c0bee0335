package ballast.app.align;

import ballast.align.Rendering;
import ballast.app.TextBytes;
import ballast.app.align.ArticleReader.ReadArticle;
import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.memory.Memory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Known translations: glossary terms, and units of the memory that are approved or confirmed as
 * pairs. Immutable.
 *
 * <p>They are collected once before any article is aligned, so that the result does not depend on
 * the articles recorded meanwhile. Drafts are not used because an aligner that learnt from its own
 * results would give different ones each time.
 */
public final class KnownRenderings {

  /** Maximum units for one article; those of a larger memory that changed last. */
  static final int MAX_UNITS = 5_000;

  /** Maximum term pairs, far above any glossary made by people. */
  static final int MAX_TERMS = 100_000;

  /** In UTF-16 units; longer units say nothing about single words. */
  static final int MAX_UNIT_LENGTH = 2_000;

  private static final double PREFERRED = 4;
  private static final double ADMITTED = 2;
  private static final double APPROVED = 2;

  /** The needed part of a unit; its document is empty if unknown. */
  private record Example(String document, Lang source, Lang target, Rendering rendering) {}

  static final KnownRenderings NONE = new KnownRenderings(List.of(), List.of());

  /** From Chinese to English. */
  private final List<Rendering> terms;

  private final List<Example> examples;

  private KnownRenderings(List<Rendering> terms, List<Example> examples) {
    this.terms = List.copyOf(terms);
    this.examples = List.copyOf(examples);
  }

  /**
   * Collects the renderings in these concepts and in the memory's units that count, which is read
   * only during this call.
   */
  public static KnownRenderings of(List<Concept> concepts, @Nullable Memory memory) {
    return new KnownRenderings(terms(concepts), memory == null ? List.of() : examples(memory));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(terms.size());
    for (Rendering term : terms) {
      write(out, term);
    }
    out.writeInt(examples.size());
    for (Example example : examples) {
      TextBytes.write(out, example.document());
      out.writeUTF(example.source().tag());
      out.writeUTF(example.target().tag());
      write(out, example.rendering());
    }
  }

  static KnownRenderings read(DataInputStream in) throws IOException {
    List<Rendering> terms = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      terms.add(readRendering(in));
    }
    List<Example> examples = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String document = TextBytes.text(in);
      Lang source = new Lang(in.readUTF());
      Lang target = new Lang(in.readUTF());
      examples.add(new Example(document, source, target, readRendering(in)));
    }
    return new KnownRenderings(terms, examples);
  }

  private static void write(DataOutputStream out, Rendering rendering) throws IOException {
    TextBytes.write(out, rendering.source());
    TextBytes.write(out, rendering.target());
    out.writeDouble(rendering.weight());
  }

  private static Rendering readRendering(DataInputStream in) throws IOException {
    return new Rendering(TextBytes.text(in), TextBytes.text(in), in.readDouble());
  }

  boolean isEmpty() {
    return terms.isEmpty() && examples.isEmpty();
  }

  public List<Rendering> forArticle(ReadArticle read) {
    Lang from = read.source().document().lang();
    Lang to = read.target().document().lang();
    return forDocument(read.article().document(), from, to).renderings();
  }

  /**
   * Returns the evidence for one article, without its own units, which would only confirm
   * themselves.
   *
   * @param source language of its source; units and terms in the opposite direction are reversed,
   *     those of other languages skipped
   */
  Evidence forDocument(String document, Lang source, Lang target) {
    List<Rendering> renderings = new ArrayList<>();
    for (Rendering term : terms) {
      add(renderings, term, Lang.ZH_CN, Lang.EN_US, source, target);
    }
    int fromTerms = renderings.size();
    for (Example example : examples) {
      if (renderings.size() - fromTerms == MAX_UNITS) {
        break;
      }
      boolean isSameDocument = !document.isEmpty() && example.document().equals(document);
      if (!isSameDocument) {
        add(renderings, example.rendering(), example.source(), example.target(), source, target);
      }
    }
    return new Evidence(renderings, fromTerms, renderings.size() - fromTerms);
  }

  private static void add(
      List<Rendering> into, Rendering known, Lang from, Lang to, Lang source, Lang target) {
    if (same(from, source) && same(to, target)) {
      into.add(known);
    } else if (same(from, target) && same(to, source)) {
      into.add(
          new Rendering(
              /* source= */ known.target(), /* target= */ known.source(), known.weight()));
    }
  }

  /** Ignores regions and scripts: a zh-CN term is also evidence in a zh-TW text. */
  private static boolean same(Lang one, Lang other) {
    return one.language().equals(other.language());
  }

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

  /** Reads twice as many units as an article gets, because its own units are removed later. */
  private static List<Example> examples(Memory memory) {
    List<Example> examples = new ArrayList<>();
    memory.forEachExample(
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
    return new Example(
        unit.provenance().document(),
        unit.sourceLang(),
        unit.targetLang(),
        new Rendering(unit.source(), unit.target(), APPROVED));
  }

  /**
   * The known translations that help to align one article.
   *
   * @param renderings from the language of its source to that of its target: first the glossary's,
   *     then those of units, the last changed first
   * @param terms number of renderings from the glossary
   */
  record Evidence(List<Rendering> renderings, int terms, int units) {

    Evidence {
      renderings = List.copyOf(renderings);
    }

    /** Returns for example {@code 130 terms, 24 known pairs}. */
    @Override
    public String toString() {
      return CountedNoun.of(terms, "term") + ", " + CountedNoun.of(units, "known pair");
    }
  }
}
