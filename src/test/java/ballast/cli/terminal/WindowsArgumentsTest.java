package ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line is split as every program of Windows splits it. */
final class WindowsArgumentsTest {

  @TempDir Path folder;

  /** The line, and its arguments each in angle brackets. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "tm search 冷战的一个选择 | <tm><search><冷战的一个选择>",
        "` tm\tsearch  `| <tm><search>",
        "`\"压舱石 上.txt\" b`| <压舱石 上.txt><b>",
        "`a\"b c\"d` | <ab cd>",
        "`\"\" b` | <><b>",
        "`C:\\texts\\a.txt` | <C:\\texts\\a.txt>",
        "`\"C:\\my texts\\\\\" b` | <C:\\my texts\\><b>",
        "`a\\\\\\\"b c` | <a\\\"b><c>",
        "`\\\"quoted\\\"` | <\"quoted\">",
        "`\"she said \"\"no\"\" twice\"` | <she said \"no\" twice>",
        "`\"never closed` | <never closed>",
        "`𠀀 \u3000` | <𠀀><\u3000>",
      })
  void splitsLikeTheRuntimeOfC(String line, String expected) {
    StringBuilder found = new StringBuilder();
    for (String argument : WindowsArguments.split(line, folder)) {
      found.append('<').append(argument).append('>');
    }
    assertThat(found.toString()).isEqualTo(expected);
  }

  @Test
  void anEmptyLineHasNoArguments() {
    assertThat(WindowsArguments.split("", folder)).isEmpty();
    assertThat(WindowsArguments.split("  ", folder)).isEmpty();
  }

  @Test
  void wildcardsStandForFiles() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("文章"));
    for (String name : new String[] {"b.zh.txt", "A.ZH.TXT", "a.en.txt", ".hidden.zh.txt"}) {
      Files.createFile(texts.resolve(name));
    }

    assertThat(WindowsArguments.split("split 文章/*.zh.txt", folder))
        .containsExactly("split", "文章/A.ZH.TXT", "文章/b.zh.txt");
    assertThat(WindowsArguments.split("文章/?.en.txt", folder)).containsExactly("文章/a.en.txt");
    assertThat(WindowsArguments.split("\"文章/*.zh.txt\"", folder)).containsExactly("文章/*.zh.txt");
    assertThat(WindowsArguments.split("文章/*.pdf 没有/*.txt 什么??", folder))
        .containsExactly("文章/*.pdf", "没有/*.txt", "什么??");
  }
}
