package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge loads few classes that its page has not loaded, so its code is in few places. */
final class MergeClassesTest {

  private static final int MOST = 20;
  private static final Pattern LOADED = Pattern.compile("(ballast\\.[\\w.$]+) source: ");

  @TempDir Path folder;

  @Test
  void aMergeLoadsAtMostTwentyFurtherClasses() throws Exception {
    Files.writeString(folder.resolve("a.zh.txt"), "渡船靠了岸。三个人下了船。\n\n到了中午，鱼卖完了。\n");
    Files.writeString(
        folder.resolve("a.en.txt"),
        "The ferry landed. Three people got off.\n\nBy noon, the fish had sold out.\n");
    RoomTest.align(folder, "a");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout",
            "-cp",
            System.getProperty("java.class.path"),
            MergeClassesTest.class.getName(),
            folder.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    Set<String> loaded = new TreeSet<>();
    LOADED
        .matcher(
            output.substring(output.indexOf("the merge begins"), output.indexOf("merged: 200")))
        .results()
        .map(found -> found.group(1))
        .filter(name -> !name.contains("$$Lambda"))
        .forEach(loaded::add);
    assertThat(loaded).contains("ballast.app.align.BeadMove").hasSizeLessThanOrEqualTo(MOST);
  }

  /** Merges in the workbench of a folder, after all that its page asks for. */
  public static void main(String[] folder) throws Exception {
    try (WorkbenchClient client = WorkbenchClient.open(Path.of(folder[0]))) {
      client.get("/align/open?document=a");
      String state =
          Objects.requireNonNull(client.page("/align?document=a").getElementById("align"))
              .attr("data-state");
      String shown = "?document=a&state=" + state;
      client.get("/align/rows" + shown + "&from=0&to=3");
      client.get("/align/bead" + shown + "&bead=0");
      client.get("/align/looks" + shown);
      System.out.println("the merge begins");
      int status =
          client
              .post("/align/move", "document", "a", "state", state, "move", "merge", "bead", "0")
              .statusCode();
      System.out.println("merged: " + status);
    }
  }
}
