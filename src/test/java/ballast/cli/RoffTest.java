package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.ShellFiles.Roff;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page shows a text as it is, whatever is in it. */
final class RoffTest {

  @Test
  void aLineThatBeginsWithAFullStopOrAQuoteIsNoRequest() {
    String page =
        new Roff("X", "2026-01-01", "Ballast 1")
            .section("NAME")
            .paragraphs(List.of(".so /etc/passwd", "'br is typed"))
            .entry(Roff.bold(".ext"), List.of(".de X"))
            .example(List.of(".gz", "'x'"))
            .toString();

    assertThat(page.lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|TP|PP|IP|nf|fi|nh|ad)( .*)?"));
    assertThat(page.lines().filter(line -> line.startsWith("'"))).isEmpty();
    assertThat(page)
        .contains("\n\\&.so /etc/passwd\n")
        .contains("\n\\(aqbr is typed\n")
        .contains("\n\\fB.ext\\fR\n\\&.de X\n")
        .contains("\n\\&.gz\n\\(aqx\\(aq\n");
  }

  @Test
  void whatIsTypedKeepsItsSignsAndProseItsHyphens() {
    assertThat(Roff.text("a well-known text, --min-score (-v) of tm/a-b, 2026-03-01"))
        .isEqualTo("a well-known text, \\-\\-min\\-score (\\-v) of tm/a\\-b, 2026\\-03\\-01");
    assertThat(Roff.typed("\\d `~^")).isEqualTo("\\ed \\(ga\\(ti\\(ha");
    assertThat(Roff.text("冷战的选择")).isEqualTo("冷战的选择");
  }

  @Test
  void aQuoteDoesNotEndTheTitleOfASection() {
    assertThat(new Roff("X", "2026-01-01", "a \"b\" c").toString())
        .startsWith(".TH \"X\" 1 2026-01-01 \"a \\(dqb\\(dq c\" \"Ballast Manual\"\n");
  }
}
