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
 * Expands patterns such as {@code articles/*.en.txt} to the names of matching files. Most shells do
 * so themselves unless the pattern is quoted, but not those of Windows.
 *
 * @param notices receives unreadable files that would match
 */
public record NamedFiles(Workplace workplace, Notices notices) {

  /** Skips unreadable files silently. */
  public NamedFiles(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  /**
   * Returns the names, with each pattern replaced by its files in order. A name that exists is not
   * a pattern.
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
   * Returns the files of a folder or matching a pattern.
   *
   * @return the whole name of each, by its name relative to the folder, or to the folder before the
   *     first wildcard; in order
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

  /** Whether a name may mean several files: a folder or a pattern. */
  public boolean isOfSeveral(String name) {
    return isPattern(name) || (exists(name) && Files.isDirectory(workplace.resolve(name)));
  }

  private boolean isPattern(String name) {
    return firstWildcard(name) >= 0 && !exists(name);
  }

  /** Some systems allow an asterisk in names. */
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
    // With a slash, a pattern applies to this folder only.
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
