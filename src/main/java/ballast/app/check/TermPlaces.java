package ballast.app.check;

import ballast.app.align.AlignedText;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.TermJudge;
import ballast.check.TermReading;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the terms of glossaries in both texts of a bead, like {@code check}. Safe for several
 * threads, one at a time.
 */
public final class TermPlaces {

  private final TermJudge judge;
  private final boolean isEmpty;

  /**
   * A term in a bead.
   *
   * @param renderings allowed renderings, the preferred one first
   * @param source its places, or those of its rendering, in the source
   * @param target the same in the target; empty if it lacks an allowed rendering
   */
  public record Place(
      String id, String chinese, List<String> renderings, List<Span> source, List<Span> target) {
    public Place {
      renderings = List.copyOf(renderings);
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    public boolean isRendered() {
      return !source.isEmpty() && !target.isEmpty();
    }
  }

  public TermPlaces(ReadGlossaries glossaries, Lexicon lexicon) {
    Glossary terms = glossaries.scope().of(Glossary.of(glossaries.concepts()));
    this.judge = new TermJudge(terms, lexicon, lexicon);
    this.isEmpty = terms.isEmpty();
  }

  /** The terms of a bead, in the order of the Chinese text; none if one of its sides is empty. */
  public synchronized List<Place> in(AlignedText text, Bead bead) {
    Alignment alignment = text.alignment();
    Passage passage =
        new Passage(
            /* id= */ "",
            text.document(),
            new Lang(text.source().language()),
            new Lang(text.target().language()),
            alignment.sourceText(bead),
            alignment.targetText(bead));
    if (isEmpty || bead.isOneSided() || !passage.isChineseAndEnglish()) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    for (TermReading term : new PairReading(passage, judge).terms()) {
      places.add(place(term, passage.targetLang().isEnglish()));
    }
    return places;
  }

  private static Place place(TermReading term, boolean intoEnglish) {
    List<Span> english =
        term.rendered()
            ? term.allowed().stream()
                .map(match -> match.span())
                .distinct()
                .sorted(Comparator.comparingInt(Span::start))
                .toList()
            : List.of();
    return new Place(
        term.entry().id(),
        term.entry().zh(),
        term.entry().allowed().stream().map(Term::text).distinct().toList(),
        intoEnglish ? term.chinese() : english,
        intoEnglish ? english : term.chinese());
  }
}
