package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Range;
import ballast.language.ChineseWords;
import ballast.lexicon.Lexicon;
import ballast.links.SpanFeatures.Nesting;
import ballast.links.SpanFeatures.WordClass;
import ballast.links.Token.Kind;
import ballast.links.WordLinker.TokenReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a sentence, their classes and the marks around them. */
final class TokensTest {

  private final TokenReader reader = new TokenReader(Lexicon.bundled());

  @Test
  void words() {
    assertThat(keys("政府將保護環境。")).containsExactly("政府", "将", "保护", "环境", "。");
    assertThat(keys("The people’s well-being"))
        .containsExactly("the", "people's", "well", "-", "being");
    assertThat(keys("用v2和x_1")).containsExactly("用", "v2", "和", "x_1");
    assertThat(keys(" \u3000")).isEmpty();
  }

  @Test
  void numbers() {
    List<Token> tokens = reader.read("第三条，五月十二日，3.5万", Set.of());
    assertThat(tokens)
        .filteredOn(token -> token.kind() == Kind.NUMBER)
        .extracting(Token::key)
        .containsExactly("第三", "五月十二日", "3.5万");
    assertThat(keys("三十日内付款")).containsExactly("三十", "日", "内", "付款");
  }

  @Test
  void cutsAtCodes() {
    assertThat(reader.read("环境保护法", Set.of(2))).extracting(Token::key).contains("环境");
    assertThat(reader.read("第12章", Set.of(1, 3)))
        .extracting(Token::key)
        .containsExactly("第", "12", "章");
  }

  private List<String> keys(String text) {
    return reader.read(text, Set.of()).stream().map(Token::key).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "The, ARTICLE", "its, POSSESSIVE", "within, PREPOSITION", "table, WORD",
    "的, CHINESE_ATTRIBUTIVE", "在, CHINESE_PREPOSITION", "度, CHARACTER", "12, NUMBER",
    "!, MARK"
  })
  void classes(String text, WordClass wanted) {
    assertThat(WordClass.of(token(text))).isEqualTo(wanted);
  }

  @Test
  void nounEndings() {
    assertThat(WordClass.isNounEnding(token("度"))).isTrue();
    assertThat(WordClass.isNounEnding(token("山"))).isFalse();
  }

  @Test
  void labels() {
    assertThat(WordClass.CHINESE_MEASURE.label()).isEqualTo("chinese measure");
  }

  private static Token token(String text) {
    return new TokenReader(ChineseWords.NONE).read(text, Set.of()).get(0);
  }

  private final TokenReader plainReader = new TokenReader(ChineseWords.NONE);

  @Test
  void alike() {
    assertThat(Punctuation.alike("。", ".")).isTrue();
    assertThat(Punctuation.alike("、", ",")).isTrue();
    assertThat(Punctuation.alike("「", "“")).isTrue();
    assertThat(Punctuation.alike("\"", "”")).isTrue();
    assertThat(Punctuation.alike("“", "”")).isFalse();
    assertThat(Punctuation.alike("（", "“")).isFalse();
  }

  @Test
  void quoted() {
    assertThat(Punctuation.quoted(plainReader.read("a “b (c) d” \"e\" )", Set.of())))
        .containsExactly(new Range(4, 5), new Range(2, 7), new Range(9, 10));
  }

  @Test
  void bothMarksOfAPairOrNone() {
    Nesting nesting = nesting("a (b \"c\" d) e");
    assertThat(nesting.isBalanced(0, 9)).isTrue();
    assertThat(nesting.isBalanced(1, 8)).isTrue();
    assertThat(nesting.isBalanced(2, 7)).isTrue();
    assertThat(nesting.isBalanced(4, 5)).isTrue();
    assertThat(nesting.isBalanced(0, 3)).isFalse();
    assertThat(nesting.isBalanced(2, 4)).isFalse();
    assertThat(nesting.isBalanced(4, 9)).isFalse();
    assertThat(nesting.isBalanced(2, 9)).isFalse();
  }

  @Test
  void closedAndOpenedAgain() {
    assertThat(nesting("(a) b (c)").isBalanced(1, 6)).isFalse();
    assertThat(nesting("(a) b (c)").isBalanced(0, 7)).isTrue();
  }

  @Test
  void hyphens() {
    assertThat(nesting("real-time").isHyphen(1)).isTrue();
    assertThat(nesting("real - time").isHyphen(1)).isFalse();
    assertThat(nesting("-time").isHyphen(0)).isFalse();
  }

  private static Nesting nesting(String text) {
    return new Nesting(new TokenReader(ChineseWords.NONE).read(text, Set.of()));
  }
}
