package ballast.app.units;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.Revision;
import ballast.memory.Revision.PinTally;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Shows the contents and history of a memory on a terminal. */
public final class MemoryText {

  private final Style style;

  public MemoryText(Style style) {
    this.style = style;
  }

  /** Writes one document per line: revisions, units, last change, languages, name. */
  public static void writeDocuments(Writer out, List<DocumentSummary> documents)
      throws IOException {
    line(out, "revisions  units  last change           languages      document");
    for (DocumentSummary document : documents) {
      line(
          out,
          String.format(
              Locale.ROOT,
              "%9d %6d  %s  %-13s  %s",
              document.revisions(),
              document.units(),
              document.lastChange(),
              document.sourceLang() + " " + document.targetLang(),
              TerminalText.plain(document.name())));
    }
  }

  /** Writes one value per line. */
  public static void writeStatistics(Writer out, Statistics statistics, UnitStatistics units)
      throws IOException {
    StatisticsText.writeCount(out, "documents", statistics.documents());
    StatisticsText.writeCount(out, "revisions", statistics.revisions());
    StatisticsText.writeUnits(out, units);
    StatisticsText.writeCount(out, "retired units", statistics.hidden().retired());
    StatisticsText.writeCount(out, "deleted units", statistics.hidden().deleted());
    StatisticsText.writeTexts(out, units);
    StatisticsText.writeCount(out, "bytes on disk", statistics.fileSize());
  }

  /**
   * Writes one command per line. The kind of an undo is followed by the number of the undone
   * command.
   */
  public static void writeCommands(Writer out, List<CommandInfo> commands) throws IOException {
    line(
        out, "command  time                  what                      units  author    documents");
    for (CommandInfo command : commands) {
      String what =
          command.kind()
              + (command.undoes() == 0 ? "" : " " + command.undoes())
              + (command.takenBack() ? ", taken back" : "");
      line(
          out,
          TerminalText.plain(
                  String.format(
                      Locale.ROOT,
                      "%7d  %s  %-24s %6d  %s  %s",
                      command.number(),
                      command.at(),
                      what,
                      command.effect().units(),
                      TerminalText.pad(command.origin().author(), 8),
                      documents(command.effect().documents())))
              .stripTrailing());
      if (!command.origin().note().isEmpty()) {
        line(out, "         " + TerminalText.plain(command.origin().note()));
      }
    }
  }

  private static String documents(List<String> names) {
    return names.size() > 2 ? CountedNoun.of(names.size(), "document") : String.join(", ", names);
  }

  /**
   * Writes one revision per line. If a first alignment was undone, a revision without files
   * remains.
   */
  public static void writeRevisions(Writer out, List<Revision> revisions) throws IOException {
    for (Revision revision : revisions) {
      Revision.Files files = revision.run().files();
      String from =
          files.source().name().isEmpty()
              ? "the alignment was taken back"
              : "%s from %s and %s"
                  .formatted(
                      CountedNoun.of(revision.units(), "unit"),
                      files.source().name(),
                      files.target().name());
      line(
          out,
          TerminalText.plain(
              String.format(
                  Locale.ROOT,
                  "revision %d  %s  %s  %s",
                  revision.number(),
                  revision.created(),
                  revision.run().author(),
                  from + pins(revision.pins()))));
    }
  }

  /** Returns for example {@code , 3 beads set, 1 taken away}. */
  private static String pins(PinTally pins) {
    StringBuilder words = new StringBuilder();
    if (pins.set() > 0) {
      words.append(", ").append(CountedNoun.of(pins.set(), "bead")).append(" set");
    }
    if (pins.takenAway() > 0) {
      String taken =
          pins.set() > 0
              ? String.valueOf(pins.takenAway())
              : CountedNoun.of(pins.takenAway(), "set bead");
      words.append(", ").append(taken).append(" taken away");
    }
    return words.toString();
  }

  private static String revision(int number) {
    return number == 0 ? "" : "  revision " + number;
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
                      "%s  unit %s%s  %s  %s",
                      entry.what().label(),
                      entry.uid(),
                      revision(entry.occasion().revision()),
                      entry.occasion().at(),
                      entry.occasion().author()))));
      if (!entry.note().isEmpty()) {
        line(out, "  " + TerminalText.plain(entry.note()));
      }
      change(out, entry.before().source(), entry.after().source());
      change(out, entry.before().target(), entry.after().target());
      if (entry.before().status() != entry.after().status()) {
        line(
            out,
            "  status: "
                + entry.before().status().label()
                + " -> "
                + entry.after().status().label());
      }
    }
  }

  /** Writes one problem per line. */
  public static void writeProblems(Writer out, List<String> problems) throws IOException {
    for (String problem : problems) {
      line(out, TerminalText.plain(problem));
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

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
