package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.bitext.Unit.Provenance;
import ballast.cli.CommandRunner.Outcome;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Ballast exports it imports, each unit with its own languages, and none is skipped: units of
 * its own first, then those of a file as another program might write it.
 */
final class OwnFilesTest extends CommandTest {

  private static final List<String> CHINESE =
      List.of("zh-CN", "zh", "zh-Hans", "zh-SG", "zh-TW", "zh-HK", "zh-Hant", "zh-Hant-TW");
  private static final List<String> ENGLISH = List.of("en-US", "en-GB", "en", "en-AU");
  private static final List<String> OTHERS = List.of("fr", "de-CH", "ja", "pt-BR");
  private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");
  private static final int UNITS = 120;
  private static final int FOREIGN_UNITS = 150;

  private Instant now = CommandRunner.NOW;

  private void fill(String tm, List<Unit> units) {
    try (Memory memory =
        Memories.at(folder.resolve(tm)).openForWriting(WriteOptions.at(Clock.systemUTC()))) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "li", /* dryRun= */ false),
          to -> units.forEach(unit -> to.take(new ImportedUnit(unit, true, true))));
    }
  }

  private static String one(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  /** A unit of any languages; its texts need not be in the script of their language. */
  private static Unit unit(int number, boolean anyDirection, SplittableRandom random) {
    Lang from = new Lang(one(CHINESE, random));
    Lang to = new Lang(one(random.nextInt(9) == 0 && anyDirection ? OTHERS : ENGLISH, random));
    boolean turned = anyDirection && random.nextInt(3) == 0;
    String chinese = one(List.of("港口开放了", "經濟發展與貿易", "船長說", "WTO", "=乙\t丙"), random) + number;
    String english = one(List.of("The port is open", "Trade & growth", "WTO", "<b>x</b>"), random);
    List<InlineCode> codes = new ArrayList<>();
    for (Side side : random.nextBoolean() ? Side.values() : new Side[0]) {
      codes.add(new InlineCode(side, 0, "bpt", "i=\"1\"", "<i>"));
      codes.add(new InlineCode(side, 1, "ept", "i=\"1\"", "</i>"));
    }
    List<Property> said = new ArrayList<>();
    if (random.nextBoolean()) {
      said.add(new Property(Scope.UNIT, Kind.NOTE, "", "97 % match: mine " + number, ""));
    }
    if (random.nextBoolean()) {
      said.add(Property.ofUnit("x-client", "港 " + number));
    }
    if (random.nextBoolean()) {
      said.add(new Unit.Pairing(1, one(List.of("", "li", "王 梅"), random), MADE).property());
    }
    Context context =
        random.nextBoolean() ? new Context("前" + number, "") : new Context("", "后" + number);
    Provenance provenance =
        new Provenance(
            one(List.of("", "docs/a", "docs/乙"), random),
            0,
            one(List.of("", "li", "梅"), random),
            MADE,
            MADE.plusSeconds(random.nextInt(3)),
            Unit.Pairing.computed(random.nextInt(101) / 100.0),
            random.nextBoolean() ? Unit.Status.APPROVED : Unit.Status.DRAFT);
    return new Unit(
        "",
        turned ? to : from,
        turned ? from : to,
        turned ? english + number : chinese,
        turned ? chinese : english + number,
        provenance,
        codes,
        new Extras(said, context));
  }

  private static String texts(Unit unit) {
    return String.join(
        "|",
        unit.id(),
        unit.sourceLang().tag(),
        unit.targetLang().tag(),
        unit.source(),
        unit.target());
  }

  private static String withStatus(Unit unit) {
    return texts(unit) + unit.provenance().document() + unit.provenance().status();
  }

  private static String withNotes(Unit unit) {
    Unit.Pairing pairing = unit.provenance().pairing();
    return withStatus(unit) + unit.extras().notes() + pairing.by() + pairing.confirmed();
  }

  /** All that every profile of TMX but OmegaT's keeps. */
  private static String withProvenance(Unit unit) {
    return withNotes(unit) + unit.provenance() + unit.codes();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void whatIsExportedComesBack(
      String sentence, String file, String options, Function<Unit, String> of) {
    for (long seed = 1; seed <= 3; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Unit> made = new ArrayList<>();
      for (int i = 0; i < UNITS; i++) {
        made.add(unit(i, /* anyDirection= */ true, random));
      }
      fill(seed + "a.db", made);
      assertThat(units(seed + "a.db")).hasSize(UNITS);
      String out = seed + file;
      run(0, "tm export --all --tm " + seed + "a.db " + options + "-o " + out);
      assertThat(run(0, "tm import " + out + " --json --tm " + seed + "b.db").out())
          .as("%s, seed %s", sentence, seed)
          .contains("\"skipped\":0,");
      assertThat(units(seed + "b.db").stream().map(of).toList())
          .as("%s, seed %s", sentence, seed)
          .containsExactlyInAnyOrderElementsOf(units(seed + "a.db").stream().map(of).toList());
    }
  }

  private static Stream<Arguments> forms() {
    Function<Unit, String> withContext = unit -> withProvenance(unit) + unit.extras().context();
    Function<Unit, String> ofOmegat = unit -> texts(unit) + unit.extras().notes() + unit.codes();
    return Stream.of(
        form("a TMX file comes back whole", "a.tmx", "", Unit::toString),
        form("so does a packed one", "a.tmx.gz", "", OwnFilesTest::withProvenance),
        form("every profile", "trados.tmx", "--profile trados ", OwnFilesTest::withProvenance),
        form("memoQ's has the neighbours too", "memoq.tmx", "--profile memoq ", withContext),
        form("OmegaT's has texts and notes", "omegat.tmx", "--profile omegat ", ofOmegat),
        form("a table has the languages", "a.tsv", "", OwnFilesTest::withStatus));
  }

  private static Arguments form(
      String sentence, String file, String options, Function<Unit, String> of) {
    return Arguments.of(sentence, file, options, of);
  }

  @ParameterizedTest
  @CsvSource({"1.2,zh-Hans,en", "2.1,zh-Hans,en", "1.2,zh-Hant,en", "2.1,zh-TW,en-GB"})
  void xliffComesBackWithTheVariantsOfItsPair(String version, String from, String to)
      throws IOException {
    List<Unit> made = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < UNITS; i++) {
      made.add(unit(i, /* anyDirection= */ false, random));
    }
    fill("a.db", made);
    String pair = " --from " + from + " --to " + to;
    run("tm export --all --tm a.db -o a.xlf --xliff " + version + pair);
    Outcome read = run("tm import a.xlf --tm b.db");
    assertThat(read.err()).as(read.err()).contains(", 0 skipped");
    Lang source = new Lang(from);
    Lang target = new Lang(to);
    assertThat(units("b.db").stream().map(OwnFilesTest::withNotes).toList())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            units("a.db").stream()
                .filter(u -> source.contains(u.sourceLang()) && target.contains(u.targetLang()))
                .map(OwnFilesTest::withNotes)
                .toList());
  }

  private static String foreign(String units) {
    return "<tmx version=\"1.4\"><header o-tmf=\"t\" srclang=\"*all*\"/><body>"
        + units
        + "</body></tmx>";
  }

  private static String tu(String from, String source, String to, String target) {
    return "<tu><tuv xml:lang=\"%s\"><seg>%s</seg></tuv><tuv xml:lang=\"%s\"><seg>%s</seg></tuv></tu>"
        .formatted(from, source, to, target);
  }

  @Test
  void unitsOfAnotherProgramKeepTheirCodesAndAreCounted() throws IOException {
    write(
        "client.tmx",
        foreign(
            tu("zh-TW", "經濟發展很快。", "en-GB", "The economy grows fast.")
                + tu("zh-CN", "船到了。", "en-US", "The ship has come.")
                + tu("zh-CN", "經濟發展與貿易。", "en-US", "Growth and trade.")));
    assertThat(run("tm import client.tmx").err())
        .contains("3 units read: 2 added, 0 merged, 0 overwritten, 1 skipped")
        .contains("texts under other language codes: en-GB (1), zh-TW (1)")
        .contains("its zh-CN text is in traditional characters");
    assertThat(units("tm/memory.db").stream().map(OwnFilesTest::texts).toList())
        .anyMatch(text -> text.contains("|zh-TW|en-GB|經濟發展很快。|"));
    assertThat(run("tm import client.tmx --accept-variant --tm b.db").err()).contains("3 added");
    assertThat(units("b.db").stream().map(OwnFilesTest::texts).toList())
        .anyMatch(text -> text.contains("|zh-TW|en-GB|"))
        .anyMatch(text -> text.contains("|zh-CN|en-US|經濟發展與貿易。|"));
  }

  @Test
  void aVariantIsFoundAcross() throws IOException {
    write(
        "client.tmx",
        foreign(
            tu("zh-TW", "我們的工人今天早上去了港口。", "en-GB", "Our workers went to the harbour.")
                + tu("zh", "船今天到了港口。", "en", "The ship has reached the harbour.")));
    run("tm import client.tmx");
    assertThat(run("tm search 我们的工人今天早上去了港口。 --min 70").out())
        .contains("Our workers went to the harbour.")
        .contains("traditional or simplified -2");
    write("a.zh.txt", "我们的工人今天早上去了港口。\n\n船今天到了港口。\n");
    run("translate a.zh.txt -o a.xlf");
    assertThat(read("a.xlf"))
        .contains("Our workers went to the harbour.", "The ship has reached the harbour.");
    write("b.en.txt", "The ship has reached the harbour.\n\nOur workers went to the harbour.\n");
    run("translate b.en.txt --to zh-CN -o b.xlf");
    assertThat(read("b.xlf")).contains("船今天到了港口。").doesNotContain("我們的工人");
  }

  @Test
  void theSourceLanguageOfTheExportedUnitsIsNamed() throws IOException {
    write(
        "client.tmx",
        foreign(
            tu("zh-TW", "經濟發展得很快。", "en-GB", "The economy grows fast.")
                + tu("zh-CN", "船到了。", "en-US", "The ship has come.")));
    run("tm import client.tmx");
    assertThat(run("tm export --profile omegat").out()).contains("srclang=\"*all*\"");
    assertThat(run("tm export --profile omegat --from zh-TW").out()).contains("srclang=\"zh-TW\"");
    assertThat(run("tm export --profile omegat --contains 船").out()).contains("srclang=\"zh-CN\"");
  }

  @ParameterizedTest
  @CsvSource({"1.2,true", "2.1,true", "1.2,false", "2.1,false"})
  void remarksOnMatchesAreNoNotes(String version, boolean marked) throws IOException {
    write("pairs.tsv", "港口今年有35艘船。\tThe harbour has 35 ships this year.\n");
    run("tm import pairs.tsv --status approved");
    write("a.zh.txt", "港口今年有36艘船。\n");
    run("translate a.zh.txt --min 50 --fill 50 --xliff " + version + " -o a.xlf");
    String xliff = Files.readString(folder.resolve("a.xlf"), UTF_8);
    assertThat(xliff).contains("% match: ");
    String unmarked = xliff.replace("<note from=\"Ballast\">", "<note>");
    write(
        "a.xlf",
        (marked ? xliff : unmarked.replace("<note category=\"Ballast\">", "<note>"))
            .replaceFirst(
                "(<note[^>]*>[^<]*% match: [^<]*</note>)", "$1<note>12 % match: says Mei</note>"));
    Outcome read = run("tm import a.xlf --tm b.db");
    assertThat(units("b.db")).as(read.err()).hasSize(1);
    assertThat(units("b.db").get(0).extras().notes()).containsExactly("12 % match: says Mei");
    run("convert a.xlf client.tmx");
    assertThat(read("client.tmx")).contains("says Mei").doesNotContain("differs");
  }

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
    List<String> before = told("a.db", OwnFilesTest::identity);
    assertThat(told("b.db", OwnFilesTest::identity)).hasSize(3).isEqualTo(before);
    assertThat(run(0, "tm import a.tmx --tm a.db --json").out())
        .contains("\"read\":3,\"added\":0,\"merged\":3,\"overwritten\":0");
    assertThat(told("a.db", OwnFilesTest::identity)).isEqualTo(before);
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
    assertSame(OwnFilesTest::inXliff);
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
    for (int i = 0; i < FOREIGN_UNITS; i++) {
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
