package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.file.SettingsFile;
import ballast.format.file.SettingsFile.Setting;
import ballast.memory.MemoryStore;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which memory is used.
 *
 * @param name as the user gave it: a file, or the address of a memory on a server; empty for the
 *     one of the project: the key {@code memory} of the nearest {@code ballast.toml}, else {@code
 *     tm/memory.db}
 */
public record MemoryChoice(String name) {

  /** The one of the project. */
  public static final MemoryChoice OF_PROJECT = new MemoryChoice("");

  /** The key of {@code ballast.toml}. */
  public static final String KEY = "memory";

  /**
   * The memory, which need not exist.
   *
   * @throws InputException if the name, the address or the {@code ballast.toml} cannot be read, if
   *     an address holds a password, or if the {@code ballast.toml} names a server that the user
   *     does not trust
   */
  public MemoryStore in(Workplace workplace) {
    if (!name.isEmpty()) {
      return Memories.named(name, workplace::resolve);
    }
    Optional<Named> named = ofSettings(workplace);
    if (named.isEmpty()) {
      return usual(workplace);
    }
    named.get().requireTrust(workplace);
    return named.get().store();
  }

  private static MemoryStore usual(Workplace workplace) {
    return Memories.at(Project.around(workplace.directory()).memory());
  }

  /** The file of the memory of the project; empty if a server holds it. */
  static Optional<Path> projectFile(Workplace workplace) {
    return ofSettings(workplace).map(Named::store).orElseGet(() -> usual(workplace)).localFile();
  }

  /** The server that the nearest {@code ballast.toml} names; empty if it names none. */
  public static Optional<TrustedServers.Entry> serverOfSettings(Workplace workplace) {
    return ofSettings(workplace).filter(Named::isOnServer).map(Named::entry);
  }

  /**
   * Whether the user or a {@code ballast.toml} names it, so that it is missed if it is not there.
   *
   * @throws InputException as {@link #in}
   */
  public boolean isNamed(Workplace workplace) {
    return !name.isEmpty() || ofSettings(workplace).isPresent();
  }

  /** The memory that a setting of a file names. */
  private record Named(MemoryStore store, Setting setting, Path file) {

    boolean isOnServer() {
      return store.localFile().isEmpty();
    }

    TrustedServers.Entry entry() {
      return TrustedServers.Entry.of(store.toString(), file);
    }

    /** Settings come with a work tree, and connecting tells a stranger's server the user's name. */
    void requireTrust(Workplace workplace) {
      if (isOnServer() && !new TrustedServers(workplace).holds(entry())) {
        throw setting.wrong(
            "names a memory on a server, which Ballast does not use until you allow it: " + store,
            "if you know this server, run `ballast tm trust` in that folder; otherwise name a"
                + " memory with --tm or BALLAST_TM");
      }
    }
  }

  private static Optional<Named> ofSettings(Workplace workplace) {
    Optional<Path> file = SettingsFinder.find(workplace, List.of());
    if (file.isEmpty() || !mayName(file.get())) {
      return Optional.empty();
    }
    Setting settings = SettingsFile.read(file.get(), workplace.shown(file.get())).table().get(KEY);
    return Optional.ofNullable(settings)
        .map(setting -> new Named(read(setting, file.get()), setting, file.get()));
  }

  /** Most files do not; the classes that read them take longer to load than a search takes. */
  private static boolean mayName(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8).contains(KEY);
    } catch (IOException e) {
      return true; // reading it will say so
    }
  }

  /** The memory that a setting of {@code file} names; the name of a file is relative to it. */
  private static MemoryStore read(Setting setting, Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try {
      return Memories.named(setting.text(), name -> NamedPath.of(setting, folder));
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage());
      // What is wrong with a path already names the setting.
      throw message.startsWith(setting.where().toString())
          ? e
          : setting.wrong("names a memory that cannot be used: " + message, e.hint());
    }
  }
}
