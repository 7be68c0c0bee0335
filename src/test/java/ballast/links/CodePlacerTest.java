package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import ballast.lexicon.Lexicon;
import ballast.links.CodePlacer.CodeNode;
import ballast.links.CodePlacer.CodeTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodePlacerTest {

  private static final Lexicon LEXICON = Lexicon.bundled();
  private static final String ZH = "政府将保护环境。";
  private static final String EN = "The government will protect the environment.";
  private final CodePlacer placer = new CodePlacer(LEXICON, LEXICON);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one word, a phrase
        "我喜欢<b>苹果</b>。|I like <b>apples</b>.",
        "政府将<b>保护环境</b>。|The government will <b>protect the environment</b>.",
        // the whole sentence, with and without the full stop
        "<b>政府将保护环境。</b>|<b>The government will protect the environment.</b>",
        "<b>政府将保护环境</b>。|<b>The government will protect the environment</b>.",
        "<b>“政府将保护环境。”</b>|<b>“The government will protect the environment.”</b>",
        // quotation marks decide, inside or outside
        "他说：“<b>我不知道</b>。”|He said, “<b>I had no idea at all</b>.”",
        "请点击<b>“保存”</b>按钮。|Please click the <b>“Save”</b> button.",
        // text that both have
        "请运行<a>mvn verify</a>命令。|Please run the <a>mvn verify</a> command.",
        "把<b>a.txt</b>复制到a.txt。|Copy <b>a.txt</b> to a.txt.",
        "把a.txt复制到<b>a.txt</b>。|Copy a.txt to <b>a.txt</b>.",
        "去年新建公园<b>36</b>个。|Last year <b>36</b> parks were built.",
        // numbers by value, names by sound
        "损失达<b>三十亿美元</b>。|The loss is <b>three billion dollars</b>.",
        "记者<b>王建国</b>报道。|<b>Wang Jianguo</b> reports.",
        // marks
        "环境很重要。<n/>|The environment is important.<n/>",
        "环境很重要<n/>。|The environment is important<n/>.",
        "<n/>环境很重要。|<n/>The environment is important.",
        "这项法律<n/>将于明年修订。|The law<n/> will be revised next year.",
        "他带着<b>苹果</b><n/>来了。|He came with <b>apples</b><n/>.",
        "<a>政府</a><n/>将保护环境。|The <a>government</a><n/> will protect the environment.",
        // an empty pair stays where a mark would be
        "这项法律<b></b>将于明年修订。|The law<b></b> will be revised next year.",
        "环境很重要。<b></b>|The environment is important.<b></b>",
        // one inside the other
        "请查看<a><b>环境</b></a>报告。|Please see the <a><b>environment</b></a> report.",
        "请阅读<a>关于<b>环境</b>的法律</a>。|Please read <a>the law on the <b>environment</b></a>.",
        // in another order
        "我在<a>上海</a>学习<b>法律</b>。|I study <b>law</b> in <a>Shanghai</a>.",
      })
  void places(String chinese, String english) {
    assertThat(placed(chinese, Lang.ZH_CN, english, Lang.EN_US)).isEqualTo(english);
    assertThat(placed(english, Lang.EN_US, chinese, Lang.ZH_CN)).isEqualTo(chinese);
  }

  @Test
  void traditionalCharacters() {
    String target = "The government will protect the <b>environment</b>.";
    assertThat(placed("政府將保護<b>環境</b>。", Lang.ZH_TW, target, Lang.EN_US)).isEqualTo(target);
  }

  @Test
  void titleMarksBelongToTheTitle() {
    String target = "我读过<b>《环境保护法》</b>。";
    assertThat(
            placed(
                "I have read the <b>Environmental Protection Law</b>.",
                Lang.EN_US,
                target,
                Lang.ZH_CN))
        .isEqualTo(target);
  }

  @Test
  void halfPairs() {
    assertThat(place(ZH, List.of(code(5, "<pc", "1")), EN).orElseThrow())
        .containsExactly(new InlineCode(Side.TARGET, 32, "<pc", "id=\"1\"", "<b>"));
    assertThat(place(ZH, List.of(code(2, "/pc", "1")), EN).orElseThrow())
        .containsExactly(new InlineCode(Side.TARGET, 14, "/pc", "id=\"1\"", "<b>"));
    assertThat(place(ZH, List.of(code(0, "/pc", "1")), EN).orElseThrow())
        .extracting(InlineCode::offset)
        .containsExactly(0);
    assertThat(place(ZH, List.of(code(8, "<pc", "1")), EN).orElseThrow())
        .extracting(InlineCode::offset)
        .containsExactly(EN.length());
  }

  @Test
  void keepsEveryCodeAsItIs() {
    List<InlineCode> codes =
        List.of(
            new InlineCode(Side.SOURCE, 5, "<pc", "id=\"7\" type=\"fmt\"", "<w:b/>"),
            new InlineCode(Side.SOURCE, 7, "/pc", "id=\"7\"", "</w:b>"),
            new InlineCode(Side.SOURCE, 8, "ph", "id=\"8\"", "<w:footnoteReference/>"));
    assertThat(place(ZH, codes, EN))
        .contains(
            List.of(
                new InlineCode(Side.TARGET, 32, "<pc", "id=\"7\" type=\"fmt\"", "<w:b/>"),
                new InlineCode(Side.TARGET, 43, "/pc", "id=\"7\"", "</w:b>"),
                new InlineCode(Side.TARGET, 44, "ph", "id=\"8\"", "<w:footnoteReference/>")));
  }

  @Test
  void refusesWhatIsNotSure() {
    String unrelated = "We enclose two samples and a price list.";
    assertThat(place(ZH, pair(5, 7), unrelated)).isEmpty();
    assertThat(place(ZH, List.of(code(5, "ph", "1")), unrelated)).isEmpty();
    assertThat(place(ZH, pair(5, 7), "  ")).isEmpty();
    assertThat(place(ZH, List.of(), "  ")).contains(List.of());
  }

  @Test
  void refusesPairsThatCross() {
    List<InlineCode> codes =
        List.of(code(0, "<pc", "1"), code(2, "<pc", "2"), code(5, "/pc", "1"), code(7, "/pc", "2"));
    assertThat(place(ZH, codes, EN)).isEmpty();
  }

  @Test
  void withoutKnowledgeOnlyWhatIsSure() {
    CodePlacer ignorant = new CodePlacer(ChineseWords.NONE, Renderings.NONE);
    String source = "请运行mvn命令。";
    assertThat(ignorant.place(source, Lang.ZH_CN, pair(3, 6), "Please run mvn.", Lang.EN_US))
        .isPresent();
    assertThat(ignorant.place(source, Lang.ZH_CN, pair(6, 8), "Please run mvn.", Lang.EN_US))
        .isEmpty();
  }

  @Test
  void otherLanguages() {
    assertThat(placer.place("環境", new Lang("ja"), pair(0, 1), "The environment.", Lang.EN_US))
        .isEmpty();
    assertThat(placer.place("環境", new Lang("ja"), pair(0, 2), "Die Umwelt.", new Lang("de")))
        .isPresent();
  }

  @Test
  void longSentences() {
    String source = "政府将保护环境，并且继续推动经济发展。".repeat(105);
    String target =
        "The government will protect the environment and continue to promote development. "
            .repeat(105);
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> place(source, pair(5, 7), target));
    assertThat(place(source.repeat(20), pair(5, 7), target.repeat(20))).isEmpty();
  }

  private Optional<List<InlineCode>> place(String source, List<InlineCode> codes, String target) {
    return placer.place(source, Lang.ZH_CN, codes, target, Lang.EN_US);
  }

  private static List<InlineCode> pair(int start, int end) {
    return List.of(code(start, "<pc", "1"), code(end, "/pc", "1"));
  }

  private static InlineCode code(int offset, String element, String id) {
    return new InlineCode(Side.SOURCE, offset, element, "id=\"" + id + "\"", "<b>");
  }

  /** The target, marked as the source is; the marks of {@code target} are taken away first. */
  private String placed(String source, Lang sourceLang, String target, Lang targetLang) {
    MarkedSentence from = MarkedSentence.parse(source, sourceLang, Side.SOURCE);
    MarkedSentence to = MarkedSentence.parse(target, targetLang, Side.TARGET);
    Optional<List<InlineCode>> codes =
        placer.place(from.text(), sourceLang, from.codes(), to.text(), targetLang);
    return codes.map(found -> to.with(new ArrayList<>(found))).orElse("not placed");
  }

  @Test
  void pairsByNumber() {
    CodeNode outer =
        tree(
            code(0, "<pc", "1"),
            new InlineCode(Side.SOURCE, 2, "<pc", "id=\"2\" type=\"fmt\"", ""),
            code(3, "ph", "3"),
            code(4, "/pc", "2"),
            code(6, "/pc", "1"));
    assertThat(outer.span()).isEqualTo(new Span(0, 6));
    CodeNode inner = outer.children().get(0);
    assertThat(inner.span()).isEqualTo(new Span(2, 4));
    assertThat(inner.children()).extracting(CodeNode::span).containsExactly(new Span(3, 3));
  }

  @Test
  void pairsWithoutNumber() {
    List<InlineCode> codes = new ArrayList<>();
    for (String element : List.of("<hi", "<hi", "/hi", "/hi")) {
      codes.add(new InlineCode(Side.SOURCE, codes.size(), element, "", ""));
    }
    CodeNode outer = tree(codes.toArray(InlineCode[]::new));
    assertThat(outer.span()).isEqualTo(new Span(0, 3));
    assertThat(outer.children()).extracting(CodeNode::span).containsExactly(new Span(1, 2));
  }

  @Test
  void halves() {
    List<CodeNode> nodes = nodes(code(3, "/pc", "1"), code(5, "<pc", "2")).orElseThrow();
    assertThat(nodes).extracting(CodeNode::span).containsExactly(new Span(0, 3), new Span(5, 9));
    assertThat(nodes.get(0).isClosingHalf()).isTrue();
    assertThat(nodes.get(1).isOpeningHalf()).isTrue();
  }

  @Test
  void crossing() {
    InlineCode first = code(0, "<pc", "1");
    InlineCode second = code(1, "<pc", "2");
    assertThat(nodes(first, second, code(2, "/pc", "1"), code(3, "/pc", "2"))).isEmpty();
    assertThat(nodes(first, code(1, "/pc", "2"), code(2, "/pc", "1"))).isEmpty();
  }

  private static Optional<List<CodeNode>> nodes(InlineCode... codes) {
    return CodeTree.of(List.of(codes), 9);
  }

  private static CodeNode tree(InlineCode... codes) {
    List<CodeNode> nodes = nodes(codes).orElseThrow();
    assertThat(nodes).hasSize(1);
    return nodes.get(0);
  }
}
