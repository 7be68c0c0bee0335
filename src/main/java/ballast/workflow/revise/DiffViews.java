package ballast.workflow.revise;

import ballast.bitext.Lang;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.DiffFilter;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.terminal.Console;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.revise.Comparison;
import ballast.revise.RevisionReport;
import ballast.revise.TermProblems;
import ballast.workflow.check.GlossaryProblems;
import org.jspecify.annotations.Nullable;

/** Compares versions, and says what that did to the terms of the glossaries. For one thread. */
public final class DiffViews {

  private final Console console;
  private final CommonOptions common;
  private final GlossaryOptions glossaries;
  private final DiffFilter filter;
  private @Nullable Glossary known;

  public DiffViews(
      Console console, CommonOptions common, GlossaryOptions glossaries, DiffFilter filter) {
    this.console = console;
    this.common = common;
    this.glossaries = glossaries;
    this.filter = filter;
  }

  public RevisionView view(Lexicon words, DiffInputs.Versions versions) {
    RevisionReport report =
        new Comparison(words, terms(words, versions))
            .compare(versions.versions(), versions.sourceLang());
    return new RevisionView(
        versions.old(),
        versions.revised(),
        versions.sourceLang().tag(),
        report,
        filter.shown(report.changes()));
  }

  /** What the glossaries say; without a source there is nothing to hold against them. */
  private TermProblems terms(Lexicon words, DiffInputs.Versions versions) {
    if (!versions.versions().hasSources()) {
      return TermProblems.NONE;
    }
    Glossary terms = glossary();
    Lang to = new Lang(versions.revised().language());
    return terms.isEmpty()
        ? TermProblems.NONE
        : new GlossaryProblems(terms, words, versions.sourceLang(), to);
  }

  /** All glossaries; they are read when first asked for. */
  Glossary glossary() {
    Glossary terms = known;
    if (terms == null) {
      terms = Glossary.of(glossaries.read(console, common));
      known = terms;
    }
    return terms;
  }
}
