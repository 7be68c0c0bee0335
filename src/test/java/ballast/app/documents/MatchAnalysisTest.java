package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.documents.MatchAnalysis.MatchBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchAnalysisTest {

  @ParameterizedTest
  @CsvSource({
    "102, BOTH_NEIGHBOURS",
    "101, ONE_NEIGHBOUR",
    "100, EXACT",
    "99, FROM_95",
    "95, FROM_95",
    "94, FROM_85",
    "85, FROM_85",
    "84, FROM_75",
    "75, FROM_75",
    "74, FROM_50",
    "50, FROM_50",
    "49, NONE",
    "0, NONE"
  })
  void everyScoreHasItsBand(int score, MatchBand band) {
    assertThat(MatchBand.of(score)).isEqualTo(band);
  }

  @Test
  void aNegativeScoreIsAMistake() {
    assertThatThrownBy(() -> MatchBand.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
