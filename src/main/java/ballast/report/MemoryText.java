package ballast.report;

import ballast.bitext.Status;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.RevisionInfo;
import ballast.memory.Statistics;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** What {@code ballast tm} shows a person. */
public final class MemoryText {

  private final Style style;

  public MemoryText(Style style) {
    this.style = style;
  }

  /** One document a line: revisions, units, last change, languages, name. */
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

  /** One figure a line. */
  public static void writeStatistics(Writer out, Statistics statistics) throws IOException {
    figure(out, "documents", statistics.documents());
    figure(out, "revisions", statistics.revisions());
    figure(out, "units", statistics.units());
    for (Status status : Status.values()) {
      figure(out, "  " + status.label(), statistics.unitsByStatus().getOrDefault(status, 0L));
    }
    figure(out, "retired units", statistics.retired());
    figure(out, "source characters", statistics.sourceCharacters());
    figure(out, "target words", statistics.targetWords());
    figure(out, "bytes on disk", statistics.fileSize());
  }

  /** One revision a line. */
  public static void writeRevisions(Writer out, List<RevisionInfo> revisions) throws IOException {
    for (RevisionInfo revision : revisions) {
      line(
          out,
          TerminalText.plain(
              String.format(
                  Locale.ROOT,
                  "revision %d  %s  %s  %d units from %s and %s",
                  revision.number(),
                  revision.created(),
                  revision.author(),
                  revision.units(),
                  revision.source().name(),
                  revision.target().name())));
    }
  }

  /** What happened, with the texts before and after where they differ. */
  public void writeHistory(Writer out, List<HistoryEntry> entries) throws IOException {
    for (HistoryEntry entry : entries) {
      line(out, "");
      line(
          out,
          style.strong(
              TerminalText.plain(
                  String.format(
                      Locale.ROOT,
                      "%s  unit %s  revision %d  %s  %s",
                      entry.what().label(),
                      entry.uid(),
                      entry.revision(),
                      entry.at(),
                      entry.author()))));
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

  /** One problem a line. */
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

  private static void figure(Writer out, String name, long value) throws IOException {
    line(out, String.format(Locale.ROOT, "%-18s %,12d", name, value));
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
