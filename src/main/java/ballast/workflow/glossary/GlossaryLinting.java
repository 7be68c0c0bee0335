package ballast.workflow.glossary;

import ballast.bitext.Severity;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint;
import ballast.glossary.LintFinding;
import ballast.language.ChineseWords;
import ballast.lexicon.Lexicon;
import ballast.workflow.Workplace;
import ballast.workflow.project.Glossaries;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds errors in glossaries: unusable rows, and the findings of {@link GlossaryLint}.
 *
 * <pre>{@code
 * GlossaryLinting.Result result =
 *     new GlossaryLinting(Workplace.in(folder))
 *         .lint(new GlossaryLinting.Request(Glossaries.OF_PROJECT, true));
 * result.findings().forEach(one -> System.out.println(one.message()));
 * }</pre>
 */
public final class GlossaryLinting {

  private final Workplace workplace;
  private final ChineseWords words;

  /** With the words of the bundled lexicon. */
  public GlossaryLinting(Workplace workplace) {
    this(workplace, Lexicon.bundled());
  }

  /**
   * With other words.
   *
   * @param words decides which words are common
   */
  public GlossaryLinting(Workplace workplace, ChineseWords words) {
    this.workplace = workplace;
    this.words = words;
  }

  /**
   * A request for a check of glossaries.
   *
   * @param hints whether hints are wanted too
   */
  public record Request(Glossaries glossaries, boolean hints) {}

  /**
   * The findings.
   *
   * @param findings in the order of their places
   * @param hidden how many hints were left out
   * @param concepts how many concepts were looked at
   */
  public record Result(List<LintFinding> findings, int hidden, int concepts) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads and checks the glossaries.
   *
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  public Result lint(Request request) {
    List<LintFinding> all = new ArrayList<>();
    List<Concept> rows = new ArrayList<>();
    for (GlossaryReading reading : request.glossaries().readings(workplace)) {
      reading.problems().forEach(problem -> all.add(unusable(problem)));
      rows.addAll(reading.concepts());
    }
    all.addAll(new GlossaryLint(words).check(rows));
    List<LintFinding> shown =
        all.stream()
            .filter(one -> request.hints() || one.severity() != Severity.INFO)
            .sorted(LintFinding.BY_PLACE)
            .toList();
    return new Result(shown, all.size() - shown.size(), Glossary.of(rows).concepts().size());
  }

  private static LintFinding unusable(GlossaryReading.Problem problem) {
    return new LintFinding(
        "unusable-row", Severity.ERROR, "", List.of(problem.where()), problem.reason());
  }
}
