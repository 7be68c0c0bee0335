package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InlineCodeTest {

  private static InlineCode code(String attributes) {
    return new InlineCode(Side.SOURCE, 3, "ph", attributes, "<x/>");
  }

  @Test
  void theIdIsAnAttributeOfItsOwn() {
    assertThat(code("type=\"fmt\" id=\"a1\"").id()).isEqualTo("a1");
    assertThat(code("xid=\"5\" rid=\"6\"").id()).isEmpty();
    assertThat(code("").id()).isEmpty();
  }

  @Test
  void onlyAShortNumberIsANumber() {
    assertThat(code("id=\"12\"").number()).isEqualTo(12);
    assertThat(code("id=\"a1\"").number()).isZero();
    assertThat(code("id=\"1234567\"").number()).isZero();
    assertThat(code("id=\"-1\"").number()).isZero();
  }

  @Test
  void anotherNumberKeepsTheOtherAttributes() {
    assertThat(code("id=\"a\" type=\"fmt\"").numbered(2).attributes())
        .isEqualTo("id=\"2\" type=\"fmt\"");
    assertThat(code("").numbered(7)).isEqualTo(code("id=\"7\""));
  }
}
