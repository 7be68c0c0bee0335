package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.PairList;
import ballast.app.check.CheckInputs.BeadPlace;
import ballast.bitext.Correction;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Decision;
import ballast.check.FixPlanner.FixPlan;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.ArticleEdit;
import ballast.format.document.DocumentReader;
import ballast.format.file.RawText.Rewriting;
import ballast.format.unit.UnitFileEdit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks translations and replaces forbidden renderings if that is safe, in their files or memory.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * ReadGlossaries glossaries =
 *     ReadGlossaries.read(Glossaries.OF_PROJECT, workplace, Notices.NONE);
 * TranslationCheck.Request check =
 *     TranslationCheck.Request.of(PairSource.ofFiles("units.tmx")).against(glossaries);
 * Fixing.Result result =
 *     new Fixing(workplace, Notices.NONE, Lexicon.bundled())
 *         .fix(Fixing.Request.plan(check));
 * result.corrected().forEach(one -> System.out.println(one.after().value().target()));
 * result.left().forEach(plan -> System.out.println(plan.reason()));
 * }</pre>
 */
public record Fixing(Workplace workplace, Notices notices, Lexicon lexicon) {

  /**
   * A request for corrections.
   *
   * @param decisions keys of the {@link Decision}s whose findings to correct, also those about
   *     missing terms; empty for all findings that are safe to correct
   * @param applying whether to write the corrections; otherwise they are only planned
   * @param origin author and method, for the history of the memory
   */
  public record Request(
      TranslationCheck.Request check, Set<String> decisions, boolean applying, Origin origin) {

    /** Plans the corrections and writes nothing. */
    public static Request plan(TranslationCheck.Request check) {
      return new Request(check, Set.of(), /* applying= */ false, new Origin("", ""));
    }

    public static Request apply(TranslationCheck.Request check, Origin origin) {
      return new Request(check, Set.of(), /* applying= */ true, origin);
    }
  }

