package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.report.page.HtmlText;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The list of what to look at in one document, each entry a link to its bead. */
final class LookHtml {

  /** Code points of a text that are enough to know it again. */
  private static final int EXCERPT = 48;

  private final Writer out;
  private final AlignedText text;
  private final String prefix;

  LookHtml(Writer out, AlignedText text, String prefix) {
    this.out = out;
    this.text = text;
    this.prefix = prefix;
  }

  /** Writes the list, the most pressing first; says so when it is empty. */
  void write() throws IOException {
    List<Integer> positions = Attention.inReviewOrder(text);
    if (positions.isEmpty()) {
      out.write("<p class=\"soft\">Nothing here needs a look.</p>\n");
      return;
    }
    out.write("<nav class=\"looks\" aria-label=\"To look at in ");
    out.write(HtmlText.escape(text.document()) + "\">\n<details open><summary>To look at: ");
    out.write(positions.size() + "</summary>\n<ul>\n");
    for (int position : positions) {
      entry(position);
    }
    out.write("</ul>\n</details>\n</nav>\n");
  }

  private void entry(int position) throws IOException {
    Bead bead = text.alignment().beads().get(position);
    boolean source = !bead.source().isEmpty();
    List<String> sentences = source ? text.sourceSentences(bead) : text.targetSentences(bead);
    String language = source ? text.source().language() : text.target().language();
    out.write("<li><i class=\"tick " + BeadHtml.classes(text, bead) + "\"></i>");
    out.write("<a href=\"#" + prefix + (position + 1) + "\">no. " + (position + 1) + "</a> ");
    out.write(
        String.format(
            Locale.ROOT,
            "<span class=\"facts\">%.2f %s</span> <b>%s</b> ",
            bead.confidence(),
            bead.shape(),
            Attention.mark(text, bead)));
    out.write("<span class=\"excerpt\" lang=\"" + HtmlText.escape(language) + "\">");
    out.write(HtmlText.visible(Excerpt.of(sentences.get(0), EXCERPT)) + "</span></li>\n");
  }
}
