package ballast.mine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermEntry;
import ballast.language.CharacterWords;
import ballast.language.Renderings;
import ballast.mine.KnownTerms.KnownUse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Keeps the mining for known terms linear in the texts, without a clock: its work is counted. */
final class MiningWorkTest {

  private static final String HAN = "港口船舶货物贸易增长政策城市工程道路水潮石压舱稳定方向";

  private static final String[] WORDS = {
    "harbour", "vessel", "cargo", "trade", "growth", "policy", "city", "project", "road", "water",
    "tide", "stone", "ballast", "stable", "course", "northern", "quiet", "heavy", "new", "old"
  };

  private final TermEntry term =
      new TermEntry(
          "港口",
          List.of(
              new Concept(
                  "port", List.of("港口"), List.of(new Term("seaport", TermStatus.PREFERRED)))));

  /** Cuts into words of two characters and counts them. */
  private static final class CountingWords extends CharacterWords {
    private long characters;

    @Override
    public Cut cut(String run) {
      characters += run.length();
      return offset -> offset % 2 == 0 || offset == run.length();
    }
  }

  private static final class CountingRenderings implements Renderings {
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
        zh.append(HAN, 2 * random.nextInt(HAN.length() / 2), HAN.length());
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
      known.add(pair, zh.toString(), List.of(new KnownUse(term, places, pair % 3 > 0)));
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
    known.add(0, zh, List.of(new KnownUse(term, places, false)));
    assertThat(words.characters).isEqualTo(zh.length());
  }
}
