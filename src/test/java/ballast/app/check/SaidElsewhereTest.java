package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.check.SaidElsewhere.Texts;
import ballast.cli.CommandTest;
import ballast.lexicon.Lexicon;
import ballast.links.Stretches.StretchFinder;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are not omitted although no line of the translation is theirs. */
final class SaidElsewhereTest extends CommandTest {

  private static final SaidElsewhere ELSEWHERE =
      new SaidElsewhere(new StretchFinder(Lexicon.bundled(), Lexicon.bundled()));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          结论; 实验表明这种方法有效。; Conclusion: our experiments show that it works.; true
          Conclusion; 结论。实验表明这种方法有效。; 结论。实验表明这种方法有效。; true
          # It begins with something else, or the paragraph has the heading itself.
          结论; 实验表明这种方法有效。; Note: our experiments show that it works.; false
          结论; 结论：实验表明这种方法有效。; Conclusion: our experiments show that it works.; false
          # A sentence is not a heading.
          这是结论。; 实验表明这种方法有效。; Conclusion: our experiments show that it works.; false
          责任编辑：张伟; 记者 王小明; By Wang Xiaoming; true
          责任编辑：张伟; 船很稳。; The ship is steady.; false
          """)
  void knowsHeadingsAndCredits(String line, String source, String target, boolean expected) {
    assertThat(ELSEWHERE.isSaid(line, null, new Texts(source, target))).isEqualTo(expected);
  }

  @Test
  void filesAndMemoryAgree() throws IOException {
    write("a.zh.md", "# 引言\n\n我们研究翻译记忆的作用。\n\n# 结论\n\n我们的实验表明这种方法很有效。\n\n# 致谢\n\n它不需要网络。\n");
    write(
        "a.en.md",
        """
        # Introduction

        We study what a translation memory does.

        Conclusion: our experiments show that this method works well.

        It needs no network.
        """);
    String files = run(1, "check a.zh.md a.en.md --rule omitted").out();
    assertThat(files).contains("not translated: 致谢").doesNotContain("结论");
    run(0, "align a.zh.md a.en.md");
    assertThat(run(1, "check --rule omitted").out())
        .contains("not translated: 致谢")
        .doesNotContain("结论");
  }
}
