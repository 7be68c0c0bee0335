package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.BaselineFile.KnownFindings;
import ballast.app.project.Glossaries;
import ballast.app.project.MemoryChoice;
import ballast.app.project.Project;
import ballast.check.Baseline;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.Decision;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.TermJudge;
import ballast.check.TermStatistics;
import ballast.check.Waiver;
import ballast.check.Waivers;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.memory.UnitFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks translations: the pairs of a memory, of files, or of an article and its translation,
 * against glossaries and rules.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * ReadGlossaries glossaries =
 *     ReadGlossaries.read(Glossaries.OF_PROJECT, workplace, Notices.NONE);
 * FindingReport report =
 *     new TranslationCheck(workplace, Notices.NONE, Lexicon.bundled())
 *         .check(
 *             TranslationCheck.Request.of(PairSource.ofFiles("article.zh.txt", "article.en.txt"))
 *                 .against(glossaries));
 * report.all().forEach(one -> System.out.println(one.location() + ": " + one.finding().message()));
 * }</pre>
 */
public record TranslationCheck(Workplace workplace, Notices notices, Lexicon lexicon) {

  /** Maximum partly checked pairs to list, unless details are wanted. */
  private static final int MAX_NAMED = 10;

  /**
   * A request for a check.
   *
   * @param settings severities of the rules, and where they apply; the caller may use its defaults
   *     for the other fields
   * @param counting whether to count the renderings of each term
   */
  public record Request(
      PairSource pairs,
      ReadGlossaries glossaries,
      RuleChoice choice,
      CheckSettings settings,
      KnownFindings known,
      boolean counting) {

    /** A request with all rules and no glossary; every finding is reported. */
    public static Request of(PairSource pairs) {
      return new Request(
          pairs,
          ReadGlossaries.NONE,
          RuleChoice.ALL,
          CheckSettings.none(Path.of("")),
          KnownFindings.NONE,
          /* counting= */ false);
    }

    public Request against(ReadGlossaries newGlossaries) {
      return new Request(pairs, newGlossaries, choice, settings, known, counting);
    }
  }

  /**
   * A check with the data for later corrections.
   *
   * @param pairs all of them; empty unless they were kept
   * @param places names the places of findings for the baseline of this name
   */
  public record Checked(
      FindingReport report,
      TermJudge judge,
      CheckInputs inputs,
      List<CheckedPair<Passage>> pairs,
      Function<String, Baseline.Scope> places) {}

  /**
   * Checks the translations; the report shows all findings.
   *
   * @throws ballast.bitext.InputException if something cannot be read, or the request contains an
   *     unknown term, domain, project or revision
   */
  public FindingReport check(Request request) {
    return run(request, /* keeps= */ false).report();
  }

  /**
   * Like {@link #check}, and keeps what answers and corrections need.
   *
   * @param keeps whether to keep the pairs
   */
  public Checked run(Request request, boolean keeps) {
    CheckPlan plan = plan(request);
    Glossary terms = plan.terms();
    plan.warnOfContradictions(notices);
    CheckInputs inputs =
        new CheckInputs(workplace, notices, request.pairs(), lexicon, terms.concepts());
    Changes changes = changes(request, inputs, terms);
    @Nullable CheckedPlaces places = places(request, plan, inputs);
    Checker checker = plan.checker();
    TermStatistics statistics = new TermStatistics(plan.judge());
    List<CheckedPair<Passage>> kept = new ArrayList<>();
    Opening opening = new Opening();
    inputs.forEach(
        "checking",
        place -> {
          opening.see(place);
          changes.see(place);
          if (places != null) {
            places.see(place);
          }
          Optional<PairReading> reading = checker.check(place);
          if (request.counting()) {
            reading.ifPresent(statistics::see);
          }
          if (keeps) {
            kept.add(place);
          }
        });
    name(checker.unchecked());
    Waivers.Outcome outcome = plan.apply(checker, inputs.astray());
    List<LocatedFinding> found = plan.open(outcome, changes);
    if (!request.pairs().isWhole()) {
      // A waiver may have its effect in a unit that was not selected.
      found = found.stream().filter(one -> !one.finding().rule().equals(Waiver.RULE)).toList();
    }
    List<LocatedFinding> fresh = fresh(found, places, checker.unchecked(), request.known());
    FindingReport report =
        new FindingReport(
            fresh,
            fresh,
            extent(found, checker, terms, statistics, opening.pair()),
            accepted(found, fresh),
            plan.waived(outcome, changes),
            changes.summary(),
            inputs.leftOut());
    return new Checked(
        report,
        plan.judge(),
        inputs,
        kept,
        name -> new CheckedPlaces(request, name, plan, inputs.together(), workplace));
  }

