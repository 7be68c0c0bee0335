package ballast.segment;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.segment.RuleBook.AbbreviationGroup;
import ballast.segment.RuleBook.WordLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules and abbreviations of a user. */
final class UserRulesTest {

  private static final String SEMICOLONS =
      srx("no", group("Semicolons", rule("yes", ";", "\\s")), map("en", "Semicolons"));

  @TempDir Path folder;

  @Test
  void aRulesFileReplacesOurRules() throws IOException {
    assertThat(english(SEMICOLONS, "One. Two; three.")).containsExactly("One. Two;", "three.");
  }

  @Test
  void cascadingTakesAllMapsThatMatchAndTheFirstRuleWins() throws IOException {
    String groups =
        group("First", rule("no", "Mr\\.", "\\s")) + group("Second", rule("yes", "\\.", "\\s"));
    String maps = map("(EN|en)", "First") + map("", "Second");
    assertThat(english(srx("yes", groups, maps), "Mr. Wu left. He ran."))
        .containsExactly("Mr. Wu left.", "He ran.");
    assertThat(english(srx("no", groups, maps), "Mr. Wu left. He ran."))
        .containsExactly("Mr. Wu left. He ran.");
  }

  @Test
  void inactiveRulesAreLeftOut() throws IOException {
    String groups =
        group(
            "G",
            rule("no", "a", ";").replace("<rule", "<rule okpsrx:active=\"no\"")
                + rule("yes", "a", ";"));

    assertThat(english(srx("no", groups, map("en", "G")), "a;b")).containsExactly("a", ";b");
  }

  @Test
  void icuBreaksAreAddedWhenTheFileAsksForThem() throws IOException {
    String file =
        srx("no", group("G", rule("yes", ";", "\\s")), map("en", "G"))
            .replace("</header>", "<okpsrx:options useIcu4jBreakRules=\"yes\"/></header>");

    assertThat(english(file, "One. Two; three.")).containsExactly("One.", "Two;", "three.");
    assertThat(Segmenter.create(options(file)).breaks(Paragraphs.document(Lang.EN_US, "One. Two.")))
        .anySatisfy(b -> assertThat(b.reason()).contains("ICU"));
  }

  @Test
  void aLanguageWithoutMapIsNamed() {
    assertRefused(
        () -> Paragraphs.sentences(Segmenter.create(options(SEMICOLONS)), Lang.ZH_CN, "好。"),
        "rules.srx",
        "languagepattern matches zh-CN");
  }

  @Test
  void aMapToAMissingGroupIsNamed() {
    assertRefused(
        () -> english(srx("no", group("G", ""), map("en", "H")), "One."), "\"H\"", "line ");
  }

  @Test
  void aRuleThatIsNotAnExpressionIsNamedByGroupAndNumber() {
    String groups = group("Mine", rule("no", "ok", "") + rule("yes", "a(b", "c"));

    assertRefused(
        () -> english(srx("no", groups, map("en", "Mine")), "One."),
        "rule 2 of the language rule \"Mine\"",
        "Unclosed group");
  }

  @Test
  void aPatternOrRangeRuleThatIsNotAnExpressionIsNamed() {
    assertRefused(
        () -> english(srx("no", group("G", ""), map("(en", "G")), "One."), "languagepattern \"(en");
    assertRefused(
        () ->
            english(
                SEMICOLONS.replace("</header>", "<okpsrx:rangeRule>[</okpsrx:rangeRule></header>"),
                "One."),
        "rangeRule");
  }

  @Test
  void malformedXmlIsNamedByLineAndColumn() {
    assertRefused(
        () -> Segmenter.create(options("<srx>\n<body>\n</srx>")), "rules.srx\" line 3, column ");
    assertRefused(() -> Segmenter.create(options("")), "not well-formed XML");
    assertRefused(() -> Segmenter.create(options("\u0000\u0001")));
  }

  @Test
  void otherXmlIsRefused() {
    assertRefused(() -> Segmenter.create(options("<tmx/>")), "the root element is <tmx>");
    assertRefused(() -> Segmenter.create(options("<srx/>")), "no <languagerule>");
    assertRefused(() -> Segmenter.create(options("<srx><rule/></srx>")), "outside");
    assertRefused(
        () -> Segmenter.create(options(srx("no", group("G", rule("maybe", "a", "b")), ""))),
        "maybe");
    assertRefused(
        () -> Segmenter.create(options(srx("no", group("G", "") + group("G", ""), ""))),
        "two language rules");
  }

  @Test
  void aDoctypeIsAcceptedAndNoEntityIsFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    String doctype = "<!DOCTYPE srx PUBLIC \"-//LISA//SRX\" \"http://127.0.0.1:1/srx.dtd\">";
    String entity =
        "<!DOCTYPE srx [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + srx("no", group("G", rule("yes", "&x;", "")), "");

