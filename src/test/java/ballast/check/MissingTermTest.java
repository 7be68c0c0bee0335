package ballast.check;

import static ballast.check.Checks.concept;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Severity;
import ballast.glossary.Glossary;
import ballast.language.CharacterWords;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure it is that a term of the glossary is missing in a translation. */
final class MissingTermTest {

  private static final Lexicon LEXICON = Lexicon.bundled();

  private static final Set<String> WORDS =
      Set.of(
          ("双向 队列 神经网络 循环 参数 义务教育 义务 教育 普及 调整 线程 继承 产业 编译 错误 原理 消费 能力 "
                  + "外商直接投资 投资 国有企业 回调 函数 端口 版本 民营企业 政策 法治 思维 职业 发展 路径 渲染 进程 调用 定义 图 "
                  + "贸易保护主义 保护主义 贸易 投资回报 回报 备份 正态 分布 依赖 "
                  + "董事会 美国 商务部 财政部 原住民 语言 国情 机构 部长 和平 市场 监管 部门")
              .split(" "));

  private static final Map<String, Double> LINKS =
      Map.of(
          "双向 deque", 0.01,
          "队列 deque", 0.02,
          "队列 queue", 0.7,
          "双向 two", 0.3,
          "义务教育 compulsory", 0.5,
          "义务 compulsory", 0.02,
          "错误 error", 0.5,
          "能力 capacity", 0.4,
          "回调 callback", 0.5,
          "思维 mindset", 0.3);

  /** Of compounds whose head or middle the English leaves out. */
  private static final Map<String, Double> COMPOUNDS =
      Map.of(
          "职业 career", 0.4,
          "路径 path", 0.5,
          "渲染 render", 0.6,
          "调用 calls", 0.5,
          "定义 definition", 0.6,
          "图 figure", 0.4,
          "图 graph", 0.1,
          "贸易保护主义 protectionism", 0.6,
          "贸易保护主义 trade", 0.2,
          "正态 normals", 0.4);

  /** Of a verb whose noun is another word. */
  private static final Map<String, Double> VERBS = Map.of("依赖 rely", 0.3, "依赖 depend", 0.3);

  /** Of words around a term, and of one that a term mostly has. */
  private static final Map<String, Double> AROUND =
      Map.of(
          "董事会 board", 0.5,
          "语言 languages", 0.5,
          "祖国 motherland", 0.5,
          "新机 phone", 0.5,
          "世界和平 pax", 0.5);

  /** Words that no cut has because the one with another word begins further left. */
  private static final Set<String> UNCUT = Set.of("祖国", "世界和平");

  /** Longest words first; probabilities from a table. */
  private static final class SmallLexicon extends CharacterWords implements Renderings {

    @Override
    public Cut cut(String run) {
      return cut(run, run.length());
    }

    @Override
    public Cut parts(String word) {
      return cut(word, word.length() - 1);
    }

    @Override
    public double share(String word) {
      boolean known = word.length() == 1 || WORDS.contains(word) || UNCUT.contains(word);
      return known ? super.share(word) : 1e-12;
    }

    private static Cut cut(String run, int longest) {
      Set<Integer> ends = new TreeSet<>(Set.of(0));
      for (int at = 0; at < run.length(); ) {
        int end = Math.min(run.length(), at + longest);
        while (end > at + 1 && !WORDS.contains(run.substring(at, end))) {
          end--;
        }
        at = end;
        ends.add(at);
      }
      return ends::contains;
    }

    @Override
    public boolean renders(String chinese, String phrase) {
      return false;
    }

    @Override
    public double probability(String chinese, String english) {
      String pair = chinese + " " + english;
      return Stream.of(LINKS, COMPOUNDS, VERBS, AROUND)
          .mapToDouble(links -> links.getOrDefault(pair, 0.0))
          .sum();
    }
  }

