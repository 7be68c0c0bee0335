package ballast.workflow.project;

import ballast.bitext.InputException;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files in a folder and in the folders in it. Hidden files and folders are left out, and so are
 * the files by which a word processor marks a document that it has open. Links to files are
 * followed; of links to folders only the folder itself may be one, for others may lead anywhere.
 *
 * @param names relative to the folder, with {@code /}, in order
 * @param linked links to other folders, which were not searched, in order
 * @param unreadable inner folders that cannot be listed, by name, with the reason
 */
public record FolderFiles(
    List<String> names, List<String> linked, Map<String, InputException> unreadable) {

  public FolderFiles {
    names = List.copyOf(names);
    linked = List.copyOf(linked);
    unreadable = Map.copyOf(unreadable);
  }

  /**
   * Lists a folder.
   *
   * @param folder its name, relative to the workplace
   * @throws InputException if it cannot be listed
   */
  public static FolderFiles of(Workplace workplace, String folder) {
    return of(workplace, folder, Integer.MAX_VALUE);
  }

  /**
   * The same, at most {@code depth} folders deep.
   *
   * @param depth 1 for the files of the folder itself
   */
  static FolderFiles of(Workplace workplace, String folder, int depth) {
    try {
      Path root = workplace.resolve(folder).toRealPath();
      Finder finder = new Finder(root, folder);
      Files.walkFileTree(root, Set.of(), depth, finder);
      return new FolderFiles(sorted(finder.names), sorted(finder.linked), finder.unreadable);
    } catch (IOException e) {
      throw cannotList(folder, e);
    }
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  /** The name of a file in a folder, as a user would write it. */
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
    private final List<String> linked = new ArrayList<>();
    private final Map<String, InputException> unreadable = new TreeMap<>();

    Finder(Path root, String folder) {
      this.root = root;
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return !directory.equals(root) && isHidden(directory)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && Files.isRegularFile(file)) {
        names.add(name(file));
      } else if (!isHidden(file) && attributes.isSymbolicLink() && Files.isDirectory(file)) {
        linked.add(name(file));
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

    private String name(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    /** Word marks a document that it has open by a file beside it. */
    private static boolean isHidden(Path file) {
      String name = String.valueOf(file.getFileName());
      return name.startsWith(".") || name.startsWith("~$");
    }
  }
}
