package ballast.app.project;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Workplace;
import ballast.app.check.SettingsChoice.CheckSettingsReader;
import ballast.bitext.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class MemoryChoiceTest extends FolderTest {

  private static final String ADDRESS = "postgresql://db.example/texts?user=ann&memory=team";
  private static final String OF_TEAM = "memory = \"" + ADDRESS + "\"\n";

  private Path below;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    below = Files.createDirectories(folder.resolve("articles"));
  }

  private void settings(String text) throws IOException {
    write("ballast.toml", text);
  }

  private Workplace workplace() {
    Path own = folder.resolve("home");
    return Workplace.in(below).withEnvironment(Map.of("XDG_CONFIG_HOME", own.toString()));
  }

  private String chosen(String name) {
    return new MemoryChoice(name).in(workplace()).toString();
  }

  private void trust() {
    new TrustedServers(workplace()).add(MemoryChoice.serverOfSettings(workplace()).orElseThrow());
  }

  private void assertUntrusted() {
    assertRefused(
            () -> chosen(""),
            "ballast.toml:1:1: memory names a memory on a server",
            "until you allow it: postgresql://")
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .contains("`ballast tm trust`", "--tm", "BALLAST_TM");
  }

  @Test
  void withoutAChoiceItIsTheFileOfTheProject() throws IOException {
    assertThat(chosen("")).isEqualTo(folder.resolve("tm/memory.db").toString());
    settings("# The memory is the usual one.\n[check]\nmax = 3\n");
    assertThat(chosen("")).isEqualTo(folder.resolve("tm/memory.db").toString());
  }

  @Test
  void aNameCountsBeforeTheSettings() throws IOException {
    settings(OF_TEAM);
    assertThat(chosen("own.db")).isEqualTo(below.resolve("own.db").toString());
    trust();
    assertThat(chosen("")).isEqualTo(ADDRESS);
  }

  /** The settings may be a stranger's, and connecting tells the server the user's name. */
  @Test
  void aServerOfTheSettingsIsUsedAfterTheUserHasAllowedItInThisPlace() throws IOException {
    settings(OF_TEAM);
    assertUntrusted();
    assertThat(chosen(ADDRESS)).isEqualTo(ADDRESS);
    assertThat(MemoryChoice.OF_PROJECT.isNamed(workplace())).isTrue();
    trust();
    assertThat(chosen("")).isEqualTo(ADDRESS);
    settings(OF_TEAM.replace("team", "other"));
    assertUntrusted();
    settings(OF_TEAM);
    below = Files.createDirectories(folder.resolve("copy/articles"));
    write("copy/ballast.toml", OF_TEAM);
    Files.createDirectory(folder.resolve("copy/.git"));
    assertUntrusted();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheUserReadsWhatIsAllowed() throws IOException {
    settings(OF_TEAM);
    trust();
    trust();
    Path file = folder.resolve("home/ballast/trusted-servers.tsv");
    assertThat(Files.readString(file, UTF_8))
        .isEqualTo(ADDRESS + "\t" + folder.toRealPath() + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    new TrustedServers(workplace()).remove(folder.toRealPath().toString());
    assertUntrusted();
  }

  /** Java calls the home folder of a user without one "?". */
  @Test
  void withoutAHomeFolderNothingOfTheWorkTreeIsTakenForTheUsersOwnList() throws IOException {
    settings(OF_TEAM);
    Workplace homeless =
        new Workplace(
            below, InputStream.nullInputStream(), Clock.systemUTC(), "", List.of(), Path.of("?"));
    TrustedServers trusted = new TrustedServers(homeless);
    assertThat(trusted.list()).isEmpty();
    TrustedServers.Entry entry = MemoryChoice.serverOfSettings(homeless).orElseThrow();
    assertRefused(() -> trusted.add(entry), "no home folder");
  }

  @Test
  void theMemoryOfATeamNeedsNoTmFolder() throws IOException {
    Files.delete(folder.resolve("tm"));
    settings(OF_TEAM);
    trust();
    assertThat(chosen("")).isEqualTo(ADDRESS);
  }

  @Test
  void aFileInTheSettingsIsRelativeToThem() throws IOException {
    settings("memory = \"shared/team.db\"\n[check]\nmax = 3\n");
    assertThat(chosen("")).isEqualTo(folder.resolve("shared/team.db").toString());
  }

  @Test
  void theCheckReadsTheSettingsAsWell() throws IOException {
    settings(OF_TEAM + "[check]\nmax = 3\n");
    Path file = folder.resolve("ballast.toml");
    assertThat(CheckSettingsReader.read(file, "ballast.toml").defaults().max()).isEqualTo(3);
  }

  @Test
  void aPasswordInTheSettingsIsRefusedAndNotRepeated() throws IOException {
    settings("\nmemory = \"postgresql://ann:geheim@db.example/texts\"\n");
    assertRefused(() -> chosen(""), "ballast.toml:2:1: memory", "holds a password")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void aMemoryThatIsNotATextIsAnError() throws IOException {
    settings("memory = 3\n");
    assertRefused(() -> chosen(""), "memory must be a text in quotation marks");
  }

  @Test
  void noOutputReplacesTheMemoryOfTheSettings() throws IOException {
    settings("memory = \"shared/team.db\"\n");
    FilesInUse files = new FilesInUse(List.of(), List.of(), true);
    write("shared/team.db", "");
    assertRefused(
        () -> files.refuse("../shared/team.db", Workplace.in(below)),
        "is the memory of this project");
  }
}
