package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.file.ExistingFile.SameFile;
import ballast.format.term.GlossaryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a request reads, and those that a project lives on: an output must not replace
 * them, whatever the user has allowed.
 *
 * @param named files and folders that the request names
 * @param pairLists lists of pairs that it names
 * @param keepsGlossaries whether the project's glossaries are kept too; not when it is about
 *     writing one
 */
public record FilesInUse(List<String> named, List<String> pairLists, boolean keepsGlossaries) {

  /** Where Unix shows what it is; Windows has no such file. */
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  public FilesInUse {
    named = List.copyOf(named);
    pairLists = List.copyOf(pairLists);
  }

  /**
   * Stops if an output is one of them, by whatever name or link.
   *
   * @param output as the user gave it
   * @throws InputException if it is
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
    return SameFile.is(file, Project.around(workplace.directory()).memory())
        || MemoryChoice.projectFile(workplace)
            .filter(memory -> SameFile.is(file, memory))
            .isPresent();
  }

  private static boolean isNamed(Path file, String name, Workplace workplace) {
    if (name.indexOf('\0') >= 0) {
      return false; // a text, not a name
    }
    if (name.equals("-")) {
      return Files.isRegularFile(STANDARD_INPUT) && SameFile.is(file, STANDARD_INPUT);
    }
    Path path;
    try {
      path = workplace.resolve(name);
    } catch (InputException notAName) {
      return false;
    }
    if (Files.isDirectory(path)) {
      return Files.exists(file) && filesIn(path).anyMatch(one -> SameFile.is(file, one));
    }
    int colon = name.lastIndexOf(':'); // FILE:WEIGHT
    return SameFile.is(file, path)
        || (colon > 0 && isNamed(file, name.substring(0, colon), workplace));
  }

  private static boolean isMatched(Path file, String name, Workplace workplace) {
    try {
      return name.indexOf('*') >= 0
          && name.indexOf('\0') < 0
          && new NamedFiles(workplace)
              .of(List.of(name)).stream()
                  .anyMatch(one -> SameFile.is(file, workplace.resolve(one)));
    } catch (InputException notAPattern) {
      return false;
    }
  }

  /** The files of a folder that a command would read: those with a language mark, glossaries. */
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
      return Stream.empty(); // the command will say so
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
      // The command will say so.
    }
    return listed.stream().anyMatch(one -> SameFile.is(file, one));
  }

  private static boolean isSettings(Path file, Path directory) {
    return Project.upwards(directory)
        .flatMap(Project::settings)
        .anyMatch(settings -> SameFile.is(file, settings));
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
        .anyMatch(glossary -> SameFile.is(file, glossary));
  }
}
