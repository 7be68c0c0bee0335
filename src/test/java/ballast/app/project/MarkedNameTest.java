package ballast.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkedNameTest {

  @ParameterizedTest
  @CsvSource({
    "trade.zh.txt, zh, trade.txt",
    "贸易/trade_en.md, en, 贸易/trade.md",
    "trade-zh-CN.txt, zh-CN, trade.txt",
    "trade.zh_TW.html, zh_TW, trade.html",
    "a/zh.txt, zh, a/.txt",
    "zh.docx, zh, .docx",
    "README.md, '', README.md",
    "trade.zh.v2.txt, '', trade.zh.v2.txt",
    "march-zhengzhou.txt, '', march-zhengzhou.txt",
    "列表_中.txt, '', 列表_中.txt",
    "贺词_中文.txt, 中文, 贺词.txt",
    "贺词（英文）.docx, 英文, 贺词.docx",
    "贺词 [EN].docx, EN, 贺词.docx",
    "合同-译文.docx, 译文, 合同.docx",
    "tai-chi.txt, '', tai-chi.txt",
    "ZH_trade.txt, '', ZH_trade.txt",
    "enzh, '', enzh"
  })
  void theMarkOfAFileIsFound(String path, String mark, String key) {
    MarkedName name = MarkedName.of(path);
    assertThat(name.mark()).isEqualTo(mark);
    assertThat(name.key()).isEqualTo(key);
    assertThat(name.before() + name.mark() + name.after()).isEqualTo(path);
  }

  @Test
  void theNearestFolderCountsIfTheFileHasNoMark() {
    MarkedName chinese = MarkedName.of("docs/zh/guide/a.md");
    assertThat(chinese.mark()).isEqualTo("zh");
    assertThat(chinese.with("en")).isEqualTo("docs/en/guide/a.md");
    assertThat(chinese.isCounterpartOf(MarkedName.of("docs/en/guide/a.md"))).isTrue();
    assertThat(chinese.isCounterpartOf(MarkedName.of("docs/en/a.md"))).isFalse();
    assertThat(chinese.isCounterpartOf(MarkedName.of("docs/zh-TW/guide/a.md"))).isFalse();
    assertThat(MarkedName.of("en\\zh\\a.txt").mark()).isEqualTo("zh");
    assertThat(MarkedName.of("zh/a.en.txt").mark()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "ZH_trade.txt, ZH, trade.txt, EN_trade.txt",
    "trade_中.txt, 中, trade.txt, trade_英.txt",
    "合同中文版.docx, 中文版, 合同.docx, 合同英文版.docx",
    "英语 合同.docx, 英语, 合同.docx, 汉语 合同.docx",
    "trade_zh-CN_v2.txt, zh-CN, trade_v2.txt, trade_en_v2.txt",
    "a Chinese.md, Chinese, a.md, a english.md",
  })
  void aWordMayBeAMark(String path, String mark, String key, String counterpart) {
    MarkedName name = MarkedName.all(path).get(0);
    assertThat(name.mark()).isEqualTo(mark);
    assertThat(name.key()).isEqualTo(key);
    assertThat(name.counterpart()).isEqualTo(counterpart);
    assertThat(MarkedName.all(counterpart)).anyMatch(name::isCounterpartOf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"中国.txt", "英雄.txt", "end.txt", "zhang.txt", "文中.txt", "centre.txt"})
  void aWordThatContainsAMarkIsNone(String path) {
    assertThat(MarkedName.all(path)).isEmpty();
  }

  @Test
  void theMarkSaysTheLanguage() {
    assertThat(MarkedName.of("a.zh-Hant.txt").lang()).isEqualTo(Lang.ZH_TW);
    assertThat(MarkedName.of("a_CN.txt").lang()).isEqualTo(Lang.ZH_CN);
    assertThat(MarkedName.of("a.en-GB.txt").lang()).isEqualTo(Lang.EN_US);
    assertThat(MarkedName.of("a.txt").lang()).isNull();
    assertThat(MarkedName.of("a.en.txt").isPlain()).isTrue();
    assertThat(MarkedName.of("a.en-US.txt").isPlain()).isFalse();
  }
}