  /**
   * The corrections, made or planned.
   *
   * @param corrected the corrected translations, in the order of the check
   * @param left findings left to the user, each with its reason
   * @param files the changed files, by name; empty for the memory
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
    TranslationCheck.Checked checked =
        new TranslationCheck(workplace, notices, lexicon).run(request.check(), /* keeps= */ true);
    List<LocatedFinding> findings = checked.report().all();
    FixRun run = new FixRun(checked.judge(), checked.pairs());
    PairSource pairs = request.check().pairs();
    FixTarget target =
        pairs.isMemory()
            ? new MemoryFixes(pairs.requireMemory(), request.origin(), workplace.clock())
            : new FileFixes(workplace, checked.inputs(), checked.pairs());
    run.plan(wanted(checked.report(), request.decisions()), !request.decisions().isEmpty());
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

  private static List<LocatedFinding> wanted(FindingReport report, Set<String> decisions) {
    return decisions.isEmpty()
        ? report.all()
        : report.decisions().stream()
            .filter(one -> decisions.contains(one.key()))
            .flatMap(one -> one.findings().stream())
            .toList();
  }

  private static List<LocatedFinding> remaining(List<LocatedFinding> findings, FixRun run) {
    Set<LocatedFinding> fixed = Collections.newSetFromMap(new IdentityHashMap<>());
    run.corrected().forEach(one -> one.plans().forEach(plan -> fixed.add(plan.checked())));
    return findings.stream().filter(checked -> !fixed.contains(checked)).toList();
  }

  /** Destination of corrected translations. For one thread. */
  private interface FixTarget {

    /**
     * Prepares the corrections for writing and replaces those prepared before.
     *
     * @return the corrections that cannot be written, with the reasons
     */
    Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected);

    /** Writes the corrections passed to the last {@link #prepare}. */
    void write(List<FixRun.Corrected> corrected);

    /** The files prepared last, in ascending order of name; empty if there are none. */
    List<String> files();
  }

  /** Corrects units of a memory, as one command that can be undone. */
  record MemoryFixes(MemoryStore store, Origin origin, InstantSource clock) implements FixTarget {

    @Override
    public Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected) {
      Map<FixRun.Corrected, String> refused = new LinkedHashMap<>();
      Map<String, FixRun.Corrected> byUnit = new HashMap<>();
      corrected.forEach(one -> byUnit.put(one.place().value().id(), one));
      try (Memory memory = store.openForReading()) {
        memory
            .care()
            .correct(
                corrections(corrected),
                origin,
                (edit, replaced) -> {
                  FixRun.Corrected one = byUnit.get(edit.before().id());
                  if (one != null && replaced.acrossCodes() > 0) {
                    refused.put(one, "an inline code stands inside");
                  }
                });
      }
      return refused;
    }

    @Override
    public void write(List<FixRun.Corrected> corrected) {
      if (corrected.isEmpty()) {
        return;
      }
      try (Memory memory = store.openExisting(WriteOptions.at(clock))) {
        memory.care().correct(corrections(corrected), origin, (edit, replaced) -> {});
      }
    }

    private static Map<String, Correction> corrections(List<FixRun.Corrected> corrected) {
      Map<String, Correction> corrections = new HashMap<>();
      for (FixRun.Corrected one : corrected) {
        corrections.put(
            one.place().value().id(), new Correction(one.place().value().target(), one.fixes()));
      }
      return corrections;
    }

    @Override
    public List<String> files() {
      return List.of();
    }
  }

  /** Corrects files of units and translations of articles; the rest of the files is unchanged. */
  private static final class FileFixes implements FixTarget {

    private final Workplace workplace;
    private final CheckInputs reading;

    /** The index of each pair in its file. */
    private final IdentityHashMap<CheckedPair<Passage>, Integer> numbers = new IdentityHashMap<>();

    private final Map<String, Rewriting> files = new TreeMap<>();

    FileFixes(Workplace workplace, CheckInputs reading, List<CheckedPair<Passage>> pairs) {
      this.workplace = workplace;
      this.reading = reading;
      Map<String, Integer> next = new HashMap<>();
      for (CheckedPair<Passage> place : pairs) {
        numbers.put(place, next.merge(file(place), 1, Integer::sum) - 1);
      }
    }

    private static String file(CheckedPair<Passage> place) {
      return place.target().at(0).file();
    }

    @Override
    public Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected) {
      files.clear();
      Map<FixRun.Corrected, String> refused = new LinkedHashMap<>();
      Map<String, List<FixRun.Corrected>> byFile =
          corrected.stream()
              .collect(
                  Collectors.groupingBy(
                      one -> file(one.place()), TreeMap::new, Collectors.toList()));
      byFile.forEach(
          (file, all) -> {
            if (Files.isRegularFile(workplace.resolve(file))) {
              files.put(file, prepare(file, all, refused));
            } else {
              all.forEach(one -> refused.put(one, "it was not read from a file"));
            }
          });
      return refused;
    }

    private Rewriting prepare(
        String file, List<FixRun.Corrected> all, Map<FixRun.Corrected, String> refused) {
      Map<Integer, FixRun.Corrected> byNumber = new TreeMap<>();
      all.forEach(one -> byNumber.put(numbers.getOrDefault(one.place(), -1), one));
      Rewriting rewriting =
          all.get(0).place().target() instanceof BeadPlace
              ? article(file, byNumber)
              : UnitFileEdit.prepare(
                  workplace.resolve(file), file, reading.pairOptions(), corrections(byNumber));
      rewriting
          .refused()
          .forEach(
              (number, why) ->
                  Optional.ofNullable(byNumber.get(number))
                      .ifPresent(one -> refused.put(one, why)));
      return rewriting;
    }

    private static Map<Integer, Correction> corrections(Map<Integer, FixRun.Corrected> byNumber) {
      Map<Integer, Correction> corrections = new TreeMap<>();
      byNumber.forEach(
          (number, one) ->
              corrections.put(number, new Correction(one.place().value().target(), one.fixes())));
      return corrections;
    }

    private Rewriting article(String file, Map<Integer, FixRun.Corrected> byNumber) {
      ReaderOptions options = reading.targetReading();
      ReadText article = new DocumentReader(options).read(workplace.resolve(file), file);
      Map<Integer, List<TextEdit>> edits = new TreeMap<>();
      byNumber.forEach((number, one) -> edits.put(number, inDocument(one)));
      return ArticleEdit.prepare(workplace.resolve(file), article, options, edits);
    }

    private static List<TextEdit> inDocument(FixRun.Corrected one) {
      BeadPlace place = (BeadPlace) one.place().target();
      List<TextEdit> edits = new ArrayList<>();
      for (TextEdit edit : one.fixes()) {
        int start = place.inDocument(edit.span().start());
        int end = place.inDocument(edit.span().end() - 1) + 1;
        edits.add(new TextEdit(new Span(start, end), edit.text()));
      }
      return edits;
    }

    @Override
    public void write(List<FixRun.Corrected> corrected) {
      files.values().forEach(Rewriting::write);
    }

    @Override
    public List<String> files() {
      return List.copyOf(files.keySet());
    }
  }
}