  private CheckPlan plan(Request request) {
    return new CheckPlan(
        request.choice(),
        request.settings(),
        request.glossaries(),
        lexicon,
        workplace,
        request.pairs().isMemory());
  }

  /** Null if there is no baseline. */
  private @Nullable CheckedPlaces places(Request request, CheckPlan plan, CheckInputs inputs) {
    return request.known().baseline().isEmpty()
        ? null
        : new CheckedPlaces(
            request, request.known().baseline(), plan, inputs.together(), workplace);
  }

  private static FindingReport.Extent extent(
      List<LocatedFinding> found,
      Checker checker,
      Glossary terms,
      TermStatistics statistics,
      @Nullable Passage opening) {
    return new FindingReport.Extent(
        checker.passages(),
        checker.skipped(),
        terms.concepts().size(),
        statistics.counts(),
        Decision.Agreed.of(found, terms, statistics.counts()),
        checker.unchecked(),
        opening);
  }

  /** Keeps the first pair, as long as all pairs are of its article. For one thread. */
  private static final class Opening {

    private @Nullable Passage first;
    private String article = "";

    void see(CheckedPair<Passage> place) {
      String name = article(place);
      if (first == null) {
        first = place.value();
        article = name;
      } else if (!name.equals(article)) {
        article = "";
      }
    }

    /** Returns the name of the pair's article; empty for a file of units. */
    private static String article(CheckedPair<Passage> place) {
      String source = place.source().at(0).file();
      String document = place.value().document();
      boolean isOfUnits =
          document.isEmpty()
              && !place.value().target().isBlank()
              && source.equals(place.target().at(0).file());
      return isOfUnits ? "" : document.isEmpty() ? source : document;
    }

    @Nullable Passage pair() {
      return article.isEmpty() ? null : first;
    }
  }

  private void name(List<Unchecked> unchecked) {
    int shown = notices.wantsDetails() ? unchecked.size() : Math.min(MAX_NAMED, unchecked.size());
    for (Unchecked one : unchecked.subList(0, shown)) {
      if (one.mistake() == null) {
        notices.say(one.message());
      } else {
        notices.warn(one.message());
      }
    }
    if (shown < unchecked.size()) {
      notices.say((unchecked.size() - shown) + " more pairs were checked in part; -v names them");
    }
  }

  private static List<LocatedFinding> accepted(
      List<LocatedFinding> found, List<LocatedFinding> fresh) {
    if (found.size() == fresh.size()) {
      return List.of();
    }
    Set<LocatedFinding> open = Collections.newSetFromMap(new IdentityHashMap<>());
    open.addAll(fresh);
    return found.stream().filter(one -> !open.contains(one)).toList();
  }

  private Changes changes(Request request, CheckInputs inputs, Glossary terms) {
    String since = request.known().since();
    return since.isEmpty()
        ? Changes.everything()
        : Changes.since(since, workplace, inputs, terms, request.glossaries().files(), notices);
  }

  private List<LocatedFinding> fresh(
      List<LocatedFinding> found,
      @Nullable CheckedPlaces places,
      List<Unchecked> unchecked,
      KnownFindings known) {
    if (places == null) {
      return found;
    }
    places.leave(unchecked);
    return new BaselineFile(known.baseline(), workplace, notices)
        .apply(found, places, known.upkeep());
  }

  /**
   * The places covered by a check, with their names in a baseline. The name of a file of units or
   * of a translation is its path from the folder of the baseline, so that it is the same on every
   * machine. A document of the memory has its own name. A file that no longer exists counts as
   * covered if its folder was checked. For one thread.
   */
  private static final class CheckedPlaces implements Baseline.Scope {

    private static final String STANDARD_INPUT = "-";

    private final PairSource source;
    private final CheckPlan plan;

    /** A check of changes alone cannot tell which findings no longer occur. */
    private final boolean complete;

    private final Workplace workplace;
    private final Path folder;
    private final Set<String> terms;
    private final boolean ownsTerms;
    private final boolean ownsMemory;

