package ballast.format.term;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.table.TableSheet;
import ballast.format.table.XlsxWriter;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as spreadsheets save them, and cells as people fill them. */
final class GlossaryReaderTest extends TermFolderTest {

  private static final String UNBALANCED =
      "unbalanced quotation marks: a cell that begins with \" must end with \", and \"\" stands for"
          + " one inside";

  private GlossaryReading read(String text) throws IOException {
    return read("terms.csv", text);
  }

  private static List<String> ids(GlossaryReading reading) {
    return reading.concepts().stream().map(Concept::id).toList();
  }

  @Test
  void theSampleGlossaryIsReadWhole() throws IOException {
    Path file = Path.of("glossary/diplomacy.csv");
    GlossaryReading reading = GlossaryReader.read(file, "glossary/diplomacy.csv");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.concepts())
        .hasSameSizeAs(Files.readAllLines(file).stream().skip(1).toList());
    assertThat(reading.concepts())
        .extracting(GlossaryReaderTest::shown)
        .contains(
            "leaning-to-one-side: 一边倒|倒向一边 = leaning to one side (preferred inflected) [2]",
            "new-quality-productive-forces-x1: 新质生产力 = new-type productivity (forbidden"
                + " inflected)|new productivity (forbidden inflected) [7]");
  }

  /** Id, Chinese forms, English terms, rows. */
  private static String shown(Concept concept) {
    return "%s: %s = %s %s"
        .formatted(
            concept.id(),
            String.join("|", concept.zhForms()),
            concept.en().stream().map(GlossaryReaderTest::shown).collect(Collectors.joining("|")),
            concept.rows().stream().map(Location::line).toList());
  }

  private static String shown(Term term) {
    return "%s (%s %s)".formatted(term.text(), term.status().label(), term.use().match().label());
  }

  @Test
  void columnsComeInAnyOrderAndUnknownOnesArePassedOver() throws IOException {
    GlossaryReading reading =
        read(
            "\uFEFFnote,EN , Status,zh,en_variants\r\n\r\nx,tide, Admitted ,潮水, | tides |tide\r\n");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.concepts())
        .extracting(GlossaryReaderTest::shown)
        .containsExactly("潮水: 潮水 = tide (admitted auto)|tides (admitted auto) [3]");
  }

  @Test
  void everyColumnIsTaken() throws IOException {
    GlossaryReading reading =
        read(
            """
            id,zh,zh_variants,en,en_variants,forbidden_en,status,match,case,pos,domain,project,not_in,only_if,not_if,note,source
            C7,主席,大会主席,president,head | chair,boss|chief,admitted,GAP,sensitive,noun,politics|law,P1,主席台|主席团,国家,主席树|rostrum,"two
            lines",Style Book
            """);
    assertThat(reading.problems()).isEmpty();
    Concept concept = reading.concepts().get(0);
    assertThat(concept.id()).isEqualTo("C7");
    assertThat(concept.zhForms()).containsExactly("主席", "大会主席");
    assertThat(concept.allowed())
        .extracting(Term::text)
        .containsExactly("president", "head", "chair");
    assertThat(concept.forbidden()).extracting(Term::text).containsExactly("boss", "chief");
    assertThat(concept.en())
        .allSatisfy(
            term -> {
              assertThat(term.use()).isEqualTo(new TermUse(Term.Match.GAP, true, "noun"));
              assertThat(term.remarks()).isEqualTo(new Remarks("two\nlines", "Style Book"));
              assertThat(term.where()).isEqualTo(new Location("terms.csv", 2, 1));
            });
    assertThat(concept.en().get(1).status()).isEqualTo(TermStatus.ADMITTED);
    assertThat(concept.scope())
        .isEqualTo(new Concept.Scope(List.of("politics", "law"), List.of("P1")));
    assertThat(concept.conditions())
        .isEqualTo(new Conditions(List.of("主席台", "主席团"), List.of("国家"), List.of("主席树", "rostrum")));
  }

  @Test
  void aForbiddenTermNeedsNoChinese() throws IOException {
    GlossaryReading reading = read("zh,en,status\n,boat people,forbidden\n,boat,\n");
    assertThat(ids(reading)).containsExactly("boat people");
    assertThat(problems(reading)).containsExactly("terms.csv:3:1: it has no zh");
  }

  @Test
  void theColumnsOfATableOfTermsAreUnderstood() throws IOException {
    GlossaryReading reading =
        read("term_id,zh,approved_en,forbidden_en\nT1,国企,SOE|state-owned enterprise,state firm\n");
    assertThat(shown(reading.concepts().get(0)))
        .isEqualTo(
            "T1: 国企 = SOE (preferred auto)|state-owned enterprise (preferred auto)|state firm"
                + " (forbidden auto) [2]");
  }

  @Test
  void aTsvFileHasTabs() throws IOException {
    GlossaryReading reading =
        read("terms.TSV", "zh\ten\tzh_variants\n码头\tquay, wharf\t埠头|渡头\n".getBytes(UTF_8));
    assertThat(reading.concepts().get(0).zhForms()).containsExactly("码头", "埠头", "渡头");
    assertThat(reading.concepts().get(0).en().get(0).text()).isEqualTo("quay, wharf");
  }

  @Test
  void sizesAreBounded() throws IOException {
    String many = "|x".repeat(100);
    GlossaryReading reading =
        read(
            "zh,en,zh_variants\n长,\""
                + "a".repeat(20_000)
                + "\"\n长,b"
                + "b".repeat(600)
                + "\n"
                + "多,many,"
                + chain()
                + "\n同,same,"
                + many
                + "\n船,ship,"
                + ",".repeat(5_000)
                + "\n帆,sail\n");
    assertThat(ids(reading)).containsExactly("同", "帆");
    assertThat(reading.concepts().get(0).zhForms()).containsExactly("同", "x");
    assertThat(reading.problems())
        .extracting(problem -> problem.where().line())
        .containsExactly(2, 3, 4, 6);
    assertThatThrownBy(() -> read("zh,en\n" + "船,ship\n".repeat(4_000_000)))
        .hasMessage("cannot read the glossary \"terms.csv\": it is larger than 32 MiB");
  }

  @Test
  void aFileOfNothingButBrokenRowsIsGivenUp() throws IOException {
    GlossaryReading reading = read("zh,en\n" + "\"船,ship\n".repeat(200_001));
    assertThat(reading.concepts()).isEmpty();
    assertThat(problems(reading)).hasSize(GlossaryCollector.MAX_PROBLEMS);
    assertThat(problems(reading).get(GlossaryCollector.MAX_PROBLEMS - 1)).contains("was not read");
  }

  @Test
  void moreConceptsThanTheMostAreLeftOutAndSaid() throws IOException {
    GlossaryCollector found = new GlossaryCollector("terms.csv");
    Concept ship = read("zh,en\n船,ship\n").concepts().get(0);
    for (int i = 0; i <= GlossaryCollector.MAX_CONCEPTS; i++) {
      found.take(ship, i + 2);
    }
    GlossaryReading reading = found.reading("CSV", List.of());
    assertThat(reading.concepts()).hasSize(GlossaryCollector.MAX_CONCEPTS);
    assertThat(problems(reading))
        .singleElement(as(STRING))
        .endsWith("it was left out: a glossary has at most 200000 concepts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          '' => the glossary "a.csv" is empty
          '\n ,\n' => the glossary "a.csv" is empty
          'zh:en\n船:ship\n' => the glossary "a.csv", line 1, has no column "zh"
          'zh,zh,en\n' => the glossary "a.csv", line 1, has two columns "zh"
          'zh,"en\n' => cannot read the glossary "a.csv", line 1: UNBALANCED
          'en-GB,Notes\nship,x\n' => the glossary "a.csv", line 1, has terms in en-GB only: a \
          glossary needs two languages
          'en-ZZ,zh-CN\nship,船\n' => the glossary "a.csv", line 1, names the language "en-ZZ", \
          whose country is unknown
          'this,is,no,glossary\n1,2,3,4\n' => cannot read the glossary "a.csv", line 1: \
          "glossary" in its third or fourth cell is not a language code
          'PK\u0003\u0004....' => cannot read the workbook "a.csv": not an Excel workbook, or a \
          damaged one
          """)
  void aFileThatIsNotAGlossaryIsRefused(String text, String message) {
    assertRefused(() -> read("a.csv", text)).hasMessage(message.replace("UNBALANCED", UNBALANCED));
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    assertRefused(() -> read("x.csv", "zh,en\nx,é\n".getBytes(ISO_8859_1)))
        .hasMessage("cannot read the glossary \"x.csv\": byte 8 (line 2) is not UTF-8");
    assertRefused(() -> read("x.csv", "zh,en\n船,ship\n".getBytes(UTF_16LE)));
    assertRefused(() -> GlossaryReader.read(folder.resolve("none.csv"), "none.csv"))
        .hasMessage("cannot read the glossary \"none.csv\": the file does not exist");
    assertRefused(() -> GlossaryReader.read(folder, "here"));
  }

  /** A good row is found after any other rows. */
  @Test
  void noiseDoesNotHideTheRowsAfterIt() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder noise = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        noise.append("\",|\n\r\t 船x".charAt(random.nextInt(9)));
      }
      GlossaryReading reading = read("id,zh,en\n" + noise + "\nlast,岸,shore\n");
      // No quotation mark follows that could close a cell over it.
      assertThat(ids(reading)).as("seed " + seed).contains("last");
      assertThat(reading.problems())
          .as("seed " + seed)
          .extracting(problem -> problem.where().line())
          .isSorted();
    }
  }

  private GlossaryReading usable(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return GlossaryReader.readUsable(folder.resolve(name), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a.csv; GBK; '中文,英文\r\n压舱石,ballast stone\r\n经济,economy\r\n龃龉,discord\r\n'; \
          压舱石=ballast stone, 经济=economy, 龃龉=discord; CSV by language in GB18030
          b.csv; Big5; 'zh-TW,en\r\n壓艙石,ballast stone\r\n經濟,economy\r\n'; \
          壓艙石=ballast stone, 經濟=economy; CSV by language in Big5-HKSCS
          c.csv; GBK; 'zh,en\n国,state\n'; 国=state; CSV in GB18030
          d.txt; GBK; '压舱石\tballast stone\n'; 压舱石=ballast stone; \
          TSV without heads in GB18030
          """)
  void aTableIsReadInTheEncodingOfTheSpreadsheet(
      String name, Charset charset, String table, String terms, String format) throws IOException {
    GlossaryReading reading = read(name, table.getBytes(charset));
    assertThat(String.join(", ", terms(reading))).isEqualTo(terms);
    assertThat(reading.contents().format()).isEqualTo(format);
  }

  @Test
  void damagedUnicodeIsNotTakenForAnotherEncoding() {
    byte[] bytes = "zh,en\n压舱石,ballast stone\n经济,economy\n".getBytes(UTF_8);
    bytes[8] = 'x';
    assertRefused(() -> read("a.csv", bytes), "(line 2) is not UTF-8")
        .isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          a line that names the separator is no row => \
          'sep=;\r\nzh;en\r\n船;ship, vessel\r\n帆;\r\n' => \
          船=ship, vessel; terms.csv:4:1: it has no en
          a line may name another separator => 'sep=|\n中文|英文\n船|ship\n' => 船=ship
          other languages are passed over => \
          'English;Deutsch;中文（简体）;Français\nship;Schiff;船;navire\n' => 船=ship
          a row with a control character is left out, but notes have line breaks and tabs => \
          'id,zh,en,note
          a,潮\u0001水,tide,
          b,船,ship,"one\ttwo\nthree"
          c,灯,lamp,\u001b[31m
          ' => \
          船=ship; terms.csv:2:1: its zh has a control character; \
          terms.csv:5:1: it has a control character, U+001B: delete it there
          quoted cells may hold separators, quotation marks and line breaks => \
          'zh,en,note\n"灯\n塔","the ""lamp"",\r\n lit","a\n\nb"\n船,,\n' => \
          灯 塔=the "lamp", lit; terms.csv:7:1: it has no en
          a row that cannot be used costs only itself => \
          'id,zh,en,status
          a,船,ship,
          b, ,boat,
          c,帆,sail,archived
          d,锚,anchor,preferred,more
          e,"桨"x,oar,
          f,"舵,rudder,
          g,桅,mast
          h,\u200B,none,
          i,绳,ro\u0007pe,
          j,"浪"",wave,
          k,岸,"shore",forbidden
          ' => \
          船=ship; 桅=mast; 岸=shore!; terms.csv:3:1: it has no zh; \
          terms.csv:4:1: unknown status "archived": use preferred, admitted, proposed or \
          forbidden; terms.csv:5:1: it has more cells than the first row, which has 4: put \
          quotation marks around a cell that contains a separator; \
          terms.csv:6:1: UNBALANCED; terms.csv:7:1: UNBALANCED; terms.csv:9:1: it has no zh; \
          terms.csv:10:1: its en has a control character; terms.csv:11:1: UNBALANCED
          one of two scripts is enough => '简体中文,繁體中文,English\n,書,book\n' => 書=book
          a term is not a head => '英语教学,English teaching\n船,ship\n' => \
          英语教学=English teaching; 船=ship
          entries about texts are not taken for heads => \
          '翻译\ttranslation\n原文\tsource text\n船\tship\n' => \
          翻译=translation; 原文=source text; 船=ship
          rows may begin with their number => '1,船,ship\n2,帆,sail\n' => 船=ship; 帆=sail
          numbers out of order are cells => '110,police,call it\n船,ship,x\n' => \
          110=police; 船=ship
          semicolons separate under Chinese heads => \
          '中文;英文\n一边倒;"leaning; to one side, one-sided"\n' => \
          一边倒=leaning|to one side, one-sided
          semicolons separate under codes => \
          'zh;en\n一边倒;"leaning; to one side, one-sided"\n' => \
          一边倒=leaning|to one side, one-sided
          tabs separate => \
          'zh\ten\n一边倒\t"leaning; to one side, one-sided"\n' => \
          一边倒=leaning|to one side, one-sided
          semicolons separate without heads => '船;ship, boat\n帆;sail\n' => 船=ship, boat; 帆=sail
          commas separate without heads => '船,ship; boat\n帆,sail\n' => 船=ship|boat; 帆=sail
          a cell lists several Chinese terms => '中文,英文\n一边倒；倒向一边,leaning\n' => \
          一边倒|倒向一边=leaning
          a status that is unknown is named => '中文,English,状态\n船,ship,草搞\n帆,sail,\n' => \
          帆=sail; terms.csv:2:1: unknown status "草搞": use preferred, admitted, proposed or \
          forbidden
          columns without heads are turned the right way => 'ship,船\nsail,帆\n' => 船=ship; 帆=sail
          rows may be in either direction => '船,ship,ZH,EN\nsail,帆,en,zh\n' => 船=ship; 帆=sail
          """)
  void tablesAreReadAsPeopleWriteThem(String what, String table, String found) throws IOException {
    GlossaryReading reading = read(table);
    assertThat(Stream.concat(terms(reading).stream(), problems(reading).stream()))
        .as(what)
        .containsExactly(found.replace("UNBALANCED", UNBALANCED).split("; "));
  }

  @Test
  void headsAreReadAsPeopleWriteThem() throws IOException {
    for (String heads :
        List.of(
            "No.,Term (EN),术语（中文）",
            "备注,English,繁體中文",
            "序号,英语（美国）,中文（台灣）",
            "#,English term,Chinese (Simplified)",
            "编号,英文名称,中文名称",
            "id,ENG,CHS")) {
      assertThat(terms(read("a.csv", heads + "\n1,ship,船\n2,sail,帆\n")))
          .as(heads)
          .containsExactly("船=ship", "帆=sail");
    }
  }

  @Test
  void aGlossaryOfWhichNoRowIsUsableIsNotCheckedAgainst() throws IOException {
    String twoEnglish = "alpha,beta\ngamma,delta\n";
    assertThat(read("a.csv", twoEnglish).unusable()).isEqualTo(2);
    assertRefused(
        () -> usable("a.csv", twoEnglish), "no usable row; line 1: it has no Chinese term");
    assertRefused(() -> usable("b.csv", "zh,en\n船,\n帆,\n"), "no usable row; line 2: ");
    assertThat(usable("c.csv", "zh,en\n船,\n帆,sail\n").concepts()).hasSize(1);
    assertThat(usable("d.csv", "zh,en\n").concepts()).isEmpty();
  }

  @Test
  void aHeadMayNameSidesInsteadOfLanguages() throws IOException {
    for (String heads : List.of("源语,目标语", "原文,译文,备注", "Source,Target,", "源语言,目标语言")) {
      assertThat(terms(read("a.csv", heads + "\n船,ship\n帆,sail\n")))
          .as(heads)
          .containsExactly("船=ship", "帆=sail");
      assertThat(terms(read("b.csv", heads + "\nship,船\nsail,帆\n")))
          .as(heads)
          .containsExactly("船=ship", "帆=sail");
    }
  }

  @Test
  void aCellListsSeveralRenderings() throws IOException {
    String rows =
        """
        船,ship|boat
        帆,sail; canvas
        桨,oar；paddle
        舵,rudder / helm
        车,car|
        或,and/or
        速,km/h
        网,TCP/IP
        书,a / b|
        锚,anchor、kedge，grapnel／killick
        不忘初心、牢记使命,remain true
        """;
    String[] wanted = {
      "船=ship|boat", "帆=sail|canvas", "桨=oar|paddle", "舵=rudder|helm", "车=car",
      "或=and/or", "速=km/h", "网=TCP/IP", "书=a / b", "锚=anchor|kedge|grapnel|killick",
      "不忘初心、牢记使命=remain true"
    };
    for (String heads : List.of("中文,英文\n", "zh-CN,en-GB\n", "zh,en\n", "")) {
      assertThat(terms(read("a.csv", heads + rows))).as(heads).containsExactly(wanted);
    }
    assertThat(problems(read("a.csv", "中文,英文\n帆,sail\n船," + chain() + "\n")))
        .containsExactly("a.csv:3:1: more than 50 variants of its en");
  }

  private static String chain() {
    return IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining("|"));
  }

  private static List<String> unused(GlossaryReading reading) {
    return reading.contents().unused().stream().map(UnusedColumn::toString).toList();
  }

  @Test
  void aWorkbookWithChineseHeadsKeepsItsForbiddenWordsAndDomains() throws IOException {
    List<TableSheet.Column> heads =
        Stream.of("中文", "English", "备注", "禁用译法", "领域")
            .map(head -> new TableSheet.Column(head, 20))
            .toList();
    List<List<String>> rows =
        List.of(
            List.of("国企", "SOE", "见手册", "state firm；government company", "经济"),
            List.of("锚", "anchor", "", "hook\nkedge", "航海"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("t.xlsx"))) {
      XlsxWriter.write(out, new TableSheet("terms", heads, rows));
    }
    GlossaryReading reading = GlossaryReader.read(folder.resolve("t.xlsx"), "t.xlsx");
    assertThat(terms(reading))
        .containsExactly("国企=SOE|state firm!|government company!", "锚=anchor|hook!|kedge!");
    assertThat(reading.concepts().get(0).scope().domains()).containsExactly("经济");
    assertThat(reading.concepts().get(0).en().get(0).remarks().note()).isEqualTo("见手册");
    assertThat(unused(reading)).isEmpty();
    assertThat(reading.unusable()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "zh,en,forbidden_en", "zh,en,禁止译法", "ZH,EN,Forbidden EN",
    "中文,英文,forbidden_en", "中文,译文,禁用", "Source,Target,Do not use",
    "SOURCE,Target,Ｆorbidden：", "Term,Translation,Forbidden (EN)", "原文,译文,禁用 译法",
    "术语（中文）,术语（英文）,禁用词"
  })
  void forbiddenWordsAreKeptUnderEachOfTheirNames(String source, String target, String head)
      throws IOException {
    String heads = source + "," + target + "," + head;
    GlossaryReading reading = read("t.csv", heads + "\n国企,SOE,state firm\n船,ship,\n");
    assertThat(terms(reading)).containsExactly("国企=SOE|state firm!", "船=ship");
    assertThat(unused(reading)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh,en,forbiden_en | the column "forbiden_en" (1 cell) is not used; did you mean "forbidden_en"?
          zh,en,禁用译发 | the column "禁用译发" (1 cell) is not used; did you mean "禁用译法"?
          中文,English,forbiden_en | the column "forbiden_en" (1 cell) is not used; did you mean "forbidden_en"?
          中文,English,Defnition | the column "Defnition" (1 cell) is not used; did you mean "definition"?
          中文,English,备住 | the column "备住" (1 cell) is not used; did you mean "备注"?
          Source,Target,审校人 | the column "审校人" (1 cell) is not used
          zh,en,区域 | the column "区域" (1 cell) is not used
          zh,en,ja | the column "ja" (1 cell) is not used
          zh,en, | the column number 3 (1 cell) is not used; name it in the header row
          """)
  void aColumnThatIsNotUsedIsNamed(String heads, String message) throws IOException {
    GlossaryReading reading = read("t.csv", heads + "\n国企,SOE,x\n船,ship,\n");
    assertThat(terms(reading)).containsExactly("国企=SOE", "船=ship");
    assertThat(unused(reading)).containsExactly(message);
  }

  @Test
  void aSecondColumnForTheSameIsNamedWithTheFirst() throws IOException {
    GlossaryReading reading =
        read("t.csv", "中文,English,状态,status,备注,说明\n船,ship,推荐,forbidden,a,b\n");
    assertThat(unused(reading))
        .containsExactly(
            "the column \"status\" (1 cell) is not used; the column \"状态\" is used for that");
    assertThat(reading.concepts().get(0).remarks().note()).isEqualTo("a\nb");
  }

  @Test
  void aColumnWithoutCellsIsNotNamed() throws IOException {
    assertThat(unused(read("t.csv", "zh,en,审校人\n船,ship,\n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "首选,PREFERRED", "推荐,PREFERRED", "批准,ADMITTED",
    "approved,ADMITTED", "草稿,PROPOSED", "禁用,FORBIDDEN",
    "Deprecated,FORBIDDEN"
  })
  void aStatusMayBeChinese(String label, TermStatus status) throws IOException {
    for (String heads : List.of("zh,en,status", "中文,English,状态", "术语,译名,状态")) {
      GlossaryReading reading = read("t.csv", heads + "\n船,ship," + label + "\n帆,sail,\n");
      assertThat(reading.concepts().get(0).en().get(0).status()).isEqualTo(status);
    }
  }

  @Test
  void aForbiddenColumnMayOnlySayYesOrNo() throws IOException {
    for (String heads : List.of("zh,en,forbidden", "中文,English,禁用", "Source,Target,Forbidden")) {
      GlossaryReading reading = read("t.csv", heads + "\n船,boat,是\n帆,sail,no\n锚,anchor,\n");
      assertThat(terms(reading)).containsExactly("船=boat!", "帆=sail", "锚=anchor");
    }
  }
}
