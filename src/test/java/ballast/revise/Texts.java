package ballast.revise;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Versions and edits written down briefly. */
final class Texts {

  private Texts() {}

  /**
   * A version of English paragraphs.
   *
   * @param paragraphs sentences with {@code |} between them; one that begins with # is a heading
   */
  static TextVersion english(String... paragraphs) {
    List<TextVersion.Sentence> sentences = new ArrayList<>();
    for (int block = 0; block < paragraphs.length; block++) {
      boolean heading = paragraphs[block].startsWith("#");
      for (String text : paragraphs[block].split("\\|")) {
        BlockType type = heading ? BlockType.HEADING : BlockType.PARAGRAPH;
        sentences.add(new TextVersion.Sentence(text.strip(), block, type, Set.of(), 0));
      }
    }
    return new TextVersion(Lang.EN_US, sentences, true);
  }

  /** Sentences of nothing but what they translate: {@code text}, position of its source. */
  static TextVersion.Sentence unit(String text, int source) {
    return new TextVersion.Sentence(text, source, BlockType.PARAGRAPH, Set.of(source), 0);
  }

  /** The report without dictionary, glossary and source. */
  static RevisionReport compared(TextVersion old, TextVersion revised) {
    return new Comparison(ChineseWords.NONE, TermProblems.NONE)
        .compare(old, revised, List.of(), Lang.ZH_CN);
  }

  /** Kinds and sentences of what did not stay. */
  static List<String> differences(TextVersion old, TextVersion revised) {
    return compared(old, revised).differences().stream()
        .map(
            change ->
                change.kind().label()
                    + ": "
                    + String.join(" | ", change.old().sentences())
                    + " > "
                    + String.join(" | ", change.revised().sentences()))
        .toList();
  }
}