    assertThat(english(doctype + SEMICOLONS, "a; b")).containsExactly("a;", "b");
    assertRefused(() -> Segmenter.create(options(entity))).hasMessageNotContaining("SECRET");
  }

  @Test
  void theEncodingIsTheDeclaredOneAndHoldsThroughout() throws IOException {
    String file = srx("no", group("G", rule("yes", "é", " ")), map("en", "G"));
    Path latin = folder.resolve("latin.srx");
    Files.write(
        latin, ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + file).getBytes(ISO_8859_1));
    Path utf16 = folder.resolve("utf16.srx");
    Files.write(utf16, ("\uFEFF" + file).getBytes(UTF_16LE));
    Path broken = folder.resolve("broken.srx");
    Files.write(broken, file.getBytes(ISO_8859_1));

    for (Path path : List.of(latin, utf16)) {
      Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT.withSrx(path));
      assertThat(Paragraphs.sentences(segmenter, Lang.EN_US, "né ici")).hasSize(2);
    }
    assertRefused(
        () -> Segmenter.create(SegmenterOptions.DEFAULT.withSrx(broken)),
        "broken.srx\" line 4: not valid UTF-8");
    assertRefused(
        () -> Segmenter.create(options("<?xml version='1.0' encoding='nope'?>" + file)),
        "unknown encoding \"nope\"");
  }

  @Test
  void aMissingFileIsNamed() {
    Path nowhere = folder.resolve("nowhere.srx");

    assertRefused(() -> Segmenter.create(SegmenterOptions.DEFAULT.withSrx(nowhere)), "nowhere.srx");
    assertRefused(
        () -> Segmenter.create(SegmenterOptions.DEFAULT.withAbbreviations(nowhere)), "nowhere.srx");
  }

  /** Java's matcher tries every way to cut the letters into ones and twos. */
  @Test
  @Timeout(20)
  void aRuleThatNeverEndsIsRefused() {
    String endless = "(a|aa)+\\1z";
    String file = srx("no", group("G", rule("yes", endless, "\\s")), map("en", "G"));

    assertRefused(
        () -> english(file, "a".repeat(60) + "c and more. Then he left."),
        "rule 1 of the language rule \"G\" takes too long on a paragraph of 85");
  }

  /** Each character has the thousands before it read: seconds for each paragraph of a book. */
  @Test
  void aRuleThatReadsThousandsBeforeEachCharacterIsRefused() {
    String file = srx("no", group("G", rule("yes", "(?&lt;=a{1,3000}b)c", "\\s")), map("en", "G"));

    assertRefused(
        () -> english(file, "The sea is calm. ".repeat(800)),
        "takes too long on a paragraph of 13600");
  }

  @Test
  @Timeout(20)
  void aLanguagePatternThatNeverEndsIsRefused() {
    String file = srx("no", group("G", rule("yes", "x", "y")), map("(.|..)+\\1z", "G"));

    Lang lang = new Lang("en" + "-aaaaaaaa".repeat(4));
    assertRefused(
        () -> Paragraphs.sentences(Segmenter.create(options(file)), lang, "It rains."),
        "takes too long");
  }

  @Test
  void aLongParagraphIsNotTooLongForOrdinaryRules() throws IOException {
    String file = srx("no", group("G", rule("yes", "\\b.*\\w+[.!?]", "\\s")), map("en", "G"));

    assertThat(english(file, "It rains. ".repeat(1000))).isNotEmpty();
  }

  @Test
  void aRuleThatRunsOutOfStackIsTheUsersProblem() {
    String file = srx("no", group("G", rule("yes", "(?:a|b)*c", "d")), map("en", "G"));

    assertRefused(
        () -> english(file, "ab".repeat(100_000)),
        "runs out of stack on a paragraph of 200000 characters");
  }

  private List<String> english(String srx, String text) throws IOException {
    return Paragraphs.sentences(Segmenter.create(options(srx)), Lang.EN_US, text);
  }

  private SegmenterOptions options(String srx) throws IOException {
    return SegmenterOptions.DEFAULT.withSrx(Files.writeString(folder.resolve("rules.srx"), srx));
  }

  private static String srx(String cascade, String groups, String maps) {
    return "<srx xmlns=\"http://www.lisa.org/srx20\""
        + " xmlns:okpsrx=\"http://okapi.sf.net/srx-extensions\" version=\"2.0\">\n"
        + ("<header segmentsubflows=\"yes\" cascade=\"" + cascade + "\"></header>\n")
        + ("<body><languagerules>\n" + groups + "</languagerules>\n")
        + ("<maprules>" + maps + "</maprules></body></srx>");
  }

  private static String group(String name, String rules) {
    return "<languagerule languagerulename=\"" + name + "\">" + rules + "</languagerule>\n";
  }

  private static String map(String pattern, String group) {
    return "<languagemap languagepattern=\"%s.*\" languagerulename=\"%s\"/>"
        .formatted(pattern, group);
  }

  private static String rule(String breaks, String before, String after) {
    return "<rule break=\"%s\"><beforebreak>%s</beforebreak><afterbreak>%s</afterbreak></rule>"
        .formatted(breaks, before, after);
  }

  @Test
  void aPlusKeepsAnAbbreviationJoinedEvenBeforeAStarter() throws IOException {
    String text = "We met at Qingdao Inst. The rest left.";

    assertThat(split("# none", text)).hasSize(2);
    assertThat(split("+Inst.  # ours", text)).containsExactly(text);
  }

  @Test
  void aMinusMakesAnOrdinaryWord() throws IOException {
    assertThat(split("", "He saw Mr. Zhou.")).hasSize(1);
    assertThat(split("-Mr.", "He saw Mr. Zhou.")).containsExactly("He saw Mr.", "Zhou.");
    assertThat(split("-U.S.", "In the U.S. Senate.")).containsExactly("In the U.S.", "Senate.");
  }

  @Test
  void aQuestionMarkAsksTheReferee() throws IOException {
    Segmenter segmenter = Segmenter.create(withAbbreviations("?Mr.\n"));

    assertThat(segmenter.breaks(Paragraphs.document(Lang.EN_US, "He saw Mr. Zhou at home.")))
        .singleElement()
        .satisfies(b -> assertThat(b.rule()).startsWith("referee p="));
  }

  @Test
  void overridesApplyBeforeAUsersRulesToo() throws IOException {
    SegmenterOptions ours = options(srx("no", group("G", rule("yes", "\\.", "\\s")), map("", "G")));
    Path list = Files.writeString(folder.resolve("abbreviations.txt"), "+Mr.");

    assertThat(
            Paragraphs.sentences(
                Segmenter.create(ours.withAbbreviations(list)), Lang.EN_US, "Mr. Wu met Dr. Xu."))
        .containsExactly("Mr. Wu met Dr.", "Xu.");
  }

  @Test
  void theLaterLineWins() throws IOException {
    assertThat(split("-Mr.\n+Mr.", "He saw Mr. The man.")).hasSize(1);
  }

  @Test
  void aBadLineIsNamed() {
    assertRefused(
        () -> split("+Inc.\n\nInc.", ""),
        "abbreviations.txt\" line 3: \"Inc.\" does not start with");
    assertRefused(() -> split("+Inc", ""), "line 1: \"+Inc\" does not end with a full stop");
    assertRefused(() -> split("+" + "x".repeat(5000) + ".", ""), "longer than 40");
  }

  @Test
  void charactersThatMeanSomethingInExpressionsAreTakenLiterally() throws IOException {
    assertThat(split("+a)|(*.\n+\\E.", "He wrote a)|(*. Then he left."))
        .containsExactly("He wrote a)|(*. Then he left.");
  }

  @Test
  void aListThatIsNotUtf8IsRefused() throws IOException {
    Path file = folder.resolve("latin1.txt");
    Files.write(file, "+Café.".getBytes(ISO_8859_1));

    assertRefused(
        () -> Segmenter.create(SegmenterOptions.DEFAULT.withAbbreviations(file)), "not UTF-8");
  }

  @Test
  void ourListsHoldNothingTwiceAndOnlyAbbreviations() {
    Set<String> seen = new HashSet<>();
    for (AbbreviationGroup group : WordLists.abbreviations("abbreviations.txt")) {
      assertThat(group.title()).isNotEmpty();
      for (String entry : group.entries()) {
        assertThat(entry).endsWith(".").doesNotContain(" ");
        // A number may follow what otherwise waits for a starter: two conditions, two entries.
        assertThat(seen.add(group.kind() + entry)).as(entry).isTrue();
      }
    }
    List<String> starters = WordLists.entries("starters.txt");
    assertThat(starters).doesNotHaveDuplicates().allMatch(w -> Character.isUpperCase(w.charAt(0)));
    assertThat(WordLists.entries("attribution-verbs.txt")).doesNotHaveDuplicates();
  }

  private List<String> split(String abbreviations, String text) throws IOException {
    return Paragraphs.sentences(
        Segmenter.create(withAbbreviations(abbreviations)), Lang.EN_US, text);
  }

  private SegmenterOptions withAbbreviations(String abbreviations) throws IOException {
    return SegmenterOptions.DEFAULT.withAbbreviations(
        Files.writeString(folder.resolve("abbreviations.txt"), abbreviations));
  }
}
