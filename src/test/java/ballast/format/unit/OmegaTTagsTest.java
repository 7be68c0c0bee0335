package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.format.unit.TmxWriter.OmegaTTags;
import ballast.format.unit.UnitSink.TmxProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OmegaTTagsTest {

  private static final String BOLD = "id=\"1\" ctype=\"bold\"";
  private static final String BREAK = "id=\"2\" ctype=\"break\"";
  private static final String END = "id=\"1\" pos=\"close\" ctype=\"bold\"";

  private static InlineCode source(int offset, String element, String attributes) {
    return new InlineCode(Side.SOURCE, offset, element, attributes, "");
  }

  private static InlineCode target(int offset, String element, String attributes) {
    return new InlineCode(Side.TARGET, offset, element, attributes, "");
  }

  private static Unit unit(InlineCode... codes) {
    Provenance provenance = Provenance.aligned("a", 1, "mei", Instant.EPOCH, 0.9);
    return new Unit("1", Lang.ZH_CN, Lang.EN_US, "甲乙丙", "a b c", provenance, List.of(codes));
  }

  private static List<String> texts(InlineCode... codes) {
    List<String> texts = new ArrayList<>();
    OmegaTTags.text(unit(codes), Side.SOURCE).ifPresent(texts::add);
    OmegaTTags.text(unit(codes), Side.TARGET).ifPresent(texts::add);
    return texts;
  }

  @Test
  void aCodeHasTheSameTagInBothTexts() {
    assertThat(
            texts(
                source(0, "<g", BOLD),
                source(1, "/g", ""),
                source(2, "ph", BREAK),
                target(0, "ph", BREAK),
                target(2, "<g", BOLD),
                target(3, "/g", "")))
        .containsExactly("<b0>甲</b0>乙<b1/>丙", "<b1/>a <b0>b</b0> c");
  }

  @Test
  void codesOfADocumentAreNamedAsInItsXliffFile() {
    String bold = "id=\"4\" type=\"fmt\" subType=\"bold\"";
    assertThat(
            texts(
                source(0, "<pc", bold),
                source(1, "/pc", bold),
                target(0, "<pc", bold),
                target(1, "/pc", bold)))
        .containsExactly("<b0>甲</b0>乙丙", "<b0>a</b0> b c");
  }

  @Test
  void aHalfPairIsOneTag() {
    assertThat(texts(source(1, "it", END), target(1, "it", END)))
        .containsExactly("甲</b0>乙丙", "a</b0> b c");
  }

  @Test
  void aUnitWithOtherCodesHasNone() {
    assertThat(texts(source(1, "bpt", "i=\"1\""), source(2, "ept", "i=\"1\""))).isEmpty();
    assertThat(texts(source(1, "ph", BREAK), target(1, "ph", "id=\"7\""))).isEmpty();
  }

  @Test
  void theyAreTextInAMemoryForOmegaTAndCodesInOthers() throws IOException {
    Unit unit = unit(source(1, "it", END), target(1, "it", END));
    assertThat(write(unit, TmxProfile.OMEGAT)).contains("<seg>甲&lt;/b0&gt;乙丙</seg>");
    assertThat(write(unit, TmxProfile.GENERIC))
        .contains("<seg>甲<it pos=\"end\" x=\"1\"></it>乙丙</seg>");
  }

  private static String write(Unit unit, TmxProfile profile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TmxWriter writer = new TmxWriter(bytes, Lang.ZH_CN, profile)) {
      writer.write(unit);
    }
    return bytes.toString(UTF_8);
  }
}
