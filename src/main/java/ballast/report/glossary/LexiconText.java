package ballast.report.glossary;

import ballast.lexicon.Explanation;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Shows the entries of {@code ballast lexicon explain} on a terminal. */
public final class LexiconText {

  /** Columns of a word; numbers after longer words are out of line. */
  private static final int WORD_COLUMNS = 24;

  private final Style style;
  private final int limit;

  /**
   * @param limit most translations that are shown for a word
   */
  public LexiconText(Style style, int limit) {
    this.style = style;
    this.limit = limit;
  }

  /** Writes how a text is divided into words, then each word with its translations. */
  public void write(Writer out, String text, List<Explanation> words) throws IOException {
    if (words.isEmpty()) {
      line(out, style.strong(TerminalText.plain(text)) + ": no words");
      return;
    }
    if (words.size() > 1 || !words.get(0).word().equals(text)) {
      String keys = String.join(" / ", words.stream().map(Explanation::word).toList());
      line(out, style.strong(TerminalText.plain(text)) + ": " + TerminalText.plain(keys));
    }
    boolean first = words.size() == 1;
    for (Explanation word : words.stream().distinct().toList()) {
      if (!first) {
        line(out, "");
      }
      first = false;
      writeWord(out, word);
    }
  }

  private void writeWord(Writer out, Explanation word) throws IOException {
    String name = style.strong(TerminalText.plain(word.word()));
    String reading = word.reading().isEmpty() ? "" : " (" + word.reading() + ")";
    if (!word.isKnown()) {
      line(out, name + reading + ": not in the lexicon");
      return;
    }
    line(out, String.format(Locale.ROOT, "%s%s: seen %,d times", name, reading, word.count()));
    String heading = word.chinese() ? "English" : "Chinese";
    line(
        out,
        style.faint(
            "  " + TerminalText.pad(heading, WORD_COLUMNS) + "  p(en|zh)  p(zh|en)      links"));
    int shown = Math.min(limit, word.translations().size());
    for (Explanation.Translation translation : word.translations().subList(0, shown)) {
      line(
          out,
          String.format(
              Locale.ROOT,
              "  %s  %8.4f  %8.4f  %,9.1f",
              TerminalText.pad(TerminalText.plain(translation.word()), WORD_COLUMNS),
              translation.englishGivenChinese(),
              translation.chineseGivenEnglish(),
              translation.links()));
    }
    int more = word.translations().size() - shown;
    if (more > 0) {
      line(out, style.faint(String.format(Locale.ROOT, "  and %,d more", more)));
    }
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
