package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckInputs;
import ballast.app.check.PairSource;
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.project.Glossaries;
import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.TermJudge;
import ballast.check.TermStatistics;
import ballast.check.TermStatistics.TermCounts;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint;
import ballast.glossary.GlossaryLint.LintFinding;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.language.WhiteSpace;
import ballast.lexicon.Lexicon;
import ballast.links.Stretches.StretchFinder;
import ballast.memory.MemoryStore;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches glossaries for a term, for errors, and translations for their terms.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * List<Concept> concepts = Glossaries.OF_PROJECT.read(workplace, Notices.NONE);
 * GlossaryQueries.search(concepts, "ballast", 20)
 *     .concepts()
 *     .forEach(concept -> System.out.println(concept.zhForms()));
 * GlossaryQueries queries = new GlossaryQueries(workplace, Notices.NONE);
 * queries
 *     .count(PairSource.ofFiles("units.tmx"), concepts)
 *     .terms()
 *     .forEach(term -> System.out.println(term.zh() + " " + term.renderings()));
 * queries
 *     .lint(Glossaries.OF_PROJECT, true, null)
 *     .findings()
 *     .forEach(one -> System.out.println(one.message()));
 * }</pre>
 *
 * @param lexicon decides which words are common, and finds the translations of terms
 */
public record GlossaryQueries(Workplace workplace, Notices notices, Lexicon lexicon) {

  /** Minimum confidence of a proposed translation. */
  private static final double MIN_CONFIDENCE = 0.25;

  /** Uses the bundled lexicon. */
  public GlossaryQueries(Workplace workplace, Notices notices) {
    this(workplace, notices, Lexicon.bundled());
  }

  /**
   * The concepts found.
   *
   * @param concepts the first ones have the text as a whole term
   * @param total number found, including those beyond the limit
   */
  public record Found(List<Concept> concepts, int total) {

    public Found {
      concepts = List.copyOf(concepts);
    }

    public void writeText(Writer out, Style style) throws IOException {
      for (Concept concept : concepts) {
        String forms = String.join(" | ", concept.zhForms());
        out.write((forms.isEmpty() ? style.say("(any)") : forms) + "\n");
        for (Term term : concept.en()) {
          String status =
              term.status() == TermStatus.PREFERRED
                  ? ""
                  : "  " + style.say("(" + term.status().label() + ")");
          String note = WhiteSpace.collapse(term.remarks().note());
          out.write("  " + TerminalText.plain(term.text()) + status);
          out.write((note.isEmpty() ? "" : "  " + TerminalText.plain(note)) + "\n");
        }
        String rows = places(concept.rows().stream());
        out.write(style.faint(TerminalText.plain("  " + concept.id() + "  " + rows)) + "\n");
      }
    }

