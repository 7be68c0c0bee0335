package ballast.cli;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A source file and its translation, as the user named them.
 *
 * @param source name of the source file
 * @param target name of the target file
 * @param document what the memory calls the pair
 */
record Article(String source, String target, String document) {

  private static final Set<String> SOURCE_MARKS = Set.of("zh", "zh-cn", "zh-tw", "cn");

  /**
   * The pairs {@code NAME.zh.EXT} and {@code NAME.en.EXT} in a folder, by name.
   *
   * @throws InputException if there is none, or a source has no translation
   */
  static List<Article> inFolder(Console console, Project project, String folder) {
    List<Article> articles = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (Path file : files(console.resolve(folder), folder)) {
      String name = String.valueOf(file.getFileName());
      String mark = Project.mark(name);
      if (mark == null || !SOURCE_MARKS.contains(mark)) {
        continue;
      }
      int at = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
      String partner = name.substring(0, at) + ".en" + name.substring(name.lastIndexOf('.'));
      if (Files.exists(file.resolveSibling(partner))) {
        articles.add(
            new Article(join(folder, name), join(folder, partner), project.documentName(file)));
      } else {
        alone.add("\"" + join(folder, name) + "\"");
      }
    }
    if (!alone.isEmpty()) {
      throw new InputException(
          "no translation beside " + String.join(", ", alone),
          "name translations like their source, with .en. for .zh., or give both files by name");
    }
    if (articles.isEmpty()) {
      throw new InputException(
          "no article pairs in \"" + folder + "\"",
          "name the files NAME.zh.txt and NAME.en.txt, or give both files by name");
    }
    return articles;
  }

  private static List<Path> files(Path directory, String name) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new InputException("cannot list the folder \"" + name + "\"", "check the name", e);
    }
  }

  private static String join(String folder, String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }
}
