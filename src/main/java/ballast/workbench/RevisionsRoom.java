package ballast.workbench;

import ballast.app.Notices;
import ballast.app.page.Html;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ChangeFilter;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.DiffHtml;
import ballast.app.revisions.DiffPartHtml;
import ballast.app.revisions.ReviewExport;
import ballast.app.revisions.ReviewImport;
import ballast.app.revisions.ReviewLine;
import ballast.app.revisions.ReviewLineHtml;
import ballast.app.revisions.ReviewSheet;
import ballast.app.revisions.RevisionComparison;
import ballast.app.revisions.VersionFile;
import ballast.app.revisions.VersionReading;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewKey;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The room of the revisions: lists them for each document, and shows the changes between them. */
public final class RevisionsRoom {

  private final Bench bench;
  private final Shell shell;
  private final RevisionComparison comparison;
  private final ReviewRoutes review;

  public RevisionsRoom(Bench bench, Shell shell) {
    this.bench = bench;
    this.shell = shell;
    this.comparison = new RevisionComparison(bench.workplace(), Notices.NONE);
    this.review = new ReviewRoutes(bench, shell);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(shell.route(Room.REVISIONS, this::page));
    routes.add(Route.upload("/revisions/file", this::compareFile));
    routes.addAll(review.routes());
    return routes;
  }

  private Answer page(Call call) throws IOException {
    String document = call.query().text("document");
    Shell.Page frame = Shell.Page.of(Room.REVISIONS, Words.of(call).say("room.revisions"));
    if (!bench.hasMemory()) {
      return shell.page(
          call, frame, (html, words) -> new RevisionsHtml(html, words).writeDocuments(List.of()));
    }
    try (Memory memory = bench.memory().openForReading()) {
      if (document.isEmpty()) {
        List<DocumentSummary> documents = memory.documents();
        return shell.page(
            call, frame, (html, words) -> new RevisionsHtml(html, words).writeDocuments(documents));
      }
      List<Revision> revisions = memory.revisions(document);
      Chosen chosen = Chosen.of(call.query(), revisions.size());
      Optional<ComparedVersions> compared = compare(memory, document, chosen);
      return shell.page(
          call,
          frame,
          (html, words) -> {
            RevisionsHtml room = new RevisionsHtml(html, words);
            room.writeDocument(document, revisions, chosen);
            room.writeCompared(compared);
          });
    }
  }

  private Optional<ComparedVersions> compare(Memory memory, String document, Chosen chosen) {
    if (chosen.old() == 0) {
      return Optional.empty();
    }
    RevisionComparison.Subject subject =
        chosen.last() == 0
            ? new RevisionComparison.Revisions(memory, document, chosen.old(), chosen.revised())
            : new RevisionComparison.ThreeRevisions(
                memory, document, chosen.old(), chosen.revised(), chosen.last());
    return Optional.of(compare(subject));
  }

  private ComparedVersions compare(RevisionComparison.Subject subject) {
    return comparison.compare(
        subject,
        new RevisionComparison.Options(
            VersionReading.DEFAULT,
            Glossaries.OF_PROJECT,
            ChangeFilter.CHANGES,
            DiffHtml.MAX_ROWS));
  }

  /** Compares a file with the latest revision; the file is not kept. */
  private Answer compareFile(Call call) throws IOException {
    Parameters query = call.query();
    String document = query.required("document");
    String name = query.required("name");
    if (!bench.hasMemory()) {
      throw RefusedException.notFound("there is no memory yet");
    }
    try (Memory memory = bench.memory().openForReading()) {
      ComparedVersions compared =
          compare(
              new RevisionComparison.LatestAndText(
                  memory, document, new VersionFile(name, call.file().toString())));
      return Shell.part(
          call,
          (html, words) -> new RevisionsHtml(html, words).writeCompared(Optional.of(compared)));
    }
  }

  /** The review of a document: shows its changes, and takes an answer to each. */
  private static final class ReviewRoutes {

    private static final String PATH = "/revisions/review";

    private final Bench bench;
    private final Shell shell;
    private final ReviewExport changes = new ReviewExport();
    private final ReviewImport answers;

