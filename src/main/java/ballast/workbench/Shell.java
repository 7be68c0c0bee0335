package ballast.workbench;

import ballast.app.page.Html;
import ballast.bitext.InputException;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Room.Links;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The frame of a page: head, navigation bar, main part, foot. */
public final class Shell {

  /**
   * One page.
   *
   * @param title begins the window title; plain text
   * @param styles names of style files, in addition to the common ones
   * @param scripts names of script files, in addition to htmx
   */
  public record Page(Room room, String title, List<String> styles, List<String> scripts) {
    public Page {
      styles = List.copyOf(styles);
      scripts = List.copyOf(scripts);
    }

    public static Page of(Room room, String title) {
      return new Page(room, title, room.styles(), room.scripts());
    }
  }

  @FunctionalInterface
  public interface Body {
    void write(Html html, Words words) throws IOException;
  }

  /** Renders the main part of a page, or a fragment. */
  @FunctionalInterface
  public interface View {
    void render(HtmlTemplateOutput out, Words words);
  }

  private final String folder;

  public Shell(String folder) {
    this.folder = folder;
  }

  public Answer page(Call call, Page page, Body body) throws IOException {
    return Answer.of(Answer.HTML, out -> write(out, call, page, body));
  }

  public Answer view(Call call, Page page, View view) throws IOException {
    return page(call, page, (html, words) -> html.render(out -> view.render(out, words)));
  }

  /** Returns the page of a room in a folder without a memory. */
  public Answer empty(Call call, Room room) throws IOException {
    return view(
        call,
        Page.of(room, Words.of(call).say(room.key())),
        (out, words) -> JteEmptyRoomGenerated.render(out, null, words, room));
  }

  /**
   * Returns the route to a room. Errors are shown inside the frame, so that other rooms stay
   * reachable.
   */
  public Route route(Room room, Route.Handler handler) {
    return route(room, room.path(), handler);
  }

  public Route route(Room room, String path, Route.Handler handler) {
    return Route.page(
        path,
        call -> {
          try {
            return handler.answer(call);
          } catch (InputException e) {
            return problem(call, room, e);
          } catch (IOException | UncheckedIOException e) {
            if (InputException.isOfFullDisk(e)) {
              return problem(call, room, InputException.fullDisk(e));
            }
            throw e;
          }
        });
  }

  private Answer problem(Call call, Room room, InputException e) throws IOException {
    Page page = new Page(room, Words.of(call).say("problem"), List.of(), List.of());
    Body body =
        (html, words) -> {
          html.add("<h1>{}</h1>\n", words.say("problem"));
          html.add(
              "<p class=\"alert\">{}</p>\n<p>{}</p>\n", String.valueOf(e.getMessage()), e.hint());
        };
    return Answer.of(RefusedException.status(e), Answer.HTML, out -> write(out, call, page, body));
  }

  /** Returns a fragment that replaces a part of the page. */
  public static Answer part(Call call, Body body) throws IOException {
    return Answer.of(Answer.HTML, out -> body.write(new Html(out), Words.of(call)));
  }

  public static Answer partView(Call call, View view) throws IOException {
    return part(call, (html, words) -> html.render(out -> view.render(out, words)));
  }

  private void write(Writer out, Call call, Page page, Body body) throws IOException {
    Words words = Words.of(call);
    Html html = new Html(out);
    html.add(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", words.tag());
    html.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.add("<meta name=\"color-scheme\" content=\"light dark\">\n");
    // The server's policy allows neither inline style nor evaluated script.
    html.add("<meta name=\"htmx-config\" content='{\"includeIndicatorStyles\":false,");
    html.add("\"allowEval\":false,\"selfRequestsOnly\":true,\"historyCacheSize\":0,");
    // A redrawn button responds immediately; htmx would disable it for 20 ms.
    html.add("\"defaultSettleDelay\":0}'>\n");
    html.add("<title>{} – {} – Ballast</title>\n", page.title(), folder);
    html.add("<link rel=\"icon\" href=\"/static/icon.svg\">\n");
    for (String style : and(and("base.css", page.styles()), "workbench.css")) {
      html.add("<link rel=\"stylesheet\" href=\"/static/{}\">\n", style);
    }
    html.add("<script src=\"/static/htmx.js\" defer></script>\n");
    for (String script : and("workbench.js", page.scripts())) {
      html.add("<script type=\"module\" src=\"/static/{}\"></script>\n", script);
    }
    html.add("</head>\n<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n", words.say("skip"));
    writeBar(html, words, call, page.room());
    html.add("<main id=\"main\" tabindex=\"-1\">\n");
    body.write(html, words);
    html.add("</main>\n<p id=\"said\" role=\"status\" aria-live=\"polite\"></p>\n");
    html.add("</body>\n</html>\n");
  }

  private static List<String> and(String first, List<String> some) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(some);
    return all;
  }

  private static List<String> and(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }

  private void writeBar(Html html, Words words, Call call, Room here) throws IOException {
    html.add("<header class=\"bar\"><nav aria-label=\"{}\"><ul>\n", words.say("rooms"));
    for (Room room : Room.values()) {
      html.add("<li><a href=\"{}\"", room.path());
      html.add(room == here ? " aria-current=\"page\"" : "");
      html.add(">{}</a></li>\n", words.say(room.key()));
    }
    html.add("</ul></nav>\n<p class=\"folder\" title=\"{}\">{}</p>\n", folder, folder);
    Words other = words.other();
    html.add("<form method=\"post\" action=\"/language\">");
    html.add("<input type=\"hidden\" name=\"to\" value=\"{}\">", other.tag());
    html.add("<input type=\"hidden\" name=\"back\" value=\"{}\">", here(call));
    html.add("<button lang=\"{}\">{}</button></form>\n", other.tag(), other.say("language"));
    html.add("</header>\n");
  }

  /** Returns path and query of the page, for the way back. */
  private static String here(Call call) {
    String document = call.query().text("document");
    return document.isEmpty() ? call.path() : call.path() + "?document=" + Links.encoded(document);
  }
}
