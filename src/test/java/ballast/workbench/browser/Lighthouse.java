package ballast.workbench.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An article whose translation has a sentence at another place, one too many, two in another order,
 * one left out, a wrong number and another word for a term.
 */
final class Lighthouse {

  /** Its name once it was dropped. */
  static final String DOCUMENT = "tm/articles/lighthouse";

  /** How many it has in the evening. */
  static final int UNITS = 37;

  /** The beads that are set right by hand, as they must be in the evening. */
  static final List<String> SET_RIGHT =
      List.of(
          "他说，海是会说话的，只是说得很慢。"
              + " = As for the ocean, it has a voice of its own for those with patience.",
          "船上有六个人，最小的只有八岁。 = There were six people on board."
              + " The youngest was only eight. He was hardly more than a little boy.",
          "他提着油桶，又爬上了灯塔。 = He took the oil can and climbed the lighthouse again.",
          "风把他的帽子吹走了。 = The wind blew his hat away.",
          "收音机坏了。 = The radio was broken,",
          "他只能听风的声音。 = so he could only listen to the sound of the wind.",
          "老陈没有说话。 = Old Chen said nothing. Not a single word did he utter that day.");

  static final String NUMBER =
      "Old Chen divided the rice into forty portions and ate one of them each day.";

  static final String TERM = "They said it was the lighthouse that had saved their lives.";

  private static final List<String> NAMES = List.of("lighthouse.zh.txt", "lighthouse.en.txt");

  private Lighthouse() {}

  static List<Path> putOn(Path desk) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : NAMES) {
      try (InputStream text = Lighthouse.class.getResourceAsStream(name)) {
        Files.copy(Objects.requireNonNull(text), desk.resolve(name));
      }
      files.add(desk.resolve(name));
    }
    return files;
  }

  static void goOn(Path folder) throws IOException {
    add(folder.resolve(NAMES.get(0)), "\n有人问起那座灯塔。\n");
    add(folder.resolve(NAMES.get(1)), "\nPeople still ask about that lighthouse.\n");
  }

  private static void add(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8, StandardOpenOption.APPEND);
  }
}
