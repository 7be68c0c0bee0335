package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A {@code ballast.toml} of a stranger makes no command connect to the server that it names. */
final class ForeignSettingsTest extends CommandTest {

  private ServerSocketChannel listener;
  private String address = "";

  @BeforeEach
  void write() throws IOException {
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listener.configureBlocking(false);
    address = "postgresql://localhost:" + listener.socket().getLocalPort() + "/db?user=mei";
    Files.createDirectories(folder.resolve("tree/.git"));
    write("tree/ballast.toml", "memory = \"" + address + "\"\n");
    write("tree/港口.zh.txt", "港口有雾。\n");
    write("tree/港口.en.txt", "There is fog.\n");
    write("tree/units.tsv", "雾。\tFog.\n");
  }

  @Override
  protected CommandRunner runner() {
    return new CommandRunner(
        folder.resolve("tree"),
        Map.of("USER", "mei", "XDG_CONFIG_HOME", folder.resolve("own").toString()),
        0);
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  private static final List<String> USING_THE_MEMORY =
      List.of(
          "check",
          "tm list",
          "tm search 雾。",
          "tm search --file units.tsv --in source",
          "tm stats",
          "tm history",
          "tm undo",
          "tm verify",
          "tm import units.tsv",
          "tm import units.tsv --dry-run",
          "tm export",
          "align 港口.zh.txt 港口.en.txt",
          "align 港口.zh.txt 港口.en.txt --print",
          "translate 港口.zh.txt --to en --dry-run",
          "diff 港口",
          "review export 港口",
          "glossary lint",
          "glossary mine",
          "glossary stats",
          "open --no-browser",
          "serve --port 0");

  @Test
  void noCommandConnectsBeforeTheUserHasAllowedTheServer() throws IOException {
    for (String line : USING_THE_MEMORY) {
      Outcome outcome = run(line);
      assertThat(outcome.err())
          .as(line)
          .contains("ballast.toml:1:1: memory names a memory on a server", address, "tm trust");
      assertThat(outcome.status()).as(line).isEqualTo(ExitCode.FAILED);
      assertThat(listener.accept()).as(line).isNull();
    }
  }

  @Test
  void whatNeedsNoMemoryGoesOn() throws IOException {
    for (String line :
        List.of(
            "check 港口.zh.txt 港口.en.txt",
            "check units.tsv",
            "check units.tsv -o report.html",
            "align 港口.zh.txt 港口.en.txt --no-tm",
            "split 港口.zh.txt",
            "glossary mine units.tsv",
            "tm trust --list")) {
      Outcome outcome = run(line);
      assertThat(outcome.status()).as(line + outcome.err()).isLessThan(ExitCode.FAILED);
      assertThat(listener.accept()).as(line).isNull();
    }
  }

  @Test
  void whatIsAllowedIsShownListedAndForgotten() throws IOException {
    String shown =
        address + "&memory=memory\t" + folder.resolve("tree").toRealPath() + System.lineSeparator();
    assertThat(run("tm trust").out()).isEqualToNormalizingNewlines(shown);
    assertThat(run("tm trust --list").out()).isEqualToNormalizingNewlines(shown);
    assertThat(listener.accept()).isNull();
    run(ExitCode.OK, "tm trust --forget");
    assertThat(run("tm trust --list").out()).isEmpty();
    assertThat(run("tm list").err()).contains("tm trust");
    Files.delete(folder.resolve("tree/ballast.toml"));
    assertThat(run("tm trust").err()).contains("no ballast.toml here names a memory on a server");
  }
}
