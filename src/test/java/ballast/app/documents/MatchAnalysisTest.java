package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.documents.MatchAnalysis.Neighbourhood;
import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void theFirstIsLookedUpWithItsNeighboursTheNextIsARepetition() {
    List<String> asked = new ArrayList<>();
    MatchAnalysis analysis = new MatchAnalysis();
    for (String text : List.of("码头很忙。船到了。码头很忙。", "船到了。")) {
      analysis.startDocument(text);
      for (Neighbourhood place : Neighbourhood.of(segments(text))) {
        analysis.add(
            place.text(),
            () -> {
              asked.add(place.before() + "<" + place.text() + ">" + place.after());
              return place.text().startsWith("码头") ? 102 : 88;
            });
      }
    }
    assertThat(asked).containsExactly("<码头很忙。>船到了。", "码头很忙。<船到了。>码头很忙。");
    assertThat(analysis.segments(MatchBand.BOTH_NEIGHBOURS)).isEqualTo(1);
    assertThat(analysis.segments(MatchBand.FROM_85)).isEqualTo(1);
    assertThat(analysis.segments(MatchBand.REPETITION)).isEqualTo(2);
    assertThat(analysis.all().internal().segments()).isEqualTo(1);
  }

  private static List<Segment> segments(String text) {
    Document document =
        new TextReader(ReaderOptions.DEFAULT)
            .read(text.getBytes(StandardCharsets.UTF_8), "new.zh.txt")
            .document();
    return Segmenter.create(SegmenterOptions.DEFAULT).segment(document);
  }
}
