package ballast.workflow.glossary;

import ballast.bitext.Severity;
import ballast.check.TermCounts;
import ballast.format.table.UnusedColumn;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint;
import ballast.glossary.LintFinding;
import ballast.lexicon.Lexicon;
import ballast.memory.MemoryStore;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.check.PairSource;
import ballast.workflow.project.Glossaries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds errors in glossaries: unusable rows, the findings of {@link GlossaryLint}, and the entries
 * whose renderings are missing most often in a memory.
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
  private final Lexicon lexicon;

  /** With the words of the bundled lexicon. */
  public GlossaryLinting(Workplace workplace) {
    this(workplace, Lexicon.bundled());
  }

  /**
   * With another lexicon.
   *
   * @param lexicon decides which words are common
   */
  public GlossaryLinting(Workplace workplace, Lexicon lexicon) {
    this.workplace = workplace;
    this.lexicon = lexicon;
  }

  /**
   * A request for a check of glossaries.
   *
   * @param hints whether hints are wanted too
   * @param memory the translations in which terms are looked for; null for none
   */
  public record Request(Glossaries glossaries, boolean hints, @Nullable MemoryStore memory) {

    /** Of the glossaries alone. */
    public Request(Glossaries glossaries, boolean hints) {
      this(glossaries, hints, null);
    }
  }

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
   * @throws ballast.bitext.InputException if one of them, or the memory, cannot be read
   */
  public Result lint(Request request) {
    List<LintFinding> all = new ArrayList<>();
    List<Concept> rows = new ArrayList<>();
    for (GlossaryReading reading : request.glossaries().readings(workplace)) {
      reading.problems().forEach(problem -> all.add(unusable(problem)));
      reading.contents().unused().forEach(column -> all.add(unused(column)));
      rows.addAll(reading.concepts());
    }
    all.addAll(new GlossaryLint(lexicon).check(rows));
    Glossary glossary = Glossary.of(rows);
    if (request.memory() != null) {
      all.addAll(FrequentFindings.of(glossary, counts(rows, request.memory())));
    }
    List<LintFinding> shown =
        all.stream()
            .filter(one -> request.hints() || one.severity() != Severity.INFO)
            .sorted(LintFinding.BY_PLACE)
            .toList();
    return new Result(shown, all.size() - shown.size(), glossary.concepts().size());
  }

  private List<TermCounts> counts(List<Concept> rows, MemoryStore memory) {
    return new GlossaryStatistics(workplace, Notices.NONE, lexicon)
        .count(new GlossaryStatistics.Request(PairSource.ofMemory(memory), rows))
        .terms();
  }

  /** A misspelt head is a mistake, another column may be meant for people only. */
  private static LintFinding unused(UnusedColumn column) {
    Severity severity = column.hint().isEmpty() ? Severity.INFO : Severity.WARNING;
    return new LintFinding(
        "unused-column", severity, "", List.of(column.where()), column.toString());
  }

  private static LintFinding unusable(GlossaryReading.Problem problem) {
    return new LintFinding(
        "unusable-row", Severity.ERROR, "", List.of(problem.where()), problem.reason());
  }
}
