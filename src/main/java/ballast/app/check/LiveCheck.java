package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.app.project.KeptReading;
import ballast.app.project.MemoryPool;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.check.Baseline;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.check.Waiver;
import ballast.format.article.ScriptDetector;
import ballast.lexicon.Lexicon;
import ballast.memory.UnitFilter;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Checks texts during editing in another program: a translation with its source text, or a text
 * alone. Reads glossaries and settings once, and again when their files change. Thread-safe.
 *
 * <pre>{@code
 * LiveCheck check =
 *     new LiveCheck(Workplace.in(folder), Notices.NONE, LiveCheck.Against.PROJECT, null);
 * LiveCheck.Request request =
 *     new LiveCheck.Request(Lang.ZH_CN, "他有3艘船。", Lang.EN_US, "He has 4 ships.");
 * for (LiveCheck.TextFinding found : check.check(request).findings()) {
 *   System.out.println(found.place() + ": " + found.finding().message());
 * }
 * }</pre>
 */
public final class LiveCheck {

  /**
   * @param source blank if it is unknown: then only the rules that need no source text are applied
   * @param target if blank, there are no findings
   */
  public record Request(Lang sourceLang, String source, Lang targetLang, String target) {

    /** A request for a translation from or into Chinese, by its characters. */
    public static Request of(String source, String target) {
      Lang to = languageOf(target);
      return new Request(to.isChinese() ? Lang.EN_US : Lang.ZH_CN, source, to, target);
    }

    /** A request for a text without a known source. */
    public static Request alone(Lang lang, String text) {
      return new Request(lang.isChinese() ? Lang.EN_US : Lang.ZH_CN, "", lang, text);
    }
  }

  /**
   * @param glossaries those named by the user, or those of the project
   * @param settings severities of rules, and disabled rules; may also name glossaries
   */
  public record Against(Glossaries glossaries, SettingsChoice settings) {

    public static final Against PROJECT =
        new Against(Glossaries.OF_PROJECT, SettingsChoice.NEAREST);
  }

  /**
   * @param findings in the order of the text's sentences
   * @param isWhole whether every rule was applied to every sentence
   */
  public record Outcome(List<TextFinding> findings, boolean isWhole) {

    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  private record Contents(CheckPlan plan, Baseline baseline) {}

  private final Workplace workplace;
  private final Notices notices;
  private final Against against;
  private final Lexicon lexicon = Lexicon.bundled();
  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);
  private final @Nullable MemoryPool memory;
  private final KeptReading<CheckSettings> settings;
  private final KeptReading<Contents> contents;

  /**
   * @param notices receives problems of the glossaries; called on the thread of a request, but by
   *     one thread at a time
   * @param memory findings waived for its units are skipped; must stay open while this is used;
   *     null for none
   */
  public LiveCheck(
      Workplace workplace, Notices notices, Against against, @Nullable MemoryPool memory) {
    this.memory = memory;
    this.workplace = workplace;
    this.notices = notices;
    this.against = against;
    this.settings = new KeptReading<>(this::settingsFile, this::readSettings);
    this.contents = new KeptReading<>(this::files, this::read);
  }

