package ballast.workbench;

import ballast.app.page.Html;
import ballast.memory.CommandInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the history of commands, and the buttons for undo and redo. */
public final class CommandHtml {

  private static final Set<String> NAMED =
      Set.of(
          "aligned",
          "approved",
          "compacted",
          "confirmed",
          "deduplicated",
          "deleted",
          "imported",
          "joined",
          "linked",
          "marked",
          "realigned",
          "redone",
          "redrafted",
          "rejected",
          "released",
          "replaced",
          "restored",
          "reviewed",
          "shifted",
          "split",
          "swapped",
          "undone",
          "unlinked");

  private final Html html;
  private final Words words;

  public CommandHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /**
   * Writes the buttons, each with its command or the reason for its refusal.
   *
   * @param alone whether they replace the buttons on the page
   */
  void writeButtons(NextCommand undo, NextCommand redo, boolean alone) throws IOException {
    html.add("<div id=\"undo\" class=\"line\"");
    html.add(alone ? " hx-swap-oob=\"true\">\n" : ">\n");
    writeButton("undo", undo);
    writeButton("redo", redo);
    html.add("<a href=\"/memory/commands\">{}</a>\n", words.say("memory.commands"));
    writeReason("undo", undo);
    writeReason("redo", redo);
    html.add("</div>\n");
  }

  /** Writes a placeholder for the buttons, because their commands take time to determine. */
  public static void writePlace(Html html) throws IOException {
    html.render(page -> JteCommandPlaceGenerated.render(page, null, /* alone= */ false));
  }

  private void writeButton(String name, NextCommand next) throws IOException {
    html.add("<button id=\"{}-button\" hx-post=\"/memory/{}\" hx-swap=\"none\"", name, name);
    if (!next.refused().isEmpty()) {
      html.add(" title=\"{}\" aria-describedby=\"{}-reason\"", next.refused(), name);
    }
    if (next.command().isEmpty()) {
      html.add(" disabled>{}</button>\n", words.say("memory." + name));
      return;
    }
    CommandInfo command = next.command().get();
    html.add(" hx-vals='{\"command\":\"{}\"}'>", command.number());
    html.add("{}</button>\n", words.say("memory." + name + ".command", name(words, command)));
  }

  private void writeReason(String name, NextCommand next) throws IOException {
    if (!next.refused().isEmpty()) {
      html.add("<p class=\"alert\" id=\"{}-reason\">", name);
      html.add("{}</p>\n", next.refused());
    }
  }

  public static String name(Words words, CommandInfo command) {
    String kind = command.kind();
    int units = command.effect().units();
    return NAMED.contains(kind) ? words.say("command." + kind, units) : kind;
  }

  public void writeList(List<CommandInfo> commands) throws IOException {
    html.add(
        "<table class=\"list commands\">\n<caption>{}</caption>\n", words.say("memory.commands"));
    html.add("<thead><tr><th scope=\"col\" class=\"number\">{}</th>", words.say("command.number"));
    html.add("<th scope=\"col\">{}</th>", words.say("command.what"));
    html.add("<th scope=\"col\">{}</th>", words.say("command.note"));
    html.add("<th scope=\"col\">{}</th>", words.say("command.author"));
    html.add("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", words.say("command.at"));
    for (CommandInfo command : commands) {
      html.add("<tr><td class=\"number\">{}</td>", command.number());
      html.add("<th scope=\"row\">{}", name(words, command));
      html.add(command.takenBack() ? " <span class=\"badge\">{}</span>" : "{}", takenBack(command));
      html.add("</th><td>{}</td>", command.origin().note());
      html.add("<td>{}</td>", command.origin().author());
      html.add("<td><time datetime=\"{}\">{}</time></td></tr>\n", command.at(), command.at());
    }
    html.add("</tbody>\n</table>\n");
  }

  private String takenBack(CommandInfo command) {
    return command.takenBack() ? words.say("command.taken") : "";
  }

  /**
   * The result of trying undo or redo.
   *
   * @param command the command to undo or redo; empty if there is none or it is refused
   * @param refused reason and hint of a refusal, or ""
   */
  record NextCommand(Optional<CommandInfo> command, String refused) {

    static final NextCommand NONE = new NextCommand(Optional.empty(), "");
  }
}
