package ballast.format.article;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "日本の港は霧の中です。船はまだ出ません。 | ja",
        "VOCALOIDのファンが集まるイベント | ja",
        "渔民说“おはよう”，雾散了就能出海，山上的樱花还没有开，今年的春天比往年晚。 | zh-CN",
        "The Japanese call this dish sushi (すし), and they eat it at every feast. | en-US",
        "The old map calls the island タカサグン; the sailors never went there. | en-US",
        "The fishermen say 港 (みなと), and mean the whole town with it. | en-US",
        "항구에 안개가 끼어 있다. | ko",
        "The Koreans call the port 항구 when they speak of it. | en-US",
        "漁民說，霧散了就能出海。 | zh-TW",
      })
  void aTextThatQuotesAnotherLanguageStaysInItsOwn(String text, String tag) {
    assertThat(new ScriptDetector().detect(text).lang()).isEqualTo(new Lang(tag));
  }
}
