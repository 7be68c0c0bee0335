package ballast.format.unit;

import static ballast.format.unit.TmxReaderTest.tmx;
import static ballast.format.unit.TmxReaderTest.tu;
import static ballast.format.unit.TmxReaderTest.tuv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.format.term.FoundTerms;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory of the readers of units and terms against the size of a file, in allocated bytes. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class UnitReaderBoundsTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long FREE = 32L << 20;
  private static final long PER_UNIT = 6_000;
  private static final int SIZE = 100_000;

  private static long allocated(Consumer<byte[]> reader, String file) {
    byte[] bytes = file.getBytes(UTF_8);
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    try {
      reader.accept(bytes);
    } catch (InputException e) {
      assertThat(e.hint()).isNotEmpty();
    }
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  private static void isBounded(Consumer<byte[]> reader, IntFunction<String> file) {
    long quarter = allocated(reader, file.apply(1));
    assertThat(allocated(reader, file.apply(4)))
        .isLessThan(FREE + Math.min(SIZE * PER_UNIT, 5 * quarter));
  }

  private static String part(String unit) {
    return unit.repeat(SIZE / 4 / unit.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ph/>",
        "<bpt i='1'/><ept i='1'/>",
        "<hi>外</hi>",
        "<bpt i='1'>",
        "<ph>&lt;b></ph>外",
        "外",
        "&amp;"
      })
  void oneSegmentTakesMemoryInProportion(String unit) {
    isBounded(
        bytes -> FoundUnits.ofTmx(bytes, FoundUnits.CHINESE_TO_ENGLISH),
        times -> tmx(tu(tuv("zh-CN", part(unit).repeat(times)) + tuv("en-US", "a"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tu/>", "<tu><tuv xml:lang='zh'><seg>外</seg></tuv></tu>",
            "<tu><prop type='a'>b</prop></tu>",
        "<tu><note>a</note></tu>", "<tu><tuv/><tuv/></tu>", "<!-- a -->"
      })
  void aMemoryTakesMemoryInProportion(String unit) {
    isBounded(
        bytes -> FoundUnits.ofTmx(bytes, FoundUnits.CHINESE_TO_ENGLISH),
        times -> tmx(part(unit).repeat(times)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<prop type='a'>b</prop>",
        "<note>a</note>",
        "<tuv xml:lang='en'><seg>a</seg></tuv>"
      })
  void oneUnitTakesMemoryInProportion(String unit) {
    isBounded(
        bytes -> FoundUnits.ofTmx(bytes, FoundUnits.CHINESE_TO_ENGLISH),
        times -> tmx(tu(part(unit).repeat(times) + tuv("zh-CN", "外") + tuv("en-US", "a"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<trans-unit id='1'><source>外</source><target>a</target></trans-unit>",
        "<group>",
        "<note>a</note>",
        "<trans-unit id='1'><source><g id='1'>外<x id='2'/></g></source></trans-unit>"
      })
  void xliffTakesMemoryInProportion(String unit) {
    String head =
        "<xliff version='1.2'><file original='a' source-language='zh' target-language='en'><body>";
    isBounded(
        bytes ->
            XliffReader.read(
                new ByteArrayInputStream(bytes),
                "a.xlf",
                FoundUnits.CHINESE_TO_ENGLISH,
                new FoundUnits()),
        times -> head + part(unit).repeat(times) + "</body></file></xliff>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"外\ta\n", "外\n", "\t", "\\t", "外", "\"\n", "\n"})
  void linesTakeMemoryInProportion(String unit) {
    isBounded(
        bytes ->
            TsvUnitReader.read(
                new ByteArrayInputStream(bytes),
                "a.tsv",
                FoundUnits.CHINESE_TO_ENGLISH,
                new FoundUnits()),
        times -> part(unit).repeat(times));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<termEntry/>",
        "<langSet xml:lang='zh'><tig><term>外</term></tig></langSet>",
        "<descrip>a</descrip>",
        "<termEntry><langSet xml:lang='zh'><tig><term>外</term></tig></langSet></termEntry>"
      })
  void termbasesTakeMemoryInProportion(String unit, @TempDir Path folder) {
    isBounded(
        bytes -> {
          try {
            FoundTerms.in(Files.write(folder.resolve("a.tbx"), bytes));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        times -> "<martif><text><body>" + part(unit).repeat(times) + "</body></text></martif>");
  }
}
