package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose names Java cannot read, in a process of each locale: what it can read differs. */
@EnabledOnOs(OS.LINUX) // others refuse such names
@Tag("slow")
final class ForeignNameTest extends CommandTest {

  private static final String IN_GBK = "%CE%C4%D5%C2.zh.txt";

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve("texts"));
    for (String name : List.of("a.zh.txt", IN_GBK)) {
      Files.writeString(file(name), "港口很忙。\n");
    }
    for (String name : List.of("a.en.txt", IN_GBK.replace("zh", "en"))) {
      Files.writeString(file(name), "The port is busy.\n");
    }
  }

  private Path file(String name) {
    return Path.of(URI.create(folder.toUri() + "texts/" + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void theyAreNamedAndTheOthersAreRead(String locale) throws Exception {
    assertThat(said(locale, "check", "texts"))
        .startsWith("1\n")
        .contains(
            "warning: texts/\\xCE\\xC4\\xD5\\xC2.zh.txt is left out: its name is not UTF-8; in"
                + " GBK it is \"文章.zh.txt\"; rename it",
            "checked 1 pair");
    assertThat(said(locale, "check", "texts/*.txt"))
        .startsWith("0\n")
        .contains("warning: texts/\\xCE\\xC4\\xD5\\xC2.en.txt is left out: ", "checked 1 pair");
    assertThat(said(locale, "align", "texts", "--no-tm", "-o", "out.tmx"))
        .startsWith("1\n")
        .contains(
            "warning: texts/\\xCE\\xC4\\xD5\\xC2.en.txt is left out: ",
            "total    1 pair: 1 aligned");
  }

  /** The exit status, and what the program wrote to both streams. */
  private String said(String locale, String... arguments) throws Exception {
    ProcessBuilder builder = program(arguments).redirectErrorStream(true);
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + "\n" + output;
  }
}
