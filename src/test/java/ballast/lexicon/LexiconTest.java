package ballast.lexicon;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.lexicon.train.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled lexicon, and damaged files: they give a clear error, never a crash or a wrong answer.
 */
final class LexiconTest {

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
    ByteBuffer.wrap(file).putInt(file.length - 4, (int) crc.getValue());
    return file;
  }

  private static final Path RESOURCES = Path.of("src/main/resources/ballast/lexicon");
  private final Lexicon lexicon = Lexicon.bundled();

  @Test
  void isTheOneThatTheSourcesGive() throws IOException {
    byte[] bytes = Files.readAllBytes(RESOURCES.resolve("zh-en.lexicon"));
    assertThat(Files.readString(Path.of("src/dev/lexicon.sha256"), UTF_8))
        .startsWith(Sha256.hex(bytes) + " ");
    assertThat(bytes.length).isLessThanOrEqualTo(14_500_000);
  }

  @Test
  void namesAllItsSources() throws IOException {
    List<String> sources =
        Files.readAllLines(Path.of("src/dev/lexicon-sources.tsv"), UTF_8).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    String notice = Files.readString(RESOURCES.resolve("NOTICE"), UTF_8);
    List<String> notes = lexicon.notes();
    // The dictionary and the heading come first.
    assertThat(notes).hasSize(sources.size() + 2);
    assertThat(notes.get(1)).startsWith("cc-cedict.dict.dz\t3.0\t");
    for (int i = 0; i < sources.size(); i++) {
      String[] source = sources.get(i).split("\t");
      assertThat(source).hasSize(5).doesNotContain("");
      assertThat(notice).contains(source[0]);
      assertThat(notes.get(i + 2))
          .startsWith(source[0] + "\t" + Double.parseDouble(source[1]) + "\t");
    }
    assertThat(notice)
        .contains("CC-CEDICT", "CC BY-SA 4.0", "creativecommons.org/licenses/by-sa/4.0");
  }

  @Test
  void knowsTheWordBallast() {
    assertThat(lexicon.words().read("壓艙石")).containsExactly("压舱石");
    assertThat(translations("压舱石")).contains("ballast");
    assertThat(translations("ballast")).contains("压舱石");
  }

  @Test
  void knowsCommonWords() {
    assertThat(translations("中国")).startsWith("china");
    assertThat(translations("经济")).contains("economi", "econom");
    assertThat(translations("说")).startsWith("sai");
    assertThat(translations("我们")).startsWith("we");
    assertThat(translations("？")).startsWith("?");
    assertThat(translations("children")).contains("孩子");
  }

  @Test
  void everyWordHasATranslationAndIsFoundByItsName() {
    boolean[] translated = new boolean[lexicon.englishWords()];
    for (int word = 0; word < lexicon.chineseWords(); word++) {
      int[] entries = {0};
      lexicon.translations(
          word,
          (english, there, back, links) -> {
            translated[english] = true;
            entries[0]++;
          });
      assertThat(entries[0]).isPositive();
      assertThat(lexicon.chinese(lexicon.chineseWord(word))).isEqualTo(word);
    }
    for (int word = 0; word < translated.length; word++) {
      assertThat(translated[word]).isTrue();
      assertThat(lexicon.english(lexicon.englishWord(word))).isEqualTo(word);
    }
  }

  @Test
  void readsCharacters() {
    assertThat(lexicon.readings('行')).contains("xing", "hang");
    assertThat(lexicon.readings('绿')).contains("lv");
    assertThat(lexicon.simplified('經')).isEqualTo('经');
    assertThat(lexicon.simplified('寧'))
        .as("has a chain of forms")
        .isEqualTo(lexicon.simplified('宁'));
    assertThat(lexicon.simplified('麼')).isEqualTo(lexicon.simplified('么'));
  }

  private List<String> translations(String word) {
    return Explanation.of(word, lexicon).get(0).translations().stream()
        .limit(8)
        .map(Explanation.Translation::word)
        .toList();
  }
}
