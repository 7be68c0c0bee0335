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

/** Judges translations by the glossaries, which are read when first needed. For one thread. */
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
   * Reads the glossaries now, so that a broken one is not taken for the fault of a file.
   *
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  void read() {
    glossary();
  }

  /** Without a source, terms cannot be checked. */
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
