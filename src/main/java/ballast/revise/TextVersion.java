package ballast.revise;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of a translation.
 *
 * @param ordered whether the order is significant; false for an exchange file of units
 */
public record TextVersion(Lang lang, List<Sentence> sentences, boolean ordered) {

  public TextVersion {
    sentences = List.copyOf(sentences);
  }

  /**
   * Returns the sentences of a document's article, without furniture and marks.
   *
   * @param sources for each segment the positions of the source sentences that it translates; empty
   *     when unknown
   */
  public static TextVersion of(Lang lang, List<Segment> segments, List<Set<Integer>> sources) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segment.type().isContent()) {
        Set<Integer> pairSources = sources.isEmpty() ? Set.of() : sources.get(i);
        sentences.add(
            new Sentence(
                segment.text(),
                segment.blockIndex(),
                segment.type(),
                pairSources,
                segment.location().line(),
                segment.location().place()));
      }
    }
    return new TextVersion(lang, sentences, true);
  }

  /** Returns the place of a sentence in its block, counted from 1. */
  int inParagraph(int position) {
    int block = sentences.get(position).block();
    int first = position;
    while (first > 0 && sentences.get(first - 1).block() == block) {
      first--;
    }
    return position - first + 1;
  }

  List<String> texts(Range range) {
    return range.of(sentences).stream().map(Sentence::text).toList();
  }

  /** Joins sentences with spaces, except in Chinese. */
  public String text(Range range) {
    return join(lang, texts(range));
  }

  static String join(Lang lang, List<String> texts) {
    return join(lang.isChinese(), texts);
  }

  static String join(boolean chinese, List<String> texts) {
    return texts.stream().collect(Collectors.joining(chinese ? "" : " "));
  }

  /**
   * A sentence of a translation, or the translation of a unit.
   *
   * @param text may be empty for a unit
   * @param block number of its block, the same for all sentences of a block; for a unit its place
   *     in its file
   * @param sources positions of its sources in the list of {@link SourceText}s; empty when unknown
   * @param line its first line in its file, counted from 1; 0 when unknown
   * @param place the place in a file without lines; empty for other files
   */
  public record Sentence(
      String text, int block, BlockType type, Set<Integer> sources, int line, String place) {

    public Sentence {
      sources = Set.copyOf(sources);
    }

    public Sentence(String text, int block, BlockType type, Set<Integer> sources, int line) {
      this(text, block, type, sources, line, "");
    }
  }
}
