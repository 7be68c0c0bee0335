package ballast.workbench;

import ballast.app.page.PageOutput;
import ballast.bitext.InputException;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Room.Links;
import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The frame of a page: head, navigation bar, main part, foot. */
public final class Shell {

  /**
   * One page.
   *
   * @param title begins the window title; plain text
   * @param styles names of style files, in addition to the common ones
   * @param scripts names of script files, in addition to htmx
   * @param keys keys of this page, in addition to those of all pages
   */
  public record Page(
      Room room, String title, List<String> styles, List<String> scripts, List<Room.Key> keys) {

    public Page {
      styles = List.copyOf(styles);
      scripts = List.copyOf(scripts);
      keys = List.copyOf(keys);
    }

    public static Page of(Room room, String title) {
      return new Page(room, title, room.styles(), room.scripts(), List.of());
    }

    Page withKeys(List<Room.Key> wanted) {
      return new Page(room, title, styles, scripts, wanted);
    }

    /** The words are those of the room: {@code memory.key.j}. */
    Page withKeys(String... wanted) {
      String prefix = room.name().toLowerCase(Locale.ROOT) + ".key.";
      return withKeys(Arrays.stream(wanted).map(key -> new Room.Key(key, prefix + key)).toList());
    }
  }

  /** Renders the main part of a page, or a fragment. */
  @FunctionalInterface
  public interface View {
    void render(HtmlTemplateOutput out, Words words);
  }

  private final String folder;
  private final String user;

  /**
   * @param user the recorded author of what is done here; may be ""
   */
  public Shell(String folder, String user) {
    this.folder = folder;
    this.user = user;
  }

  public Answer page(Call call, Page page, View view) throws IOException {
    return Answer.of(Answer.HTML, out -> write(out, call, page, view));
  }

  /** Returns the page of a room in a folder without a memory. */
  public Answer empty(Call call, Room room) throws IOException {
    return page(
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
    Page page = new Page(room, Words.of(call).say("problem"), List.of(), List.of(), List.of());
    View view =
        (out, words) ->
            JteProblemGenerated.render(out, null, words, String.valueOf(e.getMessage()), e.hint());
    return Answer.of(RefusedException.status(e), Answer.HTML, out -> write(out, call, page, view));
  }

  /** Returns a fragment that replaces a part of the page. */
  public static Answer part(Call call, View view) throws IOException {
    Words words = Words.of(call);
    return Answer.of(Answer.HTML, out -> PageOutput.write(out, part -> view.render(part, words)));
  }

  private void write(Writer out, Call call, Page page, View view) throws IOException {
    Words words = Words.of(call);
    HtmlContent main = part -> view.render(part, words);
    PageOutput.write(
        out,
        frame ->
            JteFrameGenerated.render(
                frame,
                null,
                words,
                folder,
                user,
                page.title(),
                page.room(),
                page.styles(),
                page.scripts(),
                page.keys(),
                here(call),
                main));
  }

  /** Returns path and query of the page, for the way back. */
  private static String here(Call call) {
    String document = call.query().text("document");
    return document.isEmpty() ? call.path() : call.path() + "?document=" + Links.encoded(document);
  }
}
