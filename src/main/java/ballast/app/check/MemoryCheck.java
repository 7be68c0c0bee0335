package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.BaselineFile.KnownFindings;
import ballast.app.project.Glossaries;
import ballast.bitext.Severity;
import ballast.check.Rules;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a memory like {@code ballast check} without files: against the glossaries of the project,
 * under its settings, without the findings in its baseline.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryCheck check =
 *     new MemoryCheck(
 *         Workplace.in(folder), memory, Lexicon.bundledWhenNeeded());
 * check
 *     .check(UnitFilter.CURRENT)
 *     .report()
 *     .all()
 *     .forEach(one -> System.out.println(one.location() + ": " + one.finding().message()));
 * }</pre>
 *
 * @param memory must exist
 */
public record MemoryCheck(
    Workplace workplace, MemoryStore memory, Lexicon lexicon, Notices notices) {

  public MemoryCheck(Workplace workplace, MemoryStore memory, Lexicon lexicon) {
    this(workplace, memory, lexicon, Notices.NONE);
  }

  public MemoryCheck telling(Notices receiver) {
    return new MemoryCheck(workplace, memory, lexicon, receiver);
  }

  /**
   * @param terms the Chinese terms of the glossaries by the ids of their concepts
   */
  public record Result(FindingReport report, Map<String, String> terms) {
    public Result {
      terms = Map.copyOf(terms);
    }
  }

  /**
   * The files that determine the findings, besides the memory: settings, baseline and glossaries.
   *
   * @throws ballast.bitext.InputException if the settings are wrong
   */
  public List<Path> files() {
    List<Path> files =
        new ArrayList<>(SettingsChoice.NEAREST.path(workplace, List.of()).stream().toList());
    files.addAll(settings().defaults().files(Glossaries.OF_PROJECT, workplace));
    return files;
  }

  /**
   * Checks some of the units. The rules that compare units compare only these.
   *
   * @throws ballast.bitext.InputException if the memory, a glossary, the settings or the baseline
   *     cannot be read
   */
  public Result check(UnitFilter units) {
    return check(units, /* counting= */ false);
  }

  /** Like {@link #check(UnitFilter)}; the report may also have the renderings of each term. */
  public Result check(UnitFilter units, boolean counting) {
    TranslationCheck.Request request = request(units, counting);
    Map<String, String> terms = new LinkedHashMap<>();
    for (Concept concept : request.glossaries().concepts()) {
      concept.zhForms().stream().findFirst().ifPresent(zh -> terms.putIfAbsent(concept.id(), zh));
    }
    return new Result(new TranslationCheck(workplace, notices, lexicon).check(request), terms);
  }

  /** Whether the settings make errors of findings that compare units. */
  boolean comparesForErrors() {
    return settings().rules().entrySet().stream()
        .filter(rule -> Rules.comparesPairs(rule.getKey()))
        .anyMatch(rule -> rule.getValue().severity() == Severity.ERROR);
  }

  /** Plans all safe replacements of forbidden renderings, and writes nothing. */
  public Fixing.Result planFixes() {
    return new Fixing(workplace, notices, lexicon)
        .fix(Fixing.Request.plan(request(UnitFilter.CURRENT)));
  }

  /**
   * Applies a plan, as one command, without another check.
   *
   * @param planned the result of {@link #planFixes}
   * @throws ballast.bitext.InputException if one of the units has changed since; then nothing is
   *     written
   */
  public void applyFixes(Fixing.Result planned, Origin origin) {
    new Fixing.MemoryFixes(memory, origin, workplace.clock()).write(planned.corrected());
  }

  private CheckSettings settings() {
    return SettingsChoice.NEAREST.read(workplace, List.of(), notices);
  }

  /**
   * The check of some of the units, without the renderings of each term.
   *
   * @throws ballast.bitext.InputException as {@link #check(UnitFilter)}
   */
  public TranslationCheck.Request request(UnitFilter units) {
    return request(units, /* counting= */ false);
  }

  private TranslationCheck.Request request(UnitFilter units, boolean counting) {
    CheckSettings settings = settings();
    CheckSettings.Defaults defaults = settings.defaults();
    ReadGlossaries glossaries =
        ReadGlossaries.read(
                defaults.glossaries(Glossaries.OF_PROJECT, workplace), workplace, notices)
            .in(defaults.scope());
    Path baseline = defaults.baseline();
    return new TranslationCheck.Request(
        PairSource.ofMemory(memory).where(units),
        glossaries,
        RuleChoice.ALL,
        settings,
        baseline == null
            ? KnownFindings.NONE
            : KnownFindings.in(workplace.shown(baseline), KnownFindings.Upkeep.NONE),
        counting);
  }
}
