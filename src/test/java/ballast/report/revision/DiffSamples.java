package ballast.report.revision;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.revise.Sentence;
import ballast.revise.Version;
import java.util.List;
import java.util.Set;

/** Versions to render. */
final class DiffSamples {

  private DiffSamples() {}

  static Sentence sentence(String text, int block, int line) {
    return new Sentence(text, block, BlockType.PARAGRAPH, Set.of(), line);
  }

  static Version version(Sentence... sentences) {
    return new Version(Lang.EN_US, List.of(sentences), true);
  }

  /** A version of one sentence, the translation of the first source. */
  static Version single(Lang lang, String text) {
    Sentence sentence = new Sentence(text, 0, BlockType.PARAGRAPH, Set.of(0), 1);
    return new Version(lang, List.of(sentence), true);
  }
}
