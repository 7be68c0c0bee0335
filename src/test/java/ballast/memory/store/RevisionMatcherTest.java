package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Lang;
import ballast.language.matching.SentenceMatcher;
import ballast.memory.store.RevisionPlan.RevisionMatcher;
import ballast.memory.store.RevisionPlan.TextPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevisionMatcherTest {

  private static List<TextPair> pairs(String... texts) {
    List<TextPair> pairs = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      pairs.add(new TextPair(texts[i], texts[i + 1]));
    }
    return pairs;
  }

  private static List<Integer> match(List<TextPair> before, List<TextPair> after) {
    RevisionMatcher matcher = new RevisionMatcher(before, after);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      found.add(matcher.beforeOf(i));
    }
    return found;
  }

  /** Units are written "source=target"; the numbers are the places that the new units had. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a new sentence between old ones is none of them | 甲=a,乙=b | 甲=a,丙=c,乙=b | 0, -1, 1",
        "the same source at the same place | 甲=a,乙=b,丙=c | 甲=a,乙=quite another,丙=c | 0, 1, 2",
        "the same target at the same place | 甲=a,乙=b,丙=c | 甲=a,完全不同=b,丙=c | 0, 1, 2",
        "related texts are the same unit"
            + " | 粮食的价格涨了很多。=The price of grain has risen a lot.,他走了。=He left."
            + " | 粮食的价格跌了很多。=The price of grain has fallen a lot.,他走了。=He left. | 0, 1",
        "unrelated texts are not paired"
            + " | 粮食的价格涨了很多。=The price of grain has risen a lot.,他走了。=He left."
            + " | 昨晚港口起了大火。=A fire broke out in the harbour last night.,他走了。=He left."
            + " | -1, 1",
        "a moved and retranslated sentence is found by its source"
            + " | 甲=a,乙=b,丙=c,丁=d | 丁=new,甲=a,乙=b,丙=c | 3, 0, 1, 2",
        "repeated sentences keep their neighbours"
            + " | 好=ok,甲=a,好=ok,乙=b,好=ok | 好=ok,丙=c,好=ok,乙=b,好=ok | 0, -1, 2, 3, 4",
        "nothing matches nothing | '' | '' | ''",
        "nothing was there | '' | 甲=a | -1",
        "nothing is left | 甲=a | '' | ''",
      })
  void unitsAreMatched(String what, String before, String after, String places) {
    assertThat(match(written(before), written(after)).toString())
        .as(what)
        .isEqualTo("[" + places + "]");
  }

  private static List<TextPair> written(String units) {
    return units.isEmpty() ? List.of() : pairs(units.split("[=,]"));
  }

  @Test
  void aMovedBlockIsRecognised() {
    List<TextPair> before = pairs("甲", "a", "乙", "b", "丙", "c", "丁", "d", "戊", "e");
    List<TextPair> after = new ArrayList<>(before);
    Collections.rotate(after, 2);
    RevisionMatcher matcher = new RevisionMatcher(before, after);
    assertThat(match(before, after)).containsExactly(3, 4, 0, 1, 2);
    assertThat(List.of(matcher.isMoved(0), matcher.isMoved(1), matcher.isMoved(2)))
        .containsExactly(true, true, false);
  }

  @Test
  void everyOldUnitIsUsedAtMostOnce() {
    for (long seed = 0; seed < Rounds.of(300); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<TextPair> before = randomPairs(random);
      List<TextPair> after = randomPairs(random);
      List<Integer> used = match(before, after).stream().filter(j -> j >= 0).toList();
      assertThat(used).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(used).as("seed %d", seed).allMatch(j -> j < before.size());
    }
  }

  private static List<TextPair> randomPairs(SplittableRandom random) {
    List<TextPair> pairs = new ArrayList<>();
    for (int n = random.nextInt(12); n > 0; n--) {
      pairs.add(
          new TextPair(
              "天地玄黄".substring(random.nextInt(3)), "one two three".substring(random.nextInt(9))));
    }
    return pairs;
  }

  @Test
  void tenPercentOfChangesInAnArticleOfFiveThousandTakeLittleWork() {
    SplittableRandom random = new SplittableRandom(7);
    List<TextPair> before = long5000();
    List<TextPair> after = new ArrayList<>(before);
    for (int i = 0; i < 500; i++) {
      int at = random.nextInt(after.size());
      TextPair old = after.get(at);
      after.set(at, new TextPair(old.source() + "了", old.target() + " indeed"));
    }
    RevisionMatcher matcher = new RevisionMatcher(before, after);
    assertThat(matcher.comparisons()).as("comparisons").isBetween(400L, 2_000L);
    assertThat(match(before, after)).doesNotContain(-1);
  }

  @Test
  void onePercentOfChangesInAThousandUnitsTakesHardlyAnyWork() {
    List<TextPair> before = long5000().subList(0, 1_000);
    List<TextPair> after = new ArrayList<>(before);
    for (int i = 50; i < 1_000; i += 100) {
      after.set(i, new TextPair(after.get(i).source() + "了", after.get(i).target() + " indeed"));
    }
    RevisionMatcher matcher = new RevisionMatcher(before, after);
    assertThat(matcher.comparisons()).as("comparisons").isBetween(10L, 100L);
    assertThat(match(before, after)).doesNotContain(-1);
  }

  @Test
  void aRewrittenArticleTakesWorkInProportionToItsLength() {
    List<TextPair> before = long5000();
    List<TextPair> after =
        before.stream()
            .map(pair -> new TextPair("新" + pair.source(), "N " + pair.target()))
            .toList();
    assertThat(new RevisionMatcher(before, after).comparisons())
        .isLessThanOrEqualTo(5_000L * (2 * (SentenceMatcher.REACH + 1) + 2));
    assertThat(match(before, after)).doesNotContain(-1);
  }

  @Test
  void aHundredThousandEqualSentencesAreMatchedAtOnce() {
    List<TextPair> before = Collections.nCopies(100_000, new TextPair("谢谢。", "Thanks."));
    List<TextPair> after = new ArrayList<>(before);
    after.add(50_000, new TextPair("好。", "Good."));
    after.addAll(before);
    RevisionMatcher matcher = new RevisionMatcher(before, after);
    assertThat(matcher.comparisons()).isZero();
    assertThat(matcher.beforeOf(50_000)).isEqualTo(-1);
  }

  @Test
  void veryDifferentLengthsStayWithinTheBand() {
    List<TextPair> before = long5000();
    List<TextPair> after = pairs("第4999句,价格。", "Sentence 4999 on price");
    assertThat(match(before, after)).containsExactly(4999);
    assertThat(match(after, before)).hasSize(5000);
  }

  private static List<TextPair> long5000() {
    List<TextPair> pairs = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      pairs.add(new TextPair("第" + i + "句说价格。", "Sentence " + i + " on price"));
    }
    return pairs;
  }

  @Test
  void idsNeverChangeBecauseTheyAreShared() {
    UnitId ids = new UnitId("articles/春天.md", Lang.ZH_CN, Lang.EN_US, Set.of());
    assertThat(ids.next("春天来了。")).isEqualTo("c3169661e205");
    assertThat(ids.next("春天来了。")).isEqualTo("64ed739a2fb6");
  }

  @Test
  void aTakenIdIsPassedOver() {
    UnitId free = new UnitId("d", Lang.ZH_CN, Lang.EN_US, Set.of());
    String first = free.next("好。");
    UnitId taken = new UnitId("d", Lang.ZH_CN, Lang.EN_US, Set.of(first));
    assertThat(taken.next("好。")).isEqualTo(free.next("好。"));
  }
}
