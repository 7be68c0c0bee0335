package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.PairSource;
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.project.Glossaries;
import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.check.TermStatistics.TermCounts;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint;
import ballast.glossary.GlossaryLint.LintFinding;
import ballast.lexicon.Lexicon;
import ballast.memory.MemoryStore;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds errors in glossaries: unusable rows, the findings of {@link GlossaryLint}, and the entries
 * whose translations are missing most often in a memory.
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

  /** Uses the bundled lexicon. */
  public GlossaryLinting(Workplace workplace) {
    this(workplace, Lexicon.bundled());
  }

  /**
   * @param lexicon decides which words are common
   */
  public GlossaryLinting(Workplace workplace, Lexicon lexicon) {
    this.workplace = workplace;
    this.lexicon = lexicon;
  }

  /**
   * A request for a check of glossaries.
   *
   * @param hints whether to include hints
   * @param memory translations to search for the terms; null for none
   */
  public record Request(Glossaries glossaries, boolean hints, @Nullable MemoryStore memory) {

    /** Checks the glossaries alone. */
    public Request(Glossaries glossaries, boolean hints) {
      this(glossaries, hints, null);
    }
  }

  /**
   * The findings.
   *
   * @param findings by place
   * @param hidden number of omitted hints
   * @param concepts number of concepts checked
   */
  public record Result(List<LintFinding> findings, int hidden, int concepts) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads and checks the glossaries.
   *
   * @throws ballast.bitext.InputException if a glossary or the memory cannot be read
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

  /** A misspelt column name is an error; any other column may be meant for people only. */
  private static LintFinding unused(UnusedColumn column) {
    Severity severity = column.hint().isEmpty() ? Severity.INFO : Severity.WARNING;
    return new LintFinding(
        "unused-column", severity, "", List.of(column.where()), column.toString());
  }

  private static LintFinding unusable(GlossaryReading.Problem problem) {
    return new LintFinding(
        "unusable-row", Severity.ERROR, "", List.of(problem.where()), problem.reason());
  }

  /**
   * Reports the entries that cause most findings in translations: those whose translations are
   * missing most often, at least {@value #MIN_PAIRS} times and in a quarter of the pairs with the
   * term.
   */
  private static final class FrequentFindings {

    private static final int MIN_PAIRS = 5;

    private static final int MIN_PERCENT = 25;

    private static final int MAX_ENTRIES = 10;

    private FrequentFindings() {}

    static List<LintFinding> of(Glossary glossary, List<TermCounts> counts) {
      return counts.stream()
          .filter(term -> term.pairs().missing() >= MIN_PAIRS)
          .filter(term -> 100L * term.pairs().missing() >= (long) MIN_PERCENT * term.pairs().all())
          .sorted(
              Comparator.comparingInt((TermCounts term) -> term.pairs().missing())
                  .reversed()
                  .thenComparing(TermCounts::id))
          .limit(MAX_ENTRIES)
          .flatMap(
              term ->
                  glossary.concepts().stream()
                      .filter(concept -> concept.id().equals(term.id()))
                      .filter(concept -> !concept.rows().isEmpty())
                      .map(concept -> finding(concept, term)))
          .toList();
    }

    private static LintFinding finding(Concept concept, TermCounts term) {
      List<Location> where = concept.rows();
      return new LintFinding(
          "often-missing",
          Severity.WARNING,
          concept.id(),
          where,
          "\""
              + term.zh()
              + "\" has no rendering of the glossary in "
              + term.pairs().missing()
              + " of "
              + CountedNoun.of(term.pairs().all(), "pair")
              + " of the memory; add other renderings (en_variants), or longer phrases in which it"
              + " is not meant (not_in)");
    }
  }

  /** Reports the findings of {@code ballast glossary lint}. */
  public static final class LintOutput {

    private LintOutput() {}

    /** Writes a line for each finding, with the other rows that it concerns. */
    public static void write(Writer out, List<LintFinding> findings, Style style)
        throws IOException {
      for (LintFinding finding : findings) {
        List<Location> where = finding.where();
        String otherPlaces =
            where.stream()
                .skip(1)
                .map(place -> place.file() + ":" + place.line())
                .collect(Collectors.joining(", "));
        out.write(
            style.link(where.get(0).file(), TerminalText.plain(where.get(0).toString()))
                + ": "
                + finding.severity().label()
                + ": "
                + TerminalText.plain(finding.message())
                + (otherPlaces.isEmpty() ? "" : " (see " + TerminalText.plain(otherPlaces) + ")")
                + " ["
                + finding.rule()
                + "]\n");
      }
    }

    public static void writeJson(Writer out, List<LintFinding> findings, int concepts)
        throws IOException {
      try (Json json = Json.line(out)) {
        json.array("findings");
        for (LintFinding finding : findings) {
          write(json, finding);
        }
        json.end();
        json.object("summary");
        json.put("concepts", concepts);
        for (Severity severity : Severity.values()) {
          json.put(
              severity.label(),
              findings.stream().filter(finding -> finding.severity() == severity).count());
        }
        json.end();
      }
    }

    private static void write(Json json, LintFinding finding) throws IOException {
      json.object();
      json.put("rule", finding.rule());
      json.put("severity", finding.severity().label());
      json.put("term", finding.concept());
      json.put("file", finding.where().get(0).file());
      json.put("line", finding.where().get(0).line());
      json.put("message", finding.message());
      json.array("rows");
      for (Location where : finding.where()) {
        json.object();
        json.put("file", where.file());
        json.put("line", where.line());
        json.end();
      }
      json.end();
      json.end();
    }
  }
}
