package ballast.check;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.language.CharacterWords;
import ballast.language.Renderings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A term of a glossary in a pair of texts, checked with a small lexicon. */
final class GlossaryCase {

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
          "董事会 board",
          0.5,
          "语言 languages",
          0.5,
          "祖国 motherland",
          0.5,
          "新机 phone",
          0.5,
          "世界和平 pax",
          0.5);

  /** Words that no cut has because the one with another word begins further left. */
  private static final Set<String> UNCUT = Set.of("祖国", "世界和平");

  /** Longest words first; probabilities from a table. */
  private static final class Lexicon extends CharacterWords implements Renderings {

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

  private GlossaryCase() {}

  /** The severities of the findings that a term is missing. */
  static List<Severity> missing(String zh, String en, String chinese, String english) {
    Lexicon lexicon = new Lexicon();
    List<Term> terms =
        Arrays.stream(en.split("\\|")).map(one -> new Term(one, TermStatus.PREFERRED)).toList();
    Glossary glossary = Glossary.of(List.of(new Concept(zh, List.of(zh), terms)));
    Checker checker = new Checker(new TermJudge(glossary, lexicon, lexicon), Rules.all());
    checker.check(
        CheckedPair.at(
            new Passage("", "", Lang.ZH_CN, Lang.EN_US, chinese, english),
            new Location("x", 1, 1)));
    return checker.findings().stream()
        .map(LocatedFinding::finding)
        .filter(finding -> finding.rule().equals("term-missing"))
        .map(Finding::severity)
        .toList();
  }
}
