package ballast.workflow.check;

import ballast.check.FixPlan;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Unchecked;
import ballast.lexicon.Lexicon;
import ballast.memory.Origin;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.align.PairList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks translations and replaces forbidden renderings where that is safe, in the files or in the
 * memory that they were read from.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * ReadGlossaries glossaries =
 *     ReadGlossaries.read(Glossaries.OF_PROJECT, workplace, Notices.NONE);
 * TranslationCheck.Request check =
 *     TranslationCheck.Request.of(PairSource.ofFiles("units.tmx")).against(glossaries);
 * Fixing.Result result =
 *     new Fixing(workplace, Notices.NONE).fix(Fixing.Request.plan(check));
 * result.corrected().forEach(one -> System.out.println(one.after().value().target()));
 * result.left().forEach(plan -> System.out.println(plan.reason()));
 * }</pre>
 */
public final class Fixing {

  private final Workplace workplace;
  private final TranslationCheck checking;

  /** With the bundled lexicon. */
  public Fixing(Workplace workplace, Notices notices) {
    this(workplace, notices, Lexicon.bundled());
  }

  public Fixing(Workplace workplace, Notices notices, Lexicon lexicon) {
    this.workplace = workplace;
    this.checking = new TranslationCheck(workplace, notices, lexicon);
  }

  /**
   * A request for corrections.
   *
   * @param check which translations and findings
   * @param applying whether the corrections are written; otherwise they are only planned
   * @param origin who does it and how, for the history of the memory
   */
  public record Request(TranslationCheck.Request check, boolean applying, Origin origin) {

    /** Plans the corrections and writes nothing. */
    public static Request plan(TranslationCheck.Request check) {
      return new Request(check, /* applying= */ false, new Origin("", ""));
    }

    /** Writes the corrections. */
    public static Request apply(TranslationCheck.Request check, Origin origin) {
      return new Request(check, /* applying= */ true, origin);
    }
  }

  /**
   * The corrections that were made, or would be made.
   *
   * @param applied whether it was done
   * @param corrected the translations that are corrected, in the order in which they were checked
   * @param left findings left to a person, each with its reason
   * @param files those that are changed, by name; empty for the memory
   * @param remaining the findings that remain
   * @param unchecked the rules that were not applied to some of the translations
   * @param leftOut texts that were not checked because they are in no pair
   */
  public record Result(
      boolean applied,
      List<FixRun.Corrected> corrected,
      List<FixPlan> left,
      List<String> files,
      List<LocatedFinding> remaining,
      List<Unchecked> unchecked,
      List<PairList.Alone> leftOut) {
    public Result {
      corrected = List.copyOf(corrected);
      left = List.copyOf(left);
      files = List.copyOf(files);
      remaining = List.copyOf(remaining);
      unchecked = List.copyOf(unchecked);
      leftOut = List.copyOf(leftOut);
    }

    /** How many findings are corrected. */
    public int fixed() {
      return corrected.stream().mapToInt(one -> one.plans().size()).sum();
    }
  }

  /**
   * Checks the translations, plans the corrections, verifies that all of them can be written, and
   * writes them if requested.
   *
   * @throws ballast.bitext.InputException if something cannot be read or written
   */
  public Result fix(Request request) {
    TranslationCheck.Checked checked = checking.run(request.check(), /* keeps= */ true);
    List<LocatedFinding> findings = checked.report().all();
    FixRun run = new FixRun(checked.judge(), checked.pairs());
    PairSource pairs = request.check().pairs();
    FixTarget target =
        pairs.isMemory()
            ? new MemoryFixes(pairs.requireMemory(), request.origin(), workplace.clock())
            : new FileFixes(workplace, checked.inputs(), checked.pairs());
    run.plan(findings);
    Map<FixRun.Corrected, String> refused = target.prepare(run.corrected());
    while (!refused.isEmpty()) {
      refused.forEach(run::withdraw);
      run.settle();
      refused = target.prepare(run.corrected());
    }
    if (request.applying()) {
      target.write(run.corrected());
    }
    return new Result(
        request.applying(),
        run.corrected(),
        run.left(),
        target.files(),
        request.applying() ? remaining(findings, run) : findings,
        checked.report().extent().unchecked(),
        checked.report().leftOut());
  }

  private static List<LocatedFinding> remaining(List<LocatedFinding> findings, FixRun run) {
    Set<LocatedFinding> fixed = Collections.newSetFromMap(new IdentityHashMap<>());
    run.corrected().forEach(one -> one.plans().forEach(plan -> fixed.add(plan.checked())));
    return findings.stream().filter(checked -> !fixed.contains(checked)).toList();
  }
}