    ReviewRoutes(Bench bench, Shell shell) {
      this.bench = bench;
      this.shell = shell;
      this.answers = new ReviewImport(bench.workplace(), Notices.NONE);
    }

    List<Route> routes() {
      return List.of(
          shell.route(Room.REVISIONS, PATH, this::page), Route.change(PATH, this::answer));
    }

    private Answer page(Call call) throws IOException {
      String document = call.query().required("document");
      String since = since(call.query());
      ReviewExport.Result review = review(document, since, /* unchanged= */ false);
      return shell.page(
          call,
          Shell.Page.of(Room.REVISIONS, Words.of(call).say("revisions.review.of", document)),
          (html, words) -> new ReviewHtml(html, words, document, since, review).write());
    }

    /** The number of the revision to compare with; "" for the last but one. */
    private static String since(Parameters given) {
      int number = given.number("since", 0, Integer.MAX_VALUE, 0);
      return number == 0 ? "" : Integer.toString(number);
    }

    private ReviewExport.Result review(String document, String since, boolean unchanged) {
      if (!bench.hasMemory()) {
        throw RefusedException.notFound("there is no memory yet");
      }
      OptionalInt revision =
          since.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(since));
      try (Memory memory = bench.memory().openForReading()) {
        return changes.export(new ReviewExport.Request(memory, document, revision, unchanged));
      }
    }

    /** Imports one answer like a row of the table of {@code review export}. */
    private Answer answer(Call call) throws IOException {
      Parameters form = call.form();
      String document = form.required("document");
      String key = form.required("key");
      ReviewAnswers.Row row =
          new ReviewAnswers.Row(
              1,
              key,
              form.text("source"),
              form.text("target"),
              form.text("comment"),
              form.text("answer"));
      Origin origin = new Origin(bench.workplace().author(), "workbench: review of " + document);
      ReviewImport.Result result = answers.take(bench.memory(), document, List.of(row), origin);
      for (ReviewAnswers.Problem problem : result.problems()) {
        throw RefusedException.conflict(problem.reason());
      }
      return line(call, document, key.split(":", -1)[1]).with("HX-Trigger", "reviewed");
    }

