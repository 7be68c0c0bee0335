package ballast.glossary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many phrases in one pass (A. V. Aho & M. J. Corasick 1975), over code
 * points. Immutable once built; takes time linear in the length of the text and the number of
 * occurrences.
 */
final class PhraseAutomaton {

  /** Receives the occurrences. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Phrase number {@code phrase} occurs from position {@code from} up to, but not including,
     * {@code to}.
     */
    void found(int phrase, int from, int to);
  }

  private static final int NONE = -1;
  private static final int CODE_POINT_BITS = 21;

  /** Targets of the root's edges for the characters of the basic plane, where most steps begin. */
  private final int[] fromRoot = new int[Character.MAX_VALUE + 1];

  private long[] edges = new long[1 << 10];
  private int[] edgeTargets = new int[1 << 10];
  private int edgeCount;

  private int[] fail = new int[256];

  /** The phrase that ends at a node, or {@link #NONE}. */
  private int[] phraseAt = new int[256];

  /** The nearest node along the fail links at which a phrase ends; 0 if there is none. */
  private int[] nextHit = new int[256];

  private int nodes = 1;
  private final int[] lengths;

  /**
   * An automaton for these phrases, each an array of code points. An empty phrase is never found;
   * of equal phrases only the first is.
   */
  PhraseAutomaton(List<int[]> phrases) {
    lengths = new int[phrases.size()];
    phraseAt[0] = NONE;
    List<int[]> order = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      lengths[i] = phrases.get(i).length;
      add(phrases.get(i), i, order);
    }
    link(order);
  }

  private void add(int[] phrase, int number, List<int[]> created) {
    int node = 0;
    for (int i = 0; i < phrase.length; i++) {
      int next = target(node, phrase[i]);
      if (next == NONE) {
        next = newNode();
        put(node, phrase[i], next);
        created.add(new int[] {node, phrase[i], next, i});
      }
      node = next;
    }
    if (node != 0 && phraseAt[node] == NONE) {
      phraseAt[node] = number;
    }
  }

  /** Sets the fail links, level by level, because they depend on those of shorter prefixes. */
  private void link(List<int[]> created) {
    created.sort((one, other) -> Integer.compare(one[3], other[3]));
    for (int[] edge : created) {
      int parent = edge[0];
      int node = edge[2];
      int link = 0;
      if (parent != 0) {
        int from = fail[parent];
        while (from != 0 && target(from, edge[1]) == NONE) {
          from = fail[from];
        }
        int target = target(from, edge[1]);
        link = target == NONE ? 0 : target;
      }
      fail[node] = link;
      nextHit[node] = phraseAt[link] == NONE ? nextHit[link] : link;
    }
  }

  /**
   * Visits every occurrence in a text, by ascending end, the longest first where ends are equal.
   */
  void find(HanText text, Visitor visitor) {
    int node = 0;
    for (int at = 0; at < text.length(); at++) {
      int c = text.codePoint(at);
      int next = step(node, c);
      while (next == NONE && node != 0) {
        node = fail[node];
        next = step(node, c);
      }
      node = next == NONE ? 0 : next;
      int hit = phraseAt[node] == NONE ? nextHit[node] : node;
      while (hit != 0) {
        int phrase = phraseAt[hit];
        visitor.found(phrase, at + 1 - lengths[phrase], at + 1);
        hit = nextHit[hit];
      }
    }
  }

  private int newNode() {
    if (nodes == fail.length) {
      fail = Arrays.copyOf(fail, nodes * 2);
      phraseAt = Arrays.copyOf(phraseAt, nodes * 2);
      nextHit = Arrays.copyOf(nextHit, nodes * 2);
    }
    phraseAt[nodes] = NONE;
    return nodes++;
  }

  /** The same as {@link #target}, faster, once all edges are built. */
  private int step(int node, int codePoint) {
    if (node == 0 && codePoint < fromRoot.length) {
      return fromRoot[codePoint] == 0 ? NONE : fromRoot[codePoint];
    }
    return target(node, codePoint);
  }

  private int target(int node, int codePoint) {
    long key = key(node, codePoint);
    int mask = edges.length - 1;
    int slot = slot(key, mask);
    while (edges[slot] != 0) {
      if (edges[slot] == key) {
        return edgeTargets[slot];
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private void put(int node, int codePoint, int target) {
    if (2 * ++edgeCount > edges.length) {
      grow();
    }
    insert(key(node, codePoint), target);
    if (node == 0 && codePoint < fromRoot.length) {
      fromRoot[codePoint] = target;
    }
  }

  private void insert(long key, int target) {
    int mask = edges.length - 1;
    int slot = slot(key, mask);
    while (edges[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    edges[slot] = key;
    edgeTargets[slot] = target;
  }

  private void grow() {
    long[] keys = edges;
    int[] targets = edgeTargets;
    edges = new long[keys.length * 2];
    edgeTargets = new int[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        insert(keys[i], targets[i]);
      }
    }
  }

  /** Never 0, because no phrase begins with the character NUL. */
  private static long key(int node, int codePoint) {
    return (((long) node + 1) << CODE_POINT_BITS) | codePoint;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }
}
