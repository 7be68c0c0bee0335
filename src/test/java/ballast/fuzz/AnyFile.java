package ballast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.cli.CommandRunner;
import ballast.cli.terminal.MessageStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder for one file of any content, and what must hold when Ballast reads it: it is read, or
 * refused by an {@link InputException} whose message and hint are one harmless line each. Any other
 * exception or error goes on to the caller, who has found a mistake.
 */
final class AnyFile {

  /** A message is read by a person; a longer one quotes too much of the file. In UTF-16 units. */
  private static final int MAX_MESSAGE = 2000;

  private final Path folder;

  AnyFile(Path folder) {
    this.folder = folder;
  }

  @FunctionalInterface
  interface Reading {
    void into(OutputStream result) throws IOException;
  }

  Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  Workplace workplace() {
    return Workplace.in(folder);
  }

  /**
   * Reads.
   *
   * @return the result; empty if the file was refused
   */
  Optional<byte[]> read(Reading reading) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try {
      reading.into(result);
    } catch (CharacterCodingException e) {
      return Optional.empty(); // not UTF-8, which the reader of the file says
    } catch (InputException e) {
      assertMessage(String.valueOf(e.getMessage()));
      if (!e.hint().isEmpty()) {
        assertMessage(e.hint());
      }
      return Optional.empty();
    }
    return Optional.of(result.toByteArray());
  }

  /** Runs a command line in the folder; it may find, and may refuse, but neither fail nor forge. */
  CommandRunner.Outcome run(String line) {
    CommandRunner.Outcome outcome = new CommandRunner(folder).run(line.split(" "));
    assertThat(outcome.status()).as(outcome.err()).isBetween(0, 2);
    assertHarmless(outcome.err());
    return outcome;
  }

  Notices notices() {
    return new Notices() {
      @Override
      public void say(String message) {
        assertMessage(message);
      }

      @Override
      public void detail(String message) {
        assertMessage(message);
      }

      @Override
      public void warn(String message) {
        assertMessage(message);
      }
    };
  }

  private static void assertMessage(String message) {
    assertThat(message).isNotBlank();
    assertThat(message.length()).as(message).isLessThan(MAX_MESSAGE);
    StringWriter printed = new StringWriter();
    new MessageStream(printed).println(message);
    assertHarmless(printed.toString());
    assertThat(printed.toString().lines()).as(message).hasSize(1);
  }

  private static void assertHarmless(String printed) {
    assertThat(printed).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]");
    assertThat(printed).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069\u2028\u2029]");
  }
}