    /**
     * Returns the present line of a unit. After an edit it may no longer differ from the old
     * version.
     */
    private Answer line(Call call, String document, String unit) throws IOException {
      String since = since(call.form());
      ReviewExport.Result review = review(document, since, /* unchanged= */ true);
      ReviewLine line =
          review.lines().stream()
              .filter(one -> one.unit().id().equals(unit) && !one.isRemoved())
              .findFirst()
              .orElseThrow(() -> RefusedException.conflict("the sentence is no longer there"));
      boolean olds = call.form().has("olds");
      return Shell.part(
          call,
          (html, words) ->
              new ReviewHtml(html, words, document, since, review).writeLine(line, olds));
    }
  }

  private static final class RevisionsHtml {

    private final Html html;
    private final Words words;

    RevisionsHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    void writeDocuments(List<DocumentSummary> documents) throws IOException {
      html.add("<h1>{}</h1>\n", words.say("room.revisions"));
      if (documents.isEmpty()) {
        html.add("<p>{} ", words.say("memory.empty"));
        html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
        return;
      }
      html.add("<table class=\"list\">\n<caption>{}</caption>\n", words.say("room.revisions"));
      html.add("<thead><tr><th scope=\"col\">{}</th>", words.say("articles.article"));
      html.add("<th scope=\"col\" class=\"number\">{}</th>", words.say("articles.revisions"));
      html.add("<th scope=\"col\">{}</th>", words.say("articles.changed"));
      html.add("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", words.say("revisions.review"));
      for (DocumentSummary document : documents) {
        html.add("<tr><th scope=\"row\"><a href=\"{}\">", link(document.name()));
        html.add("{}</a></th>", document.name());
        html.add("<td class=\"number\" data-head=\"{}\">", words.say("articles.revisions"));
        html.add("{}</td>", document.revisions());
        html.add("<td>");
        writeTime(document.lastChange().toString());
        html.add("</td><td><a href=\"/revisions/review?document={}\"", encoded(document.name()));
        html.add(" aria-label=\"{}\">", words.say("revisions.review.of", document.name()));
        html.add("{}</a></td></tr>\n", words.say("revisions.review"));
      }
      html.add("</tbody>\n</table>\n");
    }

    private static String link(String document) {
      return Links.to(Room.REVISIONS, document);
    }

    private static String encoded(String document) {
      return Links.encoded(document);
    }

    private void writeTime(String time) throws IOException {
      html.add("<time datetime=\"{}\">{}</time>", time, time);
    }

    void writeDocument(String document, List<Revision> revisions, Chosen chosen)
        throws IOException {
      html.add(
          "<p><a href=\"{}\">{}</a></p>\n", Room.REVISIONS.path(), words.say("room.revisions"));
      html.add("<h1>{}</h1>\n", document);
      html.add(
          "<p class=\"line\"><a class=\"button go\" href=\"/revisions/review?document={}\">",
          encoded(document));
      html.add("{}</a>", words.say("revisions.review.latest"));
      html.add(
          "<a href=\"{}\">{}</a></p>\n", Links.to(Room.ALIGN, document), words.say("room.align"));
      html.add("<form id=\"choice\" action=\"{}\">", Room.REVISIONS.path());
      html.add("<input type=\"hidden\" name=\"document\" value=\"{}\">\n", document);
      html.add(
          "<table class=\"list\">\n<caption>{}</caption>\n<thead><tr>",
          words.say("room.revisions"));
      for (String head : List.of("number", "made", "by", "files", "units", "set", "review")) {
        html.add("<th scope=\"col\">{}</th>", words.say("revisions.column." + head));
      }
      html.add("</tr></thead>\n<tbody>\n");
      for (int i = revisions.size() - 1; i >= 0; i--) {
        writeRevision(document, revisions.get(i));
      }
      html.add("</tbody>\n</table>\n");
      if (revisions.size() > 1) {
        writeChoice(revisions, chosen);
      } else {
        html.add("<p class=\"soft\">{}</p>\n", words.say("revisions.only.one"));
      }
      html.add("</form>\n");
      writeDrop(document);
    }

    private void writeRevision(String document, Revision revision) throws IOException {
      html.add("<tr><th scope=\"row\" data-head=\"{}\">", words.say("revisions.column.number"));
      html.add("{}</th><td>", revision.number());
      writeTime(revision.created().toString());
      html.add("</td><td>{}</td>", revision.run().author());
      html.add("<td>{}, ", revision.run().files().source().name());
      html.add("{}</td>", revision.run().files().target().name());
      html.add("<td>{}</td><td>", words.say("revisions.units", revision.units()));
      if (revision.pins().set() + revision.pins().takenAway() > 0) {
        html.add(
            "{}", words.say("revisions.pins", revision.pins().set(), revision.pins().takenAway()));
      }
      html.add("</td><td><a href=\"/revisions/review?document={}", encoded(document));
      html.add("&amp;since={}\">", revision.number());
      html.add("{}</a></td></tr>\n", words.say("revisions.since", revision.number()));
    }

    private void writeChoice(List<Revision> revisions, Chosen chosen) throws IOException {
      html.add("<p class=\"line\">");
      writeSelect("from", revisions, chosen.old(), false);
      writeSelect("to", revisions, chosen.revised(), false);
      writeSelect("then", revisions, chosen.last(), true);
      html.add("<button class=\"go\">{}</button></p>\n", words.say("revisions.compare"));
    }

    private void writeSelect(String name, List<Revision> revisions, int chosen, boolean optional)
        throws IOException {
      html.add("<label>{} <select name=\"{}\">", words.say("revisions." + name), name);
      if (optional) {
        html.add("<option value=\"\">{}</option>", words.say("revisions.nothing"));
      }
      for (Revision revision : revisions) {
        int number = revision.number();
        html.add("<option value=\"{}\"", number);
        html.add(number == chosen ? " selected>{}</option>" : ">{}</option>", number);
      }
      html.add("</select></label>\n");
    }

    private void writeDrop(String document) throws IOException {
      html.add("<section class=\"drop slim\" id=\"drop\" data-document=\"{}\"", document);
      html.add(" aria-labelledby=\"drop-title\">\n");
      html.add("<h2 id=\"drop-title\">{}</h2>\n", words.say("revisions.drop"));
      html.add("<p>{}</p>\n", words.say("revisions.drop.more"));
      html.add("<p><label class=\"button\">{}", words.say("revisions.file"));
      html.add("<input type=\"file\" id=\"file\"></label></p>\n");
      html.add("</section>\n");
    }

    /** Writes the changes as {@code ballast diff} does, in English. */
    void writeCompared(Optional<ComparedVersions> compared) throws IOException {
      html.add("<section id=\"compared\" aria-live=\"polite\" tabindex=\"-1\">\n");
      if (compared.isPresent()) {
        ComparedVersions versions = compared.get();
        html.add(
            "<h2>{}</h2>\n", words.say("revisions.changes", versions.changed(), versions.size()));
        html.add(
            "<p class=\"soft\">{} &#8594; {}</p>\n",
            versions.old().name(),
            versions.revised().name());
        html.add("<div lang=\"en\">\n");
        new DiffPartHtml(html, versions).write();
        html.add("</div>\n");
      }
      html.add("</section>\n");
    }
  }

  /**
   * The revisions to compare.
   *
   * @param old number of the oldest; 0 if nothing is compared
   * @param revised number of the revision compared with it
   * @param last number of the review of {@code revised}; 0 if there is none
   */
  private record Chosen(int old, int revised, int last) {

    private static final Chosen NOTHING = new Chosen(0, 0, 0);

    /** Returns the user's choice, or by default the last two revisions. */
    static Chosen of(Parameters query, int count) {
      int revised = query.number("to", 1, count, count);
      int old = query.number("from", 1, count, revised - 1);
      int last = query.number("then", 1, count, 0);
      return old < 1 || old == revised ? NOTHING : new Chosen(old, revised, last);
    }
  }

  private static final class ReviewHtml {

    private final Html html;
    private final Words words;
    private final String document;
    private final String since;
    private final ReviewExport.Result review;

    /**
     * @param since number of the revision to compare with; "" for the last but one
     */
    ReviewHtml(Html html, Words words, String document, String since, ReviewExport.Result review) {
      this.html = html;
      this.words = words;
      this.document = document;
      this.since = since;
      this.review = review;
    }

    void write() throws IOException {
      ReviewLineHtml texts = new ReviewLineHtml(html, review);
      html.add("<p><a href=\"{}\">", Links.to(Room.REVISIONS, document));
      html.add("{}</a></p>\n", words.say("room.revisions"));
      html.add("<h1>{}</h1>\n", words.say("revisions.review.of", document));
      html.add(
          "<div class=\"line\"><div hx-get=\"/memory/undo\" hx-trigger=\"load, reviewed"
              + " from:body\"></div>\n");
      html.add(
          "<button type=\"button\" id=\"show-keys\">{}</button></div>\n", words.say("memory.keys"));
      html.add("<p id=\"done\" role=\"status\"></p>\n");
      html.add(
          "<section id=\"review\" hx-get=\"/revisions/review?document={}", Links.encoded(document));
      html.add("&amp;since={}\" hx-select=\"#review\"", since);
      html.add(
          " hx-trigger=\"memory-changed from:body\" hx-swap=\"outerHTML\" hx-disinherit=\"*\">\n");
      String old = review.compared().old().name();
      int count = review.lines().size();
      html.add("<p class=\"soft\">{}", words.say("revisions.to.review", count));
      if (!old.isEmpty()) {
        html.add(" {}", words.say("revisions.against", old));
      }
      html.add(
          "</p>\n<table class=\"review room\">\n<caption>{}</caption>\n",
          words.say("revisions.review"));
      html.add(
          "<thead><tr><th scope=\"col\" class=\"what\">{}</th>", words.say("revisions.change"));
      html.add("<th scope=\"col\">{}</th>", words.say("revisions.source"));
      if (texts.hasOlds()) {
        html.add("<th scope=\"col\">{}</th>", words.say("revisions.old"));
      }
      html.add("<th scope=\"col\">{}</th></tr></thead>\n", words.say("revisions.new"));
      for (ReviewLine line : review.lines()) {
        writeLine(texts, line, texts.hasOlds());
      }
      html.add("</table>\n</section>\n");
      writeKeys();
    }

    /**
     * Writes one line that replaces the line on the page.
     *
     * @param olds whether the page has a column for old texts
     */
    void writeLine(ReviewLine line, boolean olds) throws IOException {
      writeLine(new ReviewLineHtml(html, review), line, olds);
    }

    private void writeLine(ReviewLineHtml texts, ReviewLine line, boolean olds) throws IOException {
      String id = line.isRemoved() ? "r-" + line.unit().id() : "c" + line.number();
      html.add("<tbody class=\"change {}\" id=\"{}\"", ReviewLineHtml.classes(line), id);
      html.add(" tabindex=\"-1\">\n<tr lang=\"en\">");
      texts.write(line, id);
      html.add("</tr>\n");
      if (!line.isRemoved()) {
        html.add("<tr class=\"decide\"><td colspan=\"{}\">\n", olds ? 4 : 3);
        writeForm(line, olds);
        html.add("</td></tr>\n");
      }
      html.add("</tbody>\n");
    }

    private void writeForm(ReviewLine line, boolean olds) throws IOException {
      Unit.Status status = line.unit().provenance().status();
      String number = line.number();
      html.add(
          "<form hx-post=\"/revisions/review\" hx-target=\"closest tbody\""
              + " hx-swap=\"outerHTML\">\n");
      hidden("document", document);
      hidden("since", since);
      hidden("key", ReviewSheet.key(line).text());
      hidden("source", ReviewKey.cell(line.unit().source()));
      if (olds) {
        hidden("olds", "1");
      }
      html.add(
          "<p class=\"acts\" role=\"group\" aria-label=\"{}\">",
          words.say("revisions.answer", number));
      html.add(
          "<span class=\"badge {}\">{}</span>\n",
          status.label(),
          words.say("status." + status.label()));
      verdict("yes", "memory.approve", status == Unit.Status.APPROVED);
      verdict("no", "memory.reject", status == Unit.Status.REJECTED);
      html.add("<button type=\"button\" data-open=\"edit\" aria-expanded=\"false\">");
      html.add("{}</button>\n", words.say("memory.edit"));
      html.add("<button type=\"button\" data-open=\"comment\" aria-expanded=\"false\">");
      html.add("{}</button></p>\n", words.say("revisions.comment"));
      html.add("<p data-part=\"edit\" hidden><label>{}", words.say("revisions.edit"));
      html.add("<textarea name=\"target\" rows=\"3\" lang=\"{}\">", line.unit().targetLang().tag());
      html.add("{}</textarea></label></p>\n", ReviewKey.cell(line.unit().target()));
      html.add("<p data-part=\"comment\" hidden><label>{} ", words.say("revisions.comment"));
      html.add("<input name=\"comment\" autocomplete=\"off\"></label></p>\n");
      html.add("<p data-part=\"save\" hidden><button name=\"answer\" value=\"\">");
      html.add("{}</button></p>\n</form>\n", words.say("revisions.save"));
    }

    private void verdict(String value, String name, boolean pressed) throws IOException {
      html.add("<button name=\"answer\" value=\"{}\" aria-pressed=\"{}\">", value, pressed);
      html.add("{}</button>\n", words.say(name));
    }

    private void hidden(String name, String value) throws IOException {
      html.add("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", name, value);
    }

    private void writeKeys() throws IOException {
      html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">\n");
      html.add("<h2 id=\"keys-title\">{}</h2>\n<dl>\n", words.say("memory.keys"));
      for (String key : List.of("j", "k", "a", "r", "e", "c", "z", "y", "?")) {
        html.add("<div><dt><kbd>{}</kbd></dt>", key);
        html.add("<dd>{}</dd></div>\n", words.say("revisions.key." + key));
      }
      html.add(
          "</dl>\n<form method=\"dialog\"><button>{}</button></form>\n", words.say("memory.close"));
      html.add("</dialog>\n");
    }
  }
}
