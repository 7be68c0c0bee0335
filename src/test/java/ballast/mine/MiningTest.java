package ballast.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermEntry;
import ballast.language.CharacterWords;
import ballast.language.Renderings;
import ballast.mine.EnglishPhrases.Candidate;
import ballast.mine.KnownTermMiner.Guard;
import ballast.mine.KnownTermMiner.Variant;
import ballast.mine.KnownTerms.KnownUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms, variants and guards that are mined from pairs. */
final class MiningTest {

  /** Characters to put beside others, each a word of its own. */
  private static final String HAN = "天地玄黄宇宙洪荒盈昃辰宿列张寒暑秋收冬藏";

  private MiningTexts texts = new MiningTexts(new CharacterWords());
  private KnownTerms known = new KnownTerms(new CharacterWords());

  private final TermEntry wharf =
      entry("码头", new Term("wharf", TermStatus.PREFERRED), new Term("dock", TermStatus.FORBIDDEN));

  private int pairs;

  private static TermEntry entry(String zh, Term... en) {
    return new TermEntry(zh, List.of(new Concept(zh, List.of(zh), List.of(en))));
  }

  private void pair(String zh, String en, boolean rendered) {
    texts.add(zh, en);
    int at = zh.indexOf("码头");
    if (at >= 0) {
      known.add(pairs, zh, List.of(new KnownUse(wharf, List.of(new Span(at, at + 2)), rendered)));
    }
    pairs++;
  }

  private void missing(String en, int times) {
    for (int i = 0; i < times; i++) {
      pair("码头。", "The " + en + " q" + (char) ('a' + i) + "x.", false);
    }
    for (int i = 0; i < 20; i++) {
      pair("山。", "Mountain z" + (char) ('a' + i) + "x.", false);
    }
  }

  private KnownTermMiner.Proposals mine() {
    return new KnownTermMiner(texts, Renderings.NONE, known).mine(10, 3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "another rendering is proposed with its counts, quay, 3, 1",
    "two pairs are too few, quay, 2, 0",
    "an inflected form is not a variant, wharves, 3, 0",
    "a forbidden rendering is not a variant, docks, 3, 0"
  })
  void renderingsThatAreNotInTheGlossary(String why, String en, int times, int proposed) {
    missing(en, times);
    assertThat(mine().variants())
        .as(why)
        .extracting(Variant::en, variant -> variant.pairs().together())
        .isEqualTo(Collections.nCopies(proposed, tuple(en, times)));
  }

  /** Pairs in which the term is translated as the glossary says, with nothing else in common. */
  private void rendered(int times) {
    for (int i = 0; i < times; i++) {
      pair("山" + HAN.charAt(i) + "码头。", "The wharf p" + (char) ('a' + i) + "x.", true);
    }
  }

  /** Pairs without a rendering, in each of which other characters stand beside the phrase. */
  private void lacking(String zh, String en, int times) {
    for (int i = 0; i < times; i++) {
      char neighbour = HAN.charAt(HAN.length() - 1 - pairs % 10);
      pair(
          neighbour + zh + neighbour + "。",
          "The " + en + " q" + (char) ('a' + pairs) + "x.",
          false);
    }
  }

  @Test
  void aPhraseInWhichTheTermIsNeverRenderedIsAGuardWithItsName() {
    rendered(8);
    lacking("码头工", "stevedores", 4);
    List<Guard> guards = mine().guards();
    assertThat(guards)
        .extracting(guard -> guard.phrase().zh(), guard -> guard.phrase().en())
        .containsExactly(tuple("码头工", "stevedores"));
    assertThat(guards.get(0).phrase().together()).isEqualTo(4);
    assertThat(guards.get(0).outside().pairs()).isEqualTo(8);
  }

  @Test
  void thePhraseOfAGuardIsShownAsTheTextsHaveIt() {
    Simplifying simplifying = new Simplifying();
    texts = new MiningTexts(simplifying);
    known = new KnownTerms(simplifying);
    rendered(8);
    lacking("码头员", "stevedores", 4);
    assertThat(mine().guards()).extracting(guard -> guard.phrase().zh()).containsExactly("码头员");
  }

