package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.documents.DocumentMerge.Gaps;
import ballast.app.documents.DocumentMerge.SentencePlaces;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencePlacesTest {

  private static Document document(String... blocks) {
    List<Block> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String block : blocks) {
      int start = text.length();
      text.append(block);
      all.add(new Block(new Span(start, text.length()), BlockType.PARAGRAPH));
      text.append('\n');
    }
    return new Document("a.md", Lang.EN_US, text.toString(), all, SourceMap.NONE);
  }

  @Test
  void theSameSentenceTwiceIsFoundTwice() {
    SentencePlaces places = new SentencePlaces(document("It rained. It rained.", "It rained."));

    assertThat(places.next("It rained.").map(Segment::span)).contains(new Span(0, 10));
    assertThat(places.next("It rained.").map(Segment::span)).contains(new Span(11, 21));
    assertThat(places.next("It rained.").map(Segment::blockIndex)).contains(1);
    assertThat(places.next("It rained.")).isEmpty();
  }

  @Test
  void whiteSpaceMayDiffer() {
    SentencePlaces places = new SentencePlaces(document("It\n rained. He left."));

    assertThat(places.next("It rained. ").map(Segment::text)).contains("It\n rained.");
    assertThat(places.next("He left.")).isPresent();
  }

  @Test
  void textThatIsInNoSentenceIsPassedOver() {
    SentencePlaces places = new SentencePlaces(document("A title", "It rained. He left."));

    assertThat(places.next("He left.").map(Segment::blockIndex)).contains(1);
    assertThat(places.next("A title")).isEmpty();
  }

  @Test
  void gapsCompleteTheDocument() {
    Document document = document("A title", "It rained. He left. So did I.");
    Segment found = new SentencePlaces(document).next("He left.").orElseThrow();

    assertThat(new Gaps(document).filled(List.of(found)))
        .extracting(Segment::text)
        .containsExactly("A title", "It rained.", "He left.", "So did I.");
  }
}
