package ballast.cli;

import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.r;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.format.document.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review goes out as a Word document and comes back as one. */
final class WordReviewTest extends CommandTest {

  private static final String CHINESE = "船在清晨离开港口，没有人送行。船长一夜没有睡。\n\n海鸥都不见了。\n\n灯塔还亮着。\n";
  private static final String SHIP = "The ship left the harbour at dawn, and nobody waved.";
  private static final String CAPTAIN = "The captain had not slept all night.";
  private static final String GULLS = "The gulls were gone.";
  private static final String LIGHT = "The lighthouse was still lit.";
  private static final String DATE = "w:date=\"2026-11-30T08:15:00Z\"";

  private final Map<String, String> ids = new LinkedHashMap<>();

  private String id(String translation) {
    return Objects.requireNonNull(ids.get(translation));
  }

  @BeforeEach
  void alignAnArticle() throws IOException {
    write("a.zh.txt", CHINESE);
    word("a.en.docx", "<w:p>" + ship(SHIP) + r(" " + CAPTAIN) + "</w:p>" + p(GULLS) + p(LIGHT));
    run(0, "align", "a.zh.txt", "a.en.docx", "--tm", "tm.db", "--force", "-q");
    units("tm.db").forEach(unit -> ids.put(unit.target(), unit.id()));
  }

  private static String ship(String sentence) {
    String[] halves = sentence.split("harbour", 2);
    return r(halves[0]) + bold("harbour") + r(halves[1]);
  }

  private void word(String name, String body) throws IOException {
    Files.write(folder.resolve(name), docx(body).bytes());
  }

  private void word(String name, String body, String comments) throws IOException {
    Packages word = docx(body).word("comments", "comments", comments);
    Files.write(folder.resolve(name), word.bytes());
  }

  private static String comment(int id, String author, String text) {
    return "<w:comment w:id=\"%d\" w:author=\"%s\" %s>%s</w:comment>"
        .formatted(id, author, DATE, p(text));
  }

  private static String on(int id, String runs) {
    return "<w:commentRangeStart w:id=\"%1$d\"/>%2$s<w:commentRangeEnd w:id=\"%1$d\"/>"
            .formatted(id, runs)
        + "<w:r><w:commentReference w:id=\""
        + id
        + "\"/></w:r>";
  }

  private static String ins(String author, String text) {
    return "<w:ins w:id=\"90\" w:author=\"%s\" %s>%s</w:ins>".formatted(author, DATE, r(text));
  }

