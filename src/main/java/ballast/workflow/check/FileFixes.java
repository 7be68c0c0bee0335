package ballast.workflow.check;

import ballast.bitext.Correction;
import ballast.bitext.Span;
import ballast.bitext.TextEdit;
import ballast.check.CheckedPair;
import ballast.check.FixRun;
import ballast.check.Passage;
import ballast.format.article.ArticleEdit;
import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;
import ballast.format.file.Rewriting;
import ballast.format.unit.UnitFileEdit;
import ballast.workflow.Workplace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Corrects files of units and translations of articles; nothing else in them changes. */
final class FileFixes implements FixTarget {

  private final Workplace workplace;
  private final CheckInputs reading;

  /** The number of each pair among those of its file, counted from 0. */
  private final IdentityHashMap<CheckedPair<Passage>, Integer> numbers = new IdentityHashMap<>();

  private final Map<String, Rewriting> files = new TreeMap<>();

  /**
   * @param reading how the files were read
   * @param pairs all pairs of them, in their order
   */
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
                Collectors.groupingBy(one -> file(one.place()), TreeMap::new, Collectors.toList()));
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
                Optional.ofNullable(byNumber.get(number)).ifPresent(one -> refused.put(one, why)));
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
    DocumentReader reader = reading.targetReader();
    ReadText article = reader.read(workplace.resolve(file), file);
    Map<Integer, List<TextEdit>> edits = new TreeMap<>();
    byNumber.forEach((number, one) -> edits.put(number, inDocument(one)));
    return ArticleEdit.prepare(workplace.resolve(file), article, reader, edits);
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
