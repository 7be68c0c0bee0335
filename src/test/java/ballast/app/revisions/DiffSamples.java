package ballast.app.revisions;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.revise.TextVersion;
import java.util.List;
import java.util.Set;

/** Versions to render. */
final class DiffSamples {

  private DiffSamples() {}

  static TextVersion.Sentence sentence(String text, int block, int line) {
    return new TextVersion.Sentence(text, block, BlockType.PARAGRAPH, Set.of(), line);
  }

  static TextVersion version(TextVersion.Sentence... sentences) {
    return new TextVersion(Lang.EN_US, List.of(sentences), true);
  }

  /** A version of one sentence, the translation of the first source. */
  static TextVersion single(Lang lang, String text) {
    TextVersion.Sentence sentence =
        new TextVersion.Sentence(text, 0, BlockType.PARAGRAPH, Set.of(0), 1);
    return new TextVersion(lang, List.of(sentence), true);
  }
}
