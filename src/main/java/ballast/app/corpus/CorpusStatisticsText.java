package ballast.app.corpus;

import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.language.TextAmount;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Shows statistics of a corpus on a terminal: one value a line, like {@code tm stats}. */
public final class CorpusStatisticsText {

  private static final int WIDTH = 24;

  private final Writer out;

  private CorpusStatisticsText(Writer out) {
    this.out = out;
  }

  public static void write(Writer out, CorpusStatistics statistics) throws IOException {
    CorpusStatisticsText text = new CorpusStatisticsText(out);
    text.documents(statistics.documents());
    text.units(statistics);
    text.confidence(statistics);
    for (CorpusStatistics.LanguagePair pair : statistics.languages()) {
      text.languages(pair);
    }
    text.types(statistics);
  }

  private void documents(CorpusStatistics.Documents documents) throws IOException {
    count("documents", documents.aligned());
    count("rejected: failed", documents.failed());
    count("          unrelated", documents.unrelated());
    if (documents.bugs() > 0) {
      count("          bugs", documents.bugs());
    }
  }

  private void units(CorpusStatistics statistics) throws IOException {
    CorpusStatistics.Units units = statistics.units();
    count("beads", statistics.beads().total());
    count("  one-sided", statistics.beads().oneSided());
    count("  moved", statistics.beads().moved());
    count("units", units.total());
    count("  doubtful (below .5)", units.doubtful());
    count("  distinct", units.distinct());
    count("  exact duplicates", units.duplicates());
    CorpusStatistics.Deduped deduped = statistics.deduped();
    if (deduped != null) {
      count("  marked nearly the same", deduped.near());
    }
    amount("source", units.source());
    amount("target", units.target());
  }

  private void confidence(CorpusStatistics statistics) throws IOException {
    for (int band = 0; band < CorpusStatistics.BANDS; band++) {
      String bounds = String.format(Locale.ROOT, "%.1f to %.1f", band / 10.0, (band + 1) / 10.0);
      count(
          (band == 0 ? "confidence " : "           ") + bounds, statistics.confidence().get(band));
    }
  }

  private void languages(CorpusStatistics.LanguagePair pair) throws IOException {
    line(TerminalText.plain(pair.source() + " to " + pair.target()));
    count("  documents", pair.documents());
    count("  beads", pair.beads());
    count("  units", pair.units());
    amount("  source", pair.sourceSize());
    amount("  target", pair.targetSize());
  }

  private void types(CorpusStatistics statistics) throws IOException {
    for (CorpusStatistics.OfType type : statistics.types()) {
      line(
          TerminalText.pad("type " + TerminalText.plain(type.type()), WIDTH)
              + String.format(Locale.ROOT, " %,14d beads, ", type.beads())
              + CountedNoun.of(type.units(), "unit"));
    }
  }

  private void amount(String side, TextAmount amount) throws IOException {
    count(side + ": characters", amount.characters());
    count(" ".repeat(side.length()) + "  words", amount.words());
  }

  private void count(String name, long value) throws IOException {
    line(TerminalText.pad(name, WIDTH) + String.format(Locale.ROOT, " %,14d", value));
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
