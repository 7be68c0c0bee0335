package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From any file a reader gives pairs, or reports where it cannot continue. */
final class BrokenExchangeFilesTest {

  private static final int FILES = 1_500;

  private static final String TMX =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4"><header srclang="zh"/><body><tu tuid="1" creationdate="20200101T000000Z">
      <prop type="x-context-pre">&lt;seg>前&lt;/seg></prop><note>看</note>
      <tuv xml:lang="zh"><seg>他<ph x="1">a<sub>b</sub></ph>来<hi>了</hi>。<![CDATA[<&]]></seg></tuv>
      <tuv xml:lang="en"><seg>He &#x20;<bpt i="1"/>came<ept i="1"/>.</seg></tuv></tu></body></tmx>
      """;

  private static final String XLIFF =
      """
      <xliff version="1.2"><file original="a" source-language="zh" target-language="en"><body>
      <trans-unit id="1" approved="yes"><source>他来了。她走了。</source>
      <seg-source><mrk mtype="seg" mid="1">他<g id="1">来</g>了。</mrk></seg-source>
      <target state="final"><mrk mtype="seg" mid="1">He <x id="1"/>came.</mrk></target>
      <note>看</note></trans-unit><unit id="2"><segment><source>我</source><target>I</target></segment>
      </unit></body></file></xliff>
      """;

  @Test
  void mutatedFilesAreReadOrRefused() {
    assertReadOrRefused("a.tmx", TmxReader::read, TMX);
    assertReadOrRefused("a.xlf", XliffReader::read, XLIFF);
    String table = "source\ttarget\tnote\n他\\t来了。\tHe came.\t看\n";
    assertReadOrRefused("a.tsv", TsvUnitReader::read, table);
  }

  private static void assertReadOrRefused(String name, FoundUnits.Reader reader, String sound) {
    byte[] whole = sound.getBytes(UTF_8);
    int read = 0;
    int refused = 0;
    for (int seed = 0; seed < FILES; seed++) {
      byte[] file = mutated(whole, new SplittableRandom(seed));
      try {
        new FoundUnits().read(reader, name, file);
        read++;
      } catch (InputException e) {
        assertThat(e).as("seed " + seed).hasMessageContaining(name);
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + new String(file, UTF_8), e);
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] mutated(byte[] whole, SplittableRandom random) {
    byte[] file = Arrays.copyOf(whole, whole.length - (random.nextInt(8) == 0 ? 30 : 0));
    for (int n = random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(file.length);
      file[at] =
          switch (random.nextInt(5)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) "<>&;\"'/#x".charAt(random.nextInt(9));
            case 2 -> file[random.nextInt(file.length)];
            case 3 -> (byte) random.nextInt(32);
            default -> (byte) (file[at] + 1);
          };
    }
    return file;
  }
}