    /** {@code ballast glossary search --json}. */
    public void writeJson(Writer out, String query) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("query", query).put("total", total).array("concepts");
        for (Concept concept : concepts) {
          json.object().put("id", concept.id());
          writeTerms(json, "zh", concept.zh());
          writeTerms(json, "en", concept.en());
          json.end();
        }
        json.end();
      }
    }

    private static void writeTerms(Json json, String field, List<Term> terms) throws IOException {
      json.array(field);
      for (Term term : terms) {
        json.object().put("term", term.text()).put("status", term.status().label());
        json.put("note", term.remarks().note()).put("source", term.remarks().source());
        json.put("file", term.where().file()).put("line", term.where().line()).end();
      }
      json.end();
    }
  }

  /**
   * Looks a term up.
   *
   * @param rows one concept per row, as in the glossaries
   * @param text a term or a part of one, or an id; case and width are ignored
   * @param limit maximum number of concepts, at least 1
   */
  public static Found search(List<Concept> rows, String text, int limit) {
    String wanted = key(text);
    List<Concept> found =
        Glossary.of(rows).concepts().stream()
            .filter(concept -> keys(concept).anyMatch(key -> key.contains(wanted)))
            .sorted((one, other) -> Boolean.compare(isWhole(other, wanted), isWhole(one, wanted)))
            .toList();
    return new Found(found.stream().limit(Math.max(1, limit)).toList(), found.size());
  }

  private static boolean isWhole(Concept concept, String wanted) {
    return keys(concept).anyMatch(wanted::equals);
  }

  private static Stream<String> keys(Concept concept) {
    return Stream.concat(
            Stream.of(concept.id()),
            Stream.concat(concept.zh().stream(), concept.en().stream()).map(Term::text))
        .map(GlossaryQueries::key);
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /**
   * Returns the words of a translation that match some words of a text; "" if that is unclear.
   *
   * @param words occur in the text
   */
  public String rendering(String words, String text, String translation) {
    int start = text.indexOf(words);
    if (words.isEmpty() || start < 0) {
      return "";
    }
    Span span = new Span(start, start + words.length());
    return new StretchFinder(lexicon, lexicon)
        .in(text, Set.of(span.start(), span.end()), translation)
        .find(span)
        .filter(found -> found.confidence() >= MIN_CONFIDENCE)
        .map(found -> translation.substring(found.span().start(), found.span().end()))
        .map(found -> found.replaceFirst("(?i)^(the|an?) ", ""))
        .orElse("");
  }

  private static String places(Stream<Location> rows) {
    return rows.map(place -> place.file() + ":" + place.line()).collect(Collectors.joining(", "));
  }

  /**
   * The statistics of a glossary's terms.
   *
   * @param terms the terms that occur
   * @param unused ids of concepts that have translations but do not occur
   */
  public record Counted(List<TermCounts> terms, int pairs, List<String> unused) {

    public Counted {
      terms = List.copyOf(terms);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Counts how each term is translated.
   *
   * @param rows one concept per row, as in the glossaries
   * @throws ballast.bitext.InputException if the pairs cannot be read
   */
  public Counted count(PairSource pairs, List<Concept> rows) {
    Glossary glossary = Glossary.of(rows);
    TermStatistics statistics = new TermStatistics(new TermJudge(glossary, lexicon, lexicon));
    CheckInputs inputs = new CheckInputs(workplace, notices, pairs, lexicon, rows);
    inputs.forEach("counting terms in", pair -> statistics.see(pair.value()));
    inputs.warnLeftOut();
    List<TermCounts> terms = statistics.counts();
    Set<String> seen = terms.stream().map(TermCounts::id).collect(Collectors.toSet());
    List<String> unused =
        glossary.concepts().stream()
            .filter(concept -> !concept.allowed().isEmpty())
            .map(Concept::id)
            .filter(id -> !seen.contains(id))
            .toList();
    return new Counted(terms, statistics.passages(), unused);
  }

  /**
   * Errors in glossaries.
   *
   * @param findings by place
   * @param hidden number of omitted hints
   */
  public record Linted(List<LintFinding> findings, int hidden, int concepts) {

    public Linted {
      findings = List.copyOf(findings);
    }

    /** Writes a line for each finding, with the other rows that it concerns. */
    public void writeText(Writer out, Style style) throws IOException {
      for (LintFinding finding : findings) {
        Location where = finding.where().get(0);
        String others = places(finding.where().stream().skip(1));
        out.write(
            "%s: %s: %s%s [%s]\n"
                .formatted(
                    style.link(where.file(), TerminalText.plain(where.toString())),
                    style.say(finding.severity().label()),
                    TerminalText.plain(style.say(finding.message())),
                    others.isEmpty() ? "" : style.say(" (see " + TerminalText.plain(others) + ")"),
                    finding.rule()));
      }
    }

    /** {@code ballast glossary lint --json}. */
    public void writeJson(Writer out) throws IOException {
      try (Json json = Json.line(out)) {
        json.array("findings");
        for (LintFinding finding : findings) {
          write(json, finding);
        }
        json.end();
        json.object("summary").put("concepts", concepts);
        for (Severity severity : Severity.values()) {
          json.put(
              severity.label(),
              findings.stream().filter(finding -> finding.severity() == severity).count());
        }
        json.end();
      }
    }

    private static void write(Json json, LintFinding finding) throws IOException {
      Location first = finding.where().get(0);
      json.object().put("rule", finding.rule()).put("severity", finding.severity().label());
      json.put("term", finding.concept()).put("file", first.file()).put("line", first.line());
      json.put("message", finding.message()).array("rows");
      for (Location where : finding.where()) {
        json.object().put("file", where.file()).put("line", where.line()).end();
      }
      json.end();
      json.end();
    }
  }

  /**
   * Finds errors in glossaries: unusable rows, the findings of {@link GlossaryLint}, and the
   * entries whose translations are missing most often in a memory.
   *
   * @param hints whether to include hints
   * @param memory translations to search for the terms; null for none
   * @throws ballast.bitext.InputException if a glossary or the memory cannot be read
   */
  public Linted lint(Glossaries glossaries, boolean hints, @Nullable MemoryStore memory) {
    List<LintFinding> all = new ArrayList<>();
    List<Concept> rows = new ArrayList<>();
    for (GlossaryReading reading : glossaries.readings(workplace)) {
      reading.problems().forEach(problem -> all.add(unusable(problem)));
      reading.contents().unused().forEach(column -> all.add(unused(column)));
      rows.addAll(reading.concepts());
    }
    all.addAll(new GlossaryLint(lexicon).check(rows));
    Glossary glossary = Glossary.of(rows);
    if (memory != null) {
      Counted counted =
          new GlossaryQueries(workplace, Notices.NONE, lexicon)
              .count(PairSource.ofMemory(memory), rows);
      all.addAll(FrequentFindings.of(glossary, counted.terms()));
    }
    List<LintFinding> shown =
        all.stream()
            .filter(one -> hints || one.severity() != Severity.INFO)
            .sorted(LintFinding.BY_PLACE)
            .toList();
    return new Linted(shown, all.size() - shown.size(), glossary.concepts().size());
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
          "\"%s\" has no rendering of the glossary in %s of %s of the memory; add other renderings"
                  .formatted(
                      term.zh(), term.pairs().missing(), CountedNoun.of(term.pairs().all(), "pair"))
              + " (en_variants), or longer phrases in which it is not meant (not_in)");
    }
  }
}
