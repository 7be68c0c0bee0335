package ballast.app.project;

import ballast.app.UnreadableName;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.unit.UnitFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files in a folder and its subfolders. Hidden files and folders, and lock files of word
 * processors, are skipped. Links to files are followed inside the git work tree or, outside of one,
 * inside the folder. Links to folders are not followed, except for the folder itself, because they
 * may lead anywhere.
 *
 * @param names relative to the folder, with {@code /}, in order
 * @param leftOut names not read, with the reason, in order: links to other folders, links to files
 *     elsewhere, and folders, articles and files of units with unreadable names
 * @param unreadable subfolders that cannot be listed, by name, with the reason
 */
public record FolderFiles(
    List<String> names, Map<String, String> leftOut, Map<String, InputException> unreadable) {

  private static final String LINKED =
      "it is a link to another folder, which was not searched; name it to have it read";

  private static final String LINKED_ELSEWHERE =
      "it is a link to a file outside the work tree; name that file itself to have it read";

  public FolderFiles {
    names = List.copyOf(names);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    unreadable = Map.copyOf(unreadable);
  }

  /**
   * Lists a folder.
   *
   * @throws InputException if it cannot be listed
   */
  public static FolderFiles of(Workplace workplace, String folder) {
    return of(workplace, folder, Integer.MAX_VALUE);
  }

  /**
   * @param depth maximum depth; 1 for the files of the folder itself
   */
  static FolderFiles of(Workplace workplace, String folder, int depth) {
    try {
      Path root = workplace.resolve(folder).toRealPath();
      Finder finder = new Finder(root, folder);
      Files.walkFileTree(root, Set.of(), depth, finder);
      return new FolderFiles(finder.sorted(), finder.leftOut, finder.unreadable);
    } catch (IOException e) {
      throw cannotList(folder, e);
    }
  }

  /** Returns the name of a file in a folder, as a user would write it. */
  public static String join(String folder, String name) {
    return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  private static InputException cannotList(String name, IOException e) {
    return new InputException(
        "cannot list the folder \"" + name + "\"", "check who may read it", e);
  }

  private static final class Finder extends SimpleFileVisitor<Path> {

    private final Path root;
    private final String folder;
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> leftOut = new TreeMap<>();
    private final Map<String, InputException> unreadable = new TreeMap<>();

    Finder(Path root, String folder) {
      this.root = root;
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      if (directory.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      Optional<UnreadableName> unreadable = UnreadableName.of(directory.getFileName());
      unreadable.ifPresent(name -> leaveOut(directory, name));
      return isHidden(directory) || unreadable.isPresent()
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      Optional<UnreadableName> unreadable = UnreadableName.of(file.getFileName());
      if (unreadable.isPresent()) {
        unreadable.filter(Finder::isWanted).ifPresent(name -> leaveOut(file, name));
      } else if (Files.isRegularFile(file)) {
        if (attributes.isSymbolicLink() && WorkTree.isLeftBy(file, root)) {
          leftOut.put(name(file), LINKED_ELSEWHERE);
        } else {
          names.add(name(file));
        }
      } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
        leftOut.put(name(file), LINKED);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      unreadable.put(name(file), cannotList(join(folder, name(file)), e));
      return FileVisitResult.CONTINUE;
    }

    private void leaveOut(Path file, UnreadableName name) {
      String parent = name(file.resolveSibling(""));
      leftOut.put(join(parent, name.shown()), name.reason());
    }

    private static boolean isWanted(UnreadableName name) {
      return ArticleFormat.isOne(name.shown()) || UnitFile.isOne(name.shown());
    }

    List<String> sorted() {
      return names.stream().sorted().toList();
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    /** Word marks an open document by a file next to it. */
    private static boolean isHidden(Path file) {
      String name = String.valueOf(file.getFileName());
      return name.startsWith(".") || name.startsWith("~$");
    }
  }
}
