package ballast.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.segment.Segmenter.Break;
import ballast.segment.Segmenter.Referee;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreaksTest {

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

  @Test
  void everyPlaceIsListedWithTheRuleThatDecided() {
    Document document = Paragraphs.document(Lang.EN_US, "He met Mr. Wu. She left.");

    List<Break> breaks = segmenter.breaks(document);

    assertThat(breaks).extracting(Break::offset).containsExactly(10, 14);
    assertThat(breaks).extracting(Break::breaks).containsExactly(false, true);
    assertThat(breaks.get(0).rule()).isEqualTo("abbreviations, always 1");
    assertThat(breaks.get(0).reason()).isEqualTo("A title stands before a name.");
    assertThat(breaks.get(1).rule()).startsWith("starters");
    assertThat(breaks.get(1).location()).hasToString("test.txt:1:15");
  }

  @Test
  void theRefereesProbabilityIsShown() {
    Document document = Paragraphs.document(Lang.EN_US, "He works for Apex Inc. Zhou does not.");

    assertThat(segmenter.breaks(document))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.rule()).matches("referee p=[01]\\.\\d\\d");
              assertThat(b.reason()).contains("A company's form");
            });
  }

  @Test
  void withoutRefereeTheRuleDecides() {
    Segmenter rulesOnly = Segmenter.create(SegmenterOptions.DEFAULT.withReferee(false));
    Document document = Paragraphs.document(Lang.EN_US, "He works for Apex Inc. Zhou does not.");

    assertThat(rulesOnly.breaks(document))
        .singleElement()
        .satisfies(b -> assertThat(b.rule()).startsWith("abbreviations, ambiguous"));
    assertThat(rulesOnly.segment(document)).hasSize(1);
  }

  @Test
  void chineseReasonsComeFromTheRulesFile() {
    Document document = Paragraphs.document(Lang.ZH_CN, "天亮了。", "看《走吧！》了。好。");

    List<Break> breaks = segmenter.breaks(document);

    assertThat(breaks).extracting(Break::blockIndex).containsExactly(1, 1);
    assertThat(breaks).extracting(Break::breaks).containsExactly(false, true);
    assertThat(breaks.get(0).reason()).contains("title of a work");
  }

  @Test
  void aBreakLiesInsideItsBlock() {
    Document document = Paragraphs.document(Lang.ZH_CN, "天亮了。");

    assertThatThrownBy(() -> new Break(document, 0, 4, true, "r", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRefereeKnowsASentenceEndWhenItSeesOne() {
    Referee referee = Referee.load();

    assertThat(referee.probability("It was late. He left.", 12)).isGreaterThan(0.9);
    assertThat(referee.probability("It was late, he left.", 12)).isZero();
    assertThat(referee.probability("\"", 1)).isZero();
  }
}
