package ballast.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.Rounds;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.language.WhiteSpace;
import ballast.segment.Segmenter.Break;
import ballast.segment.Segmenter.Referee;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SegmenterTest {

  private static final String[] PIECES = {
    "天", "好", "𠮷", "说", "。", "！", "？", "……", "…", "“", "”", "「", "」", "《", "》", "（", "）", "，", "：",
    " ", "  ", "　", "\u00a0", "\n", "\t", "a", "The", "He", "U.S.", "Mr.", "Inc.", "p.m.", "No.",
    "3", "1.", "a)", ".", "!", "?", "...", ". . .", "\"", "'", "(", ")", "[3]", "😀", "\uE101",
    "\uE103x", "\uD800", "\uDC00", "\u0000", "\uFEFF", "said", "-", "—", "I", "iPhone", "x.com"
  };

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

  @Test
  void segmentsAreInOrderAndOnlyWhiteSpaceLiesBetweenThem() {
    SplittableRandom seeds = new SplittableRandom(20261124);
    for (int round = 0; round < Rounds.of(3000); round++) {
      long seed = seeds.nextLong();
      Document document = randomDocument(new SplittableRandom(seed));

      List<Segment> segments = segmenter.segment(document);

      assertThat(segmenter.segment(document)).as("again, seed %d", seed).isEqualTo(segments);
      for (int block = 0; block < document.blocks().size(); block++) {
        int at = document.blocks().get(block).span().start();
        for (Segment segment : segments) {
          if (segment.blockIndex() == block) {
            assertThat(segment.span().start())
                .as("order, seed %d", seed)
                .isGreaterThanOrEqualTo(at);
            assertBlank(document.text().substring(at, segment.span().start()), seed);
            assertThat(WhiteSpace.isSpace(segment.text().charAt(0))).as("seed %d", seed).isFalse();
            at = segment.span().end();
          }
        }
        assertBlank(document.text().substring(at, document.blocks().get(block).span().end()), seed);
      }
    }
  }

  @Test
  void aMarkIsOneSentenceWithAnyLabel() {
    String mark = "%%% Part 1. The ferry. It sails.";
    Block block = new Block(new Span(0, mark.length()), BlockType.MARK);
    Document document = new Document("a.txt", Lang.EN_US, mark, List.of(block), SourceMap.NONE);

    assertThat(segmenter.segment(document)).containsExactly(new Segment(document, 0, block.span()));
    assertThat(segmenter.breaks(document)).isEmpty();
  }

  @Test
  void explanationsAgreeWithTheSegments() {
    SplittableRandom seeds = new SplittableRandom(4711);
    for (int round = 0; round < 60; round++) {
      long seed = seeds.nextLong();
      Document document = randomDocument(new SplittableRandom(seed));
      List<Integer> ends =
          segmenter.segment(document).stream().map(segment -> segment.span().end()).toList();

      List<Break> breaks = segmenter.breaks(document);

      for (Break candidate : breaks) {
        int end = candidate.offset();
        int start = document.blocks().get(candidate.blockIndex()).span().start();
        while (end > start && WhiteSpace.isSpace(document.text().charAt(end - 1))) {
          end--;
        }
        boolean somethingBefore = end > start;
        if (candidate.breaks() && somethingBefore) {
          assertThat(ends).as("break at %d, seed %d", end, seed).contains(end);
        }
      }
    }
  }

  @Test
  void aBlockOfWhiteSpaceHasNoSegment() {
    assertThat(Paragraphs.sentences(segmenter, Lang.EN_US, "", " \t\u00a0", "　\n")).isEmpty();
    assertThat(Paragraphs.sentences(segmenter, Lang.ZH_CN, "", " \t\u00a0", "　\n")).isEmpty();
  }

  @Test
  void blocksAreNeverMergedNorSeeEachOther() {
    assertThat(
            Paragraphs.sentences(
                segmenter, Lang.EN_US, "He met Mr.", "Zhou. \"Why", "not?\" he said"))
        .containsExactly("He met Mr.", "Zhou.", "\"Why", "not?\" he said");
  }

  @Test
  void okapisMarkersInATextAreOrdinaryCharacters() {
    assertThat(Paragraphs.sentences(segmenter, Lang.ZH_CN, "\uE101天亮了。\uE102\uE103好\uE101"))
        .containsExactly("\uE101天亮了。", "\uE102\uE103好\uE101");
  }

  @Test
  void eachThreadHasItsOwnSegmenterAndTheSameResult() throws Exception {
    Document english =
        Paragraphs.document(
            Lang.EN_US, "He worked for Apex Inc. Shares rose. He met Mr. Zhou. ".repeat(50));
    Document chinese = Paragraphs.document(Lang.ZH_CN, "天亮了。“走！”他说。".repeat(50));
    List<Segment> expectedEnglish = segmenter.segment(english);
    List<Segment> expectedChinese = segmenter.segment(chinese);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> task =
          () -> {
            Segmenter mine = segmenter.another();
            return mine.segment(english).equals(expectedEnglish)
                && mine.segment(chinese).equals(expectedChinese);
          };
      for (Future<Boolean> outcome : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(outcome.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertBlank(String text, long seed) {
    assertThat(text.chars().allMatch(c -> WhiteSpace.isSpace(c)))
        .as("\"%s\" lost, seed %d", text, seed)
        .isTrue();
  }

  private static Document randomDocument(SplittableRandom random) {
    String[] texts = new String[1 + random.nextInt(3)];
    for (int i = 0; i < texts.length; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(40); piece > 0; piece--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts[i] = text.toString();
    }
    return Paragraphs.document(random.nextBoolean() ? Lang.EN_US : Lang.ZH_CN, texts);
  }

  @Test
  void everyPlaceIsListedWithTheRuleThatDecided() {
    Document document = Paragraphs.document(Lang.EN_US, "He met Mr. Wu. She left.");

    List<Break> breaks = segmenter.breaks(document);

    assertThat(breaks).extracting(Break::offset).containsExactly(10, 14);
    assertThat(breaks).extracting(Break::breaks).containsExactly(false, true);
    assertThat(breaks.get(0).rule()).isEqualTo("abbreviations, always 1");
    assertThat(breaks.get(0).reason()).isEqualTo("A title stands before a name.");
    assertThat(breaks.get(1).rule()).startsWith("starters");
    assertThat(breaks.get(1).location()).hasToString("test.txt:1:15");
  }

  @Test
  void theRefereesProbabilityIsShown() {
    Document document = Paragraphs.document(Lang.EN_US, "He works for Apex Inc. Zhou does not.");

    assertThat(segmenter.breaks(document))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.rule()).matches("referee p=[01]\\.\\d\\d");
              assertThat(b.reason()).contains("A company's form");
            });
  }

  @Test
  void withoutRefereeTheRuleDecides() {
    Segmenter rulesOnly = Segmenter.create(SegmenterOptions.DEFAULT.withReferee(false));
    Document document = Paragraphs.document(Lang.EN_US, "He works for Apex Inc. Zhou does not.");

    assertThat(rulesOnly.breaks(document))
        .singleElement()
        .satisfies(b -> assertThat(b.rule()).startsWith("abbreviations, ambiguous"));
    assertThat(rulesOnly.segment(document)).hasSize(1);
  }

  @Test
  void chineseReasonsComeFromTheRulesFile() {
    Document document = Paragraphs.document(Lang.ZH_CN, "天亮了。", "看《走吧！》了。好。");

    List<Break> breaks = segmenter.breaks(document);

    assertThat(breaks).extracting(Break::blockIndex).containsExactly(1, 1);
    assertThat(breaks).extracting(Break::breaks).containsExactly(false, true);
    assertThat(breaks.get(0).reason()).contains("title of a work");
  }

  @Test
  void aBreakLiesInsideItsBlock() {
    Document document = Paragraphs.document(Lang.ZH_CN, "天亮了。");

    assertThatThrownBy(() -> new Break(document, 0, 4, true, "r", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRefereeKnowsASentenceEndWhenItSeesOne() {
    Referee referee = Referee.load();

    assertThat(referee.probability("It was late. He left.", 12)).isGreaterThan(0.9);
    assertThat(referee.probability("It was late, he left.", 12)).isZero();
    assertThat(referee.probability("\"", 1)).isZero();
  }
}
