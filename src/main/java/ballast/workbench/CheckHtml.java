package ballast.workbench;

import ballast.app.page.Html;
import ballast.bitext.Severity;
import ballast.workbench.KeptCheck.Checked;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the findings of a page, with the filters above them. */
final class CheckHtml {

  private static final int PAGE = 100;

  /** Maximum documents in the filter. A longer list would be slow and useless. */
  private static final int MAX_LISTED = 300;

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  private final Html html;
  private final Words words;

  CheckHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  static void writeEmpty(Html html, Words words) throws IOException {
    html.add("<h1>{}</h1>\n<p>{} ", words.say("room.check"), words.say("memory.empty"));
    html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
  }

  void write(CheckQuery query, KeptResult.State<Checked> state) throws IOException {
    Checked checked = state.value();
    List<KeptCheck.Row> found = query.select(checked.rows());
    html.add("<section id=\"check\" aria-label=\"{}\"", words.say("check.findings"));
    // The response to a filter brings the same news, so it cancels this request.
    html.add(" hx-sync=\"this:abort\" hx-disinherit=\"hx-sync\"");
    html.add(" data-address=\"{}?{}\">\n", Room.CHECK.path(), query.address());
    writeExtent(checked);
    writeRunning(state.running(), state.share());
    if (!state.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", state.error());
    }
    if (!checked.rows().isEmpty()) {
      writeFilters(query, checked);
    }
    if (checked.isDone()) {
      writeFound(query, checked, found);
    }
    html.add("</section>\n");
  }

  private void writeExtent(Checked checked) throws IOException {
    if (!checked.isDone()) {
      return;
    }
    Checked.Extent extent = checked.extent();
    html.add("<p class=\"soft\">{}", words.say("check.extent", extent.pairs(), extent.concepts()));
    if (checked.leftOut() > 0) {
      html.add(" <a href=\"/check/waivers\">{}</a>", words.say("check.waived", checked.leftOut()));
    }
    html.add("</p>\n");
    if (!extent.inPart().isEmpty()) {
      html.add("<details><summary>{}</summary>", words.say("check.inPart", extent.inPart().size()));
      for (String line : extent.inPart()) {
        html.add("<p class=\"soft\">{}</p>\n", line);
      }
      html.add("</details>\n");
    }
  }

  /** Writes whether a check is running; while it is, the page asks again. */
  void writeRunning(boolean running, int share) throws IOException {
    if (running) {
      html.add("<p id=\"running\" class=\"soft\" hx-get=\"/check/running\"");
      html.add(" hx-trigger=\"load delay:500ms\" hx-swap=\"outerHTML\">");
      html.add("{}</p>\n", words.say("check.running", share));
    } else {
      html.add("<p id=\"running\" hidden></p>\n");
    }
  }

  private void writeFilters(CheckQuery query, Checked checked) throws IOException {
    html.add("<form id=\"filters\" action=\"{}\" hx-get=\"/check\"", Room.CHECK.path());
    html.add(" hx-target=\"#check\" hx-select=\"#check\" hx-swap=\"outerHTML\"");
    html.add(
        " hx-replace-url=\"true\" hx-sync=\"#check:replace\" hx-trigger=\"submit, change\">\n");
    html.add("<fieldset><legend>{}</legend>\n", words.say("check.severity"));
    Map<String, Integer> severities = query.counts(CheckQuery.SEVERITY, checked.rows());
    for (Severity severity : WORST_FIRST) {
      String name = severity.label();
      html.add("<label class=\"{}\"><input type=\"checkbox\" name=\"severity\"", name);
      html.add(" id=\"severity-{}\" value=\"{}\"", name, name);
      html.add(query.has(CheckQuery.SEVERITY, name) ? " checked>" : ">");
      html.add(" {} ", words.say("severity." + name));
      html.add("<b>{}</b></label>\n", severities.getOrDefault(name, 0));
    }
    html.add("</fieldset>\n<div class=\"fields\">\n");
    for (String field : List.of(CheckQuery.RULE, CheckQuery.TERM, CheckQuery.DOCUMENT)) {
      writeChoice(query, field, checked);
    }
    if (query.hasConditions()) {
      html.add("<a class=\"button\" href=\"{}\">", Room.CHECK.path());
      html.add("{}</a>\n", words.say("check.all"));
    }
    html.add("<noscript><button>{}</button></noscript>\n", words.say("memory.find"));
    html.add("</div>\n</form>\n");
  }

  private void writeChoice(CheckQuery query, String field, Checked checked) throws IOException {
    Map<String, Integer> counts = query.counts(field, checked.rows());
    if (counts.isEmpty()) {
      return;
    }
    html.add("<label>{} <select id=\"choice-{}\"", words.say("check." + field), field);
    html.add(" name=\"{}\">\n<option value=\"\">{}</option>\n", field, words.say("memory.all"));
    int listed = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      boolean chosen = query.has(field, count.getKey());
      if (listed++ >= MAX_LISTED && !chosen) {
        continue;
      }
      String zh = field.equals(CheckQuery.TERM) ? checked.terms().get(count.getKey()) : "";
      html.add("<option value=\"{}\"", count.getKey());
      html.add(chosen ? " selected>" : ">");
      html.add(zh == null || zh.isEmpty() ? "{}" : "{} · ", zh == null ? "" : zh);
      html.add("{} ({})</option>\n", count.getKey(), count.getValue());
    }
    html.add("</select></label>\n");
  }

  private void writeFound(CheckQuery query, Checked checked, List<KeptCheck.Row> found)
      throws IOException {
    html.add("<h2 id=\"found\" tabindex=\"-1\">{}</h2>\n", words.say("check.count", found.size()));
    int from = query.from() < found.size() ? query.from() : 0;
    int end = Math.min(found.size(), from + PAGE);
    html.add("<ol class=\"units findings\">\n");
    RowHtml rows = new RowHtml(html, words, query.address());
    for (KeptCheck.Row row : found.subList(from, end)) {
      rows.write(row, checked.terms().getOrDefault(row.finding().term(), ""));
    }
    html.add("</ol>\n");
    if (found.size() > PAGE) {
      html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.pages"));
      writePage(query, from > 0, from - PAGE, "check.previous");
      html.add("<span>{}</span>", words.say("check.shown", from + 1, end, found.size()));
      writePage(query, end < found.size(), end, "check.next");
      html.add("</nav>\n");
    }
  }

  private void writePage(CheckQuery query, boolean exists, int from, String name)
      throws IOException {
    if (exists) {
      html.add(
          "<a class=\"button\" href=\"{}?{}\">", Room.CHECK.path(), query.at(Math.max(0, from)));
      html.add("{}</a> ", words.say(name));
    }
  }
}
