package ballast.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.UnitFileImport;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.PinnedBead;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;

/** A folder with a memory, and a browser without scripts that looks at its pages. */
public abstract class RoomTest extends FolderTest {

  @SuppressWarnings("NullAway.Init") // opened by each test
  protected WorkbenchClient client;

  @AfterEach
  protected final void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  /** Requests a path, which must be answered with this status. */
  final HttpResponse<String> get(int status, String path) throws Exception {
    return assertStatus(status, client.get(path));
  }

  /** Sends a form, which must be answered with this status. */
  final HttpResponse<String> post(int status, String path, String... fields) throws Exception {
    return assertStatus(status, client.post(path, fields));
  }

  /** Sends a file, which must be answered with this status. */
  final String postFile(int status, String path, byte[] content) throws Exception {
    return assertStatus(status, client.postFile(path, content)).body();
  }

  private static HttpResponse<String> assertStatus(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(status);
    return answer;
  }

  final HttpResponse<String> edit(int status, String path, Unit unit, String known, String target)
      throws Exception {
    return post(status, path, "unit", unit.id(), "known", known, "target", target);
  }

  /** The parts of a page that answer a form. */
  final Document parts(String path, String... fields) throws Exception {
    return Jsoup.parse(client.post(path, fields).body());
  }

  /** Looks at pages, none of which may write anything. */
  final void assertOnlyRead(List<String> paths) throws Exception {
    List<String> names = names();
    List<CommandInfo> commands = commands();
    for (String path : paths) {
      client.page(path);
    }
    assertThat(commands()).isEqualTo(commands);
    assertThat(names()).isEqualTo(names);
  }

  /** A workbench in another folder, which has no memory. */
  final WorkbenchClient openEmptyFolder() throws Exception {
    Path empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("tm"));
    return WorkbenchClient.open(empty);
  }

  protected MemoryStore memory() {
    return memory(folder);
  }

  protected static MemoryStore memory(Path folder) {
    return Memories.at(folder.resolve("tm/memory.db"));
  }

  final void take(CharSequence units) throws IOException {
    write("units.tsv", units);
    take(folder, "units.tsv");
  }

  /** Imports a file of units into the memory of its folder. */
  public static void take(Path folder, String name) throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    new UnitFileImport(Workplace.in(folder), Notices.NONE)
        .run(UnitFileImport.Request.of(memory(folder), name));
  }

  /** Aligns the article {@code NAME.zh.txt} and {@code NAME.en.txt} of a folder. */
  public static void align(Path folder, String name) throws IOException {
    align(folder, name + ".zh.txt", name + ".en.txt");
  }

  public static void align(Path folder, String source, String target) throws IOException {
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(ArticleAlignment.Request.of(source, target).recording(Recording.in(memory(folder))));
  }

  protected final void correctElsewhere(Unit unit, String target) {
    new MemoryEdits(Workplace.in(folder))
        .correct(
            EditScope.of(memory()), unit.id(), unit.target(), target, Lexicon.bundledWhenNeeded());
  }

  protected final List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = memory().openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  /** The beads of a document that a person has set or confirmed. */
  protected final List<PinnedBead> pins(String document) {
    try (Memory memory = memory().openForReading()) {
      return memory.pins(document);
    }
  }

  final Unit unit(String part) {
    return units().stream().filter(unit -> unit.target().contains(part)).findFirst().orElseThrow();
  }

  final List<CommandInfo> commands() {
    try (Memory memory = memory().openForReading()) {
      return memory.care().commands(100);
    }
  }

  /** The files of the folder, but for those that SQLite makes while it reads a memory. */
  final List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> !name.matches(".*-(shm|wal)"))
          .sorted()
          .toList();
    }
  }
}
