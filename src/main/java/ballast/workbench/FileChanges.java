package ballast.workbench;

import ballast.app.Workplace;
import ballast.app.check.Acceptance;
import ballast.app.glossary.Answering.Undo;
import ballast.app.glossary.TermEdits;
import ballast.bitext.InputException;
import ballast.memory.CommandInfo;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of this sitting to glossaries, settings and the baseline, which the history of the
 * memory does not have. They and the commands of the memory are undone in order, the last one
 * first. Thread-safe.
 */
final class FileChanges {

  private static final int MAX_UNDO = 1_000;

  /** Number of commands among which the last one in effect is looked for. */
  private static final int RECENT = 100;

  private final Bench bench;
  private final KeptCheck checking;
  private final MemoryDesk desk;

  /** The last one first. */
  private final Deque<Made> made = new ArrayDeque<>();

  private int changes;

  FileChanges(Bench bench, KeptCheck checking) {
    this.bench = bench;
    this.checking = checking;
    this.desk = new MemoryDesk(bench);
  }

  /**
   * A change.
   *
   * @param number unique in this sitting
   * @param term the Chinese term that it is about
   * @param text what was done
   * @param decision key of the decision that it answers; empty if none
   * @param units the units to check again; empty for all
   * @param isCommand whether it is also a command of the memory
   * @param command number of the user's last command at that time, including its own
   */
  record Made(
      int number,
      String term,
      String text,
      String decision,
      Set<String> units,
      Undo undo,
      boolean isCommand,
      long command) {}

  List<Route> routes() {
    return List.of(
        Route.page("/check/undo", this::buttons), Route.change("/check/undo", this::undo));
  }

  synchronized Made keep(
      String term, String text, String decision, Set<String> units, Undo undo, boolean isCommand) {
    Made last = new Made(++changes, term, text, decision, units, undo, isCommand, lastCommand());
    made.push(last);
    if (made.size() > MAX_UNDO) {
      made.removeLast();
    }
    return last;
  }

  /**
   * Changes the glossaries.
   *
   * @param change returns what it has done
   */
  synchronized Made ofGlossary(String term, Supplier<String> change) {
    Workplace workplace = bench.workplace();
    List<Path> tables =
        new TermEdits(workplace)
            .tables().stream().map(table -> workplace.resolve(table.name())).toList();
    StringBuilder text = new StringBuilder();
    Undo undo = Undo.of(tables, () -> text.append(change.get()));
    return keep(term, text.toString(), "", Set.of(), undo, /* isCommand= */ false);
  }

  /** Waives a finding, or takes its waiver back. */
  synchronized void ofWaiver(Call call, KeptCheck.Row row, String done, Runnable change) {
    Words words = Words.of(call);
    Undo undo = Undo.of(new Acceptance(bench.workplace()).files(), change);
    Set<String> units = row.unit().isEmpty() ? Set.of() : Set.of(row.unit());
    String name = CheckPage.name(words, row.checked());
    keep(name, words.say(done), "", units, undo, /* isCommand= */ false);
  }

  /** Returns the number of the user's last command that is still in effect; 0 if there is none. */
  private long lastCommand() {
    if (!bench.hasMemory()) {
      return 0;
    }
    String own = bench.workplace().author();
    return desk.ask(memory -> memory.care().commands(RECENT)).stream()
        .filter(one -> !one.takenBack() && one.undoes() == 0 && one.origin().author().equals(own))
        .mapToLong(CommandInfo::number)
        .findFirst()
        .orElse(0);
  }

  /** Returns the buttons for undo and redo: of the last change or of the memory's last command. */
  private Answer buttons(Call call) throws IOException {
    @Nullable Made last = last();
    return last == null
        ? Shell.part(call, desk.buttons(call, /* alone= */ false))
        : Shell.part(
            call,
            (out, words) ->
                JteCheckUndoGenerated.render(
                    out, null, words, last.number(), last.term(), last.text()));
  }

  /** Returns the last change; null if a command of the memory is to be undone before. */
  private synchronized @Nullable Made last() {
    long command = lastCommand();
    while (!made.isEmpty() && made.peek().isCommand() && made.peek().command() > command) {
      made.pop(); // undone in another room
    }
    Made last = made.peek();
    return last == null || command > last.command() ? null : last;
  }

  /** Undoes only the change named on the page, because another may have been made since. */
  private synchronized Answer undo(Call call) throws IOException {
    Words words = Words.of(call);
    Made last = last();
    if (last == null || !call.form().required("given").equals(String.valueOf(last.number()))) {
      throw RefusedException.conflict(words.say("memory.undo.other"));
    }
    try {
      if (last.units().isEmpty()) {
        takeBack(last);
      } else {
        checking.changeAll(last.units(), () -> takeBack(last));
      }
    } catch (InputException e) {
      throw RefusedException.conflict(CommandNames.refusal(words, e));
    }
    String text = words.say("decide.undone", last.term(), last.text());
    return Shell.part(
            call,
            (out, say) -> {
              if (call.form().has("notice")) {
                JteTermNoticeGenerated.render(out, null, say, text, last.term(), 0);
              } else {
                JteDoneMessageGenerated.render(out, null, text);
              }
            })
        .with(
            "HX-Trigger",
            "{\"undone\":\"" + last.decision() + "\",\"answered\":\"\",\"reviewed\":\"\"}");
  }

  private Made takeBack(Made last) {
    if (last.isCommand()) {
      desk.edits()
          .reverse(
              desk.scope(UnitFilter.CURRENT, ""),
              /* redo= */ false,
              Choice.numbered(last.command()));
    }
    last.undo().takeBack();
    return made.pop();
  }
}
