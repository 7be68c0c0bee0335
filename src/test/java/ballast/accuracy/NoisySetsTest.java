package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.NoisySets.Noisy;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gold of the noisy sets must be right before anything is measured against it. */
final class NoisySetsTest {

  private static final int BEADS = 300;

  @ParameterizedTest
  @EnumSource(NoiseVariant.class)
  void everySentenceIsInOneBead(NoiseVariant variant) {
    for (Noisy noisy : NoisySets.of(documents(), variant)) {
      BeadSets.Item item = noisy.item();
      assertThat(indexes(item, 0)).containsExactlyInAnyOrderElementsOf(upTo(item.zh().size()));
      assertThat(indexes(item, 1)).containsExactlyInAnyOrderElementsOf(upTo(item.en().size()));
    }
  }

  @ParameterizedTest
  @EnumSource(NoiseVariant.class)
  void sentencesOfABeadBelongTogether(NoiseVariant variant) {
    for (Noisy noisy : NoisySets.of(documents(), variant)) {
      BeadSets.Item item = noisy.item();
      for (String bead : item.gold()) {
        Set<String> labels = new HashSet<>();
        side(bead, 0).forEach(i -> labels.add(label(item.zh().get(i))));
        side(bead, 1).forEach(i -> labels.add(label(item.en().get(i))));
        assertThat(labels).as(bead).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(NoiseVariant.class)
  void theSameDocumentsGiveTheSameNoise(NoiseVariant variant) {
    assertThat(NoisySets.of(documents(), variant)).isEqualTo(NoisySets.of(documents(), variant));
  }

  @ParameterizedTest
  @EnumSource(
      value = NoiseVariant.class,
      names = {"SWAPPED", "MIXED", "PARAGRAPHS", "ARTICLES"})
  void crossingBeadsAreInTheGoldAndOnlyTheyCross(NoiseVariant variant) {
    for (Noisy noisy : NoisySets.of(documents(), variant)) {
      assertThat(noisy.item().gold()).containsAll(noisy.crossing());
      assertThat(noisy.crossing()).hasSizeGreaterThanOrEqualTo(4);
      List<String> pairs = pairs(noisy.item());
      assertThat(targets(pairs.stream().filter(bead -> !noisy.crossing().contains(bead)).toList()))
          .isSorted();
      assertThat(targets(pairs)).isNotEqualTo(targets(pairs).stream().sorted().toList());
    }
  }

  @Test
  void eachVariantHasItsNoise() {
    assertThat(oneSided(NoiseVariant.CLEAN)).isZero();
    assertThat(oneSided(NoiseVariant.FURNITURE)).isGreaterThan(40);
    assertThat(oneSided(NoiseVariant.HEADLINES)).isGreaterThan(25);
    assertThat(oneSided(NoiseVariant.LOST)).isBetween(8L, 120L);
    assertThat(oneSided(NoiseVariant.SWAPPED)).isZero();
    assertThat(oneSided(NoiseVariant.MIXED)).isGreaterThan(75);
  }

  @Test
  void paragraphsHaveSeveralSentencesAndTheSameBordersOnBothSides() {
    for (Noisy noisy : NoisySets.of(documents(), NoiseVariant.PARAGRAPHS)) {
      BeadSets.Item item = noisy.item();
      assertThat(item.zh().get(item.zh().size() - 1).document().blocks().size() * 1.5)
          .isLessThan(item.zh().size());
      List<String> pairs = pairs(item);
      for (int i = 1; i < pairs.size(); i++) {
        assertThat(sharesBlock(pairs.get(i - 1), pairs.get(i), 0, item.zh()))
            .as(pairs.get(i))
            .isEqualTo(sharesBlock(pairs.get(i - 1), pairs.get(i), 1, item.en()));
      }
    }
  }

  @Test
  void articlesAreShortAndLeaveNothingOut() {
    List<Noisy> articles = NoisySets.of(documents(), NoiseVariant.SHORT);
    assertThat(articles).hasSizeGreaterThan(8);
    assertThat(articles).allMatch(article -> article.item().gold().size() <= 100);
    assertThat(articles.stream().mapToInt(article -> article.item().gold().size()).sum())
        .isEqualTo(2 * BEADS);
  }

  @Test
  void theOtherCharactersAndTheOtherDirectionKeepTheGold() {
    Noisy clean = NoisySets.of(documents(), NoiseVariant.CLEAN).get(0);
    Noisy traditional = NoisySets.of(documents(), NoiseVariant.TRADITIONAL).get(0);
    Noisy english = NoisySets.of(documents(), NoiseVariant.ENGLISH_ORIGINAL).get(0);
    assertThat(traditional.item().gold()).isEqualTo(clean.item().gold());
    assertThat(traditional.item().zh().get(0).text()).contains("說");
    assertThat(english.item().zh().get(0).document().lang()).isEqualTo(Lang.EN_US);
    assertThat(english.item().gold()).hasSameSizeAs(clean.item().gold());
  }

  /** Two documents whose sentences name their bead. */
  private static List<BeadSets.Item> documents() {
    SplittableRandom random = new SplittableRandom(5);
    List<BeadSets.Item> items = new ArrayList<>();
    for (int document = 0; document < 2; document++) {
      List<String> zh = new ArrayList<>();
      List<String> en = new ArrayList<>();
      List<String> gold = new ArrayList<>();
      for (int bead = 0; bead < BEADS; bead++) {
        int zhFrom = zh.size();
        int enFrom = en.size();
        IntStream.rangeClosed(0, random.nextInt(5) / 4)
            .forEach(i -> zh.add("某说这句。#" + gold.size()));
        IntStream.rangeClosed(0, random.nextInt(4) / 2).forEach(i -> en.add("So. #" + gold.size()));
        gold.add(list(zhFrom, zh.size()) + ":" + list(enFrom, en.size()));
      }
      items.add(
          new BeadSets.Item(
              BeadSets.segments("zh", Lang.ZH_CN, zh),
              BeadSets.segments("en", Lang.EN_US, en),
              gold));
    }
    return items;
  }

  private static String list(int start, int end) {
    return IntStream.range(start, end).boxed().toList().toString();
  }

  private static String label(Segment segment) {
    String text = segment.text();
    return text.contains("#") ? text.substring(text.indexOf('#')) : text;
  }

  private static long oneSided(NoiseVariant variant) {
    return NoisySets.of(documents(), variant).stream()
        .flatMap(noisy -> noisy.item().gold().stream())
        .filter(bead -> bead.contains("[]"))
        .count();
  }

  private static List<String> pairs(BeadSets.Item item) {
    return item.gold().stream().filter(bead -> !bead.contains("[]")).toList();
  }

  private static List<Integer> targets(List<String> pairs) {
    return pairs.stream().map(bead -> side(bead, 1).get(0)).toList();
  }

  private static boolean sharesBlock(String one, String next, int side, List<Segment> segments) {
    List<Integer> before = side(one, side);
    int last = segments.get(before.get(before.size() - 1)).blockIndex();
    return last == segments.get(side(next, side).get(0)).blockIndex();
  }

  private static List<Integer> indexes(BeadSets.Item item, int side) {
    return item.gold().stream().flatMap(bead -> side(bead, side).stream()).toList();
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static List<Integer> side(String bead, int side) {
    String list = bead.split(":")[side];
    return Stream.of(list.substring(1, list.length() - 1).split(",\\s*"))
        .filter(index -> !index.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
