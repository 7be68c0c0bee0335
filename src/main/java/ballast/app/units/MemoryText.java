package ballast.app.units;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.bitext.Unit;
import ballast.language.DisplayWidth;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.Inconsistency;
import ballast.memory.Revision;
import ballast.memory.Revision.PinTally;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the contents and history of a memory on a terminal. */
public record MemoryText(Style style) {

  /** Columns of a terminal. */
  private static final int WIDTH = 80;

  /** The kinds of commands that are not said in the past tense. */
  private static final Map<String, String> PAST =
      Map.of(CommandInfo.UNDONE, "undid", CommandInfo.REDONE, "redid");

  /** Characters of a date. */
  private static final int DAY = 10;

  /** Writes one document per line: revisions, units, last change, languages, name. */
  public void writeDocuments(Writer out, List<DocumentSummary> documents) throws IOException {
    line(out, style.say("revisions  units  last change           languages      document"));
    for (DocumentSummary document : documents) {
      line(
          out,
          String.format(
              Locale.ROOT,
              "%9d %6d  %s  %-13s  %s",
              document.revisions(),
              document.units(),
              style.time(document.lastChange()),
              document.sourceLang() + " " + document.targetLang(),
              TerminalText.plain(document.name())));
    }
  }

  /**
   * Writes counts, one value per line.
   *
   * @param memory statistics of the whole memory; null if only some units are counted
   */
  public void writeStatistics(Writer out, @Nullable Statistics memory, UnitStatistics units)
      throws IOException {
    if (memory != null) {
      writeCount(out, "documents", memory.documents());
      writeCount(out, "revisions", memory.revisions());
    }
    writeCount(out, "units", units.units().total());
    for (Unit.Status status : Unit.Status.values()) {
      writeCount(out, "  " + status.label(), units.units().count(status));
    }
    if (memory != null) {
      writeCount(out, "retired units", memory.hidden().retired());
      writeCount(out, "deleted units", memory.hidden().deleted());
    }
    writeCount(out, "source: characters", units.source().characters());
    writeCount(out, "        words", units.source().words());
    writeCount(out, "target: characters", units.target().characters());
    writeCount(out, "        words", units.target().words());
    writeCount(out, "repeated sources", units.repetitions());
    writeCount(out, "one source, many targets", units.sourcesWithSeveralTargets());
    writeCount(out, "one target, many sources", units.targetsWithSeveralSources());
    if (memory != null) {
      writeCount(out, "bytes on disk", memory.fileSize());
    }
  }

  /**
   * Writes one command per line. The kind of an undo is followed by the number of the undone
   * command.
   */
  public void writeCommands(Writer out, List<CommandInfo> commands) throws IOException {
    line(
        out,
        style.say(
            "command  time                  what                      units  author    documents"));
    for (CommandInfo command : commands) {
      String what =
          command.kind()
              + (command.undoes() == 0 ? "" : " " + command.undoes())
              + (command.takenBack() ? ", undone" : "");
      line(
          out,
          TerminalText.plain(
                  String.format(
                      Locale.ROOT,
                      "%7d  %s  %s %6d  %s  %s",
                      command.number(),
                      style.time(command.at()),
                      TerminalText.pad(style.say(what), 24),
                      command.effect().units(),
                      TerminalText.pad(command.origin().author(), 8),
                      documents(command.effect().documents())))
              .stripTrailing());
      if (!command.origin().note().isEmpty()) {
        line(out, "         " + TerminalText.plain(style.say(command.origin().note())));
      }
    }
  }

  private String documents(List<String> names) {
    return names.size() > 2
        ? style.say(CountedNoun.of(names.size(), "document"))
        : String.join(", ", names);
  }

  /**
   * Writes each revision with its history, the newest first. If a first alignment was undone, a
   * revision without files remains.
   *
   * @param texts whether to write the texts that each command changed
   */
  public void writeHistory(Writer out, DocumentHistory history, boolean texts) throws IOException {
    for (DocumentHistory.RevisionHistory part : history.revisions()) {
      Revision revision = part.revision();
      Revision.Files files = revision.run().files();
      String what =
          style.say("revision " + revision.number())
              + "  "
              + style.time(revision.created()).strip();
      String from =
          style.say(
              files.source().name().isEmpty()
                  ? "the alignment was undone"
                  : "%s from %s and %s%s"
                      .formatted(
                          CountedNoun.of(revision.units(), "unit"),
                          files.source().name(),
                          files.target().name(),
                          pins(revision.pins())));
      boolean isShort = DisplayWidth.columns(what + "  " + from) <= WIDTH;
      line(out, style.strong(TerminalText.plain(what + (isShort ? "  " + from : ""))));
      if (!isShort) {
        line(out, "  " + TerminalText.plain(from));
      }
      for (DocumentHistory.Line one : part.lines()) {
        line(out, "  " + TerminalText.plain(line(one)));
        for (DocumentHistory.Entry entry :
            texts ? one.entries() : List.<DocumentHistory.Entry>of()) {
          writeHistory(out, entry.units());
        }
      }
    }
  }

