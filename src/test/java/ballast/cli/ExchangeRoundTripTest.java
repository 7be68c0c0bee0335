package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.cli.CommandRunner.Outcome;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imported units are exported again without loss. */
final class ExchangeRoundTripTest extends FolderTest {

  private static final Instant LATER = CommandRunner.NOW.plusSeconds(86_400);
  private static final int UNITS = 150;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void importExportImportGivesTheSameUnitsAndTheSameBytes(long seed) throws IOException {
    write("foreign.tmx", foreign(new SplittableRandom(seed)));
    run(CommandRunner.NOW, "tm", "import", "foreign.tmx", "--tm", "a.db");
    run(CommandRunner.NOW, "tm", "export", "--tm", "a.db", "--all", "-o", "a.tmx");
    run(CommandRunner.NOW, "tm", "export", "--tm", "a.db", "--all", "-o", "again.tmx");
    run(LATER, "tm", "import", "a.tmx", "--tm", "b.db");
    run(LATER, "tm", "export", "--tm", "b.db", "--all", "-o", "b.tmx");
    List<Unit> units = units("a.db");
    List<Unit> back = units("b.db");
    assertThat(back).as("seed " + seed).hasSameSizeAs(units).hasSizeGreaterThan(100);
    for (int i = 0; i < units.size(); i++) {
      assertThat(back.get(i)).as("seed " + seed).isEqualTo(units.get(i));
    }
    assertThat(bytes("again.tmx")).as("seed " + seed).isEqualTo(bytes("a.tmx"));
    assertThat(bytes("b.tmx")).as("seed " + seed).isEqualTo(bytes("a.tmx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"omegat", "trados", "memoq"})
  void everyProfileKeepsTextsCodesAndContext(String profile) throws IOException {
    write("foreign.tmx", foreign(new SplittableRandom(9)));
    run(CommandRunner.NOW, "tm", "import", "foreign.tmx", "--tm", "a.db");
    run(
        CommandRunner.NOW,
        "tm",
        "export",
        "--tm",
        "a.db",
        "--all",
        "--profile",
        profile,
        "-o",
        "p.tmx");
    run(LATER, "tm", "import", "p.tmx", "--tm", "b.db");
    boolean context = profile.equals("memoq");
    assertSame(unit -> told(unit, context));
  }

  /** One by one, so that a failure shows the unit and not all of them. */
  private void assertSame(Function<Unit, String> property) {
    List<String> before = units("a.db").stream().map(property).sorted().toList();
    List<String> after = units("b.db").stream().map(property).sorted().toList();
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).isEqualTo(before.get(i));
    }
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
    run(CommandRunner.NOW, "align", "a.zh.txt", "a.en.txt", "--tm", "a.db", "--author", "li");
    run(CommandRunner.NOW, "tm", "export", "--tm", "a.db", "--all", "-o", "a.tmx");
    run(LATER, "tm", "import", "a.tmx", "--tm", "b.db");
    List<String> before = units("a.db").stream().map(ExchangeRoundTripTest::identity).toList();
    assertThat(units("b.db").stream().map(ExchangeRoundTripTest::identity))
        .hasSize(3)
        .containsExactlyInAnyOrderElementsOf(before);
    Outcome home = run(LATER, "tm", "import", "a.tmx", "--tm", "a.db", "--json");
    assertThat(home.out()).contains("\"read\":3,\"added\":0,\"merged\":3,\"overwritten\":0");
    assertThat(units("a.db").stream().map(ExchangeRoundTripTest::identity)).isEqualTo(before);
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
    write("foreign.tmx", foreign(new SplittableRandom(10)));
    run(CommandRunner.NOW, "tm", "import", "foreign.tmx", "--tm", "a.db");
    run(
        CommandRunner.NOW,
        "tm",
        "export",
        "--tm",
        "a.db",
        "--all",
        "--xliff",
        version,
        "-o",
        "x.xlf.gz");
    run(LATER, "tm", "import", "x.xlf.gz", "--tm", "b.db");
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
    write("foreign.tmx", foreign(new SplittableRandom(11)));
    run(CommandRunner.NOW, "tm", "import", "foreign.tmx", "--tm", "a.db");
    run(CommandRunner.NOW, "tm", "export", "--tm", "a.db", "--all", "-o", "a.tsv");
    run(LATER, "tm", "import", "a.tsv", "--tm", "b.db");
    run(LATER, "tm", "export", "--tm", "b.db", "--all", "-o", "b.tsv");
    assertThat(bytes("b.tsv")).isEqualTo(bytes("a.tsv"));
  }

  private Outcome run(Instant now, String... args) {
    CommandRunner runner = new CommandRunner(folder, Map.of("USER", "mei"), 0, () -> now, 0);
    Outcome outcome = runner.run(args);
    assertThat(outcome.status()).as(String.join(" ", args) + "\n" + outcome.err()).isZero();
    return outcome;
  }

  private List<Unit> units(String tm) {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(folder.resolve(tm)).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
      assertThat(memory.verify()).isEmpty();
    }
    return units;
  }

  private byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
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
    StringBuilder attributes = new StringBuilder();
    attributes.append(random.nextBoolean() ? " tuid='t&quot;" + number + "'" : "");
    attributes.append(
        random.nextBoolean() ? " usagecount='3' lastusagedate='20200101T000000Z'" : "");
    attributes.append(random.nextBoolean() ? " creationdate='20190102T030405Z'" : "");
    attributes.append(random.nextBoolean() ? " changedate='20190202T030405Z'" : "");
    attributes.append(random.nextBoolean() ? " creationid='A&amp;B'" : "");
    attributes.append(random.nextBoolean() ? " changeid='李'" : "");
    attributes.append(random.nextBoolean() ? " datatype='html' segtype='block'" : "");
    return attributes.toString();
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
