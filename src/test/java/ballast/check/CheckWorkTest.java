package ballast.check;

import static ballast.check.Checks.checker;
import static ballast.check.Checks.concept;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.language.CharacterWords;
import ballast.language.Renderings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Keeps checking linear in the texts, and next to independent of the size of the glossary, without
 * a clock: what it costs is counted.
 */
@Tag("slow")
final class CheckWorkTest {

  /** Characters of which units and terms are made; those of other terms never come in units. */
  private static final String HAN = "港口船舶货物贸易增长政策城市发展工程道路水潮石压舱稳定方向";

  private static final String[] WORDS = {
    "harbour", "vessel", "cargo", "trade", "growth", "policy", "city", "project", "road", "water",
    "tide", "stone", "ballast", "stable", "course", "northern", "quiet", "heavy", "new", "old"
  };

  /** Counts what is asked of the dictionary. */
  private static final class Counting extends CharacterWords implements Renderings {
    private long cutCharacters;
    private long partCharacters;
    private long renderings;
    private long readings;

    @Override
    public Cut cut(String run) {
      cutCharacters += run.length();
      return offset -> offset % 2 == 0 || offset == run.length();
    }

    @Override
    public Cut parts(String word) {
      partCharacters += word.length();
      return CHARACTERS;
    }

    @Override
    public boolean renders(String word, String english) {
      renderings++;
      return false;
    }

    @Override
    public double probability(String chinese, String english) {
      renderings++;
      return 0;
    }

    @Override
    public List<String> readings(int codePoint) {
      readings++;
      return List.of("gang");
    }

    long all() {
      return cutCharacters + partCharacters + renderings + readings;
    }
  }

  private static String chinese(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(HAN.charAt(random.nextInt(HAN.length())));
    }
    return text.append('。').toString();
  }

  private static String english(SplittableRandom random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append('.').toString();
  }

  /** Terms of the characters and words of the units. */
  private static List<Concept> near(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String zh = chinese(random, 2 + random.nextInt(2)).replace("。", "");
      concepts.add(concept(zh, english(random, 2).replace(".", "")));
    }
    return concepts;
  }

  /** Terms that share nothing with the units but an English word. */
  private static List<Concept> far(int count) {
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String zh = "" + (char) (0x5000 + i % 5_000) + (char) (0x7000 + i / 5_000) + "龘";
      concepts.add(concept(zh, "zq" + Integer.toString(i, 26) + " cargo"));
    }
    return concepts;
  }

  private static Counting check(List<Concept> concepts, int units, int sentences) {
    Counting counting = new Counting();
    Checker checker =
        new Checker(new TermJudge(Glossary.of(concepts), counting, counting), Checks.standard());
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < units; i++) {
      StringBuilder zh = new StringBuilder();
      StringBuilder en = new StringBuilder();
      for (int k = 0; k < sentences; k++) {
        zh.append(chinese(random, 30));
        en.append(k == 0 ? "" : " ").append(english(random, 20));
      }
      checker.check(pair(i + 1, zh.toString(), en.toString()));
    }
    assertThat(checker.findings()).isNotEmpty();
    return counting;
  }

  @Test
  void aRunIsCutOnceHoweverManyTermsAreInIt() {
    // Once for the terms, and once more to link the words of a sentence with findings.
    assertThat(check(near(1_000), 200, 1).cutCharacters).isLessThanOrEqualTo(2 * 200 * 31);
  }

  @Test
  void workGrowsWithTheUnits() {
    double one = check(near(500), 200, 1).all();
    assertThat(check(near(500), 800, 1).all() / one).isBetween(3.5, 4.5);
  }

  @Test
  void workGrowsWithTheLengthOfAUnitNotWithItsSquare() {
    double one = check(near(200), 20, 5).all();
    assertThat(check(near(200), 20, 20).all() / one).isLessThan(5);
  }

  @Test
  void termsThatAreNotInATextCostNothing() {
    List<Concept> concepts = near(300);
    long few = check(concepts, 200, 1).all();
    List<Concept> more = new ArrayList<>(concepts);
    more.addAll(far(4_000));
    assertThat(check(more, 200, 1).all()).isEqualTo(few);
  }

  @Test
  void countingTermsReadsNoPairASecondTime() {
    SplittableRandom random = new SplittableRandom(3);
    Counting words = new Counting();
    TermJudge judge = new TermJudge(Glossary.of(List.of(concept("港口", "port"))), words, words);
    Checker checker = new Checker(judge, Checks.standard());
    TermStatistics statistics = new TermStatistics(judge);
    for (int i = 0; i < 50; i++) {
      PairReading reading =
          checker.check(pair(i + 1, "港口" + chinese(random, 20), "The port.")).orElseThrow();
      long asked = words.all();
      statistics.see(reading);
      assertThat(words.all()).isEqualTo(asked);
    }
    assertThat(statistics.counts()).hasSize(1);
    assertThat(statistics.passages()).isEqualTo(50);
  }

  @Test
  void veryManyFindingsInAPairAreListedInPart() {
    List<String> crowded = widths(120);
    assertThat(crowded).hasSize(51);
    assertThat(crowded.get(50)).endsWith("(and 69 more findings in this pair)");
    assertThat(widths(52).get(50)).endsWith("(and 1 more finding in this pair)");
    assertThat(widths(51)).hasSize(51).noneMatch(message -> message.contains("more findings"));
  }

  /** The messages about a translation with this many full-width commas. */
  private static List<String> widths(int commas) {
    Checker checker = checker();
    checker.check(pair(1, "他们都来了。", "They came" + "， and".repeat(commas)));
    return checker.findings().stream()
        .map(LocatedFinding::finding)
        .filter(finding -> finding.rule().equals("punctuation-width"))
        .map(Finding::message)
        .toList();
  }
}
