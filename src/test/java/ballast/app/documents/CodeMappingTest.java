package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.documents.DocumentMerge.CodeMapping;
import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeMappingTest {

  /** 他<b>走<i/></b>了。 */
  private static final List<InlineCode> SENTENCE =
      List.of(
          code("<pc", 1, "id=\"7\"", "<b>"),
          code("ph", 2, "id=\"8\"", "<i/>"),
          code("/pc", 2, "id=\"7\"", "</b>"));

  private static InlineCode code(String element, int offset, String attributes, String content) {
    return new InlineCode(Side.SOURCE, offset, element, attributes, content);
  }

  private static InlineCode returned(String element, int offset, int id) {
    String attributes = id == 0 ? "" : "id=\"" + id + "\"";
    return new InlineCode(Side.TARGET, offset, element, attributes, "");
  }

  /** The codes as {@code content@offset}, and then the problems. */
  private static List<String> map(List<InlineCode> sentence, InlineCode... returned) {
    CodeMapping.Mapped mapped = CodeMapping.map(sentence, "He left.", List.of(returned));
    List<String> all = new ArrayList<>();
    mapped.codes().forEach(code -> all.add(code.content() + "@" + code.offset()));
    all.addAll(mapped.problems());
    return all;
  }

  @Test
  void codesAreCountedFromOneAndPairsOnce() {
    assertThat(map(SENTENCE, returned("<g", 3, 1), returned("x", 7, 2), returned("/g", 7, 0)))
        .containsExactly("<b>@3", "<i/>@7", "</b>@7");
  }

  @Test
  void anEmptyPairIsAPair() {
    assertThat(map(SENTENCE, returned("g", 3, 1), returned("x", 7, 2)))
        .containsExactly("<b>@3", "</b>@3", "<i/>@7");
  }

  @Test
  void whatIsLostIsNamedAndStandsAtTheEnd() {
    assertThat(map(SENTENCE, returned("x", 2, 2)))
        .containsExactly("<i/>@2", "<b>@8", "</b>@8", "the code <b> is lost");
  }

  @Test
  void whatIsDoubledIsNamedAndLeftOut() {
    assertThat(
            map(
                SENTENCE,
                returned("<g", 0, 1),
                returned("/g", 2, 0),
                returned("<g", 3, 1),
                returned("x", 7, 2),
                returned("/g", 7, 0)))
        .containsExactly("<b>@0", "</b>@2", "<i/>@7", "the code <b> is there twice");
  }

  @Test
  void aForeignCodeIsNamedAndLeftOut() {
    assertThat(
            map(
                SENTENCE,
                returned("<g", 3, 1),
                returned("x", 5, 9),
                returned("x", 7, 2),
                returned("/g", 7, 0)))
        .containsExactly("<b>@3", "<i/>@7", "</b>@7", "the code 9 is not in the original sentence");
  }

  @Test
  void marksOfTheToolAreNotCodes() {
    assertThat(
            map(
                SENTENCE,
                returned("<mrk", 0, 1),
                returned("<g", 3, 1),
                returned("x", 7, 2),
                returned("/g", 7, 0),
                returned("/mrk", 8, 0)))
        .containsExactly("<b>@3", "<i/>@7", "</b>@7");
  }

  @Test
  void theHalfOfAPairThatEndsInAnotherSentenceIsACodeOfItsOwn() {
    List<InlineCode> half = List.of(code("<pc", 1, "id=\"7\"", "<b>"));

    assertThat(map(half, returned("bx", 3, 1))).containsExactly("<b>@3");
  }
}
