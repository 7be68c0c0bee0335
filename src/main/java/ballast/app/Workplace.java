package ballast.app;

import ballast.bitext.InputException;
import ballast.memory.MemoryStore;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The surroundings of a use case: the folder to which file names are relative, standard input, the
 * clock, the user with their settings, and the glossaries of the environment.
 *
 * @param directory absolute
 * @param in read for a file called {@code -}
 * @param clock fixed in tests
 * @param author name of the user; empty if unknown
 * @param glossaries files and folders named by the environment, absolute, used instead of the
 *     project's; usually none
 * @param configuration the user's folder for settings of Ballast, which need not exist; not
 *     absolute if the user has no home folder
 */
public record Workplace(
    Path directory,
    InputStream in,
    InstantSource clock,
    String author,
    List<Path> glossaries,
    Path configuration) {

  /** Environment variable for {@link #glossaries}. */
  public static final String GLOSSARIES = "BALLAST_GLOSSARY";

  public Workplace {
    glossaries = List.copyOf(glossaries);
  }

  /** Uses the user settings of this process, without glossaries of the environment. */
  public Workplace(Path directory, InputStream in, InstantSource clock, String author) {
    this(directory, in, clock, author, List.of(), configuration(System.getenv()));
  }

  /** Returns the operating system's folder for user settings. */
  private static Path configuration(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home", ""));
    for (String variable : List.of("XDG_CONFIG_HOME", "APPDATA")) {
      Path folder = Path.of(environment.getOrDefault(variable, ""));
      if (folder.isAbsolute()) {
        return folder.resolve("ballast");
      }
    }
    return home.resolve(".config").resolve("ballast");
  }

  /**
   * Returns the working directory of this process with the system clock, without standard input and
   * author.
   */
  public static Workplace here() {
    return in(Path.of(""));
  }

  /** Does the same as {@link #here} for another folder. */
  public static Workplace in(Path directory) {
    return new Workplace(
        directory.toAbsolutePath(), InputStream.nullInputStream(), Clock.systemUTC(), "");
  }

  public Workplace withAuthor(String person) {
    return new Workplace(directory, in, clock, person, glossaries, configuration);
  }

  /** Returns the same workplace with the user settings given by other environment variables. */
  public Workplace withEnvironment(Map<String, String> environment) {
    return new Workplace(directory, in, clock, author, glossaries, configuration(environment));
  }

  /**
   * Returns the same workplace with glossaries of the environment.
   *
   * @param names files and folders, separated as in {@code PATH}
   * @throws InputException if one of them is not a valid file name
   */
  public Workplace withGlossaries(String names) {
    List<Path> named =
        Arrays.stream(names.split(File.pathSeparator, -1))
            .filter(name -> !name.isBlank())
            .map(this::resolve)
            .toList();
    return new Workplace(directory, in, clock, author, named, configuration);
  }

  /**
   * @param folder absolute
   */
  public Workplace withDirectory(Path folder) {
    return new Workplace(folder, in, clock, author, glossaries, configuration);
  }

  /**
   * Resolves the name of a file.
   *
   * @throws InputException if it is not a valid file name, for example because Java was started in
   *     a locale without Chinese, or the name is in GBK
   */
  public Path resolve(String name) {
    Path path;
    try {
      path = directory.resolve(name);
    } catch (InvalidPathException e) {
      throw UnreadableName.error(name, e);
    }
    if (UnreadableName.isReplaced(name) && !Files.exists(path)) {
      throw UnreadableName.error(name, null);
    }
    return path;
  }

  /** Returns the name of a file relative to the directory, with {@code /} between folders. */
  public String shown(Path file) {
    Path normal = file.normalize();
    Path from = directory.normalize();
    boolean related = normal.getRoot() != null && normal.getRoot().equals(from.getRoot());
    return related ? from.relativize(normal).toString().replace('\\', '/') : normal.toString();
  }

  /** Returns the file of a memory in the form of {@link #shown(Path)}, or the memory's address. */
  public String shown(MemoryStore memory) {
    return memory.localFile().map(this::shown).orElseGet(memory::toString);
  }

  /**
   * Returns all of standard input.
   *
   * @throws InputException if it cannot be read
   */
  public byte[] standardInput() {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new InputException("cannot read standard input: " + e.getMessage(), "give a file", e);
    }
  }
}
