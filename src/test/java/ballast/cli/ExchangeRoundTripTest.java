package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imported units are exported again without loss. */
final class ExchangeRoundTripTest extends CommandTest {

  private static final int UNITS = 150;

  private Instant now = CommandRunner.NOW;

  @Override
  protected CommandRunner runner() {
    return new CommandRunner(folder, Map.of("USER", "mei"), 0, () -> now, 0);
  }

  /** Exports all of a.db into a file with these options, which b.db takes a day later. */
  private void bring(String file, String options) {
    run(0, "tm export --tm a.db --all -o " + file + options);
    now = now.plusSeconds(86_400);
    run(0, "tm import --tm b.db " + file);
    run(0, "tm verify --tm a.db");
    run(0, "tm verify --tm b.db");
  }

  private void importForeign(long seed) throws IOException {
    write("foreign.tmx", foreign(new SplittableRandom(seed)));
    run(0, "tm import foreign.tmx --tm a.db");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void importExportImportGivesTheSameUnitsAndTheSameBytes(long seed) throws IOException {
    importForeign(seed);
    bring("a.tmx", "");
    run(0, "tm export --tm a.db --all -o again.tmx");
    run(0, "tm export --tm b.db --all -o b.tmx");
    assertThat(units("a.db")).hasSizeGreaterThan(100);
    assertSame(units("b.db"), units("a.db"));
    assertThat(folder.resolve("again.tmx")).hasSameBinaryContentAs(folder.resolve("a.tmx"));
    assertThat(folder.resolve("b.tmx")).hasSameBinaryContentAs(folder.resolve("a.tmx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"omegat", "trados", "memoq"})
  void everyProfileKeepsTextsCodesAndContext(String profile) throws IOException {
    importForeign(9);
    bring("p.tmx", " --profile " + profile);
    boolean context = profile.equals("memoq");
    assertSame(unit -> told(unit, context));
  }

  private void assertSame(Function<Unit, String> property) {
    assertSame(told("b.db", property), told("a.db", property));
  }

  /** One by one, so that a failure shows the unit and not all of them. */
  private static void assertSame(List<?> after, List<?> before) {
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).isEqualTo(before.get(i));
    }
  }

  private List<String> told(String tm, Function<Unit, String> property) {
    return units(tm).stream().map(property).sorted().toList();
  }

  private static String told(Unit unit, boolean context) {
    return unit.source()
        + unit.target()
        + unit.codes()
        + (context ? unit.extras().context() : "")
        + unit.provenance().created();
  }

  @Test
  void ourOwnUnitsComeBackAsTheyWere() throws IOException {
    write("a.zh.txt", "他来了。\n她走了。\n我们等着。\n");
    write("a.en.txt", "He came.\nShe left.\nWe are waiting.\n");
    run(0, "align a.zh.txt a.en.txt --tm a.db --author li");
    bring("a.tmx", "");
    List<String> before = told("a.db", ExchangeRoundTripTest::identity);
    assertThat(told("b.db", ExchangeRoundTripTest::identity)).hasSize(3).isEqualTo(before);
    assertThat(run(0, "tm import a.tmx --tm a.db --json").out())
        .contains("\"read\":3,\"added\":0,\"merged\":3,\"overwritten\":0");
    assertThat(told("a.db", ExchangeRoundTripTest::identity)).isEqualTo(before);
  }

  private static String identity(Unit unit) {
    Provenance p = unit.provenance();
    return String.join(
        "|",
        unit.id(),
        unit.source(),
        unit.target(),
        p.document(),
        p.author(),
        p.created().toString(),
        p.changed().toString(),
        p.status().label(),
        String.format(Locale.ROOT, "%.2f", p.confidence()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "2.1"})
  void xliffComesBackWithTextsStatusDocumentNotesAndIds(String version) throws IOException {
    importForeign(10);
    bring("x.xlf.gz", " --xliff " + version);
    assertSame(ExchangeRoundTripTest::inXliff);
  }

  private static String inXliff(Unit unit) {
    return String.join(
        "|",
        unit.id(),
        unit.source(),
        unit.target(),
        unit.provenance().document(),
        unit.provenance().status().label(),
        unit.extras().notes().toString());
  }

  @Test
  void ourTsvComesBackWithTextsStatusDocumentAndId() throws IOException {
    importForeign(11);
    bring("a.tsv", "");
    run(0, "tm export --tm b.db --all -o b.tsv");
    assertThat(folder.resolve("b.tsv")).hasSameBinaryContentAs(folder.resolve("a.tsv"));
  }

  /** A file as another program might write it at its worst. */
  private static String foreign(SplittableRandom random) {
    StringBuilder tmx = new StringBuilder("<tmx version='1.4'><header srclang='zh-CN'/><body>\n");
    for (int i = 0; i < UNITS; i++) {
      tmx.append("<tu").append(attributes(random, i)).append('>');
      for (int n = random.nextInt(4); n > 0; n--) {
        tmx.append(property(random));
      }
      tmx.append("<tuv xml:lang='zh-CN'").append(dates(random)).append('>');
      tmx.append(random.nextInt(4) == 0 ? property(random) : "");
      tmx.append("<seg>中").append(i).append(segment(random, 0)).append("</seg></tuv>");
      tmx.append("<tuv xml:lang='en-US'").append(dates(random)).append('>');
      tmx.append(random.nextInt(4) == 0 ? property(random) : "");
      tmx.append("<seg>e").append(segment(random, 0)).append("</seg></tuv></tu>\n");
    }
    return tmx.append("</body></tmx>").toString();
  }

  private static String attributes(SplittableRandom random, int number) {
    return Stream.of(
            " tuid='t&quot;" + number + "'",
            " usagecount='3' lastusagedate='20200101T000000Z'",
            " creationdate='20190102T030405Z'",
            " changedate='20190202T030405Z'",
            " creationid='A&amp;B'",
            " changeid='李'",
            " datatype='html' segtype='block'")
        .filter(attribute -> random.nextBoolean())
        .collect(Collectors.joining());
  }

  private static String dates(SplittableRandom random) {
    return random.nextInt(5) == 0 ? " changedate='20210101T000000Z' changeid='译者'" : "";
  }

  private static String property(SplittableRandom random) {
    String text = text(random).replace("\uE000", "");
    return switch (random.nextInt(8)) {
      case 0 -> "<note>" + text + "</note>";
      case 1 -> "<note xml:lang='zh'>" + text + "</note>";
      case 2 -> "<prop type='x-document'>docs/" + random.nextInt(3) + ".txt</prop>";
      case 3 ->
          "<prop type='x-status'>" + (random.nextBoolean() ? "draft" : "approved") + "</prop>";
      case 4 -> "<prop type='x-confidence'>0." + random.nextInt(10, 100) + "</prop>";
      case 5 -> "<prop type='x-context-pre'>前" + text + "</prop>";
      case 6 -> "<prop type='x-context-post'>&lt;seg>后&amp;lt;&lt;/seg></prop>";
      default -> "<prop type='x-Context' xml:lang='en'>1, " + random.nextInt(9) + "</prop>";
    };
  }

  private static String segment(SplittableRandom random, int depth) {
    StringBuilder segment = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      segment.append(
          switch (random.nextInt(depth < 2 ? 8 : 4)) {
            case 0 -> "<ph x='1'>&lt;br " + text(random) + "></ph>";
            case 1 -> "<bpt i='1' type=\"a&quot;&amp;b\"/>" + text(random) + "<ept i='1'>x</ept>";
            case 2 -> "<it pos='begin'>" + text(random) + "</it>";
            case 4 -> "<hi type='x'>" + segment(random, depth + 1) + "</hi>";
            case 5 -> "<ph>a<sub>" + text(random) + "<ph>b</ph></sub>c</ph>";
            default -> text(random);
          });
    }
    return segment.toString();
  }

  private static String text(SplittableRandom random) {
    String[] pieces = {
      "中",
      "文。",
      "“",
      "&amp;lt;",
      "&lt;",
      "]]&gt;",
      " ",
      "\n",
      "\t",
      "&#13;",
      "\u00A0",
      "\u3000",
      "é",
      "𠮷",
      "😀",
      "\\t",
      "&quot;",
      "'",
      "1",
      "%s",
      "&#xFEFF;",
      "<!-- c -->",
      "<![CDATA[<x>&]]>"
    };
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }
}
