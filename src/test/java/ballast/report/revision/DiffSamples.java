package ballast.report.revision;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.revise.TextVersion;
import ballast.revise.VersionSentence;
import java.util.List;
import java.util.Set;

/** Versions to render. */
final class DiffSamples {

  private DiffSamples() {}

  static VersionSentence sentence(String text, int block, int line) {
    return new VersionSentence(text, block, BlockType.PARAGRAPH, Set.of(), line);
  }

  static TextVersion version(VersionSentence... sentences) {
    return new TextVersion(Lang.EN_US, List.of(sentences), true);
  }

  /** A version of one sentence, the translation of the first source. */
  static TextVersion single(Lang lang, String text) {
    VersionSentence sentence = new VersionSentence(text, 0, BlockType.PARAGRAPH, Set.of(0), 1);
    return new TextVersion(lang, List.of(sentence), true);
  }
}
