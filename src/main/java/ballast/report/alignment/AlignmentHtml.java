package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.report.page.Html;
import ballast.report.page.HtmlPage;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes alignments as one self-contained page for screen, keyboard and paper.
 *
 * <p>The page loads nothing, and its Content Security Policy forbids loading: a browser uses only
 * the style and script whose digests are in the head, so no text can add its own. Without script
 * all is there; the script only adds keys.
 */
final class AlignmentHtml {

  private final Writer out;
  private final Html html;

  AlignmentHtml(Writer out) {
    this.out = out;
    this.html = new Html(out);
  }

  /** Writes one page with all documents. */
  void write(List<AlignedText> texts) throws IOException {
    LookList looks = new LookList(texts);
    boolean single = texts.size() == 1;
    String name = single ? texts.get(0).document() : texts.size() + " documents";
    HtmlPage.writeHead(out, name, "page.css", "page.js");
    html.add("<a class=\"skip\" href=\"#{}\">Skip to ", looks.first());
    html.add(looks.size() == 0 ? "the texts" : "the first bead to look at");
    html.add("</a>\n<header>\n<h1>{}</h1>\n", name);
    writeLegend(looks.size());
    html.add("</header>\n");
    if (!single) {
      writeContents(texts);
    }
    html.add("<main id=\"main\" tabindex=\"-1\">\n");
    for (int i = 0; i < texts.size(); i++) {
      writeDocument(texts.get(i), i, single, looks);
    }
    html.add("</main>\n");
    HtmlPage.writeFoot(out, "page-help.html", "page.js");
  }

  private void writeLegend(int looks) throws IOException {
    html.add(
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
      html.add("<p class=\"only\"><label><input type=\"checkbox\" id=\"only\"> ");
      html.add("Show only what needs a look, with its neighbours</label></p>\n");
    }
  }

  private void writeContents(List<AlignedText> texts) throws IOException {
    html.add("<nav class=\"contents\" aria-labelledby=\"contents\">\n");
    html.add("<h2 id=\"contents\">Documents</h2>\n<ol>\n");
    for (int i = 0; i < texts.size(); i++) {
      AlignedText text = texts.get(i);
      int looks = Attention.inOrder(text).size();
      html.add("<li><a href=\"#d{}\">{}</a> ", i + 1, text.document());
      html.add("<span class=\"soft\">{} beads, ", text.alignment().beads().size());
      html.add("{} to look at</span></li>\n", looks == 0 ? "nothing" : looks);
    }
    html.add("</ol>\n</nav>\n");
  }

  private void writeDocument(AlignedText text, int index, boolean single, LookList looks)
      throws IOException {
    List<Bead> beads = text.alignment().beads();
    html.add("<section id=\"d{}\" aria-label=\"{}\">\n", index + 1, text.document());
    if (!single) {
      html.add("<h2>{}</h2>\n", text.document());
    }
    writeCounts(text);
    writeMap(text, index);
    new LookHtml(html, text, LookList.prefix(index)).write();
    html.add("<table>\n<caption>Sentences of {}", text.document());
    html.add(" and their translation</caption>\n<thead><tr>");
    writeColumn("source", text.source());
    html.add("<th scope=\"col\" class=\"judgement\">Bead</th>");
    writeColumn("target", text.target());
    html.add("</tr></thead>\n");
    BeadHtml rows = new BeadHtml(html, text, looks, LookList.prefix(index), BeadNotes.NONE);
    for (int i = 0; i < beads.size(); i++) {
      rows.write(i);
    }
    html.add("</table>\n</section>\n");
  }

  private void writeColumn(String side, AlignedText.TextInfo info) throws IOException {
    html.add("<th scope=\"col\" class=\"{}\"><b>{}</b> ", side, info.language());
    html.add("<span class=\"file\">{}</span></th>", info.file());
  }

  private void writeCounts(AlignedText text) throws IOException {
    List<Bead> beads = text.alignment().beads();
    List<Attention> attentions = beads.stream().map(bead -> Attention.of(text, bead)).toList();
    html.add("<dl class=\"figures\">\n");
    writeCount(text.source().language() + " sentences", text.alignment().source().size());
    writeCount(text.target().language() + " sentences", text.alignment().target().size());
    writeCount("beads", beads.size());
    writeCount("units", beads.stream().filter(text.alignment()::isUnit).count());
    for (Attention attention : Attention.values()) {
      if (attention != Attention.NONE) {
        writeCount(attention.label(), attentions.stream().filter(attention::equals).count());
      }
    }
    html.add("</dl>\n");
  }

  private void writeCount(String name, long value) throws IOException {
    html.add("<div><dt>{}</dt><dd>{}</dd></div>\n", name, Html.count(value));
  }

  /**
   * Writes one mark for each bead. The map only repeats the table and the list, so it is hidden
   * from screen readers.
   */
  private void writeMap(AlignedText text, int index) throws IOException {
    List<Bead> beads = text.alignment().beads();
    html.add("<div class=\"map\" aria-hidden=\"true\">");
    for (int i = 0; i < beads.size(); i++) {
      Bead bead = beads.get(i);
      String mark = Attention.mark(text, bead);
      html.add("<a tabindex=\"-1\" class=\"tick {}\"", BeadHtml.classes(text, bead));
      html.add(" href=\"#{}{}\" title=\"no. {}: ", LookList.prefix(index), i + 1, i + 1);
      html.add("{}{}\"></a>", BeadHtml.confidence(bead), mark.isEmpty() ? "" : ", " + mark);
    }
    html.add("</div>\n");
  }
}
