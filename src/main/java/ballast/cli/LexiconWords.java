package ballast.cli;

import ballast.lexicon.Lexicon;
import ballast.revise.ChineseWords;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chinese words as the bundled lexicon cuts them; it is loaded when the first one is met. */
public final class LexiconWords implements ChineseWords {

  private @Nullable Lexicon opened;

  @Override
  public List<Integer> lengths(String run) {
    List<Integer> lengths =
        lexicon().words().read(run).stream()
            .map(word -> word.codePointCount(0, word.length()))
            .toList();
    int characters = run.codePointCount(0, run.length());
    int known = lengths.stream().mapToInt(Integer::intValue).sum();
    // What the lexicon does not take for Han is cut into characters.
    return known == characters ? lengths : Collections.nCopies(characters, 1);
  }

  @Override
  public int simplified(int codePoint) {
    return lexicon().simplified(codePoint);
  }

  synchronized Lexicon lexicon() {
    Lexicon lexicon = opened;
    if (lexicon == null) {
      lexicon = Lexicon.bundled();
      opened = lexicon;
    }
    return lexicon;
  }
}
