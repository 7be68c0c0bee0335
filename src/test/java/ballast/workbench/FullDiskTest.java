package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import ballast.server.Route;
import ballast.workbench.browser.SampleArticle;
import ballast.workbench.browser.SampleFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workbench whose folder is on a full disk: a small file system in memory, which only root may
 * mount. Elsewhere the tests are skipped.
 */
final class FullDiskTest {

  private static final int FULL = 507;

  @TempDir Path temporary;
  private Path disk;
  private Path folder;
  private WorkbenchClient client;
  private PageFields fields;

  @BeforeEach
  void open() throws Exception {
    disk = Files.createDirectories(temporary.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=12m", "none", disk.toString()), "no root here");
    folder = Files.createDirectories(disk.resolve("work"));
    SampleArticle.fill(folder);
    SampleFolder.fill(folder);
    client = WorkbenchClient.open(folder);
    fields = new PageFields();
    client.post("/glossary/mine");
    for (String page :
        List.of("/check", "/glossary/candidates", "/overview/counts", "/articles/list")) {
      client.finished(page);
    }
    fields.read(client);
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void close() throws Exception {
    if (client != null) {
      client.close();
    }
    run("umount", disk.toString());
  }

  private void fillDisk() throws IOException {
    for (int block = 1 << 16; block > 0; block /= 16) {
      try (OutputStream junk = Files.newOutputStream(disk.resolve("junk" + block))) {
        while (true) {
          junk.write(new byte[block]);
        }
      } catch (IOException e) {
        assertThat(InputException.isOfFullDisk(e)).as(e.getMessage()).isTrue();
      }
    }
  }

  private void emptyDisk() throws IOException {
    try (Stream<Path> files = Files.list(disk)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void everyChangeSaysSoAndNothingIsHalfWritten() throws Exception {
    Map<String, Long> before = sizes();
    fillDisk();
    Map<String, Integer> statuses = new TreeMap<>();
    for (Route route : client.routes()) {
      if (route.method().equals("POST")) {
        for (HttpResponse<String> answer : honest(route)) {
          String said = route.path() + ": " + answer.body();
          assertThat(answer.statusCode())
              .as(said)
              .satisfiesAnyOf(
                  status -> assertThat(status).isLessThan(500),
                  status -> assertThat(status).isEqualTo(FULL));
          if (answer.statusCode() == FULL) {
            assertThat(answer.body()).contains("the disk is full");
          }
          statuses.merge(route.path(), answer.statusCode(), Math::max);
        }
      }
    }
    assertThat(statuses)
        .containsEntry("/articles/file", FULL)
        .containsEntry("/glossary/accept", FULL)
        .containsEntry("/memory/edit", FULL)
        .containsEntry("/memory/units", FULL)
        .containsEntry("/check/fixes", FULL)
        .containsEntry("/revisions/review", FULL);
    assertThat(client.failures()).isEmpty();
    emptyDisk();
    assertThat(sizes()).isEqualTo(before);
    try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void everyPageSaysSoAndSoDoesTheWorkInTheBackground() throws Exception {
    Files.writeString(folder.resolve("second.zh.txt"), "船到了。\n\n风停了。\n", UTF_8);
    Files.writeString(folder.resolve("second.en.txt"), "The ship came.\n\nThe wind fell.\n", UTF_8);
    fillDisk();
    client.post("/articles/folder");
    String list = "load delay";
    while (list.contains("load delay")) {
      Thread.sleep(50);
      list = client.get("/articles/list").body();
    }
    assertThat(list).contains("the disk is full");
    for (Route route : client.routes()) {
      if (route.method().equals("GET") && !route.path().startsWith("/static/")) {
        HttpResponse<String> answer = client.get(route.path());
        assertThat(answer.statusCode())
            .as(route.path() + ": " + answer.body())
            .matches(status -> status < 500 || status == FULL);
      }
    }
    assertThat(client.failures()).isEmpty();
  }

  private List<HttpResponse<String>> honest(Route route) throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    if (route.maxBody() > Route.FORM) {
      answers.add(
          client.postFile(
              route.path() + "?name=new.zh.txt&document=" + SampleArticle.DOCUMENT,
              "船。\n".repeat(10_000).getBytes(UTF_8)));
      return answers;
    }
    for (Map<String, String> sent : fields.submissions(route.path(), 5)) {
      List<String> form = new ArrayList<>();
      sent.forEach((name, value) -> form.addAll(List.of(name, value)));
      answers.add(client.post(route.path(), form.toArray(String[]::new)));
    }
    return answers;
  }

  /** Files of the folder that people see, with their sizes. */
  private Map<String, Long> sizes() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith("tm/memory.db")) {
          sizes.put(name, Files.size(file));
        }
      }
    }
    return sizes;
  }
}
