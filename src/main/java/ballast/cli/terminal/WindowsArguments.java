package ballast.cli.terminal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a Windows command line. Java's launcher on Windows replaces every character that
 * the system's code page lacks. Therefore {@code ballast.cmd} passes the line in an environment
 * variable, which Java reads unchanged.
 *
 * <p>Splits by the rules of Microsoft's C runtime ("Parsing C command-line arguments"). Expands
 * wildcards in file names like Java's launcher, because no Windows shell does.
 */
public final class WindowsArguments {

  private final Path directory;
  private final List<String> arguments = new ArrayList<>();
  private final StringBuilder argument = new StringBuilder();
  private boolean begun;
  private boolean quoted;
  private boolean wasQuoted;

  private WindowsArguments(Path directory) {
    this.directory = directory;
  }

  /**
   * Splits a command line.
   *
   * @param line the command line without the name of the program; may be ""
   * @param directory the base of wildcards
   */
  public static String[] split(String line, Path directory) {
    WindowsArguments split = new WindowsArguments(directory);
    int at = 0;
    while (at < line.length()) {
      at = split.take(line, at);
    }
    split.end();
    return split.arguments.toArray(String[]::new);
  }

  /** Consumes one character and the backslashes before it, and returns the next position. */
  private int take(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == '\\') {
      at++;
    }
    int backslashes = at - from;
    boolean quote = at < line.length() && line.charAt(at) == '"';
    if (backslashes > 0) {
      // Only before a quotation mark do two backslashes mean one.
      append("\\".repeat(quote ? backslashes / 2 : backslashes));
      if (!quote || backslashes % 2 == 0) {
        return at;
      }
      append("\"");
      return at + 1;
    }
    if (quote) {
      return takeQuote(line, at);
    }
    char sign = line.charAt(at);
    if (!quoted && (sign == ' ' || sign == '\t')) {
      end();
    } else {
      append(String.valueOf(sign));
    }
    return at + 1;
  }

  private int takeQuote(String line, int at) {
    begun = true;
    wasQuoted = true;
    if (quoted && line.startsWith("\"\"", at)) {
      append("\""); // two of them in a quotation mean one
      return at + 2;
    }
    quoted = !quoted;
    return at + 1;
  }

  private void append(String text) {
    begun = true;
    argument.append(text);
  }

  private void end() {
    if (!begun) {
      return;
    }
    String text = argument.toString();
    boolean wild = !wasQuoted && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0);
    List<String> files = wild ? matches(text) : List.of();
    if (files.isEmpty()) {
      arguments.add(text);
    } else {
      arguments.addAll(files);
    }
    argument.setLength(0);
    begun = false;
    wasQuoted = false;
  }

  /**
   * Returns the files whose names match the last part of {@code pattern}, sorted by name; empty if
   * {@code pattern} is not a valid path.
   */
  private List<String> matches(String pattern) {
    int cut = Math.max(pattern.lastIndexOf('\\'), pattern.lastIndexOf('/')) + 1;
    String parent = pattern.substring(0, cut);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(directory.resolve(parent), path -> fits(pattern, cut, path))) {
      found.forEach(path -> names.add(parent + path.getFileName()));
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
    names.sort(null);
    return names;
  }

  private static boolean fits(String pattern, int from, Path file) {
    String name = file.getFileName().toString();
    boolean hidden = name.startsWith(".") && pattern.charAt(from) != '.';
    return !hidden && fits(pattern, from, name, 0);
  }

  private static boolean fits(String pattern, int from, String name, int at) {
    if (from == pattern.length()) {
      return at == name.length();
    }
    char sign = pattern.charAt(from);
    if (sign == '*') {
      return fits(pattern, from + 1, name, at)
          || (at < name.length() && fits(pattern, from, name, at + 1));
    }
    return at < name.length()
        && (sign == '?' || Character.toLowerCase(sign) == Character.toLowerCase(name.charAt(at)))
        && fits(pattern, from + 1, name, at + 1);
  }
}
