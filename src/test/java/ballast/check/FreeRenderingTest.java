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
  void aSingleCharacterForWhichNothingStandsIsAHint() {
    assertThat(severity("值", "value", "这里没有值。", "Nothing here.")).isEqualTo(Severity.INFO);
    assertThat(severity("数值", "value", "这里没有数值。", "Nothing here.")).isEqualTo(Severity.ERROR);
  }

  @Test
  void aVerbMayBeSaidByAnotherWordThanItsNoun() {
    assertThat(severity("依赖", "dependency", "它不依赖于缓存。", "It does not rely on the cache."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("依赖", "dependency", "安装依赖。", "Install what it relies on."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("依赖", "depend", "它不依赖于缓存。", "It does not rely on the cache."))
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
  void aTermThatIsSaidOnceButNotTheSecondTimeIsAWarning() {
    String stone = "ballast stone";
    assertThat(severity("压舱石", stone, "压舱石和压舱石。", "A ballast stone and a blue ballast."))
        .isEqualTo(Severity.WARNING);
    assertThat(severity("压舱石", stone, "压舱石和压舱石。", "A stone and a blue ballast."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void whoDoesItMayBeNamedInAPhrase() {
    String regulation = "market regulation";
    assertThat(severity("市场监管", regulation, "市场监管部门。", "The market regulator."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("市场监管", regulation, "市场监管。", "The market regulator."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("市场监管", regulation, "市场监管方面。", "The market regulator."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("市场监管", regulation, "市场监管部门。", "The regulator.")).isEqualTo(Severity.ERROR);
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

  @Test
  void whatFollowsTheTermMayFollowWhatPrecedesIt() {
    assertThat(severity("发展", "development", "职业发展路径。", "A career path.")).isEqualTo(Severity.INFO);
    assertThat(severity("发展", "development", "职业发展路径。", "A career banner path."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("进程", "process", "渲染进程调用它。", "The renderer calls."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("进程", "process", "渲染进程调用它。", "The banner of the renderer calls."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aNameStandsForWhatItNames() {
    assertThat(severity("函数", "function", "在 dangle 函数内部。", "In dangle.")).isEqualTo(Severity.INFO);
    assertThat(severity("函数", "function", "在 dangle 函数内部。", "In the dangle banner."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("函数", "function", "在函数 dangle 内部。", "In the dangle."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("函数", "function", "在函数 dangle 内部。", "In banner dangle."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void otherPronounsMayStandForATerm() {
    assertThat(severity("函数", "function", "函数定义。", "In its definition.")).isEqualTo(Severity.INFO);
    assertThat(severity("函数", "function", "函数定义。", "In a definition.")).isEqualTo(Severity.ERROR);
    assertThat(severity("参数", "parameter", "任何参数。", "Nothing.")).isEqualTo(Severity.INFO);
    assertThat(severity("参数", "parameter", "参数。", "Nothing.")).isEqualTo(Severity.ERROR);
    assertThat(severity("参数", "parameter", "参数。", "A local one.")).isEqualTo(Severity.INFO);
    assertThat(severity("参数", "parameter", "参数。", "One by one.")).isEqualTo(Severity.ERROR);
    assertThat(severity("政策", "policy", "政策可以。", "It may.")).isEqualTo(Severity.INFO);
    assertThat(severity("政策", "policy", "但政策可以。", "A banner may.")).isEqualTo(Severity.ERROR);
  }

  @Test
  void aNameInMarkupIsAName() {
    assertThat(severity("参数", "parameter", "在 *lock* 参数内部。", "In *lock*."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("参数", "parameter", "设 pin-size 参数。", "Use the pin-size."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("参数", "parameter", "设 *lock* 参数。", "Use *lock* banners."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("参数", "parameter", "设 *lock* 参数。", "Set the banner *lock*."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aNegativeContractionIsNoName() {
    assertThat(severity("函数", "function", "回调函数。", "The callback won't.")).isEqualTo(Severity.INFO);
    assertThat(severity("函数", "function", "回调函数。", "The callback wonder."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void anAbbreviationOfTheRenderingIsAHint() {
    assertThat(severity("联合国", "United Nations", "联合国。", "The UN.")).isEqualTo(Severity.INFO);
    assertThat(severity("联合国", "United Nations", "联合国。", "The U.N. met.")).isEqualTo(Severity.INFO);
    assertThat(severity("联合国", "United Nations", "联合国。", "The UK, the SUN."))
        .isEqualTo(Severity.ERROR);
    String cpc = "CPC Central Committee";
    assertThat(severity("中央", cpc, "中央。", "The Central Committee of the Communist Party of China."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("中央", cpc, "中央。", "The Central Committee of the Party."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("中央", cpc, "中央。", "The Communist Party of China."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void theHeadOfALongNameIsAHintIfItIsTheUsualWord() {
    assertThat(severity("董事会", "board of directors", "董事会。", "The board."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("董事会", "board of directors", "董事会。", "The boarding."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("董事会", "board of directors", "董事会。", "The directors."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("政策", "line of policy", "政策。", "The line.")).isEqualTo(Severity.ERROR);
  }

  @Test
  void theBodyOfAnotherCountryHasItsOwnName() {
    String ministry = "Ministry of Commerce";
    assertThat(severity("商务部", ministry, "美国商务部。", "The US Department of Commerce."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("商务部", ministry, "商务部。", "The Department of Commerce."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("商务部", ministry, "美国商务部。", "A banner of the US."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("商务部", ministry, "美国商务部。", "US shops of commerce."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("机构", "Trade Institution", "美国机构。", "US Trade Agency."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void theHeadOfABodyHasATitle() {
    String ministry = "Ministry of Finance";
    assertThat(severity("财政部", ministry, "财政部部长。", "The finance minister."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("财政部", ministry, "财政部长。", "The Minister of Finance."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("财政部", ministry, "财政部。", "The finance minister."))
        .isEqualTo(Severity.ERROR);
    assertThat(severity("财政部", ministry, "财政部部长。", "The minister of trade."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void anArticleStandsForItsLaw() {
    assertThat(severity("条例", "regulation", "《条例》第35条。", "Article 35.")).isEqualTo(Severity.INFO);
    assertThat(severity("条例", "regulation", "《条例》第35条。", "Article 36.")).isEqualTo(Severity.ERROR);
    assertThat(severity("政策", "policy", "政策第3次。", "Time 3.")).isEqualTo(Severity.ERROR);
  }

  @Test
  void aPhraseMayModifyWithoutItsHead() {
    String people = "indigenous people";
    assertThat(severity("原住民", people, "原住民族语言。", "Indigenous languages."))
        .isEqualTo(Severity.INFO);
    assertThat(severity("原住民", people, "原住民的发展和语言。", "Indigenous languages."))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aDoubtfulWordIsAHint() {
    assertThat(severity("图", "graph", "这张图。", "The figure.")).isEqualTo(Severity.INFO);
    assertThat(severity("同步", "synchronization", "同步。", "To sync.")).isEqualTo(Severity.INFO);
    assertThat(severity("同步", "synchronization", "同步。", "A tie.")).isEqualTo(Severity.ERROR);
    assertThat(severity("贸易", "trade", "贸易保护主义。", "Protectionism.")).isEqualTo(Severity.INFO);
    assertThat(severity("贸易", "trade", "贸易保护主义。", "Banner protectionism."))
        .isEqualTo(Severity.ERROR);
  }
}
