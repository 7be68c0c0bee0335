package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.FoundUnits;
import ballast.format.unit.PairOptions;
import ballast.format.unit.TmxReader;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.XliffReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files that other programs wrote or test with. Of every well-formed one as many pairs must be read
 * as OmegaT reads; what is broken or hostile must be refused with its line.
 */
@Tag("accuracy")
class ExchangeAccuracyTest {

  /** The units that OmegaT reads from a file, in languages that suit it. */
  private record Oracle(String file, String from, String to, boolean wellFormed, int pairs) {

    /** OmegaT knows no codes with an underscore; that file has two pairs. */
    int wanted() {
      return from.contains("_") ? 2 : pairs;
    }
  }

  @Test
  void readsAsManyPairsAsOmegaT() throws IOException {
    Path folder = AccuracyTable.evalDirectory("formats/tmx");
    Map<String, int[]> byProducer = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Oracle oracle : oracles(folder.resolve("ORACLE.tsv"))) {
      if (!oracle.wellFormed() || oracle.file().contains("xxe")) {
        continue;
      }
      FoundUnits found = readTmx(folder.resolve(oracle.file()), oracle.from(), oracle.to());
      boolean right = found.read() == oracle.wanted() && found.error.isEmpty();
      int[] counts = byProducer.computeIfAbsent(oracle.file().split("__")[0], p -> new int[4]);
      counts[0]++;
      counts[1] += right ? 1 : 0;
      counts[2] += found.read();
      counts[3] += found.refusedPairs;
      if (!right) {
        wrong.add(oracle + ": " + found.read() + found.refused + found.error);
      }
    }
    AccuracyTable table = new AccuracyTable("TMX of");
    byProducer.forEach(
        (producer, counts) -> {
          table.row("tmx " + producer, "files as OmegaT, %", 100.0 * counts[1] / counts[0]);
          table.count("tmx " + producer, "files", counts[0]);
          table.count("tmx " + producer, "pairs", counts[2]);
          table.count("tmx " + producer, "refused pairs", counts[3]);
        });
    assertThat(wrong).isEmpty();
    table.printAndCheck();
    PageSection.accuracy("exchange").publish(table.markdown());
  }

  @Test
  void trapsAreRefusedWithTheirLineAndGiveNothingAway() throws IOException {
    Path folder = AccuracyTable.evalDirectory("formats/tmx");
    for (String name : List.of("billion-laughs", "truncated-file", "xxe-external-entity")) {
      FoundUnits found = readTmx(folder.resolve("synthetic__" + name + ".tmx"), "zh-CN", "en-US");
      assertThat(found.error).as(name).contains("line ").contains("column ");
      for (FoundPair pair : found.pairs) {
        assertThat(pair.unit().target()).as(name).doesNotContain(hostName());
      }
    }
    for (String name : List.of("control-char-raw-0x0B", "control-char-ref-x0B")) {
      FoundUnits found = readTmx(folder.resolve("synthetic__" + name + ".tmx"), "zh-CN", "en-US");
      assertThat(found.error).as(name).isEmpty();
      assertThat(found.read()).as(name).isEqualTo(2);
      assertThat(found.corrected).as(name).singleElement().asString().startsWith("3: ");
    }
  }

  /**
   * Units with a translation, against Okapi's count (columns of the table: file, version, outcome,
   * units, units with a target). Ours are cut into segments where the file cuts them, so that units
   * are told apart by their line; a unit without text counts for Okapi. Where Okapi fails there is
   * no right number.
   */
  @Test
  void readsTheTranslatedUnitsOfXliff() throws IOException {
    Path folder = AccuracyTable.evalDirectory("formats/xliff");
    int files = 0;
    int right = 0;
    int failed = 0;
    int pairs = 0;
    StringBuilder others = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve("ORACLE.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!Files.exists(folder.resolve(cells[0]))) {
        continue; // held out
      }
      FoundUnits found = readXliff(folder.resolve(cells[0]));
      pairs += found.read();
      if (!cells[2].equals("OK")) {
        failed++;
        continue;
      }
      files++;
      boolean same = found.error.isEmpty() && translated(found) == Integer.parseInt(cells[4]);
      right += same ? 1 : 0;
      if (!same) {
        others.append(line).append(": ").append(translated(found)).append(found.error);
        others.append(found.refused.stream().limit(3).toList()).append('\n');
      }
    }
    System.out.println(others);
    AccuracyTable table = new AccuracyTable("XLIFF");
    table.row("xliff", "files as Okapi, %", 100.0 * right / files);
    table.count("xliff", "files", files);
    table.count("xliff", "files that Okapi rejects", failed);
    table.count("xliff", "pairs", pairs);
    table.printAndCheck();
    PageSection.accuracy("exchange-xliff").publish(table.markdown());
  }

  private static final String ID = ".*name=x-(?:xliff|ballast)-id, value=([^,]*),.*";

  private static long translated(FoundUnits found) {
    long pairs =
        found.pairs.stream()
            .map(FoundPair::raw)
            .map(raw -> raw.line() + raw.properties().toString().replaceAll(ID, "$1"))
            .distinct()
            .count();
    Set<String> lines =
        found.pairs.stream().map(pair -> pair.raw().line() + ": ").collect(Collectors.toSet());
    long refused =
        found.refused.stream()
            .filter(reason -> !reason.contains("part has no text element"))
            .map(reason -> reason.replaceFirst("(?<=: ).*", ""))
            .filter(line -> !lines.contains(line))
            .distinct()
            .count();
    return pairs + refused;
  }

  /** In the languages that the file names first. */
  private static FoundUnits readXliff(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF;
    String text = new String(bytes, wide ? UTF_16LE : UTF_8);
    Lang from = lang(text, "source-language|srcLang", "en");
    Lang to = lang(text, "target-language|trgLang", "fr");
    return read(file, new PairOptions(from, to, true, Unit.Status.DRAFT, FoundUnits.NOW));
  }

  private static FoundUnits readTmx(Path file, String from, String to) throws IOException {
    return read(
        file,
        new PairOptions(new Lang(from), new Lang(to), false, Unit.Status.DRAFT, FoundUnits.NOW));
  }

  private static FoundUnits read(Path file, PairOptions options) throws IOException {
    FoundUnits found = new FoundUnits();
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      if (name.toLowerCase(Locale.ROOT).endsWith(".tmx")) {
        TmxReader.read(in, name, options, found);
      } else {
        XliffReader.read(in, name, options, found);
      }
    } catch (InputException e) {
      found.error = String.valueOf(e.getMessage());
    }
    return found;
  }

  private static Lang lang(String text, String attribute, String otherwise) {
    Matcher matcher = Pattern.compile("(?:" + attribute + ")=\"([^\"]+)\"").matcher(text);
    return new Lang(matcher.find() ? matcher.group(1) : otherwise);
  }

  private static String hostName() throws IOException {
    Path file = Path.of("/etc/hostname");
    return Files.exists(file) ? Files.readString(file).strip() : "no such file";
  }

  private static List<Oracle> oracles(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    List<String> heads = List.of(lines.get(0).split("\t", -1));
    List<Oracle> oracles = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      oracles.add(
          new Oracle(
              cells[heads.indexOf("file")],
              cells[heads.indexOf("src_used")],
              cells[heads.indexOf("tgt_used")],
              cells[heads.indexOf("wellformed")].equals("WF"),
              Integer.parseInt(cells[heads.indexOf("omegat_pairs")])));
    }
    return oracles;
  }
}
