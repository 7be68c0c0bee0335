package ballast.accuracy;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sentence breaks against the gold of the development sets. Boundary F1 leaves out the end of each
 * paragraph, which is given; exact F1 counts sentences whose two ends are right.
 */
@Tag("accuracy")
class SegmentationAccuracyTest {

  private static final String SUFFIX = ".dev.jsonl";

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void sentencesAreThoseOfTheGold() throws IOException {
    AccuracyTable table = new AccuracyTable("sentences");
    for (Path file : files(AccuracyTable.evalDirectory("segment"))) {
      String set = file.getFileName().toString().replace(SUFFIX, "");
      Counts boundaries = new Counts();
      Counts sentences = new Counts();
      int again = 0;
      for (String line : Files.readAllLines(file)) {
        JsonNode paragraph = json.readTree(line);
        String text = paragraph.get("text").asText();
        Document document = document(text, set.substring(0, 2));
        int[] codePoints = text.codePoints().toArray();
        List<Integer> gold = new ArrayList<>();
        paragraph.get("bounds").forEach(bound -> gold.add(bound.asInt()));
        List<Integer> found = new ArrayList<>();
        for (Segment segment : segmenter.segment(document)) {
          found.add(text.codePointCount(0, segment.span().end()));
          Document alone = document(segment.text(), set.substring(0, 2));
          again += segmenter.segment(alone).size() - 1;
        }
        NavigableSet<Integer> goldEnds = interior(codePoints, gold);
        NavigableSet<Integer> foundEnds = interior(codePoints, found);
        int end = trimmed(codePoints, codePoints.length);
        boundaries.add(goldEnds, foundEnds);
        sentences.add(pairs(goldEnds, end), pairs(foundEnds, end));
      }
      table.row(set, "boundary F1", boundaries.f1());
      table.row(set, "exact F1", sentences.f1());
      table.note(set, "split again, %", 100.0 * again / sentences.found);
    }
    table.printAndCheck();
    PageSection.accuracy("sentences").publish(table.markdown());
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  static Document document(String text, String lang) {
    Block all = new Block(new Span(0, text.length()), BlockType.PARAGRAPH);
    return new Document("gold", new Lang(lang), text, List.of(all), SourceMap.NONE);
  }

  /** Ends of sentences before the last, in code points, without the white space before them. */
  private static NavigableSet<Integer> interior(int[] text, Collection<Integer> ends) {
    int last = trimmed(text, text.length);
    NavigableSet<Integer> interior = new TreeSet<>();
    for (int end : ends) {
      int trimmed = trimmed(text, end);
      if (trimmed > 0 && trimmed < last) {
        interior.add(trimmed);
      }
    }
    return interior;
  }

  private static int trimmed(int[] text, int end) {
    int trimmed = end;
    while (trimmed > 0
        && (Character.isWhitespace(text[trimmed - 1])
            || Character.isSpaceChar(text[trimmed - 1]))) {
      trimmed--;
    }
    return trimmed;
  }

  private static SortedSet<Span> pairs(SortedSet<Integer> interior, int end) {
    SortedSet<Span> pairs = new TreeSet<>();
    int start = 0;
    for (int boundary : interior) {
      pairs.add(new Span(start, boundary));
      start = boundary;
    }
    pairs.add(new Span(start, end));
    return pairs;
  }

  private static final class Counts {

    private int right;
    private int gold;
    private int found;

    <T> void add(Collection<T> goldItems, Collection<T> foundItems) {
      gold += goldItems.size();
      found += foundItems.size();
      right += (int) goldItems.stream().filter(foundItems::contains).count();
    }

    double f1() {
      return gold + found == 0 ? 100 : 200.0 * right / (gold + found);
    }
  }
}
