package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.format.term.GlossaryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that a request reads, and essential files of the project. An output must not replace them,
 * whatever the user has allowed.
 *
 * @param keepsGlossaries whether to protect the project's glossaries too; not if the request writes
 *     one
 */
public record FilesInUse(List<String> named, List<String> pairLists, boolean keepsGlossaries) {

  /** Path of standard input on Unix; Windows has no such file. */
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  public FilesInUse {
    named = List.copyOf(named);
    pairLists = List.copyOf(pairLists);
  }

  /**
   * @throws InputException if the output is one of the files, by whatever name or link
   */
  public void refuse(String output, Workplace workplace) {
    Path file = workplace.resolve(output);
    refuse(isMemory(file, workplace), output, "is the memory of this project");
    for (String name : named) {
      refuse(isNamed(file, name, workplace), output, "is read by this command");
      refuse(isMatched(file, name, workplace), output, "is read by this command");
    }
    if (!Files.exists(file)) {
      return; // nothing can be lost
    }
    for (String list : pairLists) {
      refuse(isListed(file, workplace.resolve(list)), output, "is read by this command");
    }
    refuse(isSettings(file, workplace.directory()), output, "holds the settings of this project");
    refuse(keepsGlossaries && isGlossary(file, workplace), output, "is a glossary of this project");
  }

  private static void refuse(boolean isInUse, String output, String why) {
    if (isInUse) {
      throw new InputException(
          "cannot write \"" + output + "\": it " + why,
          "give another name; not even --force replaces this file");
    }
  }

  private static boolean isMemory(Path file, Workplace workplace) {
    return OutputFile.isSame(file, Project.around(workplace.directory()).memory())
        || MemoryChoice.projectFile(workplace)
            .filter(memory -> OutputFile.isSame(file, memory))
            .isPresent();
  }

  private static boolean isNamed(Path file, String name, Workplace workplace) {
    if (name.indexOf('\0') >= 0) {
      return false; // a text, not a name
    }
    if (name.equals("-")) {
      return Files.isRegularFile(STANDARD_INPUT) && OutputFile.isSame(file, STANDARD_INPUT);
    }
    Path path;
    try {
      path = workplace.resolve(name);
    } catch (InputException notAName) {
      return false;
    }
    if (Files.isDirectory(path)) {
      return Files.exists(file) && filesIn(path).anyMatch(one -> OutputFile.isSame(file, one));
    }
    int colon = name.lastIndexOf(':'); // FILE:WEIGHT
    return OutputFile.isSame(file, path)
        || (colon > 0 && isNamed(file, name.substring(0, colon), workplace));
  }

  private static boolean isMatched(Path file, String name, Workplace workplace) {
    try {
      return name.indexOf('*') >= 0
          && name.indexOf('\0') < 0
          && new NamedFiles(workplace)
              .of(List.of(name)).stream()
                  .anyMatch(one -> OutputFile.isSame(file, workplace.resolve(one)));
    } catch (InputException notAPattern) {
      return false;
    }
  }

  private static Stream<Path> filesIn(Path folder) {
    try {
      Path root = folder.toRealPath();
      try (Stream<Path> files = Files.walk(root)) {
        List<Path> articles =
            files
                .filter(file -> MarkedName.of(root.relativize(file).toString()).isMarked())
                .toList();
        return Stream.concat(
            articles.stream(), GlossaryReader.filesIn(root, root.toString()).stream());
      }
    } catch (IOException | UncheckedIOException unreadable) {
      return Stream.empty(); // reported by the command
    }
  }

  private static boolean isListed(Path file, Path list) {
    List<Path> listed = new ArrayList<>();
    try {
      for (String line : new String(Files.readAllBytes(list), UTF_8).lines().toList()) {
        for (String cell : line.split("\t", -1)) {
          listed.add(list.resolveSibling(cell.strip()));
        }
      }
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      // Reported by the command.
    }
    return listed.stream().anyMatch(one -> OutputFile.isSame(file, one));
  }

  private static boolean isSettings(Path file, Path directory) {
    return Project.upwards(directory)
        .flatMap(
            folder ->
                Stream.concat(Project.settings(folder), Stream.of(folder.resolve(Project.RATES))))
        .anyMatch(settings -> OutputFile.isSame(file, settings));
  }

  private static boolean isGlossary(Path file, Workplace workplace) {
    List<Path> places = new ArrayList<>(workplace.glossaries());
    Project.glossary(workplace.directory()).ifPresent(places::add);
    return places.stream()
        .flatMap(
            place ->
                Files.isDirectory(place)
                    ? GlossaryReader.filesIn(place, place.toString()).stream()
                    : Stream.of(place))
        .anyMatch(glossary -> OutputFile.isSame(file, glossary));
  }
}
