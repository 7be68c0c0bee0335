package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.align.LinkEvidence.BeadLinks;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BeadLinksTest {

  private static final int WORDS = 20;

  private static AlignerParameters.PairWeights weights(double steepness) {
    AlignerParameters.PairWeights usual = AlignerParameters.DEFAULT.pairs();
    return new AlignerParameters.PairWeights(
        usual.identity(), usual.linkDiscount(), usual.flattening(), usual.linkNull(), steepness);
  }

  /** Links each of twenty words to one of twenty others. */
  private static BeadLinks links(double steepness, int shift) {
    BeadLinks links = new BeadLinks(weights(steepness));
    for (int q = 0; q < WORDS; q++) {
      links.add(q, (q + shift) % WORDS, 0.1f, 0.1f);
    }
    return links;
  }

  private static double sum(double[] shares) {
    return Arrays.stream(shares).sum();
  }

  @Test
  void wordsInOrderAreSaidMoreThanWordsOutOfPlace() {
    double inOrder = sum(links(4, 0).share(WORDS, WORDS, 0).left());
    double shifted = sum(links(4, 3).share(WORDS, WORDS, 0).left());
    double exchanged = sum(links(4, WORDS / 2).share(WORDS, WORDS, 0).left());
    assertThat(inOrder).isGreaterThan(shifted);
    assertThat(shifted).isGreaterThan(exchanged);
  }

  @Test
  void bothSidesShareTheSameLinks() {
    BeadLinks.Shares shares = links(4, 5).share(WORDS, WORDS, 0);
    assertThat(sum(shares.left())).isCloseTo(sum(shares.right()), within(1e-9));
    assertThat(Arrays.stream(shares.left())).allMatch(share -> share > 0 && share < 1);
  }

  @Test
  void exchangedSentencesAreInPlaceAgain() {
    double inOrder = sum(links(4, 0).share(WORDS, WORDS, 0).left());
    // The second half of the left words is linked to the first half of the right ones.
    double exchanged = sum(links(4, WORDS / 2).share(WORDS, WORDS, WORDS / 2).left());
    assertThat(exchanged).isCloseTo(inOrder, within(1e-6));
  }

  @Test
  void withoutSteepnessPlacesDoNotCount() {
    double inOrder = sum(links(0, 0).share(WORDS, WORDS, 0).left());
    double exchanged = sum(links(0, WORDS / 2).share(WORDS, WORDS, 0).left());
    assertThat(exchanged).isCloseTo(inOrder, within(1e-6));
  }

  @Test
  void aWordLinkedTwiceIsDividedAndOneWithoutLinksIsNotSaid() {
    BeadLinks links = new BeadLinks(weights(0));
    links.add(0, 0, 0.9f, 0.9f);
    links.add(1, 0, 0.9f, 0.9f);
    BeadLinks.Shares shares = links.share(2, 2, 0);
    assertThat(shares.left()[0]).isBetween(0.4, 0.5);
    assertThat(shares.right()[1]).isZero();
    links.clear();
    assertThat(sum(links.share(2, 2, 0).left())).isZero();
  }

  @Test
  void holdsAsManyLinksAsThereAre() {
    BeadLinks links = new BeadLinks(weights(4));
    for (int k = 0; k < 1000; k++) {
      links.add(k, k, 0.5f, 0.5f);
    }
    assertThat(Arrays.stream(links.share(1000, 1000, 0).left())).allMatch(share -> share > 0.5);
  }
}
