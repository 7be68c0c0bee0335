package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.links.CodePlacer.CodeNode;
import ballast.links.CodePlacer.CodeTree;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeTreeTest {

  @Test
  void pairsByNumber() {
    List<CodeNode> nodes =
        CodeTree.of(
                List.of(
                    code(0, "<pc", "id=\"1\""),
                    code(2, "<pc", "id=\"2\" type=\"fmt\""),
                    code(3, "ph", "id=\"3\""),
                    code(4, "/pc", "id=\"2\""),
                    code(6, "/pc", "id=\"1\"")),
                9)
            .orElseThrow();
    assertThat(nodes).extracting(CodeNode::span).containsExactly(new Span(0, 6));
    CodeNode inner = nodes.get(0).children().get(0);
    assertThat(inner.span()).isEqualTo(new Span(2, 4));
    assertThat(inner.children()).extracting(CodeNode::span).containsExactly(new Span(3, 3));
  }

  @Test
  void pairsWithoutNumber() {
    List<CodeNode> nodes =
        CodeTree.of(
                List.of(
                    code(0, "<hi", ""), code(1, "<hi", ""), code(2, "/hi", ""), code(3, "/hi", "")),
                9)
            .orElseThrow();
    assertThat(nodes).extracting(CodeNode::span).containsExactly(new Span(0, 3));
    assertThat(nodes.get(0).children()).extracting(CodeNode::span).containsExactly(new Span(1, 2));
  }

  @Test
  void halves() {
    List<CodeNode> nodes =
        CodeTree.of(List.of(code(3, "/pc", "id=\"1\""), code(5, "<pc", "id=\"2\"")), 9)
            .orElseThrow();
    assertThat(nodes).extracting(CodeNode::span).containsExactly(new Span(0, 3), new Span(5, 9));
    assertThat(nodes.get(0).isClosingHalf()).isTrue();
    assertThat(nodes.get(1).isOpeningHalf()).isTrue();
  }

  @Test
  void crossing() {
    assertThat(
            CodeTree.of(
                List.of(
                    code(0, "<pc", "id=\"1\""),
                    code(1, "<pc", "id=\"2\""),
                    code(2, "/pc", "id=\"1\""),
                    code(3, "/pc", "id=\"2\"")),
                9))
        .isEmpty();
    assertThat(
            CodeTree.of(
                List.of(
                    code(0, "<pc", "id=\"1\""),
                    code(1, "/pc", "id=\"2\""),
                    code(2, "/pc", "id=\"1\"")),
                9))
        .isEmpty();
  }

  private static InlineCode code(int offset, String element, String attributes) {
    return new InlineCode(Side.SOURCE, offset, element, attributes, "");
  }
}
