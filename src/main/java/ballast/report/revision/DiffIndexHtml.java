package ballast.report.revision;

import ballast.bitext.CountedNoun;
import ballast.report.page.Html;
import ballast.report.page.HtmlPage;
import ballast.revise.ChangeKind;
import ballast.revise.EditRate;
import ballast.workflow.revise.LoneVersion;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;

/** Writes the page that leads to the changes of several files, the most changed first. */
final class DiffIndexHtml {

  private final Writer out;
  private final Html html;
  private final List<ComparedFile> changed;
  private final List<ComparedFile> unchanged;
  private final List<LoneVersion> alone;

  /**
   * Prepares the page.
   *
   * @param files that both versions have
   * @param alone those that one version only has
   */
  DiffIndexHtml(Writer out, List<ComparedFile> files, List<LoneVersion> alone) {
    this.alone = List.copyOf(alone);
    this.out = out;
    this.html = new Html(out);
    this.changed =
        files.stream()
            .filter(file -> !file.page().isEmpty())
            .sorted(
                Comparator.comparingDouble((ComparedFile file) -> -file.rate().rate())
                    .thenComparing(ComparedFile::name))
            .toList();
    this.unchanged = files.stream().filter(file -> file.page().isEmpty()).toList();
  }

  /**
   * Writes the page.
   *
   * @param old what the old versions are called, perhaps empty
   */
  void write(String old) throws IOException {
    String title = "Changes in " + CountedNoun.of(changed.size() + alone.size(), "file");
    HtmlPage.writeHead(out, title, "diff.css", "");
    html.add("<header>\n<h1>{}</h1>\n", title);
    if (!old.isEmpty()) {
      html.add("<p class=\"soft\">compared with {}</p>\n", old);
    }
    html.add("</header>\n<main>\n");
    if (!changed.isEmpty()) {
      writeTable();
    }
    if (!alone.isEmpty()) {
      html.add("<h2>In one version only</h2>\n<ul class=\"alone\">\n");
      for (LoneVersion version : alone) {
        html.add("<li>{}</li>\n", version.inWords());
      }
      html.add("</ul>\n");
    }
    if (!unchanged.isEmpty()) {
      html.add("<h2>Unchanged</h2>\n<ul class=\"unchanged\">\n");
      for (ComparedFile file : unchanged) {
        html.add("<li>{}</li>\n", file.name());
      }
      html.add("</ul>\n");
    }
    html.add("</main>\n");
    HtmlPage.writeFoot(out);
  }

  private void writeTable() throws IOException {
    html.add("<table class=\"files\">\n<caption>Changed files</caption>\n<thead><tr>");
    html.add("<th scope=\"col\">File</th><th scope=\"col\">Words changed</th>");
    html.add("<th scope=\"col\">Sentences changed</th><th scope=\"col\">What</th>");
    html.add("</tr></thead>\n<tbody>\n");
    EditRate all = EditRate.NONE;
    int passages = 0;
    int count = 0;
    for (ComparedFile file : changed) {
      writeRow(file);
      all = all.plus(file.rate());
      passages += file.passages();
      count += file.changed();
    }
    html.add("</tbody>\n<tfoot><tr><th scope=\"row\">All of them</th>");
    html.add("<td>{}</td>", DiffTotals.percent(all.rate()));
    html.add("<td>{} of {}</td><td></td></tr></tfoot>\n", Html.count(count), Html.count(passages));
    html.add("</table>\n");
  }

  private void writeRow(ComparedFile file) throws IOException {
    html.add("<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>", file.page(), file.name());
    html.add("<td>{}", DiffTotals.percent(file.rate().rate()));
    html.meter(Math.round(100 * file.rate().rate()), "share");
    html.add("</td><td>{} of {}</td>", Html.count(file.changed()), Html.count(file.passages()));
    html.add("<td>");
    String comma = "";
    for (ChangeKind kind : ChangeKind.values()) {
      if (kind != ChangeKind.UNCHANGED && file.count(kind) > 0) {
        html.add("{}<span class=\"kind-{}\">", comma, kind.label());
        html.add("{} {}</span>", Html.count(file.count(kind)), kind.inWords());
        comma = ", ";
      }
    }
    html.add("</td></tr>\n");
  }
}
