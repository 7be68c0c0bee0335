package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of a unit besides its texts. */
final class UnitPartsTest {

  private static final Property NOTE = new Property(Scope.TARGET, Kind.NOTE, "", "check", "en");

  @Test
  void findsAValueByPlaceKindAndName() {
    Extras extras =
        new Extras(
            List.of(
                new Property(Scope.UNIT, Kind.ATTRIBUTE, "usagecount", "3", ""),
                Property.ofUnit("usagecount", "4"),
                Property.ofUnit("usagecount", "5")),
            Context.NONE);
    assertThat(extras.value(Scope.UNIT, Kind.ATTRIBUTE, "usagecount")).contains("3");
    assertThat(extras.value(Scope.UNIT, Kind.PROP, "usagecount")).contains("4");
    assertThat(extras.value(Scope.SOURCE, Kind.PROP, "usagecount")).isEmpty();
  }

  @Test
  void notesAreTheTextsOfAllNotes() {
    assertThat(Extras.NONE.with(Property.ofUnit("x", "y")).with(NOTE).notes())
        .containsExactly("check");
  }

  @Test
  void onlyWithoutPropertiesAndNeighboursItIsEmpty() {
    assertThat(Extras.NONE.isEmpty()).isTrue();
    assertThat(Extras.NONE.with(NOTE).isEmpty()).isFalse();
    assertThat(new Extras(List.of(), new Context("", "after")).isEmpty()).isFalse();
  }

  @Test
  void anAttributeHasAName() {
    assertThatThrownBy(() -> new Property(Scope.UNIT, Kind.ATTRIBUTE, "", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halvesOfAnElementKnowItsName() {
    InlineCode opening = new InlineCode(Side.SOURCE, 0, "<hi", "", "");
    InlineCode closing = new InlineCode(Side.SOURCE, 2, "/hi", "", "");
    InlineCode whole = new InlineCode(Side.SOURCE, 2, "ph", "", "");
    assertThat(List.of(opening.name(), closing.name(), whole.name()))
        .containsExactly("hi", "hi", "ph");
    assertThat(opening.isOpening() && closing.isClosing()).isTrue();
    assertThat(whole.isOpening() || whole.isClosing()).isFalse();
  }

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

  @Test
  void eachSideFacesTheOther() {
    assertThat(Side.SOURCE.other()).isEqualTo(Side.TARGET);
    assertThat(Side.TARGET.other()).isEqualTo(Side.SOURCE);
  }

  @Test
  void optionsAndJsonCallItByItsNameInSmallLetters() {
    assertThat(Side.values()).extracting(Side::toString).containsExactly("source", "target");
  }
}
