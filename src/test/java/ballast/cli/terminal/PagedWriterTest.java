package ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.cli.terminal.PagedWriter.Pager;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data and messages on one terminal keep their order, in a pager and without. */
final class PagedWriterTest {

  @TempDir Path folder;

  private final StringWriter terminal = new StringWriter();
  private final MessageStream messages = new MessageStream(terminal);
  private final StandardOutput out = new StandardOutput(terminal, messages);

  @BeforeEach
  void begin() {
    assumeTrue(File.separatorChar == '/');
    out.page(new Pager("cat >'" + folder.resolve("paged") + "'", 4, 20));
  }

  @Test
  void messagesBehindDataAreInThePagerAndProgressIsNowhere() throws IOException {
    messages.println("before");
    out.print("一\n二\n三\n");
    messages.println("label ", "between");
    messages.overwrite("progress");
    out.print("四\n");
    messages.println("after");
    out.finish();

    assertThat(terminal).hasToString("before\n");
    assertThat(folder.resolve("paged")).hasContent("一\n二\n三\nlabel between\n四\nafter\n");
  }

  @Test
  void whatFitsIsOnTheTerminalInItsOrder() {
    out.print("一\n");
    messages.println("between");
    out.print("二\n");
    assertThat(terminal.toString()).isEmpty();
    out.finish();
    messages.println("after");

    assertThat(terminal).hasToString("一\nbetween\n二\nafter\n");
    assertThat(folder.resolve("paged")).doesNotExist();
  }

  @Test
  void coloursTakeNoRoom() {
    out.print("\033[1;31m1234567890\033[0m1234567890\n2\n3\n");
    out.finish();

    assertThat(folder.resolve("paged")).doesNotExist();
  }
}
