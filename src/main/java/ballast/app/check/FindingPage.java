package ballast.app.check;

import ballast.app.align.PairList;
import ballast.app.page.Imprint;
import ballast.app.page.Numbers;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Decision;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermStatistics.TermCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The content of the page of a check, for its templates. */
final class FindingPage {

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  /** Examples shown of a decision. */
  static final int EXAMPLES = 3;

  /** Code points shown on either side of the words of a finding. */
  private static final int AROUND = 30;

  record Figure(String name, long value, String look) {}

  /**
   * @param id CSS class of its findings
   * @param summary may be empty
   */
  record Box(String id, String name, int count, String summary) {}

  /** A list to choose from, as shown texts by value. */
  record Choice(String id, String label, Map<String, String> values) {}

  private final FindingReport report;
  private final String checked;
  private final List<TermCounts> terms;
  private final Imprint imprint;
  private final Map<String, String> names;
  private final List<Decision> decisions;

  private final IdentityHashMap<LocatedFinding, Integer> numbers = new IdentityHashMap<>();

  /** Number of findings by CSS class: of their severity, and of their rule. */
  private final Map<String, Integer> counts = new HashMap<>();

  FindingPage(FindingReport report, String checked, List<TermCounts> terms, Imprint imprint) {
    this.report = report;
    this.checked = checked;
    this.imprint = imprint;
    this.terms = terms;
    this.decisions = report.decisions();
    this.names = terms.stream().collect(Collectors.toMap(TermCounts::id, TermCounts::zh));
    for (LocatedFinding one : report.findings()) {
      numbers.putIfAbsent(one, numbers.size() + 1);
      counts.merge(one.finding().severity().label(), 1, Integer::sum);
      counts.merge("rule-" + one.finding().rule(), 1, Integer::sum);
    }
  }

  String checked() {
    return checked;
  }

  Imprint imprint() {
    return imprint;
  }

  String say(String message) {
    return imprint.say(message);
  }

  /** Returns the beginning of the article, or the names of several texts. */
  String title() {
    Passage opening = report.extent().opening();
    return opening == null
        ? say(checked)
        : imprint.title(List.of(opening.target(), opening.source()), checked);
  }

