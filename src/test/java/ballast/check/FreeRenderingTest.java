package ballast.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Severity;
import org.junit.jupiter.api.Test;

final class FreeRenderingTest {

  private static Severity severity(String zh, String en, String chinese, String english) {
    return GlossaryCase.missing(zh, en, chinese, english).get(0);
  }

  @Test
  void theHeadOfACompoundMayBeLeftOut() {
    assertThat(severity("函数", "function", "回调函数。", "The callback.")).isEqualTo(Severity.INFO);
    assertThat(severity("函数", "function", "回调函数。", "The callback banner."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("函数", "function", "回调函数。", "The banner of the callback."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("函数", "function", "函数。", "The callback.")).isEqualTo(Severity.ERROR);
  }

  @Test
  void aPronounMayReferToTheTerm() {
    assertThat(severity("参数", "parameter", "支持该参数。", "They support it.")).isEqualTo(Severity.INFO);
    assertThat(severity("参数", "parameter", "支持参数。", "They support it.")).isEqualTo(Severity.ERROR);
    assertThat(severity("参数", "parameter", "支持该参数。", "Support this banner."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aNumberMayStandAlone() {
    assertThat(severity("端口", "port", "在 12800 端口监听。", "Listen on 12800."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("版本", "version", "3.4 及以上版本。", "In 3.4 and above."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("版本", "version", "3.4 及以上版本。", "In 3.40 and above."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void twoPhrasesMayShareAHead() {
    String soe = "state-owned enterprise";
    assertThat(severity("国有企业", soe, "国有企业和民营企业。", "State-owned and private businesses."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("国有企业", soe, "国有企业政策。", "State-owned and private businesses."))
        .isEqualTo(Severity.ERROR);
    String law = "rule of law|law-based governance";
    assertThat(severity("法治", law, "法治思维。", "A law-based mindset.")).isEqualTo(Severity.INFO);
    assertThat(severity("法治", law, "法治。", "A law-based mindset.")).isEqualTo(Severity.ERROR);
  }
}
