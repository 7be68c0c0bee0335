package ballast.lexicon;

import static ballast.bitext.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.lexicon.train.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files give a clear error, never a crash or a wrong answer. */
class LexiconFileTest {

  @TempDir Path folder;
  private byte[] bytes = new byte[0];

  @BeforeEach
  void train() throws IOException {
    bytes = Samples.train(folder, 1).bytes();
  }

  @Test
  void noticesEveryFlippedByte() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      assertThatThrownBy(() -> Lexicon.of(damaged))
          .as("byte " + at)
          .isInstanceOf(DamagedException.class);
    }
  }

  @Test
  void noticesAShortAndALongFile() {
    for (int length = 0; length < bytes.length; length += 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Lexicon.of(cut)).isInstanceOf(DamagedException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> Lexicon.of(longer)).isInstanceOf(DamagedException.class);
  }

  /** A forged file can have a correct checksum. */
  @Test
  void survivesNonsenseWithARightChecksum() {
    int refused = 0;
    for (long seed = 0; seed < 4000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] forged = bytes.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        forged[9 + random.nextInt(bytes.length - 13)] = (byte) random.nextInt(256);
      }
      try {
        useAll(Lexicon.of(signed(forged)));
      } catch (DamagedException | InputException e) {
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  /** The notes announce more letters than the file has bytes. */
  @Test
  void isDamagedIfAnArrayGoesOnBehindTheEnd() {
    ByteBuffer.wrap(bytes).putInt(9, Integer.MAX_VALUE);
    assertThatThrownBy(() -> Lexicon.of(signed(bytes)))
        .isInstanceOf(DamagedException.class)
        .hasMessage("it ends too early");
  }

  @Test
  void namesTheFileAndTheRemedy() throws IOException {
    bytes[20] ^= 1;
    Path file = Files.write(folder.resolve("坏.lexicon"), bytes);
    assertRefused(() -> Lexicon.open(file), "坏.lexicon", "checksum");
    assertRefused(() -> Lexicon.open(folder.resolve("none")));
    assertRefused(() -> Lexicon.open(folder));
  }

  @ParameterizedTest
  @ValueSource(bytes = {2, 9})
  void refusesOtherVersions(byte version) throws IOException {
    bytes[8] = version;
    Path file = Files.write(folder.resolve("other.lexicon"), signed(bytes));
    assertRefused(() -> Lexicon.open(file))
        .hasMessage(
            "cannot read the lexicon \"%s\": it has version %d, this Ballast reads version 3",
            file, version)
        .extracting("hint")
        .asString()
        .contains("train it again");
  }

  private static void useAll(Lexicon lexicon) {
    for (int word = 0; word < lexicon.chineseWords(); word++) {
      lexicon.chineseWord(word);
      lexicon.chineseShare(word);
      lexicon.translations(word, (english, there, back, links) -> lexicon.englishWord(english));
    }
    lexicon.words().read("压舱石让船很稳 the ballast stone");
    lexicon.readings('行');
    lexicon.simplified('壓');
  }

  private static byte[] signed(byte[] file) {
    CRC32 crc = new CRC32();
    crc.update(file, 0, file.length - 4);
    for (int i = 0; i < 4; i++) {
      file[file.length - 4 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
    }
    return file;
  }
}