  /** Returns for example {@code 2026-11-30T07:42:00Z mei confirmed 25 pairs, to 07:43:09}. */
  private String line(DocumentHistory.Line line) {
    String from = style.time(line.first().at()).strip();
    String to = style.time(line.last().at()).strip();
    boolean isOneDay = from.substring(0, DAY).equals(to.substring(0, DAY));
    String author = line.last().origin().author();
    return "%s  %s%s%s%s"
        .formatted(
            from,
            author.isEmpty() ? "" : author + " ",
            style.say(
                PAST.getOrDefault(line.kind(), line.kind())
                    + " "
                    + CountedNoun.of(line.units(), line.isOnPairs() ? "pair" : "unit")),
            style.say(from.equals(to) ? "" : ", to " + (isOneDay ? to.substring(DAY + 1) : to)),
            style.say(line.last().takenBack() ? ", undone" : ""));
  }

  /** Returns for example {@code , 3 pairs set, 1 taken away}. */
  private static String pins(PinTally pins) {
    StringBuilder words = new StringBuilder();
    if (pins.set() > 0) {
      words.append(", ").append(CountedNoun.of(pins.set(), "pair")).append(" set");
    }
    if (pins.takenAway() > 0) {
      String taken =
          pins.set() > 0
              ? String.valueOf(pins.takenAway())
              : CountedNoun.of(pins.takenAway(), "set pair");
      words.append(", ").append(taken).append(" taken away");
    }
    return words.toString();
  }

  private String revision(int number) {
    return number == 0 ? "" : "  " + style.say("revision " + number);
  }

  /** Writes the history, with the texts before and after if they differ. */
  public void writeHistory(Writer out, List<HistoryEntry> entries) throws IOException {
    for (HistoryEntry entry : entries) {
      line(out, "");
      line(
          out,
          style.strong(
              TerminalText.plain(
                  String.format(
                      Locale.ROOT,
                      "%s  %s%s  %s  %s",
                      style.say(entry.what().label()),
                      style.say("unit " + entry.uid()),
                      revision(entry.occasion().revision()),
                      style.time(entry.occasion().at()).strip(),
                      entry.occasion().author()))));
      if (!entry.note().isEmpty()) {
        line(out, "  " + TerminalText.plain(style.say(entry.note())));
      }
      change(out, entry.before().source(), entry.after().source());
      change(out, entry.before().target(), entry.after().target());
      if (entry.before().status() != entry.after().status()) {
        line(
            out,
            "  "
                + style.say("status: " + entry.before().status().label())
                + " -> "
                + style.say(entry.after().status().label()));
      }
    }
  }

  public void writeProblems(Writer out, List<String> problems) throws IOException {
    for (String problem : problems) {
      line(out, TerminalText.plain(style.say(problem)));
    }
  }

  private static void change(Writer out, String before, String after) throws IOException {
    if (before.equals(after)) {
      line(out, "    " + TerminalText.plain(after));
      return;
    }
    if (!before.isEmpty()) {
      line(out, "  - " + TerminalText.plain(before));
    }
    line(out, "  + " + TerminalText.plain(after));
  }

  public void writeInconsistency(Writer out, Inconsistency inconsistency) throws IOException {
    line(out, style.strong(TerminalText.plain(inconsistency.text())));
    String last = "";
    for (Unit unit : inconsistency.units()) {
      String counterpart = unit.text(inconsistency.side().other());
      if (!counterpart.equals(last)) {
        line(out, "    " + TerminalText.plain(counterpart));
      }
      last = counterpart;
      line(
          out,
          style.faint(
              TerminalText.plain(
                  "        %s  %s  %s"
                      .formatted(
                          style.say(unit.provenance().label()),
                          style.say("unit " + unit.id()),
                          unit.provenance().document())
                      .stripTrailing())));
    }
  }

  private void writeCount(Writer out, String name, long value) throws IOException {
    line(out, TerminalText.pad(style.say(name), 24) + String.format(Locale.ROOT, " %,14d", value));
  }

  /** Names a command, and the units that it changed. */
  public static String command(CommandInfo command) {
    return "%s: %s%s"
        .formatted(
            command.label(),
            CountedNoun.of(command.effect().units(), "unit"),
            ofDocuments(command.effect().documents()));
  }

  /** Names the document, or counts the documents; empty if there are none. */
  public static String ofDocuments(List<String> names) {
    List<String> documents = names.stream().filter(name -> !name.isEmpty()).toList();
    return switch (documents.size()) {
      case 0 -> "";
      case 1 -> " of " + documents.get(0);
      default -> " of " + documents.size() + " documents";
    };
  }

  public void writeMove(Writer out, MovedUnits moved) throws IOException {
    writeBeads(out, "before", moved.before());
    writeBeads(out, "after", moved.after());
  }

  private void writeBeads(Writer out, String when, List<MovedUnits.OneBead> beads)
      throws IOException {
    for (MovedUnits.OneBead bead : beads) {
      line(
          out,
          style.strong(
              style.say(when)
                  + (bead.unit().isEmpty() ? "" : "  " + style.say("unit " + bead.unit()))));
      for (String text : List.of(bead.source(), bead.target())) {
        line(
            out,
            "    "
                + (text.isEmpty() ? style.faint(style.say("(none)")) : TerminalText.plain(text)));
      }
    }
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
