package ballast.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CompoundWordTest {

  private static boolean isMissing(String zh, String en, String chinese, String english) {
    return !GlossaryCase.missing(zh, en, chinese, english).isEmpty();
  }

  @Test
  void aWordThatTranslatesBothPartsSaysTheCompound() {
    assertThat(isMissing("队列", "queue", "双向队列。", "A deque.")).isFalse();
    assertThat(isMissing("队列", "queue", "双向队列。", "A two-way line.")).isTrue();
    assertThat(isMissing("队列", "queue", "队列。", "A deque.")).isTrue();
  }

  @Test
  void aWordThatEndsWithTheRenderingSaysTheCompound() {
    assertThat(isMissing("参数", "parameter", "调整超参数。", "Tune hyperparameters.")).isFalse();
    assertThat(isMissing("参数", "parameter", "参数。", "Hyperparameters.")).isTrue();
    assertThat(isMissing("神经网络", "neural network", "循环神经网络。", "RNNs.")).isFalse();
    assertThat(isMissing("神经网络", "neural network", "循环神经网络。", "A web.")).isTrue();
  }

  @Test
  void aLongerWordMayHaveATranslationOfItsOwn() {
    assertThat(isMissing("义务", "obligation", "普及义务教育。", "Compulsory schooling.")).isFalse();
    assertThat(isMissing("义务", "obligation", "普及义务教育。", "Schooling.")).isTrue();
  }

  @Test
  void aWordAcrossTheEdgeThatTheEnglishHasIsMeant() {
    assertThat(isMissing("国情", "national conditions", "祖国情。", "The motherland.")).isFalse();
    assertThat(isMissing("国情", "national conditions", "祖国情。", "A banner.")).isTrue();
    assertThat(isMissing("国情", "national conditions", "祖“国情”。", "The motherland.")).isTrue();
    assertThat(isMissing("国情", "national conditions", "国情。", "The motherland.")).isTrue();
    assertThat(isMissing("机构", "agency", "新机构。", "A phone.")).isTrue();
    assertThat(isMissing("和平发展", "peaceful growth", "世界和平发展。", "A pax.")).isTrue();
  }

  @Test
  void aNumeralMayBeAPrefix() {
    assertThat(isMissing("线程", "thread", "多线程。", "Multithreading.")).isFalse();
    assertThat(isMissing("线程", "thread", "线程。", "Multithreading.")).isTrue();
    assertThat(isMissing("文化", "culture", "跨文化的。", "Transcultural.")).isFalse();
    assertThat(isMissing("文化", "culture", "文化的。", "Transcultural.")).isTrue();
  }

  @Test
  void anAffixOfTheChineseMayStandInTheEnglish() {
    assertThat(isMissing("继承", "inheritance", "不可继承。", "Non-inheritable.")).isFalse();
    assertThat(isMissing("继承", "inheritance", "继承。", "Inheritable.")).isTrue();
    assertThat(isMissing("线程", "threaded", "无线程。", "Unthreaded.")).isFalse();
    assertThat(isMissing("线程", "threaded", "线程。", "Unthreaded.")).isTrue();
    assertThat(isMissing("治理", "governed", "未受治理的。", "Ungoverned.")).isFalse();
  }

  @Test
  void whoDoesItRendersATermThatModifiesANoun() {
    assertThat(isMissing("编译", "compile", "编译错误。", "A compiler error.")).isFalse();
    assertThat(isMissing("编译", "compile", "编译。", "A compiler error.")).isTrue();
    assertThat(isMissing("消费", "consumption", "消费能力。", "Consumers' capacity.")).isTrue();
  }

  @Test
  void initialsStandForANameThatHasTheTerm() {
    assertThat(isMissing("投资", "investment", "外商直接投资。", "FDI.")).isFalse();
    assertThat(isMissing("投资", "investment", "外商直接投资。", "WTO.")).isTrue();
    assertThat(isMissing("投资", "investment", "投资。", "FDI.")).isTrue();
    assertThat(isMissing("国有企业", "state-owned enterprise", "国有企业。", "SOEs.")).isFalse();
    assertThat(isMissing("国有企业", "state-owned enterprise", "SOE 国有企业。", "SOE.")).isTrue();
    assertThat(isMissing("开源", "open source", "开源办公室。", "The OSPO.")).isFalse();
    assertThat(isMissing("开源", "open source", "开源。", "The OSPO.")).isTrue();
  }

  @Test
  void aFunctionWordMayHaveASmallInitial() {
    String internet = "Internet of Things";
    assertThat(isMissing("物联网", internet, "物联网。", "The IoT.")).isFalse();
    assertThat(isMissing("物联网", internet, "物联网和IoT。", "The IoT.")).isTrue();
    assertThat(isMissing("物联网", internet, "物联网。", "The Iot.")).isTrue();
  }

  @Test
  void initialsMayStandInTheReverseOrderOrInTheChinese() {
    assertThat(isMissing("投资", "investment", "投资回报ROI。", "ROI.")).isFalse();
    assertThat(isMissing("投资", "investment", "投资回报。在ROI中。", "ROI.")).isTrue();
    String sme = "small and medium-sized enterprise";
    assertThat(isMissing("中小企业", sme, "中小企业。", "SMEs.")).isFalse();
    assertThat(isMissing("中小企业", sme, "中小企业。", "SMBs.")).isTrue();
  }

  @Test
  void theVerbOfANounWithAParticleSaysIt() {
    assertThat(isMissing("备份", "backup", "备份。", "Backing up.")).isFalse();
    assertThat(isMissing("备份", "backup", "备份。", "Backing out.")).isTrue();
  }
}
