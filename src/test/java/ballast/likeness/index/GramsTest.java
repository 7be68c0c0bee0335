package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.RandomTexts;
import ballast.likeness.Symbols;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The number of grams that a text shares with a query, and its lower bound. */
final class GramsTest {

  private final Symbols query = new Symbols();
  private final Symbols text = new Symbols();
  private final Grams grams = new Grams();
  private final Grams others = new Grams();

  @Test
  void noTextSharesLessThanTheBound() {
    int tight = 0;
    for (Measure measure : Measure.values()) {
      SplittableRandom random = new SplittableRandom(33);
      RandomTexts texts = new RandomTexts(random, measure);
      for (int round = 0; round < 20_000; round++) {
        // Long ones weigh too much for their singles to weigh more.
        String one = texts.text(1 + random.nextInt(round % 20 == 0 ? 400 : 40));
        String other = texts.edited(one, 1 + random.nextInt(6));
        int over = shared(one, other, measure) - bound();
        assertThat(over).as("%s: %s / %s", measure, one, other).isNotNegative();
        tight += over == 0 ? 1 : 0;
      }
    }
    // It would be of little use if it were never reached.
    assertThat(tight).isGreaterThan(2_000);
  }

  @Test
  void lettersAloneAreTooLittle() {
    // All pairs but none of the characters, of which there are as many.
    int shared = shared("石头abcd船帆", "港口abcd海岸", Measure.CHARACTERS);
    assertThat(shared).isEqualTo(3);
    assertThat(grams.shared(3, 0)).isEqualTo(2 * 4 + 3 - 2 * 3).isGreaterThan(shared);
  }

  @Test
  void whereThereAreOnlySinglesTheyWeighOne() {
    assertThat(shared("压舱石", "压舱物", Measure.CHARACTERS)).isEqualTo(2);
    assertThat(grams.shared(1, 0)).isEqualTo(2);
    assertThat(shared("the ballast stone", "the ballast of it", Measure.WORDS)).isEqualTo(2);
    assertThat(grams.shared(2, 1)).isEqualTo(2);
  }

  /** The weight of the grams that two texts have in common. */
  private int shared(String one, String other, Measure measure) {
    query.read(one, measure);
    text.read(other, measure);
    grams.read(query);
    others.read(text);
    Set<Long> keys = new HashSet<>();
    for (int i = 0; i < others.size(); i++) {
      keys.add(others.key(i));
    }
    int weight = 0;
    for (int i = 0; i < grams.size(); i++) {
      weight += keys.contains(grams.key(i)) ? grams.weight(i) : 0;
    }
    return weight;
  }

  private int bound() {
    if (query.size() == 0) {
      return 0;
    }
    int edits = new Pattern(query).distance(text, Integer.MAX_VALUE / 2);
    return grams.shared(edits, Math.max(0, text.size() - query.size()));
  }
}
