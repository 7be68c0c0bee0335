package ballast.cli;

import ballast.glossary.Wording;
import ballast.lexicon.Lexicon;

/** What the program knows of Chinese writing, for tests in other packages. */
public final class LexiconWordings {

  private LexiconWordings() {}

  public static Wording bundled() {
    return new LexiconWording(Lexicon.bundled());
  }
}
