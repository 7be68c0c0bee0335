package ballast.workbench.articles;

import ballast.memory.DocumentSummary;
import ballast.report.page.Html;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.align.Outcome;
import java.io.IOException;
import java.util.List;

/** Writes the room of the articles. */
final class ArticleHtml {

  private final Html html;
  private final Words words;

  ArticleHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /**
   * Writes where files are dropped.
   *
   * @param isNew whether there is nothing yet, so that more is explained
   * @param hasTexts whether the folder itself may have articles
   */
  void writeWelcome(boolean isNew, boolean hasTexts) throws IOException {
    html.add("<h1>{}</h1>\n", words.say("room.articles"));
    if (isNew) {
      html.add("<p class=\"lead\">{}</p>\n", words.say("articles.welcome"));
    }
    html.add("<section class=\"drop\" id=\"drop\" aria-labelledby=\"drop-title\">\n");
    html.add("<h2 id=\"drop-title\">{}</h2>\n", words.say("articles.drop"));
    html.add("<p>{}</p>\n<p class=\"choose\">", words.say("articles.drop.more"));
    html.add("<label class=\"button go\">{}", words.say("articles.files"));
    html.add("<input type=\"file\" id=\"files\" multiple></label> ");
    html.add("<label class=\"button\">{}", words.say("articles.folder"));
    html.add("<input type=\"file\" id=\"folder\" webkitdirectory></label></p>\n");
    html.add("<p id=\"dropping\" role=\"status\" data-one=\"{}\"", words.say("articles.sending"));
    html.add(" data-failed=\"{}\"></p>\n</section>\n", words.say("articles.failed"));
    if (hasTexts) {
      html.add("<form method=\"post\" action=\"/articles/folder\" class=\"line\">");
      html.add("<button>{}</button> ", words.say("articles.align"));
      html.add("<span class=\"soft\">{}</span></form>\n", words.say("articles.align.more"));
    }
  }

  /** Writes what is being done, and the articles of the memory. */
  void writeList(List<DocumentSummary> documents, AlignJob.State state) throws IOException {
    html.add("<div id=\"articles\"");
    if (state.running()) {
      html.add(" hx-get=\"/articles/list\" hx-trigger=\"load delay:400ms\" hx-swap=\"outerHTML\"");
    }
    html.add(">\n");
    writeState(state);
    if (!documents.isEmpty()) {
      writeTable(documents);
    }
    html.add("</div>\n");
  }

  private void writeState(AlignJob.State state) throws IOException {
    if (state.equals(AlignJob.State.IDLE)) {
      return;
    }
    html.add("<section class=\"outcomes\" aria-live=\"polite\">\n");
    long done = state.outcomes().stream().filter(one -> !(one instanceof Outcome.Alone)).count();
    if (state.running()) {
      html.add("<h2>{}</h2>\n", words.say("articles.aligning", done, state.all()));
      html.add("<progress max=\"{}\" value=\"{}\"", Math.max(1, state.all()), done);
      html.add(
          " aria-label=\"{}\"></progress>\n", words.say("articles.aligning", done, state.all()));
    } else if (state.error().isEmpty()) {
      html.add("<h2>{}</h2>\n", words.say("articles.done", done));
    } else {
      html.add("<h2>{}</h2>\n", words.say("articles.impossible"));
    }
    if (!state.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", state.error());
    }
    html.add("<ul>\n");
    for (Outcome outcome : state.outcomes()) {
      writeOutcome(outcome);
    }
    for (String warning : state.warnings()) {
      html.add("<li class=\"alert\">{}</li>\n", warning);
    }
    html.add("</ul>\n</section>\n");
  }

  private void writeOutcome(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Recorded done) {
      Outcome.Statistics statistics = done.statistics();
      int looks = statistics.doubtful() + statistics.oneSided();
      html.add("<li>");
      link(done.article().document());
      html.add(" – {}</li>\n", words.say("articles.recorded", statistics.units(), looks));
    } else if (outcome instanceof Outcome.Finished done) {
      html.add("<li>");
      link(done.article().document());
      html.add(" – {}</li>\n", words.say("articles.finished"));
    } else if (outcome instanceof Outcome.Unrelated unrelated) {
      html.add("<li class=\"alert\">{} – ", unrelated.article().document());
      html.add("{}</li>\n", unrelated.reason());
    } else if (outcome instanceof Outcome.Failed failed) {
      html.add("<li class=\"alert\">{} – {}", failed.name(), failed.reason());
      if (!failed.hint().isEmpty()) {
        html.add(" <span>({})</span>", failed.hint());
      }
      html.add("</li>\n");
    } else if (outcome instanceof Outcome.Alone alone) {
      html.add("<li class=\"soft\">{} – ", alone.file());
      html.add("{} <span>({})</span></li>\n", words.say("articles.alone"), alone.reason());
    }
  }

  private void link(String document) throws IOException {
    html.add("<a href=\"{}\">{}</a>", Links.to(Room.ALIGN, document), document);
  }

  private void writeTable(List<DocumentSummary> documents) throws IOException {
    html.add("<table class=\"list\">\n<caption>{}</caption>\n", words.say("room.articles"));
    html.add("<thead><tr><th scope=\"col\">{}</th>", words.say("articles.article"));
    html.add("<th scope=\"col\" class=\"number\">{}</th>", words.say("articles.units"));
    html.add("<th scope=\"col\" class=\"number\">{}</th>", words.say("articles.revisions"));
    html.add("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", words.say("articles.changed"));
    for (DocumentSummary document : documents) {
      html.add("<tr><th scope=\"row\">");
      link(document.name());
      html.add("</th><td class=\"number\" data-head=\"{}\">", words.say("articles.units"));
      html.add("{}</td>", Html.count(document.units()));
      html.add("<td class=\"number\" data-head=\"{}\">", words.say("articles.revisions"));
      html.add("{}</td>", document.revisions());
      html.add("<td><time datetime=\"{}\">", document.lastChange());
      html.add("{}</time></td></tr>\n", document.lastChange());
    }
    html.add("</tbody>\n</table>\n");
  }
}
