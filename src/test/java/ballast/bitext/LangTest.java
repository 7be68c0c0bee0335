package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LangTest {

  @ParameterizedTest
  @CsvSource({"zh_CN,zh-CN", "ZH-cn,zh-CN", "en-us,en-US", "zh-hant-tw,zh-Hant-TW", " en ,en"})
  void tagsAreMadeCanonical(String given, String canonical) {
    assertThat(new Lang(given).tag()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "und", "x", "zh-", "en-toolongsubtag", "中文", "12"})
  void aTextThatIsNotATagIsRefused(String given) {
    assertThatThrownBy(() -> new Lang(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a language tag");
  }

  @ParameterizedTest
  @CsvSource({
    "zh,zh-CN,true", "zh,zh-Hant,true", "zh-Hans,zh-CN,true", "zh-Hans,zh-TW,false",
    "zh-CN,zh-TW,false", "zh-CN,zh,false", "en,en-US,true", "en,zh-CN,false",
    "zh-CN,zh-CN,true"
  })
  void aLanguageContainsItsVariants(String outer, String inner, boolean contains) {
    assertThat(new Lang(outer).contains(new Lang(inner))).isEqualTo(contains);
  }

  @Test
  void traditionalChineseIsToldByScriptThenByRegion() {
    assertThat(new Lang("zh-HK").isTraditionalChinese()).isTrue();
    assertThat(new Lang("zh-Hant").isTraditionalChinese()).isTrue();
    assertThat(new Lang("zh-Hans-TW").isTraditionalChinese()).isFalse();
    assertThat(new Lang("zh").isTraditionalChinese()).isFalse();
  }
}
