package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NearGroupTest {

  private static final Lang CHINESE = new Lang("zh-CN");
  private static final Lang ENGLISH = new Lang("en-US");

  private final List<String> found = new ArrayList<>();

  private NearGroup group(NearGroup.Limits limits) {
    return new NearGroup(80, limits, (id, near, score) -> found.add(id + "~" + near + ":" + score));
  }

  private static ComparedPair pair(long id, String source, String target) {
    return ComparedPair.of(id, source, CHINESE, target, ENGLISH);
  }

  @Test
  void eachIsFoundWithTheFirstBeforeItAndTheLowerScore() {
    NearGroup group = group(NearGroup.Limits.DEFAULT);
    group.addPiece(pair(2, "船到了三号码头吗", "Has the ship come to pier three"));
    group.addPiece(pair(5, "船到了四号码头吗", "Has the ship come to pier four"));
    group.addPiece(pair(7, "船到了四号码头吗", "Has the ship come to pier three"));
    group.add(pair(1, "船到了五号码头吗", "Has the ship come to pier three"));
    group.add(pair(9, "船到了五号码头吗", "Has no ship come to pier three"));
    assertThat(found)
        .containsExactlyInAnyOrder("5~2:85", "7~2:87", "2~1:87", "5~1:85", "7~1:87", "9~2:85");
  }

  @Test
  void bothTextsMustScore() {
    NearGroup group = group(NearGroup.Limits.DEFAULT);
    group.addPiece(pair(1, "目录", "Contents"));
    group.addPiece(pair(2, "目录", "Table of contents"));
    group.add(pair(3, "索引", "Contents"));
    assertThat(found).isEmpty();
  }

  @Test
  void pairsOfOtherLanguagesAreNotTheSame() {
    NearGroup group = group(NearGroup.Limits.DEFAULT);
    group.addPiece(pair(1, "目录", "Contents"));
    group.add(ComparedPair.of(2, "目录", CHINESE, "Contents", new Lang("en-GB")));
    assertThat(found).isEmpty();
  }

  @Test
  void whatIsBeyondTheLimitsIsCounted() {
    NearGroup fewPieces = group(new NearGroup.Limits(1, 2, 1_000));
    for (int i = 0; i < 5; i++) {
      fewPieces.addPiece(pair(i, "船".repeat(1 + 9 * i), "ship"));
    }
    assertThat(fewPieces.leftOut()).as("3 and 4 with 2, 4 with 3").isEqualTo(3);
    NearGroup fewComparisons = group(new NearGroup.Limits(1, 100, 4));
    for (int i = 0; i < 5; i++) {
      fewComparisons.addPiece(pair(i, "船".repeat(1 + 9 * i), "ship"));
    }
    assertThat(fewComparisons.comparisons()).isEqualTo(4);
    assertThat(fewComparisons.leftOut()).isEqualTo(6);
    assertThat(found).isEmpty();
  }

  /** All translations of one text have a key in common; those of the other text divide them. */
  @Test
  void aLargeGroupIsDividedByTheOtherText() {
    SplittableRandom random = new SplittableRandom(1);
    List<ComparedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 2_000; i += 2) {
      StringBuilder title = new StringBuilder();
      random.ints(20, 0x4E00, 0x5E00).forEach(title::appendCodePoint);
      pairs.add(pair(i, title.toString(), "Contents"));
      pairs.add(pair(i + 1, title + "表", "Contents"));
    }
    NearSearch undivided = new NearSearch(90, NearGroup.Limits.DEFAULT);
    NearSearch divided = new NearSearch(90, new NearGroup.Limits(10_000, 1_000, 1_000_000));
    Map<Long, NearSearch.Found> all = undivided.search(pairs);
    assertThat(divided.search(pairs)).isEqualTo(all).hasSize(1_000);
    assertThat(divided.comparisons()).isLessThan(undivided.comparisons() / 4);
    assertThat(divided.leftOut()).isZero();
  }

  /** Quadratic if each were compared with all. */
  @Test
  void manyThatAreNearlyTheSameCostLittle() {
    List<ComparedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      pairs.add(
          pair(
              i,
              "第" + (1_000 + i) + "号文件已经在市政府网站上公布，请各单位按照文件的要求认真执行",
              "Document " + i + " has been published on the website of the city government"));
    }
    NearSearch search = new NearSearch(85, NearGroup.Limits.DEFAULT);
    assertThat(search.search(pairs)).hasSize(2_999);
    assertThat(search.comparisons()).isLessThan(10L * pairs.size());
  }
}
