package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the list of a sentence's codes as a tree. */
final class CodeTree {

  /** For each opening code that has a partner, the index of the partner, and the reverse. */
  private final Map<Integer, Integer> partners = new HashMap<>();

  private final List<InlineCode> codes;
  private final Deque<Open> open = new ArrayDeque<>();
  private List<CodeNode> nodes = new ArrayList<>();

  private CodeTree(List<InlineCode> codes) {
    this.codes = codes;
  }

  /**
   * A code whose partner has not come yet.
   *
   * @param index its place in the list
   * @param before what precedes it on its level
   */
  private record Open(int index, List<CodeNode> before) {}

  /**
   * The codes at the top, with those inside them.
   *
   * @param codes by rising offset, as in the sentence
   * @param length of the sentence, UTF-16 units
   * @return empty when two pairs cross
   */
  static Optional<List<CodeNode>> of(List<InlineCode> codes, int length) {
    CodeTree tree = new CodeTree(codes);
    tree.findPartners();
    for (int i = 0; i < codes.size(); i++) {
      if (!tree.add(i)) {
        return Optional.empty();
      }
    }
    while (!tree.open.isEmpty()) {
      if (tree.partners.containsKey(tree.open.peek().index())) {
        return Optional.empty();
      }
      tree.close(length, null);
    }
    return Optional.of(List.copyOf(tree.nodes));
  }

  private void findPartners() {
    Map<String, Deque<Integer>> opened = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      InlineCode code = codes.get(i);
      if (code.isOpening()) {
        opened.computeIfAbsent(key(code), key -> new ArrayDeque<>()).push(i);
      } else if (code.isClosing()) {
        Deque<Integer> candidates = opened.get(key(code));
        if (candidates != null && !candidates.isEmpty()) {
          int partner = candidates.pop();
          partners.put(partner, i);
          partners.put(i, partner);
        }
      }
    }
  }

  private static String key(InlineCode code) {
    return code.name() + " " + code.id();
  }

  /** Returns false when it crosses another pair. */
  private boolean add(int index) {
    InlineCode code = codes.get(index);
    if (code.isOpening()) {
      open.push(new Open(index, nodes));
      nodes = new ArrayList<>();
      return true;
    }
    if (!code.isClosing()) {
      nodes.add(new CodeNode(new Span(code.offset(), code.offset()), code, null, List.of()));
      return true;
    }
    Integer partner = partners.get(index);
    if (partner == null) {
      Span span = new Span(0, code.offset());
      nodes = new ArrayList<>(List.of(new CodeNode(span, null, code, nodes)));
      return open.isEmpty();
    }
    if (open.isEmpty() || open.peek().index() != partner) {
      return false;
    }
    close(code.offset(), code);
    return true;
  }

  private void close(int end, @Nullable InlineCode last) {
    Open opened = open.pop();
    InlineCode first = codes.get(opened.index());
    List<CodeNode> level = opened.before();
    level.add(new CodeNode(new Span(first.offset(), end), first, last, nodes));
    nodes = level;
  }
}
