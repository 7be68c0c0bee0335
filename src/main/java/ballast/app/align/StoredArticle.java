package ballast.app.align;

import ballast.app.align.AlignedText.TextInfo;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.LooseText;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An article as its memory has it, to be shown while its files are read. Headings look like
 * paragraphs. An ellipsis replaces what a memory does not keep: line numbers and page clutter.
 *
 * @param confirmed positions of the beads that a person has confirmed
 */
public record StoredArticle(AlignedText text, Set<Integer> confirmed) {

  private static final String UNKNOWN = "\u2026";

  public StoredArticle {
    confirmed = Set.copyOf(confirmed);
  }

  /**
   * @return empty if the memory does not have the beads of the revision
   */
  static Optional<StoredArticle> of(Memory memory, Revision revision) {
    String document = revision.document();
    List<Bead> beads = memory.beads(document);
    Map<Integer, String> sources = new HashMap<>();
    Map<Integer, String> targets = new HashMap<>();
    Set<Integer> confirmed = new HashSet<>();
    List<Lang> languages = new ArrayList<>();
    memory.forEachUnit(
        UnitFilter.CURRENT.inDocuments(Set.of(document)),
        unit -> {
          int bead = unit.provenance().position() - 1;
          sources.put(bead, unit.source());
          targets.put(bead, unit.target());
          languages.addAll(List.of(unit.sourceLang(), unit.targetLang()));
          if (unit.provenance().pairing().isConfirmed()) {
            confirmed.add(bead);
          }
        });
    if (beads.isEmpty() || languages.isEmpty()) {
      return Optional.empty();
    }
    for (LooseText loose : memory.looseTexts(Set.of(document))) {
      if (loose.kind() < LooseText.WAIVER) {
        (loose.kind() == LooseText.SOURCE ? sources : targets).put(loose.bead() - 1, loose.text());
      }
    }
    StoredSide source = new StoredSide(languages.get(0), beads, Bead::source, sources);
    StoredSide target = new StoredSide(languages.get(1), beads, Bead::target, targets);
    Alignment alignment =
        new Alignment(
            source.segments(),
            target.segments(),
            IntStream.range(0, beads.size())
                .mapToObj(i -> placed(beads.get(i), source.ranges[i], target.ranges[i]))
                .toList());
    Revision.Files files = revision.run().files();
    return Optional.of(
        new StoredArticle(
            new AlignedText(
                document,
                new TextInfo(files.source().name(), languages.get(0).tag(), ""),
                new TextInfo(files.target().name(), languages.get(1).tag(), ""),
                alignment),
            confirmed));
  }

  private static Bead placed(Bead bead, Range source, Range target) {
    return new Bead(source, target, bead.confidence(), bead.reasons(), bead.moved());
  }

  /** The text of a side, put together from the texts of its beads. */
  private static final class StoredSide {

    private final Lang lang;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final Range[] ranges;

    StoredSide(
        Lang lang, List<Bead> beads, Function<Bead, Range> side, Map<Integer, String> texts) {
      this.lang = lang;
      this.ranges = new Range[beads.size()];
      List<Integer> inOrder =
          IntStream.range(0, beads.size())
              .boxed()
              .sorted(Comparator.comparingInt(i -> side.apply(beads.get(i)).start()))
              .toList();
      for (int i : inOrder) {
        int start = blocks.size();
        int sentences = side.apply(beads.get(i)).size();
        if (sentences > 0) {
          String words = texts.get(i);
          BlockType type = words == null ? BlockType.FURNITURE : BlockType.PARAGRAPH;
          sentences(words == null ? UNKNOWN : words, sentences).forEach(one -> add(one, type));
        }
        ranges[i] = new Range(start, blocks.size());
      }
    }

    private void add(String sentence, BlockType type) {
      int start = text.length();
      text.append(sentence).append('\n');
      blocks.add(new Block(new Span(start, start + sentence.length()), type, 0, UNKNOWN));
    }

    /**
     * Returns the sentences of a text, or the whole text if their number is not the recorded one.
     */
    private List<String> sentences(String words, int wanted) {
      if (wanted == 1) {
        return List.of(words);
      }
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(lang.tag()));
      breaks.setText(words);
      List<String> found = new ArrayList<>();
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        found.add(words.substring(start, end).strip());
        start = end;
      }
      return found.size() == wanted ? found : List.of(words);
    }

    List<Segment> segments() {
      Document document = new Document("", lang, text.toString(), blocks, SourceMap.NONE);
      return IntStream.range(0, blocks.size())
          .mapToObj(i -> new Segment(document, i, blocks.get(i).span()))
          .toList();
    }
  }
}
