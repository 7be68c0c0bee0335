package ballast.workflow.exchange;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts units by their languages, which the beginning of a file of them has to name. */
final class LanguagePairs implements UnitSink {

  /** The languages of a unit. */
  private record Pair(Lang from, Lang to) {}

  private final Map<Pair, Integer> units = new LinkedHashMap<>();

  @Override
  public boolean write(Unit unit) {
    units.merge(new Pair(unit.sourceLang(), unit.targetLang()), 1, Integer::sum);
    return true;
  }

  @Override
  public void leaveOut(Unit unit) {
    // It is not in the file.
  }

  @Override
  public List<String> finish() {
    return List.of();
  }

  /**
   * Begins a file for the units that were counted. A file of one pair of languages is for the pair
   * that most of them have.
   *
   * @param from its source language if there are no units
   * @param to its target language if there are no units
   */
  UnitSink begin(UnitForm form, OutputStream out, Lang from, Lang to) throws IOException {
    Pair pair = new Pair(from, to);
    for (Map.Entry<Pair, Integer> each : units.entrySet()) {
      pair = each.getValue() > units.getOrDefault(pair, 0) ? each.getKey() : pair;
    }
    return form.begin(out, onlySource(), pair.from(), pair.to());
  }

  private @Nullable Lang onlySource() {
    Set<Lang> sources = units.keySet().stream().map(Pair::from).collect(Collectors.toSet());
    return sources.size() == 1 ? sources.iterator().next() : null;
  }
}
