package ballast.workbench.memory;

import ballast.memory.HistoryEntry;
import ballast.report.page.Html;
import ballast.workbench.frame.Words;
import java.io.IOException;
import java.util.List;

/** Writes what happened to a unit. */
final class HistoryHtml {

  private final Html html;
  private final Words words;

  HistoryHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /** Writes the entries, the oldest first, as the history has them. */
  void write(List<HistoryEntry> entries) throws IOException {
    html.add("<ol class=\"history\">\n");
    for (HistoryEntry entry : entries) {
      html.add("<li><p class=\"facts\"><strong>{}</strong> ", what(entry));
      HistoryEntry.Occasion occasion = entry.occasion();
      if (!occasion.author().isEmpty()) {
        html.add("<span>{}</span> ", occasion.author());
      }
      html.add("<time datetime=\"{}\">{}</time></p>\n", occasion.at(), occasion.at());
      writeText(entry.before().source(), entry.after().source());
      writeText(entry.before().target(), entry.after().target());
      if (!entry.note().isEmpty()) {
        html.add("<p class=\"soft\">{}</p>\n", entry.note());
      }
      html.add("</li>\n");
    }
    html.add("</ol>\n");
  }

  private String what(HistoryEntry entry) {
    String label = entry.what().label();
    return entry.what() == HistoryEntry.What.JUDGED
        ? words.say("status." + entry.after().status().label())
        : words.say("history." + label);
  }

  private void writeText(String before, String after) throws IOException {
    if (before.isEmpty()) {
      html.add("<p>{}</p>", after);
    } else if (!before.equals(after)) {
      html.add("<p><del>{}</del></p><p><ins>{}</ins></p>", before, after);
    }
  }
}
