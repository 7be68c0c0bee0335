package ballast.revise;

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
 * @param lang its language
 * @param sentences in order
 * @param ordered whether the order is significant; in an exchange file of units it is not
 */
public record TextVersion(Lang lang, List<VersionSentence> sentences, boolean ordered) {

  public TextVersion {
    sentences = List.copyOf(sentences);
  }

  /**
   * The sentences of a document's article, without furniture and marks.
   *
   * @param sources for each segment the positions of the source sentences that it translates; empty
   *     when unknown
   */
  public static TextVersion of(Lang lang, List<Segment> segments, List<Set<Integer>> sources) {
    List<VersionSentence> sentences = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segment.type().isContent()) {
        Set<Integer> pairSources = sources.isEmpty() ? Set.of() : sources.get(i);
        sentences.add(
            new VersionSentence(
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

  /** Place of a sentence among those of its block, counted from 1. */
  int inParagraph(int position) {
    int block = sentences.get(position).block();
    int first = position;
    while (first > 0 && sentences.get(first - 1).block() == block) {
      first--;
    }
    return position - first + 1;
  }

  /** The texts at these positions. */
  List<String> texts(Range range) {
    return range.of(sentences).stream().map(VersionSentence::text).toList();
  }

  /** Sentences as one text, separated by spaces except in Chinese. */
  public String text(Range range) {
    return join(lang, texts(range));
  }

  static String join(Lang lang, List<String> texts) {
    return join(lang.isChinese(), texts);
  }

  static String join(boolean chinese, List<String> texts) {
    return texts.stream().collect(Collectors.joining(chinese ? "" : " "));
  }
}
