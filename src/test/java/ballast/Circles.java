package ballast;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The circles in a graph: its strongly connected components of two nodes or more (Tarjan 1972). */
final class Circles {

  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> isOpen = new TreeSet<>();
  private final Set<String> circles = new TreeSet<>();

  private Circles(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /**
   * The circles among the nodes.
   *
   * @param uses of each node, the nodes that it uses
   * @return each circle as the names of its nodes, in order, with a blank between them; empty when
   *     there are none
   */
  static Set<String> of(Map<String, Set<String>> uses) {
    Circles circles = new Circles(uses);
    for (String node : uses.keySet()) {
      if (!circles.order.containsKey(node)) {
        circles.visit(node);
      }
    }
    return circles.circles;
  }

  private int visit(String node) {
    int number = order.size();
    order.put(node, number);
    lowest.put(node, number);
    open.push(node);
    isOpen.add(node);
    for (String next : uses.getOrDefault(node, Set.of())) {
      if (!order.containsKey(next)) {
        lowest.merge(node, visit(next), Math::min);
      } else if (isOpen.contains(next)) {
        lowest.merge(node, order.getOrDefault(next, 0), Math::min);
      }
    }
    int reached = lowest.getOrDefault(node, number);
    if (reached == number) {
      close(node);
    }
    return reached;
  }

  private void close(String node) {
    Set<String> members = new TreeSet<>();
    String member;
    do {
      member = open.pop();
      isOpen.remove(member);
      members.add(member);
    } while (!member.equals(node));
    if (members.size() > 1) {
      circles.add(String.join(" ", members));
    }
  }
}
