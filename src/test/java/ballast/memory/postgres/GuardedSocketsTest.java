package ballast.memory.postgres;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that say nothing, say too much, or ask for more than they should. */
@Timeout(value = 2, unit = TimeUnit.MINUTES) // of servers that would be waited for without end
final class GuardedSocketsTest {

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final int TWO_GIGABYTES = Integer.MAX_VALUE - 8;

  private static void read(FakeServer server) {
    new PostgresStore(server.memory(), CacheFolder.NONE, PATIENCE).openForReading().close();
  }

  private static void assertGivenUp(ThrowingCallable reading, String why) {
    assertThatThrownBy(reading)
        .isInstanceOf(LostMemoryException.class)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Ballast has given up on the server: it " + why);
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    try (FakeServer server = new FakeServer(FakeServer.Client::keepSilent)) {
      assertGivenUp(() -> read(server), "has not answered for ");
    }
  }

  @Test
  void aServerThatFallsSilentAfterItHasAdmittedTheUserIsGivenUp() {
    FakeServer.Script script =
        client -> {
          if (client.number() == 1) {
            client.greet();
            client.admit();
          }
          client.keepSilent();
        };
    try (FakeServer server = new FakeServer(script)) {
      assertGivenUp(() -> read(server), "has not answered for ");
    }
  }

  /** It does so when it begins to speak TLS. */
  @Test
  void theDriverDoesNotTakeTheLimitAway() throws Exception {
    Properties properties = new Properties();
    GuardedSockets.use(properties, "jdbc:postgresql:db", PATIENCE);
    try (Socket socket = new GuardedSockets(properties).createSocket()) {
      socket.setSoTimeout(0);
      assertThat(socket.getSoTimeout()).isEqualTo((int) PATIENCE.toMillis());
      socket.setSoTimeout(1);
      assertThat(socket.getSoTimeout()).isEqualTo(1);
    }
  }

  /** A server that works for a long time still answers others, if only to refuse them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void longWorkOfAServerThatAnswersASecondConnectionGoesOn(boolean admits) {
    CountDownLatch asked = new CountDownLatch(3);
    FakeServer.Script script =
        client -> {
          client.greet();
          if (client.number() > 1 && !admits) {
            client.sendError("53300", "too many connections");
            asked.countDown();
            return;
          }
          client.admit();
          client.hear();
          if (client.number() > 1) {
            asked.countDown();
            return;
          }
          asked.await();
          client.sendError("57014", "the end of long work");
          client.ready();
          client.keepSilent();
        };
    try (FakeServer server = new FakeServer(script)) {
      assertRefused(() -> read(server), "the end of long work");
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {'R', 'E', 'v'})
  void aMessageOfTwoGigabytesIsRefusedBeforeTheUserIsAdmitted(char type) {
    assertTooLarge(type, FakeServer.Client::greet);
  }

  @ParameterizedTest
  @ValueSource(chars = {'E', 'N', 'T', 'D', 'S', 'C', 'd'})
  void aMessageOfTwoGigabytesIsRefusedAsAnAnswer(char type) {
    assertTooLarge(
        type,
        client -> {
          client.greet();
          client.admit();
          client.hear();
        });
  }

  private static void assertTooLarge(char type, FakeServer.Script beginning) {
    FakeServer.Script script =
        client -> {
          beginning.play(client);
          client.announce(type, TWO_GIGABYTES);
          client.keepSilent();
        };
    try (FakeServer server = new FakeServer(script)) {
      assertGivenUp(() -> read(server), "announces a message of a size");
    }
  }

  @Test
  void messagesAreFollowedWhereverTheyAreCut() throws Exception {
    byte[] talk = "N-----r-S---4-x-".getBytes(UTF_8);
    byte[] sound = {'N', 'R', 0, 0, 0, 8, 0, 0, 0, 0, 'S', 0, 0, 0, 5, 'E', 'Z', 0, 0, 0, 5, 'I'};
    byte[] wrong = {'D', 0x7F, 0, 0, 0};
    for (int cut = 1; cut < sound.length; cut++) {
      GuardedSockets.Messages messages = new GuardedSockets.Messages();
      for (int at = 0; at < sound.length; at += cut) {
        messages.check(sound, at, Math.min(cut, sound.length - at));
      }
      assertThatThrownBy(() -> messages.check(wrong, 0, wrong.length))
          .isInstanceOf(GuardedSockets.BrokenOff.class);
      new GuardedSockets.Messages().check(talk, 0, talk.length); // no message, the driver will say
    }
  }

  /** The driver would send it, in clear or in a form that serves as well. */
  @Test
  void noPasswordIsSentInClearOrAsMd5(@TempDir Path folder) throws Exception {
    for (byte[] asked : List.of(FakeServer.bytes(3), new byte[] {0, 0, 0, 5, 1, 2, 3, 4})) {
      CompletableFuture<String> heard = new CompletableFuture<>();
      FakeServer.Script script =
          client -> {
            client.greet();
            client.send('R', asked);
            heard.complete(client.heard());
          };
      Path passwords = folder.resolve("pgpass");
      Files.writeString(passwords, "*:*:*:*:geheim\n", UTF_8);
      Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
      System.setProperty("org.postgresql.pgpassfile", passwords.toString());
      try (FakeServer server = new FakeServer(script)) {
        assertThatThrownBy(() -> read(server))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("asks for the password in clear or as MD5")
            .extracting(e -> ((InputException) e).hint())
            .asString()
            .contains("scram-sha-256", "password_encryption", "pg_hba.conf");
        assertThat(heard.get(1, TimeUnit.MINUTES)).isEmpty();
      } finally {
        System.clearProperty("org.postgresql.pgpassfile");
      }
    }
  }
}