  private static List<Finding> missing(
      String zh, String en, String chinese, String english, ChineseWords words, Renderings links) {
    Glossary glossary = Glossary.of(List.of(concept(zh, en.split("\\|"))));
    Checker checker = new Checker(new TermJudge(glossary, words, links), Checks.standard());
    checker.check(pair(1, chinese, english));
    return checker.findings().stream()
        .map(LocatedFinding::finding)
        .filter(finding -> finding.rule().equals("term-missing"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # A word that translates both parts says the compound.
          队列; queue; 双向队列。; A deque.; NONE
          队列; queue; 双向队列。; A two-way line.; ERROR
          队列; queue; 队列。; A deque.; ERROR
          # A word that ends with the rendering says the compound.
          参数; parameter; 调整超参数。; Tune hyperparameters.; NONE
          参数; parameter; 参数。; Hyperparameters.; ERROR
          神经网络; neural network; 循环神经网络。; RNNs.; NONE
          神经网络; neural network; 循环神经网络。; A web.; ERROR
          # A longer word may have atranslation of its own.
          义务; obligation; 普及义务教育。; Compulsory schooling.; NONE
          义务; obligation; 普及义务教育。; Schooling.; ERROR
          # A word across the edge that the english has is meant.
          国情; national conditions; 祖国情。; The motherland.; NONE
          国情; national conditions; 祖国情。; A banner.; ERROR
          国情; national conditions; 祖“国情”。; The motherland.; ERROR
          国情; national conditions; 国情。; The motherland.; ERROR
          机构; agency; 新机构。; A phone.; ERROR
          和平发展; peaceful growth; 世界和平发展。; A pax.; ERROR
          # A numeral may be aprefix.
          线程; thread; 多线程。; Multithreading.; NONE
          线程; thread; 线程。; Multithreading.; ERROR
          文化; culture; 跨文化的。; Transcultural.; NONE
          文化; culture; 文化的。; Transcultural.; ERROR
          # An affix of the chinese may stand in the english.
          继承; inheritance; 不可继承。; Non-inheritable.; NONE
          继承; inheritance; 继承。; Inheritable.; ERROR
          线程; threaded; 无线程。; Unthreaded.; NONE
          线程; threaded; 线程。; Unthreaded.; ERROR
          治理; governed; 未受治理的。; Ungoverned.; NONE
          # Who does it renders aterm that modifies anoun.
          编译; compile; 编译错误。; A compiler error.; NONE
          编译; compile; 编译。; A compiler error.; ERROR
          消费; consumption; 消费能力。; Consumers' capacity.; INFO
          # Initials stand for aname that has the term.
          投资; investment; 外商直接投资。; FDI.; NONE
          投资; investment; 外商直接投资。; WTO.; ERROR
          投资; investment; 投资。; FDI.; ERROR
          国有企业; state-owned enterprise; 国有企业。; SOEs.; NONE
          国有企业; state-owned enterprise; SOE 国有企业。; SOE.; INFO
          开源; open source; 开源办公室。; The OSPO.; NONE
          开源; open source; 开源。; The OSPO.; ERROR
          # A function word may have asmall initial.
          物联网; Internet of Things; 物联网。; The IoT.; NONE
          物联网; Internet of Things; 物联网和IoT。; The IoT.; ERROR
          物联网; Internet of Things; 物联网。; The Iot.; ERROR
          # Initials may stand in the reverse order or in the chinese.
          投资; investment; 投资回报ROI。; ROI.; NONE
          投资; investment; 投资回报。在ROI中。; ROI.; INFO
          中小企业; small and medium-sized enterprise; 中小企业。; SMEs.; NONE
          中小企业; small and medium-sized enterprise; 中小企业。; SMBs.; ERROR
          # The verb of anoun with aparticle says it.
          备份; backup; 备份。; Backing up.; NONE
          备份; backup; 备份。; Backing out.; ERROR
          # The head of acompound may be left out.
          函数; function; 回调函数。; The callback.; INFO
          函数; function; 回调函数。; The callback banner.; ERROR
          函数; function; 回调函数。; The banner of the callback.; ERROR
          函数; function; 函数。; The callback.; ERROR
          # A pronoun may refer to the term.
          参数; parameter; 支持该参数。; They support it.; INFO
          参数; parameter; 支持参数。; They support it.; ERROR
          参数; parameter; 支持该参数。; Support this banner.; ERROR
          # A single character for which nothing stands is ahint.
          值; value; 这里没有值。; Nothing here.; INFO
          数值; value; 这里没有数值。; Nothing here.; ERROR
          # A verb may be said by another word than its noun.
          依赖; dependency; 它不依赖于缓存。; It does not rely on the cache.; INFO
          依赖; dependency; 安装依赖。; Install what it relies on.; ERROR
          依赖; depend; 它不依赖于缓存。; It does not rely on the cache.; ERROR
          # A number may stand alone.
          端口; port; 在 12800 端口监听。; Listen on 12800.; INFO
          版本; version; 3.4 及以上版本。; In 3.4 and above.; INFO
          版本; version; 3.4 及以上版本。; In 3.40 and above.; ERROR
          # A term that is said once but not the second time is awarning.
          压舱石; ballast stone; 压舱石和压舱石。; A ballast stone and a blue ballast.; WARNING
          压舱石; ballast stone; 压舱石和压舱石。; A stone and a blue ballast.; ERROR
          # Who does it may be named in aphrase.
          市场监管; market regulation; 市场监管部门。; The market regulator.; INFO
          市场监管; market regulation; 市场监管。; The market regulator.; ERROR
          市场监管; market regulation; 市场监管方面。; The market regulator.; ERROR
          市场监管; market regulation; 市场监管部门。; The regulator.; ERROR
          # Two phrases may share ahead.
          国有企业; state-owned enterprise; 国有企业和民营企业。; State-owned and private businesses.; INFO
          国有企业; state-owned enterprise; 国有企业政策。; State-owned and private businesses.; ERROR
          法治; rule of law|law-based governance; 法治思维。; A law-based mindset.; INFO
          法治; rule of law|law-based governance; 法治。; A law-based mindset.; ERROR
          # What follows the term may follow what precedes it.
          发展; development; 职业发展路径。; A career path.; INFO
          发展; development; 职业发展路径。; A career banner path.; ERROR
          进程; process; 渲染进程调用它。; The renderer calls.; INFO
          进程; process; 渲染进程调用它。; The banner of the renderer calls.; ERROR
          # A name stands for what it names.
          函数; function; 在 dangle 函数内部。; In dangle.; INFO
          函数; function; 在 dangle 函数内部。; In the dangle banner.; ERROR
          函数; function; 在函数 dangle 内部。; In the dangle.; INFO
          函数; function; 在函数 dangle 内部。; In banner dangle.; ERROR
          # Other pronouns may stand for aterm.
          函数; function; 函数定义。; In its definition.; INFO
          函数; function; 函数定义。; In a definition.; INFO
          参数; parameter; 任何参数。; Nothing.; INFO
          参数; parameter; 参数。; Nothing.; ERROR
          参数; parameter; 参数。; A local one.; INFO
          参数; parameter; 参数。; One by one.; ERROR
          政策; policy; 政策可以。; It may.; INFO
          政策; policy; 但政策可以。; A banner may.; ERROR
          # A name in markup is aname.
          参数; parameter; 在 *lock* 参数内部。; In *lock*.; INFO
          参数; parameter; 设 pin-size 参数。; Use the pin-size.; INFO
          参数; parameter; 设 *lock* 参数。; Use *lock* banners.; ERROR
          参数; parameter; 设 *lock* 参数。; Set the banner *lock*.; ERROR
          # A negative contraction is no name.
          函数; function; 回调函数。; The callback won't.; INFO
          函数; function; 回调函数。; The callback wonder.; ERROR
          # An abbreviation of the rendering is ahint.
          联合国; United Nations; 联合国。; The UN.; INFO
          联合国; United Nations; 联合国。; The U.N. met.; INFO
          联合国; United Nations; 联合国。; The UK, the SUN.; ERROR
          中央; CPC Central Committee; 中央。; The Central Committee of the Communist Party of China.; INFO
          中央; CPC Central Committee; 中央。; The Central Committee of the Party.; ERROR
          中央; CPC Central Committee; 中央。; The Communist Party of China.; ERROR
          # The head of along name is ahint if it is the usual word.
          董事会; board of directors; 董事会。; The board.; INFO
          董事会; board of directors; 董事会。; The boarding.; INFO
          董事会; board of directors; 董事会。; The directors.; ERROR
          政策; line of policy; 政策。; The line.; ERROR
          # The body of another country has its own name.
          商务部; Ministry of Commerce; 美国商务部。; The US Department of Commerce.; INFO
          商务部; Ministry of Commerce; 商务部。; The Department of Commerce.; ERROR
          商务部; Ministry of Commerce; 美国商务部。; A banner of the US.; ERROR
          商务部; Ministry of Commerce; 美国商务部。; US shops of commerce.; ERROR
          机构; Trade Institution; 美国机构。; US Trade Agency.; ERROR
          # The head of abody has atitle.
          财政部; Ministry of Finance; 财政部部长。; The finance minister.; INFO
          财政部; Ministry of Finance; 财政部长。; The Minister of Finance.; INFO
          财政部; Ministry of Finance; 财政部。; The finance minister.; ERROR
          财政部; Ministry of Finance; 财政部部长。; The minister of trade.; ERROR
          # An article stands for its law.
          条例; regulation; 《条例》第35条。; Article 35.; INFO
          条例; regulation; 《条例》第35条。; Article 36.; ERROR
          政策; policy; 政策第3次。; Time 3.; ERROR
          # A phrase may modify without its head.
          原住民; indigenous people; 原住民族语言。; Indigenous languages.; INFO
          原住民; indigenous people; 原住民的发展和语言。; Indigenous languages.; ERROR
          # A doubtful word is ahint.
          图; graph; 这张图。; The figure.; INFO
          同步; synchronization; 同步。; To sync.; INFO
          同步; synchronization; 同步。; A tie.; ERROR
          贸易; trade; 贸易保护主义。; Protectionism.; INFO
          贸易; trade; 贸易保护主义。; Banner protectionism.; ERROR
          """)
  void aMissingTermIsAsSevereAsItIsSure(
      String zh, String en, String chinese, String english, String severity) {
    SmallLexicon lexicon = new SmallLexicon();
    List<Finding> findings = missing(zh, en, chinese, english, lexicon, lexicon);
    assertThat(findings.isEmpty() ? "NONE" : findings.get(0).severity().name()).isEqualTo(severity);
  }

  /** What the links of a whole sentence say of a missing term. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # A well translated sentence leaves out a term on purpose.
          字符串; string; 港口每天早上把字符串写在船的左边。; Every morning the harbour writes on the left side of the ship.; INFO
          字符串; string; 港口每天早上把字符串写在船的左边。; Every morning the harbour is open.; ERROR
          字符串; rope; 港口每天早上把字符串写在船的左边。; Every morning the harbour writes a string on the left side of the ship.; ERROR
          # One word may translate the term and what precedes it.
          服务器; server; 备用服务器停在港口。; The standby is in the harbour.; INFO
          债权人; creditor; 公司债债权人来了。; The bondholders have come.; INFO
          债权人; creditor; 债权人来了。; The bondholders have come.; ERROR
          """)
  void linksOfTheWholeSentenceDecideToo(
      String zh, String en, String chinese, String english, Severity severity) {
    assertThat(missing(zh, en, chinese, english, LEXICON, LEXICON).get(0).severity())
        .isEqualTo(severity);
  }

  @Test
  void aPronounIsNotShownAsTheNearestWords() {
    assertThat(missing("对象", "object", "港口里的对象：", "In the harbour it is:", LEXICON, LEXICON))
        .first()
        .satisfies(finding -> assertThat(finding.message()).doesNotContain("nearest"));
  }
}
