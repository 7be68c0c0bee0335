package ballast.links;

import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.lexicon.Lexicon;
import ballast.links.CodePlacer.CodeNode;
import ballast.links.CodePlacer.CodeTree;
import ballast.links.CodePlacer.EqualText;
import ballast.links.SpanSearch.SpanWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A marked stretch of a sentence whose translation is marked as well.
 *
 * @param marked source tokens
 * @param within the target tokens between the surrounding codes
 * @param wanted the target tokens that are marked, without the marks at the ends
 */
record MarkedStretch(WordLinks links, Range marked, Range within, Range wanted) {

  /** Those of the sentences for developing, in both directions, by sentence. */
  static List<List<MarkedStretch>> development(Lexicon lexicon) {
    WordLinker linker = new WordLinker(lexicon, lexicon);
    List<MarkedSentence.Pair> pairs = new ArrayList<>(MarkedSentence.half(0));
    pairs.addAll(MarkedSentence.all("more.tsv"));
    return pairs.stream().map(pair -> both(pair, linker)).toList();
  }

  /** Those of a pair, in both directions. */
  static List<MarkedStretch> both(MarkedSentence.Pair pair, WordLinker linker) {
    List<MarkedStretch> stretches = new ArrayList<>(of(pair, linker));
    stretches.addAll(of(pair.reversed(), linker));
    return stretches;
  }

  /** Without stretches that need no links: whole sentences and text that both sides have. */
  private static List<MarkedStretch> of(MarkedSentence.Pair pair, WordLinker linker) {
    String source = pair.source().text();
    String target = pair.target().text();
    Set<Integer> cuts = new HashSet<>();
    pair.source().codes().forEach(code -> cuts.add(code.offset()));
    WordLinks links = linker.link(source, cuts, target).orElseThrow();
    Map<String, Span[]> places = places(pair.target());
    EqualText equal = new EqualText(source, target);
    List<MarkedStretch> found = new ArrayList<>();
    places(pair.source())
        .forEach(
            (id, spans) -> {
              Span[] there = Objects.requireNonNull(places.get(id), id);
              Range from = words(links.source(), spans[0]);
              Range to = words(links.target(), there[0]);
              boolean whole = from.equals(words(links.source(), spans[1]));
              if (!from.isEmpty() && !to.isEmpty() && !whole && equal.find(spans[0]).isEmpty()) {
                Range within = Token.in(links.target(), there[1]);
                found.add(new MarkedStretch(links, from, within, to));
              }
            });
    return found;
  }

  /** By the attributes of a stretch, its place and the one of what is around it. */
  private static Map<String, Span[]> places(MarkedSentence sentence) {
    Map<String, Span[]> places = new HashMap<>();
    int length = sentence.text().length();
    add(CodeTree.of(sentence.codes(), length).orElseThrow(), new Span(0, length), places);
    return places;
  }

  private static void add(List<CodeNode> nodes, Span within, Map<String, Span[]> places) {
    for (CodeNode node : nodes) {
      if (!node.span().isEmpty() && node.first() != null) {
        places.put(node.first().attributes(), new Span[] {node.span(), within});
      }
      add(node.children(), node.span(), places);
    }
  }

  private static Range words(List<Token> tokens, Span span) {
    return Token.withoutMarks(tokens, Token.in(tokens, span));
  }

  boolean isFoundBy(SpanWeights weights) {
    return new SpanFinder(links, weights)
        .find(marked, within, SpanSearch.Edges.NONE)
        .tokens()
        .equals(wanted);
  }
}
