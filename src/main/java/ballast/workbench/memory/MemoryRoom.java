package ballast.workbench.memory;

import ballast.bitext.InputException;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.report.page.Html;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Route;
import ballast.workbench.edit.CommandHtml;
import ballast.workbench.edit.MemoryDesk;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.memory.MemorySearch;
import ballast.workflow.memory.UnitListing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The room of the memory: one box for every search, and what is done with the units it finds. */
public final class MemoryRoom {

  /** Units of a page. */
  private static final int PAGE = 50;

  private static final int MAX_MATCHES = 10;
  private static final int MAX_PLACES = 80;

  private final MemoryDesk desk;
  private final Shell shell;

  public MemoryRoom(Bench bench, Shell shell) {
    this.desk = new MemoryDesk(bench);
    this.shell = shell;
  }

  /** Its pages and what they send. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.page(Room.MEMORY.path(), this::page));
    routes.addAll(new UnitRoutes(desk).routes());
    routes.addAll(new CommandRoutes(desk, shell).routes());
    routes.addAll(new ReplaceRoutes(desk, shell).routes());
    routes.addAll(new DuplicateRoutes(desk, shell).routes());
    return routes;
  }

  private Answer page(Call call) throws IOException {
    MemoryQuery query = new MemoryQuery(call.query());
    if (!desk.bench().hasMemory()) {
      return shell.page(
          call, Shell.Page.of(Room.MEMORY, Words.of(call).say("room.memory")), this::writeEmpty);
    }
    List<DocumentSummary> documents = desk.ask(Memory::documents);
    Found found = find(query);
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("room.memory")),
        (html, words) -> {
          html.add("<h1>{}</h1>\n", words.say("room.memory"));
          new SearchForm(html, words, query).write(documents);
          writeTools(html, words, query);
          new FoundHtml(html, words).write(query, found);
          writeKeys(html, words);
        });
  }

  private Found find(MemoryQuery query) {
    try {
      String text = query.text();
      if (text.isEmpty() || query.isDeleted()) {
        UnitListing.Request request =
            new UnitListing.Request(query.filter(text), query.after(), PAGE);
        UnitListing.Result page = desk.ask(memory -> new UnitListing(memory).list(request));
        return new Found.Page(page.units(), page.hasMore(), query.isDeleted());
      }
      MemorySearch.Request request =
          new MemorySearch.Request(text, query.in(), query.filter(""), MAX_MATCHES, MAX_PLACES);
      return new Found.Search(text, desk.ask(memory -> new MemorySearch(memory).find(request)));
    } catch (InputException e) {
      return new Found.Impossible(e.getMessage() + (e.hint().isEmpty() ? "" : "\n" + e.hint()));
    }
  }

  private void writeEmpty(Html html, Words words) throws IOException {
    html.add("<h1>{}</h1>\n<p>{} ", words.say("room.memory"), words.say("memory.empty"));
    html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
  }

  /** Writes what is done with the units that are selected, and with all that are found. */
  private void writeTools(Html html, Words words, MemoryQuery query) throws IOException {
    html.add("<div class=\"tools\">\n");
    CommandHtml.writePlace(html);
    html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.tools"));
    html.add("<a href=\"/memory/replace?{}\">", query.conditions());
    html.add("{}</a> ", words.say("memory.replace"));
    html.add("<a href=\"/memory/duplicates?{}\">", query.conditions());
    html.add("{}</a> ", words.say("memory.duplicates"));
    html.add(
        "<button type=\"button\" id=\"show-keys\">{}</button></nav>\n", words.say("memory.keys"));
    html.add("</div>\n<p id=\"done\" role=\"status\"></p>\n");
    html.add(
        "<form id=\"selected\" class=\"line\" hx-post=\"/memory/units\" hx-swap=\"none\""
            + " hidden>\n");
    html.add("<output id=\"count\" data-count=\"{}\"></output>\n", words.say("memory.selected"));
    for (String action : List.of("approve", "reject", "redraft", "delete", "restore")) {
      html.add("<button name=\"action\" value=\"{}\">", action);
      html.add("{}</button>\n", words.say("memory." + action));
    }
    html.add(
        "<button type=\"button\" id=\"none\">{}</button></form>\n",
        words.say("memory.select.none"));
  }

  private static void writeKeys(Html html, Words words) throws IOException {
    html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">\n");
    html.add("<h2 id=\"keys-title\">{}</h2>\n<dl>\n", words.say("memory.keys"));
    for (String key : List.of("j", "k", "a", "r", "d", "x", "e", "h", "s", "z", "y", "/", "?")) {
      html.add("<div><dt><kbd>{}</kbd></dt>", key);
      html.add("<dd>{}</dd></div>\n", words.say("memory.key." + key));
    }
    html.add(
        "</dl>\n<form method=\"dialog\"><button>{}</button></form>\n", words.say("memory.close"));
    html.add("</dialog>\n");
  }
}
