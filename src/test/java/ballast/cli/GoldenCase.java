package ballast.cli;

import ballast.cli.TextArchive.Section;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A golden case: the files it starts with, its commands, and what each of them printed. {@link
 * GoldenTest} describes the form.
 *
 * @param archive the text of the case, in its parts
 */
record GoldenCase(TextArchive archive) {

  private static final String INPUT = "in/";
  private static final String COMMAND = "command";
  private static final List<String> OUTPUTS = List.of("stdout", "stderr", "status");
  private static final Pattern USE = Pattern.compile("use (\\S+)(?: as (\\S+))?");

  /** A shared file, and the name that the case gives it. */
  record Use(String shared, String name) {}

  /**
   * Checks the case.
   *
   * @throws IllegalArgumentException if it has no command, two inputs of one name, a line or a
   *     section that is unknown or stands in the wrong place
   */
  GoldenCase {
    Set<String> inputs = new HashSet<>();
    for (Use use : uses(archive)) {
      require(inputs.add(use.name()), "two inputs have the name " + use.name());
    }
    Set<String> outputs = new HashSet<>(OUTPUTS);
    boolean started = false;
    for (Section section : archive.sections()) {
      String name = section.name();
      if (name.startsWith(INPUT)) {
        require(!started, name + " stands after a command");
        String input = name.substring(INPUT.length());
        require(inputs.add(input), "two inputs have the name " + input);
      } else if (name.equals(COMMAND)) {
        boolean oneLine = !section.escaped() && section.body().matches(".*\\S.*\\n");
        require(oneLine, "each command has a section of one line");
        started = true;
        outputs.clear();
      } else {
        require(OUTPUTS.contains(name), "unknown section " + name);
        require(outputs.add(name), name + " stands twice, or before the first command");
      }
    }
    require(started, "no command");
  }

  static GoldenCase parse(String text) {
    return new GoldenCase(TextArchive.parse(text));
  }

  /** The shared files, in the order of their lines. */
  List<Use> uses() {
    return uses(archive);
  }

  List<Section> inputs() {
    return archive.sections().stream().filter(s -> s.name().startsWith(INPUT)).toList();
  }

  /** The command lines, without the leading {@code ballast}. */
  List<String> commands() {
    return archive.sections().stream()
        .filter(section -> section.name().equals(COMMAND))
        .map(section -> section.body().strip())
        .toList();
  }

  void prepare(Path shared, Path directory) throws IOException {
    for (Use use : uses()) {
      write(directory, use.name(), Files.readAllBytes(shared.resolve(use.shared())));
    }
    for (Section input : inputs()) {
      write(directory, input.name().substring(INPUT.length()), input.content());
    }
  }

  /**
   * This case with other outputs; head, inputs and commands stay as they are.
   *
   * @param outcomes one for each command
   * @throws CharacterCodingException if an output has half a surrogate pair
   */
  GoldenCase with(List<CommandRunner.Outcome> outcomes) throws CharacterCodingException {
    List<Section> sections = new ArrayList<>(inputs());
    int next = 0;
    for (Section section : archive.sections()) {
      if (section.name().equals(COMMAND)) {
        CommandRunner.Outcome outcome = outcomes.get(next++);
        sections.add(section);
        output("stdout", outcome.out()).ifPresent(sections::add);
        output("stderr", outcome.err()).ifPresent(sections::add);
        String status = outcome.status() == 0 ? "" : outcome.status() + "\n";
        output("status", status).ifPresent(sections::add);
      }
    }
    return new GoldenCase(new TextArchive(archive.head(), sections));
  }

  private static Optional<Section> output(String name, String text)
      throws CharacterCodingException {
    return text.isEmpty() ? Optional.empty() : Optional.of(Section.of(name, text));
  }

  private static List<Use> uses(TextArchive archive) {
    List<Use> uses = new ArrayList<>();
    for (String line : archive.head().lines().toList()) {
      Matcher use = USE.matcher(line);
      if (use.matches()) {
        String name = use.group(2) == null ? use.group(1) : use.group(2);
        uses.add(new Use(use.group(1), name));
      } else {
        require(
            line.isEmpty() || line.startsWith("#"),
            "the head has lines \"use FILE\", \"use FILE as NAME\" and \"# comment\", not: "
                + line);
      }
    }
    return uses;
  }

  private static void write(Path directory, String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