  private static String del(String author, String text) {
    String run = r(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ");
    return "<w:del w:id=\"91\" w:author=\"%s\" %s>%s</w:del>".formatted(author, DATE, run);
  }

  private String part(String file, String name) throws IOException {
    return partOf(Files.readAllBytes(folder.resolve(file)), name);
  }

  private String now(String was) {
    return units("tm.db").stream()
        .filter(unit -> unit.id().equals(id(was)))
        .findFirst()
        .map(Unit::target)
        .orElse("");
  }

  @Test
  void openCommentsGoOutWithTheRevisions() throws IOException {
    run(0, "tm", "comment", id(GULLS), "海鸥？ <& \"x\"", "--tm", "tm.db", "--by", "王芳");
    run(0, "tm", "comment", id(GULLS), "--reply-to", "1", "Yes.", "--tm", "tm.db", "--by", "Bo");
    run(0, "tm", "comment", id(CAPTAIN), "Done.", "--tm", "tm.db", "--by", "Bo");
    run(0, "tm", "comment", id(CAPTAIN), "--resolve", "--tm", "tm.db", "--by", "Bo");
    run(0, "tm", "comment", id(SHIP), "All\nof it?", "--tm", "tm.db", "--by", "Bo");
    run(0, "tm", "edit", id(SHIP), "--target", SHIP.replace("ship", "vessel"), "--tm", "tm.db");

    assertThat(run(0, "apply", "a.en.docx", "--tm", "tm.db", "-o", "plain.docx").err())
        .contains("applied  1 translation to a.en.docx\n");
    assertThat(run(0, "apply", "a.en.docx", "--tracked", "--tm", "tm.db", "-o", "b.docx").err())
        .contains("applied  1 translation and 3 comments to a.en.docx\n");
    assertThat(part("b.docx", "word/comments.xml"))
        .containsPattern(
            "<w:comment w:id=\"\\d\" w:author=\"王芳\" w:date=\"[-0-9T:]{19}Z\" w:initials=\"王\">")
        .contains(">海鸥？ &lt;&amp; &quot;x&quot;</w:t>", ">All</w:t>", ">of it?</w:t>", ">Yes.<")
        .doesNotContain("Done.");
    assertThat(part("b.docx", "word/document.xml"))
        .containsPattern(
            "<w:p><w:commentRangeStart w:id=\"(\\d)\"/><w:commentRangeStart w:id=\"(\\d)\"/><w:r>"
                + "<w:t xml:space=\"preserve\">"
                + GULLS
                + "</w:t></w:r><w:commentRangeEnd w:id=\"\\1\"/>");
    assertThat(part("b.docx", "word/_rels/document.xml.rels")).contains("/word/comments.xml");
    assertThat(part("b.docx", "[Content_Types].xml")).contains("\"/word/comments.xml\"");
    assertThat(run(0, "split", "--lang", "en", "b.docx").out())
        .isEqualTo(run(0, "split", "--lang", "en", "plain.docx").out());

    Files.copy(folder.resolve("b.docx"), folder.resolve("c.docx"));
    run(0, "apply", "c.docx", "--document", "a", "--tracked", "--tm", "tm.db");
    assertThat(Files.readAllBytes(folder.resolve("c.docx")))
        .isEqualTo(Files.readAllBytes(folder.resolve("b.docx")));
    assertThat(run(0, "review import b.docx --tm tm.db --by Li").err())
        .isEqualTo("1 sentence: 1 already up to date\n");
  }

  @Test
  void trackedChangesAndCommentsComeBack() throws IOException {
    String comments =
        comment(3, "王芳", "太直白") + comment(4, "Bo", "Nobody?") + comment(3, "Al", "Same id");
    word(
        "back.docx",
        "<w:p>"
            + r("The ship left the ")
            + bold("harbour")
            + del("Bo", " at dawn")
            + ins("Bo", " before dawn")
            + r(", and ")
            + on(4, r("nobody"))
            + r(" waved. " + CAPTAIN)
            + ins("王芳", " He looked tired.")
            + "</w:p><w:p>"
            + on(3, del("Cy", GULLS) + ins("Cy", "Not a gull was left."))
            + "</w:p>"
            + p(LIGHT),
        comments);
    assertThat(run(0, "review import back.docx --tm tm.db --dry-run").err())
        .contains("3 sentences: 3 edited, 2 commented; nothing was written");
    assertThat(run(0, "review import back.docx --tm tm.db").err())
        .isEqualTo(
            """
            3 sentences: 3 edited, 2 commented
            `ballast apply "a.en.docx"` writes the answers into the document
            """);
    assertThat(now(SHIP)).isEqualTo(SHIP.replace("at dawn", "before dawn"));
    assertThat(now(CAPTAIN)).isEqualTo(CAPTAIN + " He looked tired.");
    assertThat(now(GULLS)).isEqualTo("Not a gull was left.");
    assertThat(now(LIGHT)).isEqualTo(LIGHT);
    assertThat(run("review show --tm tm.db").out())
        .contains("王芳 2026-11-30: 太直白", "Al 2026-11-30: Same id", "Bo 2026-11-30: Nobody?");
    assertThat(run("tm history " + id(CAPTAIN) + " --tm tm.db").out()).contains("王芳");
    assertThat(run("tm history " + id(GULLS) + " --tm tm.db").out()).contains("Cy");

    assertThat(run(0, "review import back.docx --tm tm.db").err())
        .isEqualTo("3 sentences: 3 already up to date\n");
    run(0, "tm undo --tm tm.db");
    assertThat(now(GULLS)).isEqualTo(GULLS);
    assertThat(run("review show --tm tm.db").out()).doesNotContain("太直白");
    run(0, "tm verify --tm tm.db");
  }

  /** A change that Ballast tracked counts as seen; without its bookmark, the memory is newer. */
  @Test
  void aRejectedRevisionBringsTheOldTextBack() throws IOException {
    String vessel = SHIP.replace("ship", "vessel");
    run(0, "tm", "edit", id(SHIP), "--target", vessel, "--tm", "tm.db");
    run(0, "apply", "a.en.docx", "--tracked", "--tm", "tm.db", "-o", "b.docx");
    String body = part("b.docx", "word/document.xml");
    body = body.replaceAll("<w:ins .*?</w:ins>", "").replaceAll("</?w:del( [^>]*)?>", "");
    body = body.replace("w:delText", "w:t");
    Files.write(folder.resolve("rejected.docx"), docx("").part("word/document.xml", body).bytes());
    assertThat(run(0, "review import a.en.docx --tm tm.db").err())
        .isEqualTo("0 sentences: nothing changed\n");
    assertThat(now(SHIP)).isEqualTo(vessel);
    assertThat(run(0, "review import rejected.docx --tm tm.db --by Li").err())
        .startsWith("1 sentence: 1 edited\n");
    assertThat(now(SHIP)).isEqualTo(SHIP);
    assertThat(run("tm history " + id(SHIP) + " --tm tm.db").out()).contains("  Li\n");
  }

  @Test
  void aNewerTranslationIsNotOverwritten() throws IOException {
    run(0, "tm", "edit", id(GULLS), "--target", "All gulls had left.", "--tm", "tm.db");
    word(
        "back.docx",
        p(SHIP + " " + CAPTAIN)
            + "<w:p>"
            + r("The gulls were ")
            + del("Bo", "gone")
            + ins("Bo", "away")
            + r(".")
            + "</w:p>"
            + p("The lighthouse was still dark."));
    run(0, "tm", "edit", id(LIGHT), "--target", "The beacon was still lit.", "--tm", "tm.db");
    assertThat(run(1, "review import back.docx --tm tm.db").err())
        .contains("back.docx, sentence 3 (unit " + id(GULLS) + "), not taken: the unit has")
        .contains("back.docx, sentence 4 (unit " + id(LIGHT) + "), not taken: the unit has")
        .contains("2 sentences: nothing changed; 2 not taken");
    assertThat(now(GULLS)).isEqualTo("All gulls had left.");
  }

  @Test
  void editsWithoutTrackingAreAnswersToo() throws IOException {
    word(
        "back.docx",
        p(SHIP + " The captain hadn't slept for a whole night.")
            + p("Where?")
            + p("The gulls had all gone.")
            + p(LIGHT));
    assertThat(run(0, "review import back.docx --tm tm.db --by Li --print").out())
        .contains("The gulls had all gone.");
    assertThat(now(CAPTAIN)).isEqualTo("The captain hadn't slept for a whole night.");
    assertThat(now(GULLS)).isEqualTo("The gulls had all gone.");
  }

  @Test
  void paragraphsThatAreInsertedDividedJoinedOrDeleted() throws IOException {
    String mark = "<w:pPr><w:rPr><w:%s w:id=\"7\" w:author=\"Bo\" " + DATE + "/></w:rPr></w:pPr>";
    word(
        "back.docx",
        "<w:p>"
            + mark.formatted("ins")
            + ship(SHIP)
            + "</w:p><w:p>"
            + r(CAPTAIN)
            + "</w:p>"
            + "<w:p>"
            + mark.formatted("ins")
            + ins("Bo", "A whole new thought.")
            + "</w:p>"
            + "<w:p>"
            + mark.formatted("del")
            + r("The gulls ")
            + ins("Bo", "really ")
            + r("were gone.")
            + "</w:p>"
            + "<w:p>"
            + del("Bo", LIGHT)
            + "</w:p>");
    assertThat(run(1, "review import back.docx --tm tm.db").err())
        .contains(
            "back.docx, not taken: it is in no sentence of the memory: inserted text: A whole")
        .contains("(unit " + id(LIGHT) + "), not taken: its translation is deleted")
        .contains("3 sentences: 1 edited; 2 not taken");
    assertThat(now(GULLS)).isEqualTo("The gulls really were gone.");
    assertThat(now(SHIP)).isEqualTo(SHIP);
  }

  @Test
  void movesFormattingNotesTablesAndHeaders() throws IOException {
    String name = " w:id=\"8\" w:author=\"Bo\" " + DATE;
    String body =
        "<w:p>"
            + ship(SHIP)
            + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
            + r(" " + CAPTAIN)
            + "</w:p>"
            + "<w:tbl><w:tr><w:tc>"
            + p(GULLS)
            + "</w:tc></w:tr></w:tbl>"
            + p(LIGHT);
    Packages word =
        docx(body)
            .word(
                "footnotes",
                "footnotes",
                "<w:footnote w:id=\"2\">" + p("A log of the harbour.") + "</w:footnote>")
            .word("header1", "hdr", p("Chapter one"));
    Files.write(folder.resolve("a.en.docx"), word.bytes());
    write("a.zh.txt", CHINESE + "\n港口日志一则。\n");
    run(0, "align", "a.zh.txt", "a.en.docx", "--tm", "tm.db", "--force", "-q");
    units("tm.db").forEach(unit -> ids.put(unit.target(), unit.id()));
    String back =
        body.replace(
                r(" " + CAPTAIN), "<w:moveFrom" + name + ">" + r(" " + CAPTAIN) + "</w:moveFrom>")
            .replace(
                r(LIGHT), r(LIGHT + " ") + "<w:moveTo" + name + ">" + r(CAPTAIN) + "</w:moveTo>")
            .replace(
                p(GULLS),
                "<w:p>"
                    + on(
                        5,
                        "<w:r><w:rPr><w:b/><w:rPrChange"
                            + name
                            + "><w:rPr/></w:rPrChange></w:rPr><w:t>The gulls </w:t></w:r>"
                            + ins("Bo", "all ")
                            + r("were gone."))
                    + "</w:p>");
    Packages returned =
        docx(back)
            .word("comments", "comments", comment(5, "Bo", "All?") + comment(6, "Bo", "Lost"))
            .word(
                "footnotes",
                "footnotes",
                "<w:footnote w:id=\"2\"><w:p>"
                    + r("A log of the ")
                    + del("Bo", "harbour")
                    + ins("Bo", "port")
                    + r(".")
                    + "</w:p></w:footnote>")
            .word(
                "header1",
                "hdr",
                "<w:p>" + r("Chapter ") + del("Bo", "one") + ins("Bo", "two") + "</w:p>");
    Files.write(folder.resolve("back.docx"), returned.bytes());
    assertThat(run(1, "review import back.docx --tm tm.db").err())
        .contains("a comment by Bo: Lost", "inserted text: two", "deleted text: one")
        .contains("(unit " + id(CAPTAIN) + "), not taken: its translation is deleted");
    assertThat(now(GULLS)).isEqualTo("The gulls all were gone.");
    assertThat(now("A log of the harbour.")).isEqualTo("A log of the port.");
    assertThat(run("review show --tm tm.db").out()).contains("All?");
  }

  @Test
  void hostileDocumentsAreRefusedOrRead() throws IOException {
    String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    String comments =
        Packages.partOf(
            docx(p("x")).word("comments", "comments", comment(1, "Bo", "&e;")).bytes(),
            "word/comments.xml");
    Packages entity =
        docx(p(GULLS)).part("word/comments.xml", comments.replace("?>", "?>" + doctype));
    Files.write(folder.resolve("entity.docx"), entity.bytes());
    assertThat(run(2, "review import entity.docx --tm tm.db").err()).doesNotContain("root:");
    Packages broken =
        docx("<w:p>" + on(1, r(GULLS)) + "</w:p>")
            .related("word/document.xml", "word/document.xml", "comments", "x", "");
    Files.write(folder.resolve("broken.docx"), broken.bytes());
    assertThat(run("review import broken.docx --tm tm.db").status()).isEqualTo(2);
    String huge = comment(1, "Bo", "x".repeat(200_000)) + comment(2, "Bo", "");
    word("huge.docx", "<w:p>" + on(1, r(GULLS)) + on(2, "") + "</w:p>" + p(LIGHT), huge);
    assertThat(run(1, "review import huge.docx --tm tm.db --json").out())
        .contains("a comment by Bo: xxx");
    Packages reference = docx(p(GULLS)).part("word/more.xml", "<w:p xmlns:w=\"x\"/>&");
    Files.write(folder.resolve("reference.docx"), reference.bytes());
    run(1, "review import reference.docx --tm tm.db");
    Files.write(folder.resolve("cut.docx"), java.util.Arrays.copyOf(entity.bytes(), 400));
    run(2, "review import cut.docx --tm tm.db");
    word("other.docx", p("Something else."));
    assertThat(run(2, "review import other.docx --tm tm.db").err()).contains("--document");
  }

  @Test
  void aDocumentOfWhichNothingIsLeftIsFoundAgain() throws IOException {
    String back = "";
    for (String one : new String[] {SHIP + " " + CAPTAIN, GULLS, LIGHT}) {
      String now = one.replace(". ", " at all. ");
      back +=
          "<w:p>" + r(now.substring(0, now.length() - 1)) + ins("Bo", " then") + r(".") + "</w:p>";
    }
    word(
        "back.docx",
        back.replace(
            " at all",
            "</w:t></w:r>" + ins("Bo", " at all") + "<w:r><w:t xml:space=\"preserve\">"));
    run(0, "review import back.docx --tm tm.db");
    assertThat(now(GULLS)).isEqualTo("The gulls were gone then.");
    assertThat(run(0, "review import back.docx --tm tm.db").err())
        .isEqualTo("4 sentences: 4 already up to date\n");
  }
}
