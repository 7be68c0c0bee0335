package ballast.mine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermStatus;
import ballast.glossary.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTermMinerTest {

  private static final Translations NOTHING =
      new Translations() {
        @Override
        public double probability(String chinese, String english) {
          return 0;
        }

        @Override
        public double share(String chinese) {
          return 1e-6;
        }
      };

  private final MiningTexts texts = new MiningTexts(Wording.NONE);
  private final KnownTerms known = new KnownTerms(Wording.NONE);
  private final TermEntry wharf =
      new TermEntry(
          "码头",
          List.of(
              new Concept(
                  "wharf",
                  List.of("码头"),
                  List.of(
                      new Term("wharf", TermStatus.PREFERRED),
                      new Term("dock", TermStatus.FORBIDDEN)))));
  private int pairs;

  private void pair(String zh, String en, boolean rendered) {
    texts.add(zh, en);
    int at = zh.indexOf("码头");
    if (at >= 0) {
      known.see(pairs, zh, List.of(new KnownUse(wharf, List.of(new Span(at, at + 2)), rendered)));
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
    return new KnownTermMiner(texts, NOTHING, known).mine(10, 3);
  }

  @Test
  void anotherRenderingIsProposedWithItsCounts() {
    missing("quay", 3);
    assertThat(mine().variants()).extracting(Variant::en).containsExactly("quay");
    assertThat(mine().variants().get(0).together()).isEqualTo(3);
  }

  @Test
  void twoPairsAreTooFew() {
    missing("quay", 2);
    assertThat(mine().variants()).isEmpty();
  }

  @Test
  void anInflectedFormIsNoVariant() {
    missing("wharves", 3);
    assertThat(mine().variants()).isEmpty();
  }

  @Test
  void whatIsForbiddenIsNoVariant() {
    missing("docks", 3);
    assertThat(mine().variants()).isEmpty();
  }

  @Test
  void aPhraseInWhichTheTermIsNeverRenderedIsAGuard() {
    for (int i = 0; i < 8; i++) {
      pair("老码头。", "The wharf.", true);
    }
    for (int i = 0; i < 3; i++) {
      pair("码头工。", "He q" + (char) ('a' + i) + "x.", false);
    }
    assertThat(mine().guards()).extracting(Guard::phrase).containsExactly("码头工");
  }

  @Test
  void withoutTheTermElsewhereThereIsNoGuard() {
    for (int i = 0; i < 9; i++) {
      pair("码头工。", "He q" + (char) ('a' + i) + "x.", false);
    }
    assertThat(mine().guards()).isEmpty();
  }
}
