package ballast.workflow.check;

import ballast.bitext.Correction;
import ballast.bitext.Span;
import ballast.bitext.TextEdit;
import ballast.check.CheckedPair;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.cli.option.FixOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.format.article.ArticleEdit;
import ballast.format.article.ReadText;
import ballast.format.article.TextReader;
import ballast.format.unit.Rewriting;
import ballast.format.unit.UnitFileEdit;
import ballast.memory.Memory;
import ballast.memory.Origin;
import ballast.report.finding.FixJson;
import ballast.report.finding.FixText;
import ballast.report.page.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** {@code ballast check --fix}: corrects what was checked, in its files or in the memory. */
public final class CheckFix {

  private final Console console;
  private final CheckInputs.Options inputs;
  private final CheckInputs reading;
  private final FixOptions options;
  private final OutputOptions output;
  private final FixRun run;
  private final boolean json;

  /** The number of each pair among those of its file, counted from 0. */
  private final IdentityHashMap<CheckedPair<Passage>, Integer> numbers = new IdentityHashMap<>();

  /**
   * @param run knows what was checked
   * @param json whether the report is JSON, else text
   */
  public CheckFix(
      Console console,
      CheckInputs reading,
      FixOptions options,
      OutputOptions output,
      FixRun run,
      boolean json) {
    this.json = json;
    this.console = console;
    this.inputs = reading.options();
    this.reading = reading;
    this.options = options;
    this.output = output;
    this.run = run;
    Map<String, Integer> next = new HashMap<>();
    for (CheckedPair<Passage> place : run.all()) {
      numbers.put(place, next.merge(file(place), 1, Integer::sum) - 1);
    }
  }

  private static String file(CheckedPair<Passage> place) {
    return place.target().at(0).file();
  }

  /**
   * Plans, checks that it can be done, does it if that is asked for, and reports.
   *
   * @return the findings that are left
   */
  public List<LocatedFinding> fix(List<LocatedFinding> findings) {
    run.plan(findings);
    Map<String, Rewriting> files = new TreeMap<>();
    boolean again = true;
    while (again) {
      files.clear();
      again = prepare(files);
    }
    if (options.apply) {
      files.values().forEach(Rewriting::write);
      if (isMemory() && !run.corrected().isEmpty()) {
        try (Memory memory = inputs.memory().openExisting(console)) {
          correct(memory);
        }
      }
    }
    Set<LocatedFinding> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    run.corrected().forEach(one -> one.plans().forEach(plan -> gone.add(plan.checked())));
    output.write(console, out -> report(out, files.keySet()));
    say(gone.size(), files.keySet());
    return options.apply
        ? findings.stream().filter(checked -> !gone.contains(checked)).toList()
        : findings;
  }

  /**
   * Finds out whether all of it can be done, and withdraws what cannot.
   *
   * @return whether something was withdrawn
   */
  private boolean prepare(Map<String, Rewriting> files) {
    Map<FixRun.Corrected, String> refused = new LinkedHashMap<>();
    if (isMemory()) {
      prepareMemory(refused);
    } else {
      Map<String, List<FixRun.Corrected>> byFile =
          run.corrected().stream()
              .collect(
                  Collectors.groupingBy(
                      one -> file(one.place()), TreeMap::new, Collectors.toList()));
      byFile.forEach(
          (file, all) -> {
            if (Files.isRegularFile(console.resolve(file))) {
              files.put(file, prepare(file, all, refused));
            } else {
              all.forEach(one -> refused.put(one, "it was not read from a file"));
            }
          });
    }
    refused.forEach(run::withdraw);
    run.settle();
    return !refused.isEmpty();
  }

  private boolean isMemory() {
    return inputs.files().isEmpty();
  }

  private Rewriting prepare(
      String file, List<FixRun.Corrected> all, Map<FixRun.Corrected, String> refused) {
    Map<Integer, FixRun.Corrected> byNumber = new TreeMap<>();
    all.forEach(one -> byNumber.put(numbers.getOrDefault(one.place(), -1), one));
    Rewriting rewriting =
        all.get(0).place().target() instanceof BeadPlace
            ? article(file, byNumber)
            : UnitFileEdit.prepare(
                console.resolve(file), file, reading.pairOptions(), corrections(byNumber));
    rewriting
        .refused()
        .forEach(
            (number, why) ->
                Optional.ofNullable(byNumber.get(number)).ifPresent(one -> refused.put(one, why)));
    return rewriting;
  }

  private static Map<Integer, Correction> corrections(Map<Integer, FixRun.Corrected> byNumber) {
    Map<Integer, Correction> corrections = new TreeMap<>();
    byNumber.forEach((number, one) -> corrections.put(number, correction(one)));
    return corrections;
  }

  private static Correction correction(FixRun.Corrected one) {
    return new Correction(one.place().value().target(), one.fixes());
  }

  private Rewriting article(String file, Map<Integer, FixRun.Corrected> byNumber) {
    TextReader reader = reading.targetReader();
    ReadText article = reader.read(console.resolve(file), file);
    Map<Integer, List<TextEdit>> edits = new TreeMap<>();
    byNumber.forEach((number, one) -> edits.put(number, inDocument(one)));
    return ArticleEdit.prepare(console.resolve(file), article, reader, edits);
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

  private void prepareMemory(Map<FixRun.Corrected, String> refused) {
    Map<String, FixRun.Corrected> byUnit = new HashMap<>();
    run.corrected().forEach(one -> byUnit.put(one.place().value().id(), one));
    try (Memory memory = inputs.memory().openForReading(console)) {
      memory
          .care()
          .correct(
              byUnit.entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, e -> correction(e.getValue()))),
              origin(),
              (edit, replaced) -> {
                FixRun.Corrected one = byUnit.get(edit.before().id());
                if (one != null && replaced.acrossCodes() > 0) {
                  refused.put(one, "an inline code stands inside");
                }
              });
    }
  }

  private void correct(Memory memory) {
    Map<String, Correction> corrections = new HashMap<>();
    run.corrected().forEach(one -> corrections.put(one.place().value().id(), correction(one)));
    memory.care().correct(corrections, origin(), (edit, replaced) -> {});
  }

  private Origin origin() {
    return options.author.origin(console, CommandNote.of(options.command));
  }

  private void report(OutputStream out, Set<String> files) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (json) {
      FixJson.write(writer, options.apply, run.corrected(), run.left(), files);
    } else {
      Style style = output.isStandardOutput() ? inputs.common().style(console) : Style.PLAIN;
      new FixText(writer, style, options.apply).write(run.corrected(), run.left());
    }
    writer.flush();
  }

  private void say(int fixed, Set<String> files) {
    StringBuilder line = new StringBuilder(options.apply ? "replaced " : "would replace ");
    line.append(fixed).append(fixed == 1 ? " rendering" : " renderings");
    if (!files.isEmpty()) {
      line.append(" in ").append(String.join(", ", files));
    } else if (fixed > 0) {
      line.append(" in the memory").append(options.apply ? "; ballast tm undo takes it back" : "");
    }
    line.append("; ").append(run.left().size()).append(" left to you");
    line.append(fixed > 0 && !options.apply ? "; nothing was written (--apply)" : "");
    inputs.common().say(console, line.toString());
  }
}
