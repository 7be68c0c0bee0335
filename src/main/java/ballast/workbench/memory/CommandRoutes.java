package ballast.workbench.memory;

import ballast.memory.CommandInfo;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.edit.CommandHtml;
import ballast.workbench.edit.MemoryDesk;
import ballast.workbench.edit.NextCommand;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.memory.CommandHistory;
import ballast.workflow.memory.CommandReversal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes commands back, does them again, and lists them. */
final class CommandRoutes {

  private static final int MAX_LISTED = 100;

  private final MemoryDesk desk;
  private final Shell shell;

  CommandRoutes(MemoryDesk desk, Shell shell) {
    this.desk = desk;
    this.shell = shell;
  }

  List<Route> routes() {
    return List.of(
        Route.page("/memory/commands", this::list),
        Route.page("/memory/undo", this::buttons),
        Route.change("/memory/undo", call -> reverse(call, /* redo= */ false)),
        Route.change("/memory/redo", call -> reverse(call, /* redo= */ true)));
  }

  private Answer buttons(Call call) throws IOException {
    return Shell.part(call, (html, words) -> desk.writeUndo(html, words, /* alone= */ false));
  }

  private Answer list(Call call) throws IOException {
    List<CommandInfo> commands =
        desk.bench().hasMemory()
            ? new CommandHistory()
                .list(new CommandHistory.Request(desk.bench().memory(), MAX_LISTED))
            : List.of();
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.commands")),
        (html, words) -> {
          html.add("<p><a href=\"{}\">{}</a></p>\n", Room.MEMORY.path(), words.say("room.memory"));
          html.add("<h1>{}</h1>\n", words.say("memory.commands"));
          CommandHtml.writePlace(html);
          html.add("<p id=\"done\" role=\"status\"></p>\n");
          html.add("<div id=\"commands\" hx-get=\"/memory/commands\" hx-select=\"#commands\"");
          html.add(
              " hx-trigger=\"memory-changed from:body\" hx-swap=\"outerHTML\""
                  + " hx-disinherit=\"*\">\n");
          new CommandHtml(html, words).writeList(commands);
          html.add("</div>\n");
        });
  }

  /** Only the command that the page names: another may have been run in the meantime. */
  private Answer reverse(Call call, boolean redo) throws IOException {
    String expected = call.form().required("command");
    Words words = Words.of(call);
    NextCommand now = desk.next(redo);
    if (!now.refused().isEmpty()) {
      throw RefusedException.conflict(now.refused());
    }
    Optional<CommandInfo> next = now.command();
    if (next.isEmpty() || !String.valueOf(next.get().number()).equals(expected)) {
      throw RefusedException.conflict(words.say("memory.undo.other"));
    }
    CommandReversal.Request request =
        new CommandReversal.Request(
            desk.bench().memory(), redo, desk.origin(""), /* dryRun= */ false);
    Optional<CommandInfo> done = new CommandReversal(desk.bench().workplace()).run(request);
    String key = redo ? "memory.redone" : "memory.undone";
    return desk.done(
            call,
            done.map(command -> words.say(key, CommandHtml.name(words, command))).orElse(""),
            (html, say) -> {})
        .with("HX-Trigger", "memory-changed");
  }
}
