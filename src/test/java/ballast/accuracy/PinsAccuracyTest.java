package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Aligner;
import ballast.align.Pin;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beads that a person has set are kept, and make no other bead worse. */
@Tag("accuracy")
class PinsAccuracyTest {

  private static final int PINS = 10;

  /** How much F1 may fall, percent. */
  private static final double NOISE = 0.2;

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  private record Gold(List<Segment> zh, List<Segment> en, List<Pin> beads) {}

  @Test
  void sampleArticles() {
    measure(
        "samples",
        SampleArticles.all().stream()
            .map(
                article ->
                    new Gold(
                        BeadSets.segments("zh", Lang.ZH_CN, article.zh()),
                        BeadSets.segments("en", Lang.EN_US, article.en()),
                        article.beads().stream()
                            .map(bead -> new Pin(bead.source(), bead.target(), ""))
                            .toList()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"literary", "literary-omissions"})
  void novels(String name) {
    measure(
        name,
        BeadSets.read(name).stream()
            .map(item -> new Gold(item.zh(), item.en(), beads(item.gold())))
            .toList());
  }

  private void measure(String name, List<Gold> texts) {
    BeadScore before = new BeadScore();
    BeadScore after = new BeadScore();
    int kept = 0;
    int pinned = 0;
    for (int k = 0; k < texts.size(); k++) {
      Gold gold = texts.get(k);
      List<Pin> shuffled = new ArrayList<>(gold.beads());
      Collections.shuffle(shuffled, new Random(k));
      List<Pin> pins = shuffled.subList(0, Math.min(PINS, shuffled.size()));
      List<String> rest =
          gold.beads().stream().filter(bead -> !pins.contains(bead)).map(this::lists).toList();
      List<Bead> free = aligner.align(gold.zh(), gold.en()).beads();
      List<Bead> held = aligner.align(gold.zh(), gold.en(), List.of(), pins).beads();
      before.add(rest, outside(pins, free));
      after.add(rest, outside(pins, held));
      Set<String> found = new HashSet<>(held.stream().map(Bead::toIndexLists).toList());
      kept += (int) pins.stream().map(this::lists).filter(found::contains).count();
      pinned += pins.size();
    }
    System.out.printf(
        "pins, %s: F1 of the other beads %.2f -> %.2f; kept %d of %d%n",
        name, before.f1(), after.f1(), kept, pinned);
    assertThat(kept).isEqualTo(pinned);
    assertThat(after.f1()).isGreaterThan(before.f1() - NOISE);
  }

  private String lists(Pin pin) {
    return pin.source().toIndexList() + ":" + pin.target().toIndexList();
  }

  /** The beads without a sentence of a pin. */
  private static List<String> outside(List<Pin> pins, List<Bead> beads) {
    return beads.stream()
        .filter(
            bead ->
                pins.stream()
                    .noneMatch(
                        pin ->
                            overlap(pin.source(), bead.source())
                                || overlap(pin.target(), bead.target())))
        .map(Bead::toIndexLists)
        .toList();
  }

  private static boolean overlap(Range one, Range other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static List<Pin> beads(List<String> gold) {
    List<Pin> beads = new ArrayList<>();
    for (String lists : gold) {
      String[] sides = lists.split(":", -1);
      beads.add(new Pin(BeadSets.range(sides[0]), BeadSets.range(sides[1]), ""));
    }
    return beads;
  }
}
