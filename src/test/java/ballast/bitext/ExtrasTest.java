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

final class ExtrasTest {

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
    assertThat(Extras.NONE.withContext(new Context("", "after")).isEmpty()).isFalse();
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
}
