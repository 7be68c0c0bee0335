package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermJudge;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.lexicon.Lexicon;
import ballast.revise.TermProblems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** Reads the glossaries now, so that a broken one is not mistaken for a broken file. */
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

  /** Problems with terms, as found by {@code ballast check}. Thread-safe. */
  private static final class GlossaryProblems implements TermProblems {

    private static final List<Rule> RULES =
        Stream.of("term-missing", "term-forbidden").flatMap(id -> Rules.of(id).stream()).toList();

    private static final Location NOWHERE = Location.UNKNOWN;

    private final TermJudge judge;
    private final Lang from;
    private final Lang to;
    private final Map<String, Concept> concepts = new HashMap<>();

    GlossaryProblems(Glossary glossary, Lexicon lexicon, Lang from, Lang to) {
      this.judge = new TermJudge(glossary, lexicon, lexicon);
      this.from = from;
      this.to = to;
      glossary.concepts().forEach(concept -> concepts.putIfAbsent(concept.id(), concept));
    }

    @Override
    public List<TermProblems.Problem> in(String source, String translation) {
      Checker checker = new Checker(judge, RULES);
      Passage passage = new Passage("", "", from, to, source, translation);
      checker.check(CheckedPair.at(passage, NOWHERE));
      return checker.findings().stream()
          .map(LocatedFinding::finding)
          .map(f -> problem(f, source))
          .toList();
    }

    private TermProblems.Problem problem(Finding finding, String source) {
      Optional<Concept> concept = Optional.ofNullable(concepts.get(finding.term()));
      List<String> expected =
          concept.map(c -> c.allowed().stream().map(Term::text).toList()).orElse(List.of());
      String term =
          finding.spans().source().isEmpty()
              ? concept.flatMap(c -> c.zhForms().stream().findFirst()).orElse(finding.term())
              : finding.spans().source().get(0).of(source);
      boolean missing = finding.rule().equals("term-missing");
      Span span =
          missing || finding.spans().target().isEmpty()
              ? new Span(0, 0)
              : finding.spans().target().get(0);
      return new TermProblems.Problem(finding.term(), term, expected, span, finding.message());
    }
  }
}
