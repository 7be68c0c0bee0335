package ballast.memory.opening;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoriesTest {

  private static final Path FOLDER = Path.of("/work");

  @Test
  void anAddressIsThatOfAServer() {
    String address = "postgresql://localhost/db?user=ann&memory=team";
    assertThat(Memories.named(address, FOLDER::resolve)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tm/memory.db", "postgresql.db", "postgresql", "sql:x", "C:\\tm\\m.db", "a:/b"})
  void everythingElseIsAFile(String name) {
    assertThat(Memories.named(name, FOLDER::resolve)).hasToString(FOLDER.resolve(name).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://h/d",
        "PostgreSQL://h/d",
        "postgresql:d",
        "postgresql://a:b@h/d",
        "jdbc:postgresql://h/d?user=a&password=b",
        "mysql://h/d"
      })
  void whatBeginsLikeAnAddressIsNotTakenForAFile(String name) {
    assertRefused(() -> Memories.named(name, FOLDER::resolve), "the address of the memory");
  }
}
