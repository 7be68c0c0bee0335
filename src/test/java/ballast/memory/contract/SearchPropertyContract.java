package ballast.memory.contract;

import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.RandomTexts;
import ballast.likeness.Renumbering;
import ballast.likeness.Score;
import ballast.likeness.Symbols;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After any changes to the memory, the index finds the same units as a comparison with each unit.
 */
abstract class SearchPropertyContract extends StoreContract {

  private static final int STEPS = 10;
  private static final int QUERIES = 10;

  private static final class Scene {
    private final StoreUnderTest stores;
    private final Memory memory;
    private final SplittableRandom random;
    private final RandomTexts chinese;
    private final RandomTexts english;
    private final int longest;
    private final boolean byCommands;
    private final Map<String, List<Unit>> documents = new HashMap<>();

    /**
     * @param byCommands whether units are removed as commands do it, or as no command does
     */
    Scene(StoreUnderTest stores, Memory memory, SplittableRandom random, boolean byCommands) {
      this.byCommands = byCommands;
      this.stores = stores;
      this.memory = memory;
      this.random = random;
      this.chinese = new RandomTexts(random, Measure.CHARACTERS);
      this.english = new RandomTexts(random, Measure.WORDS);
      this.longest = random.nextInt(4) == 0 ? 600 : 30;
    }

    void write() {
      String name = "doc" + random.nextInt(4);
      List<Unit> units = new ArrayList<>(documents.getOrDefault(name, List.of()));
      units.removeIf(unit -> random.nextInt(5) == 0);
      units.replaceAll(unit -> random.nextInt(4) == 0 ? alike(unit, name) : unit);
      for (int i = random.nextInt(25); i > 0; i--) {
        units.add(
            units.isEmpty() || random.nextInt(3) == 0
                ? unit(name, chinese.text(length()), english.text(length()))
                : alike(units.get(random.nextInt(units.size())), name));
      }
      documents.put(name, units);
      memory.addRevision(Revisions.revision(name, "ming", units));
      if (random.nextInt(4) == 0) {
        delete();
      }
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> stores.index(memory);
        case 3 -> memory.rebuildIndex();
        default -> {}
      }
    }

    private int length() {
      return 1 + random.nextInt(longest);
    }

    private Unit alike(Unit unit, String name) {
      String source = unit.source();
      String target = unit.target();
      if (random.nextInt(4) != 0) {
        source = chinese.edited(source, random.nextInt(4));
        target = english.edited(target, random.nextInt(3));
      }
      return unit(name, source, target);
    }

    private static Unit unit(String name, String source, String target) {
      return Revisions.unit(
          name, 1, source.isBlank() ? "空" : source, target.isBlank() ? "x" : target);
    }

    /** Units go for good, the last one, whose row may come again, included. */
    private void delete() {
      if (byCommands) {
        Set<String> some =
            current(memory).stream()
                .filter(unit -> random.nextInt(7) == 0)
                .map(Unit::id)
                .collect(Collectors.toSet());
        if (!some.isEmpty()) {
          Edits.delete(memory, UnitFilter.CURRENT.named(some));
        }
        memory.care().compact(Edits.MEI);
      } else {
        stores.removeSome(memory);
      }
      // The expected contents of the documents are out of date.
      documents.clear();
    }

    String query(Side side) {
      List<Unit> units = current(memory);
      RandomTexts texts = side == Side.SOURCE ? chinese : english;
      if (units.isEmpty() || random.nextInt(8) == 0) {
        return texts.text(length());
      }
      Unit unit = units.get(random.nextInt(units.size()));
      return texts.edited(unit.text(side), random.nextInt(6));
    }
  }

  private static Map<String, Integer> scan(Memory memory, String query, Side side, int threshold) {
    Map<Measure, Pattern> patterns = new HashMap<>();
    Map<String, Integer> found = new HashMap<>();
    for (Unit unit : Revisions.all(memory, UnitFilter.OFFERED)) {
      Measure measure = Measure.of(unit.lang(side));
      Pattern pattern = patterns.computeIfAbsent(measure, by -> new Pattern(query, by));
      Symbols text = new Symbols().read(unit.text(side), measure);
      int score = pattern.score(text, Score.MIN_THRESHOLD);
      if (pattern.symbols().size() > 0
          && (score >= threshold
              || (score >= Score.MIN_THRESHOLD
                  && threshold < 100
                  && pattern.symbols().differsInNumbers(text)
                  && isRenumbered(query, unit, side)))) {
        found.put(unit.id(), score);
      }
    }
    return found;
  }

  private static boolean isRenumbered(String query, Unit unit, Side side) {
    Measure measure = Measure.of(unit.lang(side));
    Measure by = Measure.of(unit.lang(side.other()));
    return Renumbering.of(query, unit.text(side), measure, unit.text(side.other()), by).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theIndexFindsTheSameAsAScan(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Memory writer = write(Revisions.options())) {
      Scene scene = new Scene(stores, writer, random, seed > 8);
      scene.write();
      try (Memory reader = read()) {
        for (int step = 0; step < STEPS; step++) {
          scene.write();
          for (int i = 0; i < QUERIES; i++) {
            Memory searched = random.nextBoolean() ? writer : reader;
            searchesAgree(scene, searched, "seed " + seed + ", step " + step);
          }
        }
      }
    }
  }

  private static void searchesAgree(Scene scene, Memory memory, String what) {
    Side side = scene.random.nextBoolean() ? Side.SOURCE : Side.TARGET;
    int threshold = 50 + scene.random.nextInt(51);
    String text = scene.query(side);
    String as = what + ", " + side + " at " + threshold + ": " + text;
    FuzzyQuery query = FuzzyQuery.of(text, side).withMinScore(threshold).withLimit(100_000);
    List<Match> matches = memory.search(query);
    Map<String, Integer> found = new HashMap<>();
    matches.forEach(match -> found.put(match.unit().id(), match.likeness().similarity()));
    assertThat(found).as(as).isEqualTo(scan(memory, text, side, threshold)).hasSize(matches.size());

    int limit = 1 + scene.random.nextInt(12);
    assertThat(memory.search(query.withLimit(limit)))
        .as(as + ", limit " + limit)
        .isEqualTo(matches.subList(0, Math.min(limit, matches.size())));
    assertThat(matches).as(as).extracting(Match::score).isSortedAccordingTo((a, b) -> b - a);
  }
}
