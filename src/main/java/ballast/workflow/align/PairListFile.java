package ballast.workflow.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.table.ColumnRole;
import ballast.workflow.Workplace;
import ballast.workflow.project.Project;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list of pairs: {@code source TAB target [TAB document]} per line, UTF-8 with or without a
 * byte order mark. A first line may name the columns. Blank lines and lines that begin with {@code
 * #} are comments. Names are relative to the list's folder, so that the list and its articles can
 * be moved together.
 */
final class PairListFile {

  private static final int MAX_CELLS = 3;

  private static final Set<ColumnRole> SOURCES = Set.of(ColumnRole.SOURCE, ColumnRole.SOURCE_TEXT);

  private final Workplace workplace;
  private final Project project;
  private final String name;
  private final TakenPairs taken = new TakenPairs("the third column");

  private PairListFile(Workplace workplace, Project project, String name) {
    this.workplace = workplace;
    this.project = project;
    this.name = name;
  }

  /**
   * The pairs of a list. A faulty row becomes a {@link PairList.Unusable}.
   *
   * @throws InputException if the list cannot be read or has no row
   */
  static PairList read(Workplace workplace, Project project, String name) {
    return new PairListFile(workplace, project, name).read();
  }

  private PairList read() {
    List<PairList.Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text().lines().toList()) {
      number++;
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        if (!entries.isEmpty() || !isHead(line)) {
          entries.add(entry(name + ":" + number, line));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new InputException(
          "the list \"" + name + "\" names no pairs",
          "write one per line: SOURCE, a tab, TARGET, optionally a tab and the document's name");
    }
    return new PairList(entries);
  }

  /** Whether a line names the columns, in their order: source, target and perhaps document. */
  private static boolean isHead(String line) {
    List<Optional<ColumnRole>> roles = Arrays.stream(line.split("\t")).map(ColumnRole::of).toList();
    return roles.size() > 1
        && roles.get(0).filter(SOURCES::contains).isPresent()
        && roles.get(1).equals(Optional.of(ColumnRole.TARGET_TEXT));
  }

  private String text() {
    Path file = workplace.resolve(name);
    if (Files.isDirectory(file)) {
      throw new InputException(
          "cannot read the list \"" + name + "\": it is a folder",
          "leave --pairs out to align a folder");
    }
    if (!Files.exists(file)) {
      throw new InputException(
          "cannot read the list \"" + name + "\": the file does not exist",
          "check the name and the folder");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(
          "cannot read the list \"" + name + "\": it is not UTF-8", "save it as UTF-8", e);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the list \"" + name + "\": " + e.getMessage(),
          "check who may read the file",
          e);
    }
  }

  private PairList.Entry entry(String place, String line) {
    try {
      return pair(place, line);
    } catch (InputException e) {
      return new PairList.Unusable(
          place, new InputException(place + ": " + e.getMessage(), e.hint(), e));
    }
  }

  private PairList.Pair pair(String place, String line) {
    List<String> cells = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
    if (cells.size() < 2 || cells.get(0).isEmpty() || cells.get(1).isEmpty()) {
      throw new InputException(
          filled < 2 ? "there is one column, not two" : "the source or the target is missing",
          "write SOURCE, a tab, TARGET; spaces and commas do not separate columns");
    }
    if (cells.stream().skip(MAX_CELLS).anyMatch(cell -> !cell.isEmpty())) {
      throw new InputException(
          "there are " + cells.size() + " columns, at most three are allowed",
          "write SOURCE, TARGET and the document's name");
    }
    if (cells.get(0).equals("-") || cells.get(1).equals("-")) {
      throw new InputException("standard input cannot be in a list", "name a file");
    }
    Path source = file(cells.get(0));
    Path target = file(cells.get(1));
    String document = cells.size() < MAX_CELLS ? "" : cells.get(2);
    if (document.isEmpty()) {
      document = project.documentName(source);
    }
    taken.take(place, List.of(source, target), document);
    return new PairList.Pair(
        place, new Article(shown(cells.get(0)), shown(cells.get(1)), document));
  }

  private Path file(String cell) {
    return workplace.resolve(shown(cell)).normalize();
  }

  /** The name of a file relative to the working directory. */
  private String shown(String cell) {
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    boolean absolute = workplace.resolve(cell).equals(Path.of(cell));
    return absolute ? cell : name.substring(0, cut) + cell;
  }
}