  /** Returns the result in a sentence. */
  String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(
        CountedNoun.of(report.count(Severity.ERROR), "error")
            + (" and " + CountedNoun.of(report.count(Severity.WARNING), "warning"))
            + (" in " + CountedNoun.of(report.checked(), "pair") + " of sentences"));
    long hints = report.count(Severity.INFO);
    if (hints > 0) {
      parts.add(CountedNoun.of(hints, "hint"));
    }
    int decided = report.inBaseline() + report.waived().size();
    if (decided > 0) {
      parts.add(Numbers.count(decided) + " decided");
    }
    return imprint.sentence(parts);
  }

  List<LocatedFinding> findings() {
    return report.findings();
  }

  /** Returns the findings to see at once: errors and warnings. */
  List<LocatedFinding> serious() {
    return findings().stream().filter(one -> one.finding().severity() != Severity.INFO).toList();
  }

  /** Returns the findings that are closed at first. */
  List<LocatedFinding> hints() {
    return findings().stream().filter(one -> one.finding().severity() == Severity.INFO).toList();
  }

  /** CSS that hides findings with an unticked box, without a script. */
  String filterStyle() {
    String hidden =
        Stream.concat(severityBoxes().stream(), ruleBoxes().stream())
            .map(box -> "body:has(#" + box.id() + ":not(:checked)) .finding." + box.id())
            .collect(Collectors.joining(",\n"));
    return hidden.isEmpty() ? "" : hidden + " { display: none; }\n";
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure(say("pairs checked"), report.checked(), ""));
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      figures.add(new Figure(say("changed since " + changed.since()), changed.pairs(), ""));
    }
    for (Severity severity : WORST_FIRST) {
      long count = report.count(severity);
      String name = name(severity) + (count == 1 ? "" : "s");
      figures.add(new Figure(say(name), count, count > 0 ? severity.label() : ""));
    }
    if (report.inBaseline() > 0) {
      figures.add(new Figure(say("in the baseline"), report.inBaseline(), ""));
    }
    int hidden = report.all().size() - report.findings().size();
    if (hidden > 0) {
      figures.add(new Figure(say("not on this page"), hidden, ""));
    }
    return figures;
  }

  List<String> gaps() {
    return Stream.concat(
            report.extent().unchecked().stream().map(Unchecked::message),
            report.leftOut().stream()
                .map((PairList.Alone text) -> text.file() + " is left out: " + text.reason()))
        .map(this::say)
        .toList();
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** The number of a finding on the page, from 1; 0 if it is not there. */
  int number(LocatedFinding finding) {
    return numbers.getOrDefault(finding, 0);
  }

  List<Box> severityBoxes() {
    return Stream.of(Severity.ERROR, Severity.WARNING)
        .filter(severity -> counts.containsKey(severity.label()))
        .map(severity -> box(severity.label(), say(name(severity) + "s"), ""))
        .toList();
  }

  List<Box> ruleBoxes() {
    return Rules.all().stream()
        .filter(rule -> counts.containsKey("rule-" + rule.id()))
        .map(this::box)
        .toList();
  }

  private Box box(Rule rule) {
    return box("rule-" + rule.id(), rule.id(), say(rule.summary()));
  }

  private Box box(String id, String name, String summary) {
    return new Box(id, name, counts.getOrDefault(id, 0), summary);
  }

  List<Choice> choices() {
    Map<String, String> chosen = new TreeMap<>();
    findings().forEach(one -> chosen.put(one.finding().term(), one.finding().term()));
    chosen.remove("");
    terms.forEach(term -> chosen.computeIfPresent(term.id(), (id, n) -> term.zh() + " " + id));
    Map<String, String> files = new TreeMap<>();
    findings().forEach(one -> files.put(one.location().file(), one.location().file()));
    return Stream.of(
            new Choice("term", say("Term"), chosen), new Choice("file", say("File"), files))
        .filter(choice -> choice.values().size() > 1)
        .toList();
  }

  /** Whether a finding is the first of its file in a list. */
  static boolean beginsFile(List<LocatedFinding> findings, int index) {
    return index == 0
        || !findings.get(index).location().file().equals(findings.get(index - 1).location().file());
  }

  String zh(String term) {
    return names.getOrDefault(term, "");
  }

  TermTable termTable() {
    return new TermTable(findings(), terms, imprint);
  }

  static String name(Severity severity) {
    return severity == Severity.INFO ? "hint" : severity.label();
  }

  String place(LocatedFinding checked) {
    Location target = checked.location();
    Location source = checked.sourceLocation();
    String place =
        target.lineOrPlace() + (target.place().isEmpty() ? ", column " + target.column() : "");
    return source.equals(target)
        ? say(place)
        : imprint.language().say(List.of(place, "source " + source.lineOrPlace()));
  }

  static final class TermTable {

    /**
     * Number of styles for allowed renderings in a bar, the commonest rendering first; then they
     * repeat.
     */
    private static final int LOOKS = 4;

    /** Maximum renderings named below a bar; the others are counted. */
    private static final int NAMED = 6;

    /** The number of the first finding about a term, and their number. */
    record Findings(int first, int count) {}

    record Cell(String look, String label, int value) {}

    /**
     * A rendering and its part of the bar.
     *
     * @param wrong whether the glossary forbids it; its bar is then lower, for readers who do not
     *     see the colour
     * @param from in percent of the bar
     * @param width in percent of the bar
     */
    record Rendering(
        String text, int pairs, boolean wrong, String look, String from, String width) {}

    private final List<TermCounts> terms;
    private final Imprint imprint;
    private final Map<String, Findings> findings = new HashMap<>();

    TermTable(List<LocatedFinding> found, List<TermCounts> terms, Imprint imprint) {
      this.terms = terms;
      this.imprint = imprint;
      for (int i = 0; i < found.size(); i++) {
        findings.merge(
            found.get(i).finding().term(),
            new Findings(i + 1, 1),
            (known, one) -> new Findings(known.first(), known.count() + 1));
      }
    }

    String say(String message) {
      return imprint.say(message);
    }

    /** Returns the terms that most often lack a rendering from the glossary first. */
    List<TermCounts> terms() {
      return terms.stream()
          .sorted(Comparator.comparing(t -> -t.pairs().missing() - t.pairs().forbidden()))
          .toList();
    }

    Findings findings(TermCounts term) {
      return findings.getOrDefault(term.id(), new Findings(0, 0));
    }

    static List<Cell> cells(TermCounts term) {
      return List.of(
          cell("occurs", term.occurrences(), false),
          cell("pairs", term.pairs().all(), false),
          cell("exact", term.pairs().exact(), false),
          cell("inflected", term.pairs().inflected(), false),
          cell("forbidden", term.pairs().forbidden(), true),
          cell("missing", term.pairs().missing(), true));
    }

    private static Cell cell(String label, int value, boolean bad) {
      String look = value == 0 ? "number zero" : bad ? "number bad" : "number";
      return new Cell(look, label, value);
    }

    static List<Rendering> renderings(TermCounts term) {
      List<Rendering> renderings = new ArrayList<>();
      int before = 0;
      int allowed = 0;
      for (Map.Entry<String, Integer> one : term.renderings().pairs().entrySet()) {
        boolean wrong = term.renderings().forbidden().contains(one.getKey());
        String look = wrong ? "wrong" : "r" + allowed++ % LOOKS;
        String from = share(before, term);
        String width = share(one.getValue(), term);
        renderings.add(new Rendering(one.getKey(), one.getValue(), wrong, look, from, width));
        before += one.getValue();
      }
      return renderings;
    }

    private static String share(int pairs, TermCounts term) {
      return String.format(Locale.ROOT, "%.2f", 100.0 * pairs / term.pairs().all());
    }

    static List<Rendering> named(TermCounts term) {
      return renderings(term).stream().limit(NAMED).toList();
    }

    static int unnamed(TermCounts term) {
      return Math.max(0, term.renderings().pairs().size() - NAMED);
    }
  }

  /**
   * The part of a text with the words of a finding, or its beginning.
   *
   * @param words empty if there are none
   */
  record Shown(String before, String words, String after) {

    static Shown source(LocatedFinding checked) {
      return of(checked.place().value().source(), checked.finding().spans().source());
    }

    static Shown target(LocatedFinding checked) {
      return of(checked.place().value().target(), checked.finding().spans().target());
    }

    private static Shown of(String text, List<Span> spans) {
      Span place = spans.isEmpty() ? new Span(0, 0) : spans.get(0);
      Span part = Excerpt.around(text, place, AROUND);
      return new Shown(
          (part.start() > 0 ? "…" : "") + text.substring(part.start(), place.start()),
          place.of(text),
          text.substring(place.end(), part.end()) + (part.end() < text.length() ? "…" : ""));
    }
  }
}
