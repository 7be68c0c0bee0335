package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.GlossaryProblems;
import ballast.app.project.Glossaries;
import ballast.bitext.Lang;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.revise.TermProblems;
import org.jspecify.annotations.Nullable;

/**
 * Checks translations against the glossaries, which are read when first needed. Not thread-safe.
 */
final class GlossaryTerms {

  private final Workplace workplace;
  private final Notices notices;
  private final Glossaries glossaries;
  private final Lexicon words;
  private @Nullable Glossary known;

  GlossaryTerms(Workplace workplace, Notices notices, Glossaries glossaries, Lexicon words) {
    this.workplace = workplace;
    this.notices = notices;
    this.glossaries = glossaries;
    this.words = words;
  }

  /**
   * Reads the glossaries now, so that a broken one is not mistaken for a broken file.
   *
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  void read() {
    glossary();
  }

  /** Terms cannot be checked without a source. */
  TermProblems of(VersionReader.Versions versions) {
    if (!versions.versions().hasSources()) {
      return TermProblems.NONE;
    }
    Glossary terms = glossary();
    return terms.isEmpty()
        ? TermProblems.NONE
        : new GlossaryProblems(
            terms, words, versions.sourceLang(), new Lang(versions.revised().language()));
  }

  private Glossary glossary() {
    Glossary terms = known;
    if (terms == null) {
      terms = Glossary.of(glossaries.read(workplace, notices));
      known = terms;
    }
    return terms;
  }
}
