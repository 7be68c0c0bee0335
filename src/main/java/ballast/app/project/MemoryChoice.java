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
 * Selects the memory to use.
 *
 * @param name a file, or the address of a memory on a server, as the user gave it. Empty for the
 *     project's memory: the key {@code memory} of the nearest {@code ballast.toml}, otherwise
 *     {@code tm/memory.db}
 */
public record MemoryChoice(String name) {

  public static final MemoryChoice OF_PROJECT = new MemoryChoice("");

  /** Key of {@code ballast.toml}. */
  public static final String KEY = "memory";

  /**
   * Returns the memory, which need not exist.
   *
   * @throws InputException if the name, the address or the {@code ballast.toml} cannot be read, if
   *     an address contains a password, or if the {@code ballast.toml} names a server that the user
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

  /** Returns the file of the project's memory; empty if it is on a server. */
  static Optional<Path> projectFile(Workplace workplace) {
    return ofSettings(workplace).map(Named::store).orElseGet(() -> usual(workplace)).localFile();
  }

  /** Returns the server named by the nearest {@code ballast.toml}; empty if there is none. */
  public static Optional<TrustedServers.Entry> serverOfSettings(Workplace workplace) {
    return ofSettings(workplace).filter(Named::isOnServer).map(Named::entry);
  }

  /**
   * Whether the user or a {@code ballast.toml} names the memory, so that it must exist.
   *
   * @throws InputException as {@link #in}
   */
  public boolean isNamed(Workplace workplace) {
    return !name.isEmpty() || ofSettings(workplace).isPresent();
  }

  private record Named(MemoryStore store, Setting setting, Path file) {

    boolean isOnServer() {
      return store.localFile().isEmpty();
    }

    TrustedServers.Entry entry() {
      return TrustedServers.Entry.of(store.toString(), file);
    }

    /**
     * Settings come with a work tree, and connecting would send the user's name to a stranger's
     * server.
     */
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

  /**
   * Most files do not contain the key, and the classes that read them take longer to load than a
   * search takes.
   */
  private static boolean mayName(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8).contains(KEY);
    } catch (IOException e) {
      return true; // reported when the file is read
    }
  }

  /** Returns the memory named by a setting of {@code file}. File names are relative to it. */
  private static MemoryStore read(Setting setting, Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try {
      return Memories.named(setting.text(), name -> NamedPath.of(setting, folder));
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage());
      // Errors about paths already name the setting.
      throw message.startsWith(setting.where().toString())
          ? e
          : setting.wrong("names a memory that cannot be used: " + message, e.hint());
    }
  }
}