  @Test
  void aPhraseWithChangingRenderingsIsNotAGuard() {
    rendered(8);
    for (int i = 0; i < 4; i++) {
      lacking("码头工", "n" + (char) ('a' + i) + "x", 1);
    }
    assertThat(mine().guards()).isEmpty();
  }

  @Test
  void partOfALongerPhraseIsNotAGuard() {
    rendered(8);
    for (int i = 0; i < 4; i++) {
      char neighbour = HAN.charAt(HAN.length() - 1 - i);
      pair(neighbour + "老码头工厂" + neighbour + "。", "The factory q" + (char) ('a' + i) + "x.", false);
    }
    assertThat(mine().guards()).extracting(guard -> guard.phrase().zh()).containsExactly("老码头工厂");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a function word is not part of a phrase, 8, 码头的, 4",
    "a term that occurs only in a phrase gets no guard, 0, 码头工, 9"
  })
  void phrasesThatAreNoGuards(String why, int elsewhere, String zh, int times) {
    rendered(elsewhere);
    lacking(zh, "stevedores", times);
    assertThat(mine().guards()).as(why).isEmpty();
  }

  @Test
  void wherePairsHaveTheTermElsewhereTooNobodyKnowsWhichIsMissing() {
    rendered(8);
    lacking("码头工", "stevedores", 4);
    for (int i = 0; i < 5; i++) {
      String zh = "码头工" + HAN.charAt(i) + "码头。";
      int second = zh.lastIndexOf("码头");
      texts.add(zh, "The stevedores r" + (char) ('a' + i) + "x.");
      List<Span> places = List.of(new Span(0, 2), new Span(second, second + 2));
      known.add(pairs++, zh, List.of(new KnownUse(wharf, places, false)));
    }
    Guard guard = mine().guards().get(0);
    assertThat(guard.inside().pairs()).isEqualTo(4);
    assertThat(guard.outside().pairs()).isEqualTo(8);
    assertThat(guard.outside().missing()).isZero();
  }

  @Test
  void aPhraseThatOnlyShowsAVariantIsNotAGuard() {
    rendered(12);
    lacking("山码头", "quay", 4);
    for (int i = 0; i < 4; i++) {
      pair("码头。", "The quay s" + (char) ('a' + i) + "x.", false);
    }
    assertThat(mine().variants()).extracting(Variant::en).containsExactly("quay");
    assertThat(mine().guards()).isEmpty();
  }

  @Test
  void aNameThatADictionaryReadsOutOfTheTermIsAVariantAndNoGuard() {
    rendered(8);
    lacking("码头工", "portside", 4);
    assertThat(mine().guards()).hasSize(1);
    Renderings knowing =
        new CountingRenderings() {
          @Override
          public double probability(String chinese, String english) {
            return english.equals("portside") && "码头".contains(chinese) ? 0.5 : 0;
          }
        };
    KnownTermMiner.Proposals found = new KnownTermMiner(texts, knowing, known).mine(10, 3);
    assertThat(found.guards()).isEmpty();
    assertThat(found.variants()).extracting(Variant::en).containsExactly("portside");
  }

  @Test
  void theNameOfALongerPhraseIsNotAVariant() {
    rendered(3);
    lacking("码头工", "stevedores", 4);
    // Too few other pairs for a guard, and still no other name of a wharf.
    lacking("码头", "xyz", 4);
    assertThat(mine().variants()).extracting(Variant::en).doesNotContain("stevedores");
  }

  private List<Candidate> mined(int minCount, Set<String> known) {
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
    Candidate best = mined(3, Set.of()).get(0);
    assertThat(best.zh()).isEqualTo("灯塔湾");
    assertThat(best.en()).isEqualTo("Lantern Bay");
    assertThat(best.frequency()).isEqualTo(3);
    assertThat(best.together()).isEqualTo(3);
    assertThat(best.example()).isZero();
  }

  @Test
  void termsOfTheGlossaryAreNotProposed() {
    harbour();
    assertThat(mined(3, Set.of("灯塔湾"))).extracting(Candidate::zh).doesNotContain("灯塔湾");
  }

  @Test
  void rarerPhrasesThanAskedForAreNotProposed() {
    harbour();
    assertThat(mined(4, Set.of())).isEmpty();
  }

  @Test
  void withoutTextsThereIsNothing() {
    assertThat(mined(2, Set.of())).isEmpty();
  }

  @Test
  void onePairIsNotEvidence() {
    assertThatThrownBy(() -> mined(1, Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  /** Takes 么 for a traditional character, as the table of the lexicon does; 燈 is 灯, 员 is 圆. */
  private static final class Simplifying extends CharacterWords {
    @Override
    public int simplified(int codePoint) {
      return switch (codePoint) {
        case '么' -> '幺';
        case '燈' -> '灯';
        case '员' -> '圆';
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
      assertThat(new Miner(planted, Renderings.NONE).mine(5, 3, Set.of()))
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

  private static final String WORDS_OF_TWO = "港口船舶货物贸易增长政策城市工程道路水潮石压舱稳定方向";

  private static final String[] WORDS = {
    "harbour", "vessel", "cargo", "trade", "growth", "policy", "city", "project", "road", "water",
    "tide", "stone", "ballast", "stable", "course", "northern", "quiet", "heavy", "new", "old"
  };

  private final TermEntry port = entry("港口", new Term("seaport", TermStatus.PREFERRED));

  /** Cuts into words of two characters and counts them. */
  private static final class CountingWords extends CharacterWords {
    private long characters;

    @Override
    public Cut cut(String run) {
      characters += run.length();
      return offset -> offset % 2 == 0 || offset == run.length();
    }
  }

  private static class CountingRenderings implements Renderings {
    private long asked;

    @Override
    public double probability(String chinese, String english) {
      asked++;
      return 0;
    }

    @Override
    public boolean renders(String chinese, String phrase) {
      return false;
    }
  }

  /** The number of lexicon lookups for finding variants and guards in this many pairs. */
  private long asked(int pairs) {
    SplittableRandom random = new SplittableRandom(7);
    CountingRenderings renderings = new CountingRenderings();
    MiningTexts texts = new MiningTexts(new CountingWords());
    KnownTerms known = new KnownTerms(new CountingWords());
    for (int pair = 0; pair < pairs; pair++) {
      StringBuilder zh = new StringBuilder();
      StringBuilder en = new StringBuilder();
      for (int i = 0; i < 10; i++) {
        zh.append(
            WORDS_OF_TWO, 2 * random.nextInt(WORDS_OF_TWO.length() / 2), WORDS_OF_TWO.length());
        zh.setLength(2 * (i + 1));
        en.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      int at = 2 * random.nextInt(10);
      zh.replace(at, at + 2, "港口");
      texts.add(zh.toString(), en.toString());
      List<Span> places = new ArrayList<>();
      for (int i = 0; i < 20; i += 2) {
        if (zh.substring(i, i + 2).equals("港口")) {
          places.add(new Span(i, i + 2));
        }
      }
      known.add(pair, zh.toString(), List.of(new KnownUse(port, places, pair % 3 > 0)));
    }
    new KnownTermMiner(texts, renderings, known).mine(100, 3);
    return renderings.asked;
  }

  @Test
  void theLexiconIsAskedHardlyMoreOftenForMoreTexts() {
    long few = asked(1_000);
    long many = asked(4_000);
    assertThat(few).isPositive();
    assertThat(many).isLessThanOrEqualTo(4 * few);
  }

  @Test
  void aTextIsCutOnceHoweverOftenATermStandsInIt() {
    CountingWords words = new CountingWords();
    KnownTerms known = new KnownTerms(words);
    String zh = "港口船舶".repeat(2_000);
    List<Span> places = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      places.add(new Span(4 * i, 4 * i + 2));
    }
    known.add(0, zh, List.of(new KnownUse(port, places, false)));
    assertThat(words.characters).isEqualTo(zh.length());
  }
}
