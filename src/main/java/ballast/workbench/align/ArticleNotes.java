package ballast.workbench.align;

import ballast.bitext.Bead;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.memory.PinnedBead;
import ballast.report.alignment.BeadNotes;
import ballast.workbench.frame.Words;
import ballast.workflow.check.TermPlaces;
import ballast.workflow.edit.OpenArticle;
import java.util.Comparator;
import java.util.List;

/** What the rows of an open article say besides the aligner's judgement. For one thread. */
final class ArticleNotes implements BeadNotes {

  private final OpenArticle article;
  private final TermPlaces terms;
  private final Words words;
  private int bead = -1;
  private List<TermPlaces.Place> places = List.of();

  ArticleNotes(Desk.Shown shown, Words words) {
    this.article = shown.article();
    this.terms = shown.terms();
    this.words = words;
  }

  @Override
  public String state(int position) {
    PinnedBead pin = article.pin(position);
    if (pin == null) {
      return "";
    }
    return pin.confirmed() ? CONFIRMED : SET;
  }

  @Override
  public String label(int position) {
    String state = state(position);
    return state.isEmpty() ? "" : words.say("align." + state);
  }

  @Override
  public List<Span> terms(int position, Side side) {
    return terms(position).stream()
        .flatMap(place -> (side == Side.SOURCE ? place.source() : place.target()).stream())
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /** The terms of a bead; the last answer is kept, because both sides of a row ask. */
  List<TermPlaces.Place> terms(int position) {
    if (position != bead) {
      Bead wanted = article.beads().get(position);
      places = terms.in(article.text(), wanted);
      bead = position;
    }
    return places;
  }
}
