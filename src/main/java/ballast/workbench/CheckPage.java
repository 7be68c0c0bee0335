package ballast.workbench;

import ballast.app.align.BeadRows;
import ballast.app.check.Acceptance.Accepted;
import ballast.app.check.Fixing;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Severity;
import ballast.bitext.Sha256;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Decision;
import ballast.check.Decision.Agreed;
import ballast.check.FixRun.Corrected;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.TermStatistics.TermCounts;
import ballast.check.Waivers.Waived;
import ballast.workbench.KeptCheck.Checked;
import ballast.workbench.KeptCheck.Row;
import ballast.workbench.Room.Links;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content of the Check room, for its templates.
 *
 * @param decisions those with a finding that meets the query; none in the list by place
 * @param found the findings that meet the query and are in none of the decisions
 */
record CheckPage(
    CheckQuery query, KeptResult.State<Checked> state, List<Decision> decisions, List<Row> found) {

  /** Fields with a list of values to choose from. */
  static final List<String> FIELDS = List.of(CheckQuery.RULE, CheckQuery.TERM, CheckQuery.DOCUMENT);

  private static final int PAGE = 100;

  /** Maximum values in a list. A longer one would be slow and useless. */
  private static final int MAX_LISTED = 300;

  private static final int MAX_OTHERS = 3;

  static final int MAX_FIXES = 100;

  static final int MAX_DECISIONS = 500;

  static final int EXAMPLES = 3;

  /**
   * Maximum lines of the baseline shown before they are written; they differ in their texts only.
   */
  static final int MAX_LINES = 1;

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  /**
   * A value in a list.
   *
   * @param zh the Chinese term; empty for other values
   */
  record Option(String value, String zh, int count, boolean chosen) {}

  static CheckPage of(CheckQuery query, KeptResult.State<Checked> state) {
    List<Row> found = query.select(state.value().rows());
    if (query.isByPlace()) {
      return new CheckPage(query, state, List.of(), found);
    }
    Set<LocatedFinding> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    found.forEach(row -> wanted.add(row.checked()));
    return new CheckPage(
        query,
        state,
        state.value().decisions().stream()
            .filter(one -> one.findings().stream().anyMatch(wanted::contains))
            .toList(),
        found.stream().filter(row -> !Decision.concerns(row.finding())).toList());
  }

  /** Returns the number of findings in the decisions. */
  int decided() {
    return decisions.stream().mapToInt(one -> one.findings().size()).sum();
  }

  /** Returns how often the translation of a term is as agreed, in percent; -1 if not counted. */
  static int obeying(Decision decision) {
    TermCounts.Pairs use = decision.agreed().use();
    return use.all() == 0 ? -1 : (int) Math.round(100.0 * use.right() / use.all());
  }

  Checked checked() {
    return state.value();
  }

  List<Option> severities() {
    Map<String, Integer> counts = query.counts(CheckQuery.SEVERITY, checked().rows());
    return WORST_FIRST.stream()
        .map(Severity::label)
        .map(name -> option(CheckQuery.SEVERITY, name, counts.getOrDefault(name, 0)))
        .toList();
  }

  List<Option> options(String field) {
    List<Option> options = new ArrayList<>();
    int listed = 0;
    for (Map.Entry<String, Integer> count : query.counts(field, checked().rows()).entrySet()) {
      Option option = option(field, count.getKey(), count.getValue());
      if (listed++ < MAX_LISTED || option.chosen()) {
        options.add(option);
      }
    }
    return options;
  }

  private Option option(String field, String value, int count) {
    String zh = field.equals(CheckQuery.TERM) ? zh(value) : "";
    return new Option(value, zh, count, query.has(field, value));
  }

  /** Returns a Chinese term, or "". */
  String zh(String term) {
    Agreed agreed = checked().agreed().get(term);
    return agreed == null ? "" : agreed.zh();
  }

  int from() {
    return query.from() < found.size() ? query.from() : 0;
  }

  int end() {
    return Math.min(found.size(), from() + PAGE);
  }

  List<Row> shown() {
    return found.subList(from(), end());
  }

  boolean hasPages() {
    return found.size() > PAGE;
  }

  boolean hasPrevious() {
    return from() > 0;
  }

  boolean hasNext() {
    return end() < found.size();
  }

  String previous() {
    return query.at(Math.max(0, from() - PAGE));
  }

  String next() {
    return query.at(end());
  }

  static List<CheckedPair<Passage>> others(Row row) {
    List<CheckedPair<Passage>> others = row.checked().others();
    return others.subList(0, Math.min(MAX_OTHERS, others.size()));
  }

  /** Returns the address of a finding's bead, or of the memory if it is in no article. */
  static String address(LocatedFinding finding) {
    Passage passage = finding.place().value();
    return passage.document().isEmpty()
        ? Room.MEMORY.path() + "?q=" + Links.encoded(passage.source())
        : place(finding);
  }

  /** Returns the name of that place. */
  static String name(Words words, LocatedFinding finding) {
    String document = finding.place().value().document();
    return document.isEmpty()
        ? words.say("room.memory")
        : document + ", " + words.say("check.place", finding.location().line());
  }

  static String mark(Severity severity) {
    return severity == Severity.ERROR ? "▲" : severity == Severity.WARNING ? "△" : "ⓘ";
  }

  /** The address of a finding's bead; an unmatched sentence has no unit. */
  static String place(LocatedFinding finding) {
    Passage passage = finding.place().value();
    return Links.to(Room.ALIGN, passage.document())
        + (passage.id().isEmpty()
            ? "#" + BeadRows.PREFIX + finding.location().line()
            : "&unit=" + passage.id());
  }

  /** The first rows of a list. */
  static <T> List<T> shown(List<T> rows) {
    return rows.subList(0, Math.min(MAX_FIXES, rows.size()));
  }

  /** A replacement in a translation, and the text before it. */
  record Fix(String before, String old, String text) {}

  static List<Fix> fixes(Corrected one) {
    String target = one.place().value().target();
    List<Fix> fixes = new ArrayList<>();
    int at = 0;
    for (TextEdit edit : one.fixes()) {
      Span span = edit.span();
      fixes.add(new Fix(target.substring(at, span.start()), span.of(target), edit.text()));
      at = span.end();
    }
    return fixes;
  }

  /** Returns the translation after its last replacement. */
  static String rest(Corrected one) {
    int end = one.fixes().stream().mapToInt(edit -> edit.span().end()).max().orElse(0);
    return one.place().value().target().substring(end);
  }

  /**
   * Safe replacements.
   *
   * @param digest identifies exactly these; "" if they have not been planned yet
   */
  record PlannedFixes(Fixing.Result result, String digest) {

    static final PlannedFixes NONE =
        new PlannedFixes(
            new Fixing.Result(
                /* applied= */ false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            "");

    static PlannedFixes of(Fixing.Result result) {
      return new PlannedFixes(
          result,
          Sha256.hex(
              result.corrected().stream()
                  .map(PlannedFixes::line)
                  .collect(Collectors.joining("\n"))));
    }

    private static String line(Corrected one) {
      return one.place().value().id() + '\t' + one.place().value().target() + '\t' + one.fixes();
    }

    boolean isDone() {
      return !digest.isEmpty();
    }

    List<Corrected> corrected() {
      return result.corrected();
    }
  }

  /**
   * The waived findings.
   *
   * @param reasons the reasons in the baseline, in the order of its findings
   */
  record Waivers(KeptResult.State<Checked> state, List<Accepted> reasons) {

    private static final int MAX_SHOWN = 200;

    Checked checked() {
      return state.value();
    }

    /** Returns the number of shown findings of the baseline. */
    int shown() {
      return Math.min(Math.min(checked().accepted().size(), reasons.size()), MAX_SHOWN);
    }

    List<Waived> noted() {
      return checked().waived().stream().limit(MAX_SHOWN).toList();
    }
  }

  /**
   * A part of the manual's page about a rule.
   *
   * @param text a paragraph; "" if it is a table
   * @param rows the rows of a table
   */
  record Block(String text, List<Cells> rows) {}

  record Cells(String name, String text) {}

  /**
   * @param page Markdown with a title, paragraphs and tables of two columns
   */
  static List<Block> blocks(String page) {
    return Arrays.stream(page.strip().split("\\n\\s*\\n"))
        .filter(block -> !block.startsWith("# "))
        .map(
            block ->
                block.startsWith("|")
                    ? new Block("", cells(block))
                    : new Block(plain(block.replace('\n', ' ')), List.of()))
        .toList();
  }

  private static List<Cells> cells(String table) {
    return table
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(
            cells -> cells.length > 2 && !cells[1].isBlank() && !cells[1].strip().startsWith("-"))
        .map(cells -> new Cells(plain(cells[1].strip()), plain(cells[2].strip())))
        .toList();
  }

  private static String plain(String text) {
    return text.replace("**", "").replace("`", "");
  }
}
