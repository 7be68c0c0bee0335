package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.report.page.HtmlPage;
import ballast.report.page.HtmlText;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Alignments as one self-contained page, for the screen, the keyboard and paper.
 *
 * <p>Nothing is loaded, and the page forbids it (Content Security Policy): the only style and
 * script that a browser runs are those with the two digests in its head, so that a text cannot
 * bring its own. Without script all is there; the script only adds keys.
 */
public final class AlignmentHtml {

  private final Writer out;

  public AlignmentHtml(Writer out) {
    this.out = out;
  }

  /** Writes one page with all documents. */
  public void write(List<AlignedText> texts) throws IOException {
    LookList looks = new LookList(texts);
    boolean single = texts.size() == 1;
    String name = single ? texts.get(0).document() : texts.size() + " documents";
    HtmlPage.writeHead(out, name, "page.css", "page.js");
    out.write("<a class=\"skip\" href=\"#" + looks.first() + "\">Skip to ");
    out.write(looks.size() == 0 ? "the texts" : "the first bead to look at");
    out.write("</a>\n<header>\n<h1>" + HtmlText.visible(name) + "</h1>\n");
    writeLegend(looks.size());
    out.write("</header>\n");
    if (!single) {
      writeContents(texts);
    }
    out.write("<main id=\"main\" tabindex=\"-1\">\n");
    for (int i = 0; i < texts.size(); i++) {
      writeDocument(texts.get(i), i, single, looks);
    }
    out.write("</main>\n");
    HtmlPage.writeFoot(out, "page-help.html", "page.js");
  }

  private void writeLegend(int looks) throws IOException {
    out.write(
        """
        <ul class="legend" aria-label="Legend">
        <li><i class="tick sure"></i>sure, 0.85 and more</li>
        <li><i class="tick likely"></i>likely</li>
        <li><i class="tick doubtful look"></i>doubtful, below 0.50</li>
        <li><i class="tick likely source-only look"></i>not translated</li>
        <li><i class="tick likely target-only look"></i>added</li>
        <li><i class="tick sure moved look"></i>moved</li>
        <li><i class="tick furniture"></i>furniture, not for the memory</li>
        </ul>
        """);
    if (looks > 0) {
      out.write("<p class=\"only\"><label><input type=\"checkbox\" id=\"only\"> ");
      out.write("Show only what needs a look, with its neighbours</label></p>\n");
    }
  }

  private void writeContents(List<AlignedText> texts) throws IOException {
    out.write("<nav class=\"contents\" aria-labelledby=\"contents\">\n");
    out.write("<h2 id=\"contents\">Documents</h2>\n<ol>\n");
    for (int i = 0; i < texts.size(); i++) {
      AlignedText text = texts.get(i);
      int looks = Attention.inOrder(text).size();
      out.write("<li><a href=\"#d" + (i + 1) + "\">" + HtmlText.visible(text.document()));
      out.write("</a> <span class=\"soft\">" + text.alignment().beads().size() + " beads, ");
      out.write((looks == 0 ? "nothing" : looks) + " to look at</span></li>\n");
    }
    out.write("</ol>\n</nav>\n");
  }

  private void writeDocument(AlignedText text, int index, boolean single, LookList looks)
      throws IOException {
    String id = "d" + (index + 1);
    List<Bead> beads = text.alignment().beads();
    out.write("<section id=\"" + id + "\" aria-label=\"" + HtmlText.escape(text.document()));
    out.write("\">\n");
    if (!single) {
      out.write("<h2>" + HtmlText.visible(text.document()) + "</h2>\n");
    }
    writeFigures(text);
    writeMap(text, index);
    new LookHtml(out, text, LookList.prefix(index)).write();
    out.write("<table>\n<caption>Sentences of " + HtmlText.visible(text.document()));
    out.write(" and their translation</caption>\n<thead><tr>");
    writeColumn("source", text.source());
    out.write("<th scope=\"col\" class=\"judgement\">Bead</th>");
    writeColumn("target", text.target());
    out.write("</tr></thead>\n");
    BeadHtml rows = new BeadHtml(out, text, looks, LookList.prefix(index));
    for (int i = 0; i < beads.size(); i++) {
      rows.write(i);
    }
    out.write("</table>\n</section>\n");
  }

  private void writeColumn(String side, AlignedText.TextInfo info) throws IOException {
    out.write("<th scope=\"col\" class=\"" + side + "\"><b>" + HtmlText.escape(info.language()));
    out.write("</b> <span class=\"file\">" + HtmlText.visible(info.file()) + "</span></th>");
  }

  private void writeFigures(AlignedText text) throws IOException {
    List<Bead> beads = text.alignment().beads();
    List<Attention> attentions = beads.stream().map(bead -> Attention.of(text, bead)).toList();
    out.write("<dl class=\"figures\">\n");
    figure(text.source().language() + " sentences", text.alignment().source().size());
    figure(text.target().language() + " sentences", text.alignment().target().size());
    figure("beads", beads.size());
    figure("units", beads.stream().filter(text.alignment()::isUnit).count());
    for (Attention attention : Attention.values()) {
      if (attention != Attention.NONE) {
        figure(attention.label(), attentions.stream().filter(attention::equals).count());
      }
    }
    out.write("</dl>\n");
  }

  private void figure(String name, long value) throws IOException {
    out.write("<div><dt>" + HtmlText.escape(name) + "</dt><dd>");
    out.write(String.format(Locale.ROOT, "%,d</dd></div>%n", value).replace("\r", ""));
  }

  /** One mark a bead. A second way to what the table and the list say: not for screen readers. */
  private void writeMap(AlignedText text, int index) throws IOException {
    List<Bead> beads = text.alignment().beads();
    out.write("<div class=\"map\" aria-hidden=\"true\">");
    for (int i = 0; i < beads.size(); i++) {
      Bead bead = beads.get(i);
      String mark = Attention.mark(text, bead);
      out.write("<a tabindex=\"-1\" class=\"tick " + BeadHtml.classes(text, bead));
      out.write("\" href=\"#" + LookList.prefix(index) + (i + 1) + "\" title=\"");
      out.write(String.format(Locale.ROOT, "no. %d: %.2f", i + 1, bead.confidence()));
      out.write((mark.isEmpty() ? "" : ", " + mark) + "\"></a>");
    }
    out.write("</div>\n");
  }
}