    private final Map<String, String> files = new HashMap<>();

    private final Set<String> read = new HashSet<>();

    /** Rules that were not applied to a pair, by its place. */
    private final Map<String, Set<String>> left = new HashMap<>();

    private final Map<String, Boolean> gone = new HashMap<>();

    /**
     * @param baseline its file
     * @param together the files to read, those of an article and its translation together
     */
    CheckedPlaces(
        Request request,
        String baseline,
        CheckPlan plan,
        List<List<String>> together,
        Workplace workplace) {
      this.source = request.pairs();
      this.complete = request.known().since().isEmpty();
      this.plan = plan;
      this.workplace = workplace;
      this.folder = real(workplace.resolve(baseline).toAbsolutePath().resolveSibling(""));
      this.terms = plan.terms().concepts().stream().map(Concept::id).collect(Collectors.toSet());
      this.ownsTerms =
          request
              .settings()
              .defaults()
              .glossaries(Glossaries.OF_PROJECT, workplace)
              .paths(workplace)
              .equals(request.glossaries().files());
      this.ownsMemory =
          source.isMemory()
              && workplace
                  .shown(source.requireMemory())
                  .equals(workplace.shown(MemoryChoice.OF_PROJECT.in(workplace)));
      for (List<String> names : together) {
        String place = place(names.get(names.size() - 1));
        names.forEach(name -> files.put(name, place));
        read.add(place);
      }
    }

    void see(CheckedPair<Passage> pair) {
      if (source.isMemory()) {
        read.add(place(pair));
      }
    }

    void leave(List<Unchecked> unchecked) {
      for (Unchecked one : unchecked) {
        left.computeIfAbsent(place(one.place()), place -> new HashSet<>()).addAll(one.rules());
      }
    }

    @Override
    public String place(CheckedPair<Passage> pair) {
      if (source.isMemory()) {
        return Baseline.document(pair.value().document());
      }
      boolean omitted = pair.value().target().isBlank();
      String file = (omitted ? pair.source() : pair.target()).at(0).file();
      // Reports give standard input a name of its own.
      return files.getOrDefault(file, files.getOrDefault(STANDARD_INPUT, place(file)));
    }

    private String place(String file) {
      if (file.equals(STANDARD_INPUT)) {
        return STANDARD_INPUT;
      }
      Path path = workplace.resolve(file).toAbsolutePath();
      return new Project(folder)
          .portable(real(path.resolveSibling("")).resolve(String.valueOf(path.getFileName())));
    }

    /** Resolves symbolic links, which would give one file several names. */
    private static Path real(Path folder) {
      try {
        return folder.toRealPath();
      } catch (IOException e) {
        return folder.normalize(); // reading or writing in it gives the reason
      }
    }

    @Override
    public boolean covers(String rule, String term, String place) {
      return complete
          && plan.considered().test(rule, term)
          && !left.getOrDefault(place, Set.of()).contains(rule)
          && (term.isEmpty() || ownsTerms || terms.contains(term))
          && (source.isMemory()
              ? coversDocument(rule, term, place)
              : coversFile(rule, term, place));
    }

    private boolean coversDocument(String rule, String term, String place) {
      UnitFilter filter = source.filter();
      return Baseline.documentOf(place)
          .filter(name -> plan.counts(rule, term, name))
          .filter(name -> filter.documents().isEmpty() || filter.documents().contains(name))
          .filter(name -> source.isWhole())
          .filter(name -> ownsMemory || read.contains(place))
          .isPresent();
    }

    private boolean coversFile(String rule, String term, String place) {
      if (place.equals(STANDARD_INPUT)) {
        return read.contains(place);
      }
      if (Baseline.documentOf(place).isPresent()) {
        return false;
      }
      Path file;
      try {
        file = folder.resolve(place);
      } catch (InvalidPathException e) {
        return false; // written by hand, or on another system
      }
      return plan.counts(rule, term, file.toString())
          && (read.contains(place) || gone.computeIfAbsent(place, name -> isGone(file)));
    }

    private boolean isGone(Path file) {
      return Files.notExists(file)
          && source.named().files().stream()
              .map(workplace::resolve)
              .filter(Files::isDirectory)
              .anyMatch(checked -> file.normalize().startsWith(real(checked)));
    }
  }
}
