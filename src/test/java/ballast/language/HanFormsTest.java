package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.Han.HanForms;
import ballast.language.Han.HanForms.Counts;
import org.junit.jupiter.api.Test;

final class HanFormsTest {

  private static final int ALL = 1_000;

  @Test
  void charactersOfOneSetHaveItsForm() {
    HanForms forms = new HanForms("");
    assertThat(forms.count("中国", ALL)).isEqualTo(new Counts(2, 1, 0));
    assertThat(forms.count("中國國際", ALL)).isEqualTo(new Counts(4, 0, 3));
    // The second time it uses its cache.
    assertThat(forms.count("中國国", ALL)).isEqualTo(new Counts(3, 1, 1));
  }

  @Test
  void onlyHanCounts() {
    HanForms forms = new HanForms("國");
    assertThat(forms.count("a，。かカ\t\uFFFF", ALL)).isEqualTo(new Counts(0, 0, 0));
    assertThat(forms.count("中國", ALL)).isEqualTo(new Counts(1, 0, 0));
    assertThat(forms.count("𠮷中", ALL)).isEqualTo(new Counts(1, 0, 0));
  }

  @Test
  void noMoreIsLookedAtThanAsked() {
    assertThat(new HanForms("").count("国国国", 2)).isEqualTo(new Counts(2, 2, 0));
  }

  /**
   * Big5 has the Suzhou numerals and GB 2312 does not; they are not traditional characters all the
   * same.
   */
  @Test
  void signsAreOfNoForm() {
    assertThat(new HanForms("").count("〡〢々〇⼈", ALL)).isEqualTo(new Counts(5, 0, 0));
  }
}
