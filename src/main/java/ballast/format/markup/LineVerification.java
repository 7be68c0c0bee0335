package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.format.article.Mark;
import ballast.format.article.TextReader;
import ballast.format.article.TranslatedBlock;
import ballast.format.file.Characters;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * For texts and pages, where the look of the lines says which of them form a paragraph: a
 * translation has another look, so the lines are compared, not the paragraphs. White space counts
 * as in a page: any of it is one space.
 */
final class LineVerification implements Verification {

  private final TextReader reader;
  private final boolean page;
  private final List<List<String>> blocks;

  /**
   * @param original the characters of the file without translations
   */
  LineVerification(TextReader reader, boolean page, String original) {
    this.reader = reader;
    this.page = page;
    this.blocks = reader.lines(original, page);
  }

  @Override
  public Set<Integer> wrong(String file, Map<Integer, TranslatedBlock> translations) {
    List<String> now = reader.lines(file, page).stream().flatMap(List::stream).toList();
    Mark mark = reader.options().mark();
    Set<Integer> wrong = new HashSet<>();
    int next = 0;
    for (int i = 0; i < blocks.size(); i++) {
      TranslatedBlock translated = translations.get(i);
      List<String> wanted = translated == null ? blocks.get(i) : lines(translated);
      int end = next + wanted.size();
      boolean marked = translated != null && wanted.stream().anyMatch(mark::isMark);
      if (end > now.size() || marked || !same(now.subList(next, end), wanted)) {
        wrong.add(i);
      }
      next = end;
    }
    return next == now.size()
        ? wrong
        : new HashSet<>(IntStream.range(0, blocks.size()).boxed().toList());
  }

  /** The lines of a translation: a line break of the page is one of its codes. */
  private static List<String> lines(TranslatedBlock translated) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (InlineCode code : translated.codes()) {
      if (isLineBreak(code)) {
        lines.add(translated.text().substring(at, code.offset()));
        at = code.offset();
      }
    }
    lines.add(translated.text().substring(at));
    return lines.stream().map(Characters::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean isLineBreak(InlineCode code) {
    return code.content().startsWith("<") && HtmlTag.of(code.content()).name().equals("br");
  }

  private static boolean same(List<String> some, List<String> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size())
            .allMatch(i -> collapsed(some.get(i)).equals(collapsed(others.get(i))));
  }

  private static String collapsed(String line) {
    return WhiteSpace.collapse(line);
  }
}
