package ballast.workbench.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.report.page.Html;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Words;
import ballast.workflow.check.TermPlaces;
import ballast.workflow.edit.OpenArticle;
import ballast.workflow.memory.UnitSearch;
import ballast.workflow.translate.SearchSide;
import java.io.IOException;
import java.util.List;

/** Writes what helps to judge one bead: reasons, terms, and what the memory has. */
final class AsideHtml {

  private static final int MIN_SCORE = 60;
  private static final int MAX_MATCHES = 4;

  private final Html html;
  private final Words words;
  private final OpenArticle article;
  private final ArticleNotes notes;

  AsideHtml(Html html, Words words, Desk.Shown shown) {
    this.html = html;
    this.words = words;
    this.article = shown.article();
    this.notes = new ArticleNotes(shown, words);
  }

  void write(int position, Bench bench) throws IOException {
    Bead bead = article.beads().get(position);
    writeWhy(bead, position);
    writeTerms(position);
    writeMatches(article.alignment(), bead, bench);
  }

  private void writeWhy(Bead bead, int position) throws IOException {
    html.add("<section><h2>{}</h2><ul>\n", words.say("align.why", position + 1));
    for (String reason : bead.reasons()) {
      html.add("<li>{}</li>\n", reason);
    }
    PinnedBead pin = article.pin(position);
    if (pin != null) {
      html.add("<li>{} ", words.say(pin.confirmed() ? "align.confirmed.by" : "align.set.by"));
      html.add("{} <time datetime=\"{}\"></time></li>\n", pin.author(), pin.time());
    } else if (bead.reasons().isEmpty()) {
      html.add("<li class=\"soft\">{}</li>\n", words.say("align.no-reasons"));
    }
    html.add("</ul></section>\n");
  }

  private void writeTerms(int position) throws IOException {
    List<TermPlaces.Place> places = notes.terms(position);
    html.add("<section><h2>{}</h2>\n", words.say("align.terms"));
    if (places.isEmpty()) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("align.no-terms"));
    } else {
      html.add("<ul class=\"terms\">\n");
      for (TermPlaces.Place place : places) {
        html.add("<li class=\"{}\">", place.isRendered() ? "rendered" : "missing");
        html.add("<mark lang=\"zh\">{}</mark> ", place.chinese());
        html.add("{} ", String.join(" / ", place.renderings()));
        html.add(
            "<span>{}</span></li>\n",
            words.say(place.isRendered() ? "align.rendered" : "align.not-rendered"));
      }
      html.add("</ul>\n");
    }
    html.add("</section>\n");
  }

  private void writeMatches(Alignment alignment, Bead bead, Bench bench) throws IOException {
    String source = alignment.sourceText(bead);
    if (source.isBlank()) {
      return;
    }
    html.add("<section><h2>{}</h2>\n", words.say("align.memory"));
    boolean any = false;
    try (Memory memory = bench.memory().openForReading()) {
      UnitSearch.Request request =
          new UnitSearch.Request(source, SearchSide.SOURCE, MIN_SCORE, MAX_MATCHES, "", "");
      for (Match match : new UnitSearch(memory).find(request).matches()) {
        boolean itself =
            match.unit().provenance().document().equals(article.document())
                && match.unit().source().equals(source);
        if (!itself) {
          any = true;
          writeMatch(match);
        }
      }
    }
    if (!any) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("align.no-matches"));
    }
    html.add("</section>\n");
  }

  private void writeMatch(Match match) throws IOException {
    html.add("<blockquote><p lang=\"{}\">", match.unit().sourceLang());
    html.add("{}</p><p lang=\"{}\">", match.unit().source(), match.unit().targetLang());
    html.add("{}</p><footer>{} % · ", match.unit().target(), match.score());
    html.add("{}</footer></blockquote>\n", match.unit().provenance().document());
  }
}
