package ballast.workbench.export;

import ballast.bitext.Status;
import ballast.memory.DocumentSummary;
import ballast.report.page.Html;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.exchange.UnitExport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the form in which a file is chosen. */
final class ExportHtml {

  private final Html html;
  private final Words words;

  ExportHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /** Writes that there is no memory, and what can be had all the same. */
  void writeWithoutMemory() throws IOException {
    html.add("<p>{} ", words.say("memory.empty"));
    html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
    html.add("<form id=\"export\" action=\"/export/file\"><div id=\"downloads\">\n");
    writeGroup(Download.Content.TERMS, true, "");
    html.add("</div></form>\n");
  }

  /** Writes it, with the number of units still to come. */
  void write(ExportQuery query, List<DocumentSummary> documents) throws IOException {
    html.add("<form id=\"export\" action=\"/export/file\" hx-get=\"/export/downloads\"");
    html.add(" hx-target=\"#downloads\" hx-swap=\"outerHTML\" hx-trigger=\"change\">\n");
    html.add("<div class=\"fields\">\n<label>{} ", words.say("memory.document"));
    html.add("<select name=\"document\" id=\"document\">\n<option value=\"\">");
    html.add("{}</option>\n", words.say("memory.all"));
    for (DocumentSummary document : documents) {
      html.add("<option value=\"{}\"", document.name());
      html.add(document.name().equals(query.document()) ? " selected>" : ">");
      html.add("{}</option>\n", document.name());
    }
    html.add("</select></label>\n<fieldset><legend>{}</legend>", words.say("memory.status"));
    for (Status status : Status.values()) {
      html.add("<label><input type=\"checkbox\" name=\"status\" value=\"{}\"", status.label());
      html.add(query.has(status) ? " checked>" : ">");
      html.add(" {}</label> ", words.say("status." + status.label()));
    }
    html.add("</fieldset>\n<label><input type=\"checkbox\" name=\"doubtful\" value=\"1\"");
    html.add(query.withDoubtful() ? " checked>" : ">");
    html.add(" {}</label>\n</div>\n", words.say("export.doubtful"));
    html.add("<div id=\"downloads\" hx-get=\"/export/downloads\" hx-trigger=\"load\"");
    html.add(" hx-include=\"#export\" hx-swap=\"outerHTML\" hx-target=\"this\">");
    html.add("</div>\n</form>\n");
  }

  /**
   * Writes the files that can be had.
   *
   * @param count how many units a file of units has; empty if there is no memory
   */
  void writeDownloads(ExportQuery query, Optional<UnitExport.Result> count) throws IOException {
    html.add("<div id=\"downloads\">\n");
    boolean hasUnits = count.isPresent() && count.get().written() > 0;
    if (count.isPresent()) {
      html.add("<p id=\"count\" role=\"status\">{}", words.say("export.count", written(count)));
      if (count.get().doubtful() > 0) {
        html.add(" {}", words.say("export.left", count.get().doubtful()));
      }
      html.add("</p>\n");
      writeGroup(Download.Content.UNITS, hasUnits, "");
      boolean chosen = !query.document().isEmpty();
      writeGroup(Download.Content.ARTICLE, chosen, chosen ? "" : words.say("export.choose"));
      writeGroup(Download.Content.PAGE, true, "");
    }
    writeGroup(Download.Content.TERMS, true, words.say("export.terms.all"));
    html.add("</div>\n");
  }

  private static int written(Optional<UnitExport.Result> count) {
    return count.map(UnitExport.Result::written).orElse(0);
  }

  private void writeGroup(Download.Content content, boolean enabled, String hint)
      throws IOException {
    String name = content.name().toLowerCase(Locale.ROOT);
    html.add("<section class=\"group\"><h2>{}</h2>\n", words.say("export." + name));
    if (!hint.isEmpty()) {
      html.add("<p class=\"soft\">{}</p>\n", hint);
    }
    html.add("<ul class=\"files\">\n");
    for (Download download : Download.of(content)) {
      html.add("<li><button name=\"file\" id=\"file-{}\"", download.label());
      html.add(" value=\"{}\"", download.label());
      html.add(enabled ? ">" : " disabled>");
      html.add("{}</button> ", words.say("export.file." + download.label()));
      html.add(
          "<span class=\"soft\">{}</span></li>\n", words.say("export.for." + download.label()));
    }
    html.add("</ul></section>\n");
  }
}
