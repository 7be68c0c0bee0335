package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.index.FuzzyIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lookup starts without what aligning and reading files need. */
final class LookupClassesTest extends CommandTest {

  private static final List<String> HEAVY =
      List.of(
          "net.sf.okapi.",
          "opennlp.",
          "com.ibm.icu.",
          "org.jsoup.",
          "org.apache.pdfbox.",
          "org.commonmark.",
          "com.ctc.wstx.");

  private static final List<String> OF_FORMATS =
      List.of(
          "net.sf.okapi.filters.",
          "org.apache.pdfbox.",
          "org.apache.fontbox.",
          "org.apache.commons.logging.",
          "org.commonmark.",
          "com.ctc.wstx.");

  @BeforeEach
  void fillMemory() throws IOException {
    write("a.zh.txt", "船到了。没有人下来。\n");
    write("a.en.txt", "The ship came. Nobody got off.\n");
    run(0, "align a.zh.txt a.en.txt -q");
  }

  @Test
  void lookingUpLoadsNoHeavyLibrary() throws Exception {
    for (String command : List.of("tm search 没有人上来。", "tm concordance 没有")) {
      String loaded = classesOf(command);
      assertThat(loaded).contains(FuzzyIndex.class.getName());
      assertThat(loaded).as(command).doesNotContain(HEAVY);
    }
  }

  @Test
  void listingDocumentsLoadsNoIndex() throws Exception {
    assertThat(classesOf("tm list"))
        .contains("ballast.memory.sql.SqlMemory")
        .doesNotContain("ballast.memory.index.")
        .doesNotContain("ballast.likeness.index.");
  }

  /** A lookup into a pipe loads nothing of what only a terminal needs. */
  @Test
  void lookingUpInAPipeLoadsNoPagerAndNoLinks() throws Exception {
    assertThat(classesOf("tm search 没有人上来。"))
        .contains("ballast.cli.tm.QuickStart$PlainSearch")
        .doesNotContain(
            "ballast.cli.terminal.PagedWriter", "ballast.cli.option.OutputOptions$PagerOption")
        .doesNotContain("ballast.cli.terminal.Console$FileLinks", "ballast.app.page.Style$Links");
  }

  /** Each format has libraries of its own; the others start without them. */
  @Test
  void aTextLoadsNoLibraryOfOtherFormats() throws Exception {
    write("a.zh.txt", "船到了。没有人下来。\n");
    write("a.zh.md", "**船**到了。\n");

    String text = classesOf("split a.zh.txt");
    String markdown = classesOf("split a.zh.md");

    assertThat(text).contains("ballast.format.document.DocumentReader").doesNotContain(OF_FORMATS);
    assertThat(markdown)
        .contains("org.commonmark.")
        .doesNotContain("org.apache.pdfbox.")
        .doesNotContain("net.sf.okapi.filters.");
  }

  /** Only its own command loads the library of the assistants' protocol. */
  @Test
  void onlyMcpLoadsTheProtocolOfAssistants() throws Exception {
    String[] library = {"io.modelcontextprotocol.", "reactor.", "ballast.mcp."};
    assertThat(classesOf("tm search 没有人上来。")).doesNotContain(library);
    assertThat(classesOf("mcp --help")).contains("McpCommand").doesNotContain(library);
  }

  private String classesOf(String line) throws Exception {
    Path log = folder.resolve("classes.log");
    ProcessBuilder builder =
        program(words(line))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese text
    assertThat(builder.start().waitFor()).isZero();
    // The name comes before the source, which is a path and may hold anything.
    StringBuilder names = new StringBuilder();
    for (String entry : Files.readAllLines(log, UTF_8)) {
      names.append(entry.replaceFirst(" source: .*", "")).append('\n');
    }
    return names.toString();
  }
}
