package ballast.segment;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.segment.RuleBook.AbbreviationGroup;
import ballast.segment.RuleBook.WordLists;
import ballast.segment.Segmenter.Break;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbbreviationsTest {

  @TempDir Path folder;

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
    Segmenter segmenter = Segmenter.create(options("?Mr.\n"));

    List<Break> breaks =
        segmenter.breaks(Paragraphs.document(Lang.EN_US, "He saw Mr. Zhou at home."));

    assertThat(breaks)
        .singleElement()
        .satisfies(b -> assertThat(b.rule()).startsWith("referee p="));
  }

  @Test
  void overridesApplyBeforeAUsersRulesToo() throws IOException {
    Path srx =
        Files.writeString(
            folder.resolve("rules.srx"),
            "<srx><body><languagerules><languagerule languagerulename=\"G\"><rule break=\"yes\">"
                + "<beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>"
                + "</languagerules><maprules><languagemap languagepattern=\".*\""
                + " languagerulename=\"G\"/></maprules></body></srx>");
    Segmenter segmenter = Segmenter.create(options("+Mr.").withSrx(srx));

    assertThat(Paragraphs.sentences(segmenter, Lang.EN_US, "Mr. Wu met Dr. Xu."))
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
    return Paragraphs.sentences(Segmenter.create(options(abbreviations)), Lang.EN_US, text);
  }

  private SegmenterOptions options(String abbreviations) throws IOException {
    return SegmenterOptions.DEFAULT.withAbbreviations(
        Files.writeString(folder.resolve("abbreviations.txt"), abbreviations));
  }
}
