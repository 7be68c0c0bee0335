package ballast.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.language.CharacterWords;
import ballast.language.Renderings;
import ballast.mine.EnglishPhrases.Candidate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinerTest {

  private final MiningTexts texts = new MiningTexts(new CharacterWords());

  private List<Candidate> mine(int minCount, Set<String> known) {
    return new Miner(texts, Renderings.NONE).mine(10, minCount, known);
  }

  private void harbour() {
    texts.add("船进灯塔湾。", "The ship enters Lantern Bay.");
    texts.add("鱼爱灯塔湾。", "Fish love Lantern Bay.");
    texts.add("灯塔湾，风大。", "In Lantern Bay, the wind is strong.");
  }

  @Test
  void aRecurringPhraseIsFoundWithItsRendering() {
    harbour();
    Candidate best = mine(3, Set.of()).get(0);
    assertThat(best.zh()).isEqualTo("灯塔湾");
    assertThat(best.en()).isEqualTo("Lantern Bay");
    assertThat(best.frequency()).isEqualTo(3);
    assertThat(best.together()).isEqualTo(3);
    assertThat(best.example()).isZero();
  }

  @Test
  void termsOfTheGlossaryAreNotProposed() {
    harbour();
    assertThat(mine(3, Set.of("灯塔湾"))).extracting(Candidate::zh).doesNotContain("灯塔湾");
  }

  @Test
  void rarerPhrasesThanAskedForAreNotProposed() {
    harbour();
    assertThat(mine(4, Set.of())).isEmpty();
  }

  @Test
  void withoutTextsThereIsNothing() {
    assertThat(mine(2, Set.of())).isEmpty();
  }

  @Test
  void onePairIsNotEvidence() {
    assertThatThrownBy(() -> mine(1, Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  /** Takes 么 for a traditional character, as the table of the lexicon does, and 燈 for 灯. */
  private static final class Simplifying extends CharacterWords {
    @Override
    public int simplified(int codePoint) {
      return switch (codePoint) {
        case '么' -> '幺';
        case '燈' -> '灯';
        default -> codePoint;
      };
    }

    @Override
    public Cut cut(String run) {
      return offset -> offset == run.length() || !run.startsWith("什幺", offset - 1);
    }
  }

  @Test
  void aPhraseIsProposedAsMostTextsWriteIt() {
    MiningTexts mixed = new MiningTexts(new Simplifying());
    mixed.add("船进灯塔湾。", "The ship enters Lantern Bay.");
    mixed.add("鱼爱燈塔湾。", "Fish love Lantern Bay.");
    mixed.add("燈塔湾，风大。", "In Lantern Bay, the wind is strong.");
    Candidate best = new Miner(mixed, Renderings.NONE).mine(10, 3, Set.of()).get(0);
    assertThat(best.zh()).isEqualTo("燈塔湾");
    assertThat(best.frequency()).isEqualTo(3);
    assertThat(new Miner(mixed, Renderings.NONE).mine(10, 3, Set.of("灯塔湾")))
        .extracting(Candidate::zh)
        .doesNotContain("燈塔湾", "灯塔湾");
  }

  @Test
  void aWordThatIsNoPartOfTermsIsNoneHoweverItIsSimplified() {
    MiningTexts questions = new MiningTexts(new Simplifying());
    questions.add("船，什么港？", "The ship, which harbour?");
    questions.add("鱼，什么港？", "The fish, which harbour?");
    questions.add("风，什么港？", "The wind, which harbour?");
    assertThat(new Miner(questions, Renderings.NONE).mine(10, 3, Set.of()))
        .extracting(Candidate::zh)
        .noneMatch(zh -> zh.startsWith("什"));
  }

  @Test
  void aTermThatIsPlantedAmongRandomWordsIsFound() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MiningTexts planted = new MiningTexts(new CharacterWords());
      for (int i = 0; i < 40; i++) {
        boolean here = i % 5 == 0;
        planted.add(han(random) + (here ? "灯塔湾" : "") + han(random), english(random, here));
      }
      List<Candidate> found = new Miner(planted, Renderings.NONE).mine(5, 3, Set.of());
      assertThat(found)
          .as("seed %d", seed)
          .anyMatch(one -> one.zh().equals("灯塔湾") && one.en().equals("Lantern Bay"));
    }
  }

  private static String han(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.appendCodePoint(0x5000 + random.nextInt(900));
    }
    return text.toString();
  }

  private static String english(SplittableRandom random, boolean planted) {
    return "Wor"
        + letters(random)
        + (planted ? " " + letters(random) + " Lantern Bay " : " ")
        + letters(random);
  }

  private static String letters(SplittableRandom random) {
    StringBuilder word = new StringBuilder("q");
    for (int i = 0; i < 5; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
