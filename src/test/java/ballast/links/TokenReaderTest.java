package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.lexicon.Lexicon;
import ballast.links.Token.Kind;
import ballast.links.WordLinker.TokenReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokenReaderTest {

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
}
