package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.Serving.Visit;
import ballast.server.RawClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code ballast serve}. */
final class ServeTest extends CommandTest {

  private static final Map<String, String> WRONG =
      Map.of("text", "The boat came.", "language", "en", "srctext", "渡船到了。");

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("project/tm"));
    write("project/glossary/terms.csv", "zh,en\n渡船,ferry\n");
    write("other/terms.csv", "zh,en\n渡船,boat\n");
    write("units.tsv", "船到了。\tThe ship came.\n");
    run("tm import units.tsv --tm project/tm/memory.db -q");
  }

  private static String check(String address) throws IOException {
    return RawClient.of(address).post("/v2/check", WRONG).body();
  }

  private static String search(String address) throws IOException {
    return RawClient.of(address)
        .get("/tm/search?" + RawClient.encoded(Map.of("text", "船到了。")))
        .body();
  }

  private Outcome serve(String options, Visit visit) throws Exception {
    return Serving.run(runner(), "serve --port=0 " + options, visit);
  }

  @Test
  void itServesTheFolderThatIsNamed() throws Exception {
    Outcome outcome =
        serve(
            "project",
            address -> {
              assertThat(check(address)).contains("term-missing");
              assertThat(search(address)).contains("The ship came.");
            });
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void namesOnTheCommandLineAreRelativeToTheWorkingFolder() throws Exception {
    write("own.toml", "[rules]\nterm-missing = \"off\"\n");
    Visit withoutTheTerm = address -> assertThat(check(address)).doesNotContain("term-missing");
    serve(
        "--glossary=other/terms.csv --tm=project/tm/memory.db other",
        address -> {
          withoutTheTerm.at(address);
          assertThat(search(address)).contains("The ship came.");
        });
    serve("--config=own.toml project", withoutTheTerm);
    serve("--no-glossary project", withoutTheTerm);
  }

  @Test
  void aMissingMemoryIsSaid() throws Exception {
    Visit empty = address -> assertThat(search(address)).contains("\"matches\":[]");
    assertThat(serve("other", empty).err()).contains("there is no memory other/tm/memory.db yet");
    assertThat(folder.resolve("other/tm")).doesNotExist();
  }

  @Test
  void whatCannotBeServedIsSaidAtOnce() throws IOException {
    run(2, "serve nowhere");
    run(2, "serve --port 65536");
    run(2, "serve --port -1");
    write("project/glossary/broken.tbx", "<martif");
    Outcome broken = run(2, "serve --port=0 project");
    assertThat(broken.err()).contains("broken.tbx");
    assertThat(broken.out()).isEmpty();
    Files.delete(folder.resolve("project/glossary/broken.tbx"));
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(socket.getLocalPort());
      assertThat(run(2, "serve", "--port", port, "project").err())
          .contains("cannot listen on port " + port)
          .contains("--port 0");
    }
  }

  @Tag("server")
  @Test
  @DisabledOnOs(OS.WINDOWS) // there is no signal there that a test can send
  void aSignalEndsIt() throws IOException, InterruptedException {
    Path messages = folder.resolve("messages");
    Process process =
        program("serve", "--port", "0", "project").redirectError(messages.toFile()).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String first = String.valueOf(out.readLine());
      assertThat(first).startsWith("listening on http://127.0.0.1:");
      assertThat(check(first.substring("listening on ".length()))).contains("term-missing");
      process.destroy(); // as Ctrl-C would
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isGreaterThan(128);
      assertThat(Files.readString(messages))
          .contains("interrupted: the server has stopped; it has written nothing");
    } finally {
      process.destroyForcibly();
    }
  }
}
