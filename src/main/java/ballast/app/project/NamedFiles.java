package ballast.app.project;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Replaces patterns such as {@code articles/*.en.txt} by the names of the files that match. A shell
 * does that itself, unless the pattern is quoted; the one of Windows does not.
 */
public final class NamedFiles {

  private final Workplace workplace;
  private final Notices notices;

  /** Leaves out in silence what cannot be read. */
  public NamedFiles(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  /**
   * @param notices is told what would be among the files and cannot be read
   */
  public NamedFiles(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * The names, each pattern replaced by its files in order; a name that exists is no pattern.
   *
   * @throws InputException if no file matches a pattern
   */
  public List<String> of(List<String> names) {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      if (isPattern(name)) {
        files.addAll(matching(name));
      } else {
        files.add(name);
      }
    }
    return List.copyOf(files);
  }

  /**
   * The files that a folder or a pattern stands for.
   *
   * @return their names below the folder, or below the one in front of the first sign of the
   *     pattern, with the whole name of each; in order
   * @throws InputException if there is none
   */
  public Map<String, String> below(String name) {
    Map<String, String> files = new LinkedHashMap<>();
    if (isPattern(name)) {
      int cut = folder(name.replace('\\', '/')).length();
      matching(name).forEach(file -> files.put(file.substring(cut), file));
    } else {
      FolderFiles found = FolderFiles.of(workplace, name);
      found.names().forEach(file -> files.put(file, FolderFiles.join(name, file)));
      found.leftOut().forEach((file, why) -> leaveOut(FolderFiles.join(name, file), why));
      found
          .unreadable()
          .forEach(
              (file, why) ->
                  leaveOut(FolderFiles.join(name, file), String.valueOf(why.getMessage())));
    }
    return files;
  }

  /** Whether a name may stand for several files: a folder or a pattern. */
  public boolean isOfSeveral(String name) {
    return isPattern(name) || (exists(name) && Files.isDirectory(workplace.resolve(name)));
  }

  private boolean isPattern(String name) {
    return firstWildcard(name) >= 0 && !exists(name);
  }

  /** (Some systems have names with an asterisk.) */
  private boolean exists(String name) {
    try {
      return Files.exists(workplace.resolve(name));
    } catch (InputException notAName) {
      return false;
    }
  }

  private List<String> matching(String written) {
    String pattern = written.replace('\\', '/');
    String folder = folder(pattern);
    String rest = pattern.substring(folder.length());
    // With a slash, a pattern is for this folder and not for any.
    Glob glob = new Glob("./" + rest);
    List<String> files = List.of();
    if (Files.isDirectory(workplace.resolve(folder))) {
      FolderFiles found = FolderFiles.of(workplace, folder, depth(rest));
      Predicate<String> matches = name -> glob.matches("./" + name);
      files = found.names().stream().filter(matches).map(folder::concat).toList();
      found.leftOut().entrySet().stream()
          .filter(entry -> matches.test(entry.getKey()))
          .forEach(entry -> leaveOut(folder + entry.getKey(), entry.getValue()));
    }
    if (files.isEmpty()) {
      throw new InputException(
          "no file matches \"" + written + "\"",
          "* stands for any characters but /, ** for any folders, ? for one character");
    }
    return files;
  }

  private void leaveOut(String name, String why) {
    notices.warn(name + " is left out: " + why);
  }

  /** What stands in front of the first name with a sign in it. */
  private static String folder(String pattern) {
    return pattern.substring(0, pattern.lastIndexOf('/', firstWildcard(pattern)) + 1);
  }

  private static int depth(String pattern) {
    return pattern.contains("**")
        ? Integer.MAX_VALUE
        : (int) pattern.chars().filter(c -> c == '/').count() + 1;
  }

  private static int firstWildcard(String name) {
    int star = name.indexOf('*');
    int mark = name.indexOf('?');
    return star < 0 || mark < 0 ? Math.max(star, mark) : Math.min(star, mark);
  }
}
