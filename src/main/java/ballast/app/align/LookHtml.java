package ballast.app.align;

import ballast.app.page.Html;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import java.io.IOException;
import java.util.List;

final class LookHtml {

  /** Code points sufficient to recognise a text. */
  private static final int EXCERPT = 48;

  private final Html html;
  private final AlignedText text;
  private final String prefix;

  LookHtml(Html html, AlignedText text, String prefix) {
    this.html = html;
    this.text = text;
    this.prefix = prefix;
  }

  /** Writes the list, the most urgent bead first, or a remark that it is empty. */
  void write() throws IOException {
    List<Integer> positions = Attention.inReviewOrder(text);
    if (positions.isEmpty()) {
      html.add("<p class=\"soft\">Nothing here needs a look.</p>\n");
      return;
    }
    html.add("<nav class=\"looks\" aria-label=\"To look at in {}\">\n", text.document());
    html.add("<details open><summary>To look at: {}</summary>\n<ul>\n", positions.size());
    for (int position : positions) {
      entry(position);
    }
    html.add("</ul>\n</details>\n</nav>\n");
  }

  private void entry(int position) throws IOException {
    Bead bead = text.alignment().beads().get(position);
    boolean source = !bead.source().isEmpty();
    List<String> sentences = source ? text.sourceSentences(bead) : text.targetSentences(bead);
    String language = source ? text.source().language() : text.target().language();
    int number = position + 1;
    html.add("<li><i class=\"tick {}\"></i>", BeadHtml.classes(text, bead));
    html.add("<a href=\"#{}{}\">no. {}</a> ", prefix, number, number);
    html.add("<span class=\"facts\">{} {}</span> ", BeadHtml.confidence(bead), bead.shape());
    html.add("<b>{}</b> ", Attention.mark(text, bead));
    html.add("<span class=\"excerpt\" lang=\"{}\">", language);
    html.add("{}</span></li>\n", Excerpt.of(sentences.get(0), EXCERPT));
  }
}
