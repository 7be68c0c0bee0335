package ballast.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermEntry;
import ballast.language.CharacterWords;
import ballast.language.Renderings;
import ballast.mine.KnownTermMiner.Guard;
import ballast.mine.KnownTermMiner.Variant;
import ballast.mine.KnownTerms.KnownUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTermMinerTest {

  /** Characters to put beside others, each a word of its own. */
  private static final String HAN = "天地玄黄宇宙洪荒盈昃辰宿列张寒暑秋收冬藏";

  private MiningTexts texts = new MiningTexts(new CharacterWords());
  private KnownTerms known = new KnownTerms(new CharacterWords());
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

  @Test
  void anotherRenderingIsProposedWithItsCounts() {
    missing("quay", 3);
    assertThat(mine().variants()).extracting(Variant::en).containsExactly("quay");
    assertThat(mine().variants().get(0).pairs().together()).isEqualTo(3);
  }

  @Test
  void twoPairsAreTooFew() {
    missing("quay", 2);
    assertThat(mine().variants()).isEmpty();
  }

  @Test
  void anInflectedFormIsNotAVariant() {
    missing("wharves", 3);
    assertThat(mine().variants()).isEmpty();
  }

  @Test
  void aForbiddenRenderingIsNotAVariant() {
    missing("docks", 3);
    assertThat(mine().variants()).isEmpty();
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
    CharacterWords simplifying =
        new CharacterWords() {
          @Override
          public int simplified(int codePoint) {
            return codePoint == '员' ? '圆' : codePoint;
          }
        };
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
  void aTermThatOccursOnlyInAPhraseGetsNoGuard() {
    lacking("码头工", "stevedores", 9);
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

  @Test
  void aFunctionWordIsNotPartOfAPhrase() {
    rendered(8);
    lacking("码头的", "stevedores", 4);
    assertThat(mine().guards()).isEmpty();
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
        new Renderings() {
          @Override
          public double probability(String chinese, String english) {
            return english.equals("portside") && "码头".contains(chinese) ? 0.5 : 0;
          }

          @Override
          public boolean renders(String chinese, String phrase) {
            return false;
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
}
