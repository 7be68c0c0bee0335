package ballast.format.unit;

import static ballast.format.unit.TmxReaderTest.pair;
import static ballast.format.unit.TmxReaderTest.tmx;
import static ballast.format.unit.TmxReaderTest.tu;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.document.ReaderBoundsTest;
import ballast.format.term.FoundTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory of the readers of units and terms against the size of a file, in allocated bytes. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class UnitReaderBoundsTest {

  private static final long FREE = 32L << 20;
  private static final long PER_UNIT = 6_000;
  private static final int SIZE = 100_000;

  /** A file that repeats something, and what reads it. */
  private record Repeated(String frame, Consumer<byte[]> reader) {

    static Repeated of(String frame, String name, FoundUnits.Reader reader) {
      return new Repeated(frame, bytes -> new FoundUnits().read(reader, name, bytes));
    }

    private long allocated(String repeated) {
      byte[] bytes = frame.replace("REPEATED", repeated).getBytes(UTF_8);
      return ReaderBoundsTest.allocated(() -> reader.accept(bytes));
    }
  }

  private static final String PAIR = pair("外", "a");

  private static final Map<String, Repeated> FILES =
      Map.of(
          "segment",
          Repeated.of(tmx(tu(pair("REPEATED", "a"))), "a.tmx", TmxReader::read),
          "memory",
          Repeated.of(tmx("REPEATED"), "a.tmx", TmxReader::read),
          "unit",
          Repeated.of(tmx(tu("REPEATED" + PAIR)), "a.tmx", TmxReader::read),
          "xliff",
          Repeated.of(
              "<xliff version='1.2'><file original='a' source-language='zh' target-language='en'>"
                  + "<body>REPEATED</body></file></xliff>",
              "a.xlf",
              XliffReader::read),
          "lines",
          Repeated.of("REPEATED", "a.tsv", TsvUnitReader::read),
          "termbase",
          new Repeated(
              "<martif><text><body>REPEATED</body></text></martif>",
              UnitReaderBoundsTest::readTerms));

  private static void readTerms(byte[] bytes) {
    try {
      Path file = Files.createTempFile("a", ".tbx");
      try {
        FoundTerms.in(Files.write(file, bytes));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          segment  | <ph/>
          segment  | <bpt i='1'/><ept i='1'/>
          segment  | <hi>外</hi>
          segment  | <bpt i='1'>
          segment  | <ph>&lt;b></ph>外
          segment  | 外
          segment  | &amp;
          memory   | <tu/>
          memory   | <tu><tuv xml:lang='zh'><seg>外</seg></tuv></tu>
          memory   | <tu><prop type='a'>b</prop></tu>
          memory   | <tu><note>a</note></tu>
          memory   | <tu><tuv/><tuv/></tu>
          memory   | <!-- a -->
          unit     | <prop type='a'>b</prop>
          unit     | <note>a</note>
          unit     | <tuv xml:lang='en'><seg>a</seg></tuv>
          xliff    | <trans-unit id='1'><source>外</source><target>a</target></trans-unit>
          xliff    | <group>
          xliff    | <note>a</note>
          xliff    | <trans-unit id='1'><source><g id='1'>外<x id='2'/></g></source></trans-unit>
          lines    | '外\ta\n'
          lines    | '外\n'
          lines    | '\t'
          lines    | \\t
          lines    | 外
          lines    | '"\n'
          lines    | '\n'
          termbase | <termEntry/>
          termbase | <langSet xml:lang='zh'><tig><term>外</term></tig></langSet>
          termbase | <descrip>a</descrip>
          termbase | <termEntry><langSet xml:lang='zh'><tig><term>外</term></tig></langSet></termEntry>
          """)
  void fourTimesAsMuchTakesMemoryInProportion(String file, String repeated) {
    Repeated read = Objects.requireNonNull(FILES.get(file));
    String part = repeated.repeat(SIZE / 4 / repeated.length());
    long quarter = read.allocated(part);
    assertThat(read.allocated(part.repeat(4)))
        .isLessThan(FREE + Math.min(SIZE * PER_UNIT, 5 * quarter));
  }
}