  /**
   * Checks a text. Finds the same as {@code ballast check} in a file with this pair, except for
   * settings limited to certain files, findings in the baseline, and waivers for a unit with the
   * same texts. If a glossary or the settings become unreadable, the last version counts, and
   * {@code notices} reports it.
   *
   * @throws ballast.bitext.InputException if the glossaries or settings could never be read
   */
  public Outcome check(Request request) {
    Contents now = latest();
    if (request.target().isBlank()) {
      return new Outcome(List.of(), /* isWhole= */ true);
    }
    List<Span> parts =
        request.source().isBlank()
            ? sentences(request.targetLang(), request.target())
            : List.of(trimmed(request.target()));
    List<CheckedPair<Passage>> pairs = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      pairs.add(pair(request, parts.get(index), index));
    }
    List<TextFinding> found = new ArrayList<>();
    Checker checker = now.plan().checker();
    pairs.forEach(checker::check);
    for (LocatedFinding one : found(now, pairs, checker)) {
      Span sentence = parts.get(index(one));
      int shift = request.source().isBlank() ? sentence.start() : 0;
      found.add(TextFinding.of(one.finding(), shift, sentence));
    }
    List<Unchecked> unchecked = checker.unchecked();
    unchecked.forEach(this::report);
    return new Outcome(found, unchecked.isEmpty());
  }

  /**
   * Checks pairs together, like {@code ballast check} the pairs of a file; waivers in the memory do
   * not count. The line of a finding is the number of its pair.
   *
   * @param file shown as the file of the findings
   * @throws CancellationException if the thread is interrupted
   * @throws ballast.bitext.InputException if the glossaries or settings could never be read
   */
  public FindingReport checkTogether(List<Request> pairs, String file) {
    Contents now = latest();
    Checker checker = now.plan().checker();
    for (int index = 0; index < pairs.size(); index++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      Passage passage = passage(pairs.get(index), pairs.get(index).target());
      checker.check(CheckedPair.at(passage, new Location(file, index + 1, 1)));
    }
    checker.unchecked().forEach(this::report);
    List<LocatedFinding> all = now.plan().findings(checker);
    List<LocatedFinding> found = now.baseline().without(all);
    FindingReport.Extent extent =
        new FindingReport.Extent(
            checker.passages(),
            checker.skipped(),
            0,
            List.of(),
            Map.of(),
            checker.unchecked(),
            /* opening= */ null);
    List<LocatedFinding> accepted = all.stream().filter(one -> !found.contains(one)).toList();
    return new FindingReport(found, found, extent, accepted, List.of(), null, List.of());
  }

  /** Reports rules that were not applied. A client can only learn that there are some. */
  private void report(Unchecked one) {
    Throwable mistake = one.mistake();
    String message = "a text is not checked by " + String.join(", ", one.rules()) + ": ";
    if (mistake == null) {
      notices.detail(message + one.reason());
    } else {
      notices.warn(message + one.reason() + "; please report it: " + mistake + where(mistake));
    }
  }

  private static String where(Throwable mistake) {
    StackTraceElement[] trace = mistake.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private List<LocatedFinding> found(
      Contents now, List<CheckedPair<Passage>> pairs, Checker checker) {
    List<LocatedFinding> found = now.baseline().without(now.plan().findings(checker));
    List<Waiver> waived =
        found.isEmpty() || pairs.size() > 1 ? List.of() : waiversBeside(pairs.get(0).value());
    if (waived.isEmpty()) {
      return found;
    }
    Checker again = now.plan().checker();
    pairs.forEach(pair -> again.check(pair.with(pair.value().waiving(waived))));
    // An outdated note cannot be corrected in the program that sends the text.
    return now.baseline().without(now.plan().findings(again)).stream()
        .filter(one -> !one.finding().rule().equals(Waiver.RULE))
        .toList();
  }

  /**
   * The waivers of the units of the memory with these texts.
   *
   * @param pair its texts may differ from those of the unit in white space at the ends
   */
  private List<Waiver> waiversBeside(Passage pair) {
    if (memory == null || pair.source().isBlank()) {
      return List.of();
    }
    try {
      return memory
          .read(units -> units.exact(pair.source(), Side.SOURCE, UnitFilter.OFFERED))
          .orElse(List.of())
          .stream()
          .filter(unit -> isSame(unit, pair))
          .flatMap(unit -> Passage.of(unit).waivers().stream())
          .toList();
    } catch (InputException e) {
      return List.of(); // a text can be checked without a memory; searches report its problem
    }
  }

  private static boolean isSame(Unit unit, Passage pair) {
    return unit.target().strip().equals(pair.target().strip())
        && unit.sourceLang().isChinese() == pair.sourceLang().isChinese();
  }

  /**
   * Reads the glossaries and settings, so that the first request need not wait.
   *
   * @throws ballast.bitext.InputException if they cannot be read
   */
  public void prepare() {
    latest();
  }

  /** The language of a text by its characters: Chinese if it has many Han, else English. */
  public static Lang languageOf(String text) {
    return new ScriptDetector().detect(text).lang();
  }

  /** The sentences of a text with one paragraph a line, in order, without surrounding space. */
  public List<Span> sentences(Lang lang, String text) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        blocks.add(new Block(new Span(start, end), BlockType.PARAGRAPH));
      }
      start = end + 1;
    }
    Document document = new Document("", lang, text, blocks, SourceMap.NONE);
    return segmenter.another().segment(document).stream().map(Segment::span).toList();
  }

  private Contents latest() {
    return contents.latest(
        e -> notices.warn(e.getMessage() + "; the last version that could be read is used"));
  }

  /** One pair; its line is the number of its sentence. */
  private static CheckedPair<Passage> pair(Request request, Span part, int index) {
    boolean alone = request.source().isBlank();
    String target = alone ? part.of(request.target()) : request.target();
    return CheckedPair.at(passage(request, target), new Location("", index + 1, 1));
  }

  private static Passage passage(Request request, String target) {
    String source = request.source().isBlank() ? "" : request.source();
    return new Passage("", "", request.sourceLang(), request.targetLang(), source, target);
  }

  private static int index(LocatedFinding found) {
    return found.place().target().at(0).line() - 1;
  }

  private static Span trimmed(String text) {
    return new Span(text.length() - text.stripLeading().length(), text.stripTrailing().length());
  }

  private List<Path> settingsFile() {
    return against.settings().path(workplace, against.glossaries().names()).stream().toList();
  }

  private CheckSettings readSettings() {
    return against.settings().read(workplace, against.glossaries().names(), notices);
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>(settingsFile());
    try {
      files.addAll(settings.current().defaults().files(against.glossaries(), workplace));
    } catch (InputException e) {
      // reading them gives the reason
    }
    return files;
  }

  private Contents read() {
    CheckSettings.Defaults defaults = settings.current().defaults();
    ReadGlossaries glossaries =
        ReadGlossaries.read(
                defaults.glossaries(against.glossaries(), workplace), workplace, notices.aside())
            .in(defaults.scope());
    CheckPlan plan =
        new CheckPlan(
            RuleChoice.ALL,
            settings.current(),
            glossaries,
            lexicon,
            workplace,
            /* documents= */ true);
    plan.warnOfContradictions(notices);
    Path baseline = defaults.baseline();
    return new Contents(
        plan,
        baseline == null
            ? Baseline.NONE
            : new BaselineFile(workplace.shown(baseline), workplace, notices).read());
  }

  /**
   * A finding in a text sent by a program.
   *
   * @param finding its spans are in the sentence if the text was checked alone, else in the texts
   *     of the pair
   * @param place the place to mark in the text, never empty: the first place of the finding, or the
   *     sentence if the finding has no place in it
   * @param sentence the sentence, or the translation of the pair without surrounding white space
   */
  public record TextFinding(Finding finding, Span place, Span sentence) {

    /**
     * @param shift offset in the whole text of the text with the finding's spans
     */
    static TextFinding of(Finding finding, int shift, Span sentence) {
      Span place =
          finding.spans().target().stream()
              .filter(span -> !span.isEmpty())
              .findFirst()
              .map(span -> new Span(span.start() + shift, span.end() + shift))
              .orElse(sentence);
      return new TextFinding(finding, place, sentence);
    }
  }
}
