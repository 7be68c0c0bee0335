package ballast.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.server.RefusedException;
import ballast.workbench.Arrivals.DroppedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DroppedNameTest {

  @Test
  void namesStayAsTheyAreWhereTheyCan() {
    assertThat(DroppedName.of("报告 1.zh.docx")).isEqualTo("报告 1.zh.docx");
    assertThat(DroppedName.of("2026/zh/trade.txt")).isEqualTo("2026/zh/trade.txt");
    assertThat(DroppedName.of("2026\\zh\\trade.txt")).isEqualTo("2026/zh/trade.txt");
    assertThat(DroppedName.of("/./trade.txt")).isEqualTo("trade.txt");
  }

  @Test
  void whatWindowsDoesNotTakeAndWhatCannotBeSeenIsReplaced() {
    assertThat(DroppedName.of("a:b?c*d.txt")).isEqualTo("a_b_c_d.txt");
    assertThat(DroppedName.of("a\u202Etxt.exe")).isEqualTo("a_txt.exe");
    assertThat(DroppedName.of("a\u0000\n.txt")).isEqualTo("a__.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ".",
        "..",
        "../a.txt",
        "a/../../b.txt",
        "a\\..\\b.txt",
        ".hidden",
        "a/.git/config",
        "CON",
        "nul.txt",
        "a.",
        "1/2/3/4/5/6/7/8/9.txt",
        "\uFFFD.txt"
      })
  void othersAreRefused(String name) {
    assertThatThrownBy(() -> DroppedName.of(name)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aNameThatIsTooLongForAFileSystemIsRefused() {
    assertThatThrownBy(() -> DroppedName.of("长".repeat(80)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("rename");
  }

  @ParameterizedTest
  @CsvSource({
    "tm/articles/mill.zh.txt, tm/articles/mill-2.zh.txt",
    "tm/articles/磨坊（中文）.docx, tm/articles/磨坊-2（中文）.docx",
    "zh/mill.txt, zh/mill-2.txt",
    "mill/zh.txt, mill/2.zh.txt",
    "v1.5 notes.md, v1.5 notes-2.md"
  })
  void aNumberStandsBeforeTheLanguageMark(String name, String numbered) {
    assertThat(Arrivals.numbered(name, 2)).isEqualTo(numbered);
  }
}
