package ballast.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermFinder.PhraseAutomaton;
import ballast.language.CharacterWords;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermFinderTest {

  /** Longest words first, from a list; traditional 國 is 国. */
  private static class ListedWords extends CharacterWords {

    private final Set<String> words;

    ListedWords(String... words) {
      this.words = Set.of(words);
    }

    @Override
    public int simplified(int codePoint) {
      return codePoint == '國' ? '国' : codePoint;
    }

    @Override
    public Cut cut(String run) {
      return cut(run, run.length());
    }

    @Override
    public Cut parts(String word) {
      return cut(word, Math.max(1, word.length() - 1));
    }

    private Cut cut(String run, int longest) {
      Set<Integer> ends = new TreeSet<>(Set.of(0));
      int at = 0;
      while (at < run.length()) {
        int end = Math.min(run.length(), at + longest);
        while (end > at + 1 && !words.contains(run.substring(at, end))) {
          end--;
        }
        at = end;
        ends.add(at);
      }
      return ends::contains;
    }
  }

  private static final Renderings TOURISM =
      new Renderings() {
        @Override
        public boolean renders(String chinese, String phrase) {
          return chinese.equals("旅游业") && phrase.equals("tourism");
        }

        @Override
        public double probability(String chinese, String english) {
          return 0;
        }
      };

  private static Concept concept(String id, Conditions conditions, String... zh) {
    Concept plain =
        new Concept(id, List.of(zh), List.of(new Term("tourism", TermStatus.PREFERRED)));
    return new Concept(id, plain.zh(), plain.en(), Concept.Scope.ALL, conditions, Remarks.NONE);
  }

  private static List<String> found(ChineseWords words, String text, String... terms) {
    List<Concept> concepts = new ArrayList<>();
    for (String term : terms) {
      concepts.add(concept(term, Conditions.NONE, term));
    }
    return new TermFinder(Glossary.of(concepts), words, TOURISM)
        .find(text).stream().map(hit -> hit.entry().zh() + "@" + hit.span().of(text)).toList();
  }

  /** Words of the dictionary; a text; terms; where which of them is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # Terms inside alonger term are not found.
          ''; 和平发展，发展; 发展 和平发展; 和平发展@和平发展 | 发展@发展
          # Terms that overlap are both found.
          ''; 全面深化改革开放; 全面深化改革 改革开放; 全面深化改革@全面深化改革 | 改革开放@改革开放
          # Width characters capitals quotes and line breaks make no difference.
          国企; '國 企有ＷＴＯ的“三\n农”问题'; 国企 wto 三农问题; '国企@國 企 | wto@ＷＴＯ | 三农问题@三\n农”问题'
          # A word across an edge speaks against aterm.
          外国 企业 国企; 外国企业; 国企; ''
          外国 企业 国企; 改国企业; 国企; 国企@国企
          外国 企业 国企; 外国“企”业; 国企; ''
          # A longer word has the term if it is made of words.
          干部 队伍 干部队伍 主席 主席台 副主席 旅游 旅游业 海关 关税; 干部队伍; 干部; 干部@干部
          干部 队伍 干部队伍 主席 主席台 副主席 旅游 旅游业 海关 关税; 在主席台上; 主席; ''
          干部 队伍 干部队伍 主席 主席台 副主席 旅游 旅游业 海关 关税; 副主席; 主席; 主席@主席
          干部 队伍 干部队伍 主席 主席台 副主席 旅游 旅游业 海关 关税; 旅游业; 旅游; 旅游@旅游
          干部 队伍 干部队伍 主席 主席台 副主席 旅游 旅游业 海关 关税; 海关税; 关税; ''
          # An affix makes another word.
          公有制 信息化 工业 部分; 非公有制; 公有制; ''
          公有制 信息化 工业 部分; 工业和信息化部说; 信息化; ''
          公有制 信息化 工业 部分; 信息化部分; 信息化; 信息化@信息化
          公有制 信息化 工业 部分; “信息化”部; 信息化; 信息化@信息化
          # A doctrine is another word even where the dictionary has it as one.
          社会 主义; 社会主义; 社会; ''
          社会 主义 社会主义; 社会主义; 社会; ''
          社会 主义; 社会进步; 社会; 社会@社会
          # A term of one character must be aword.
          公斤; 三斤鱼; 斤; 斤@斤
          公斤; 三公斤鱼; 斤; ''
          艘 船; 港有三艘船。; 船; 船@船
          三艘 船; 港有三艘船。; 船; 船@船
          艘 船; 港有3艘船。; 船; 船@船
          # A term of one character is not part of another term.
          默认 如下 遍历 一个 数组 中的; 如下图，入栈; 图 栈; ''
          默认 如下 遍历 一个 数组 中的; 默认值; 值; ''
          默认 如下 遍历 一个 数组 中的; 实现几类，各类; 类; ''
          默认 如下 遍历 一个 数组 中的; 分为三层，两类; 层 类; ''
          默认 如下 遍历 一个 数组 中的; 第三层; 层; 层@层
          默认 如下 遍历 一个 数组 中的; 图 3，图3; 图; ''
          默认 如下 遍历 一个 数组 中的; 遍历一个图; 图; 图@图
          默认 如下 遍历 一个 数组 中的; 数组中的值，值; 值; 值@值 | 值@值
          # Terms in code are not found.
          ''; `队列`、$队列_1$、<code>队列</code>; 队列; ''
          ''; ``a`队列``，队列; 队列; 队列@队列
          ''; 花$5买队列，卖$6; 队列; 队列@队列
          ''; 一个`队列; 队列; 队列@队列
          ''; 见 www.wto.org 和 wto::get; wto; ''
          ''; 加入 WTO 的; wto; wto@WTO
          # A tool is another word.
          迭代 出口; 迭代器，出口商; 迭代 出口; ''
          # A term of letters must stand apart.
          ''; 用5G和A5G，X5GB; 5G; 5G@5G
          """)
  void termsAreFoundAsWords(String words, String text, String terms, String places) {
    ChineseWords cut = words.isEmpty() ? ChineseWords.NONE : new ListedWords(words.split(" "));
    assertThat(String.join(" | ", found(cut, text, terms.split(" ")))).isEqualTo(places);
  }

  /** As {@link ListedWords}, with shares. */
  private static ChineseWords shares(Map<String, Double> shares) {
    return new ListedWords(shares.keySet().toArray(String[]::new)) {
      @Override
      public double share(String word) {
        return shares.getOrDefault(word, 0.0);
      }
    };
  }

  @Test
  void aCommonerTermMayCrossAWordIfTheCutIsNearlyAsProbable() {
    ChineseWords words =
        shares(Map.of("惠民", 1e-6, "民生", 1e-5, "公民", 9e-5, "生", 1.3e-4, "惠", 1.1e-5, "公", 8e-5));
    assertThat(found(words, "惠民生", "民生")).containsExactly("民生@民生");
    assertThat(found(words, "公民生", "民生")).isEmpty();
  }

  @Test
  void aCommonerWordWithASuffixIsNoPrefixWithTheTerm() {
    assertThat(found(shares(Map.of("自主权", 3e-6, "自主", 3e-5, "主权", 2e-5)), "自主权", "主权")).isEmpty();
  }

  @Test
  void aGuardPhraseExcludesItsConceptOnly() {
    Conditions guarded = new Conditions(List.of("主席台", "主席團"), List.of(), List.of());
    TermFinder finder =
        new TermFinder(
            Glossary.of(
                List.of(concept("a", guarded, "主席"), concept("b", Conditions.NONE, "主席", "台"))),
            ChineseWords.NONE,
            Renderings.NONE);
    assertThat(finder.find("主席台"))
        .extracting(hit -> hit.entry().zh() + hit.entry().concepts().size())
        .containsExactly("主席1", "台1");
    assertThat(finder.find("主席"))
        .extracting(hit -> hit.entry().concepts().size())
        .containsExactly(2);
  }

  /** The automaton finds the same as an exhaustive search. */
  @Test
  void everyOccurrenceIsFound() {
    for (long seed = 0; seed < Rounds.of(500); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> phrases = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        String phrase = text(random, 1 + random.nextInt(5));
        if (!phrases.contains(phrase)) {
          phrases.add(phrase);
        }
      }
      String text = text(random, random.nextInt(60));
      Map<String, Integer> expected = new HashMap<>();
      for (String phrase : phrases) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
          expected.put(phrase + "@" + text.codePointCount(0, at), 1);
        }
      }
      Map<String, Integer> found = new HashMap<>();
      PhraseAutomaton automaton =
          new PhraseAutomaton(phrases.stream().map(p -> p.codePoints().toArray()).toList());
      automaton.find(
          HanText.of(text, ChineseWords.NONE),
          (phrase, from, to) -> found.merge(phrases.get(phrase) + "@" + from, 1, Integer::sum));
      assertThat(found).as("seed " + seed).isEqualTo(expected);
    }
  }

  private static String text(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(new String[] {"船", "帆", "港", "𠮷"}[random.nextInt(4)]);
    }
    return text.toString();
  }
}
