package ballast.workflow.merge;

import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.TranslatedBlock;
import ballast.language.WhiteSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Compares a translated document, read again, with what was to be written, block by block. */
final class ResultCheck {

  private static final String HYPHENS = "-\u00AD";

  private final ReadText original;

  /**
   * @param original the document before
   */
  ResultCheck(ReadText original) {
    this.original = original;
  }

  /**
   * The numbers of the blocks of the original that are not read as intended.
   *
   * @param now the translated document
   * @param blocks the translations in it, by the numbers of their blocks
   * @throws InputException if the document has lost or gained blocks
   */
  Set<Integer> wrong(Document now, Map<Integer, TranslatedBlock> blocks) {
    Document before = original.document();
    List<String> expected =
        IntStream.range(0, before.blocks().size()).mapToObj(i -> expected(i, blocks)).toList();
    List<String> found = now.blocks().stream().map(now::text).toList();
    if (original.format() == ArticleFormat.HTML || original.format() == ArticleFormat.TEXT) {
      return wrongByLook(expected, found);
    }
    if (found.size() != expected.size()) {
      throw lost("paragraphs");
    }
    Set<Integer> wrong = new TreeSet<>();
    for (int i = 0; i < found.size(); i++) {
      if (!isSame(found.get(i), expected.get(i))) {
        wrong.add(i);
      }
    }
    return wrong;
  }

  private String expected(int number, Map<Integer, TranslatedBlock> blocks) {
    TranslatedBlock block = blocks.get(number);
    Document before = original.document();
    return block == null ? before.text(before.blocks().get(number)) : block.text();
  }

  /**
   * In texts and pages the look of the lines says what a paragraph is, and a translation has
   * another look. There a block may be read as several, or several as one; each must have its own
   * characters, white space and the hyphens of divided words apart.
   */
  private Set<Integer> wrongByLook(List<String> expected, List<String> found) {
    Set<Integer> wrong = new HashSet<>();
    String words = dense(String.join("", found));
    int at = 0;
    for (int i = 0; i < expected.size(); i++) {
      String wanted = dense(expected.get(i));
      if (!words.startsWith(wanted, at)) {
        wrong.add(i);
        return wrong;
      }
      at += wanted.length();
    }
    if (at != words.length()) {
      throw lost("words");
    }
    return wrong;
  }

  /** Office formats keep blanks beside codes, which a translation may move away from the edge. */
  private boolean isSame(String written, String expected) {
    return original.format().isText()
        ? written.equals(expected)
        : withoutSpace(written).equals(withoutSpace(expected));
  }

  private static String dense(String text) {
    StringBuilder dense = new StringBuilder();
    withoutSpace(text)
        .chars()
        .filter(c -> HYPHENS.indexOf(c) < 0)
        .forEach(c -> dense.append((char) c));
    return dense.toString();
  }

  private static String withoutSpace(String text) {
    StringBuilder rest = new StringBuilder();
    text.chars().filter(c -> !WhiteSpace.isSpace((char) c)).forEach(c -> rest.append((char) c));
    return rest.toString();
  }

  private InputException lost(String what) {
    return new InputException(
        "cannot write a translation of \""
            + original.document().name()
            + "\": it would lose or gain "
            + what,
        "please report this, with the document if you may");
  }
}
