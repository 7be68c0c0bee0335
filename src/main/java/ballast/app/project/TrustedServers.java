package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The servers that settings may name, by folder. A {@code ballast.toml} comes with a work tree,
 * perhaps a stranger's, and connecting to a server sends it the user's name. The list belongs to
 * the user, is outside of all work trees, and only the user can read it.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * TrustedServers trusted = new TrustedServers(workplace);
 * MemoryChoice.serverOfSettings(workplace).ifPresent(trusted::add);
 * trusted.list().forEach(entry -> System.out.println(entry.address() + " " + entry.folder()));
 * }</pre>
 */
public final class TrustedServers {

  private final Path file;

  /**
   * A server and the folder whose settings may name it.
   *
   * @param address of the memory on the server; another address needs another entry
   * @param folder of the settings file, without links
   */
  public record Entry(String address, String folder) {

    static Entry of(String address, Path settings) {
      try {
        Path folder = settings.toRealPath().getParent();
        return new Entry(address, String.valueOf(folder));
      } catch (IOException e) {
        throw new InputException(
            "cannot find the folder of \"" + settings + "\"", "check who may read it", e);
      }
    }

    private static Entry parse(String line) {
      String[] cells = line.split("\t", 2);
      return new Entry(cells[0], cells.length == 1 ? "" : cells[1]);
    }
  }

  public TrustedServers(Workplace workplace) {
    this.file = workplace.configuration().resolve("trusted-servers.tsv");
  }

  /** Returns all entries, in the order in which they were added. */
  public List<Entry> list() {
    // A relative path would make the list part of the work tree.
    if (!file.isAbsolute() || !Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file, UTF_8).stream().map(Entry::parse).toList();
    } catch (IOException e) {
      throw new InputException("cannot read \"" + file + "\"", "check who may read it", e);
    }
  }

  boolean holds(Entry entry) {
    return list().contains(entry);
  }

  /** Adds an entry, replacing those of the same folder. */
  public void add(Entry entry) {
    if (entry.folder().chars().anyMatch(Character::isISOControl)) {
      throw new InputException(
          "cannot remember a folder whose name has control characters", "rename the folder");
    }
    List<Entry> entries = others(entry.folder());
    entries.add(entry);
    write(entries);
  }

  public void remove(String folder) {
    write(others(folder));
  }

  private List<Entry> others(String folder) {
    List<Entry> others = new ArrayList<>(list());
    others.removeIf(entry -> entry.folder().equals(folder));
    return others;
  }

  private void write(List<Entry> entries) {
    if (!file.isAbsolute()) {
      throw new InputException(
          "there is no home folder to remember the server in",
          "set XDG_CONFIG_HOME to a folder of your own, or name the memory with BALLAST_TM");
    }
    String text =
        entries.stream()
            .map(entry -> entry.address() + "\t" + entry.folder() + "\n")
            .collect(Collectors.joining());
    try {
      Path folder = Files.createDirectories(file.resolveSibling(""));
      Path temporary = Files.createTempFile(folder, "trusted", ""); // readable only by the user
      Files.writeString(temporary, text, UTF_8);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InputException("cannot write \"" + file + "\"", "check who may write there", e);
    }
  }
}
