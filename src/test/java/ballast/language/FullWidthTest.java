package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

final class FullWidthTest {

  @Test
  void formsFoldAsUnicodeFoldsThem() {
    int forms = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (FullWidth.isForm(c)) {
        forms++;
        String form = Character.toString(c);
        assertThat(Character.toString(FullWidth.fold(c)))
            .isEqualTo(Normalizer.normalize(form, Normalizer.Form.NFKC));
      } else {
        assertThat(FullWidth.fold(c)).isEqualTo(c);
      }
    }
    assertThat(forms).isEqualTo('~' - '!' + 1);
  }
}
