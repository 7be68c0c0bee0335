package ballast.workflow.merge;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codes of a sentence again in its translation, as a CAT tool returns it: by their ids,
 * which count the codes of the sentence from 1; both halves of a pair have one id.
 */
final class CodeMapping {

  /** Marks of the tool, which are not codes of the document. */
  private static final String MARK = "mrk";

  /** A code of the sentence, with its other half if that is in the same sentence. */
  private record Original(InlineCode code, @Nullable InlineCode closing) {

    String name() {
      return code.content().isEmpty() ? "<" + code.name() + ">" : code.content();
    }
  }

  /**
   * The codes at their places, and what is wrong with them.
   *
   * @param codes of the sentence, at offsets in the translation
   * @param problems in words, each without a full stop; empty if every code is there once
   */
  record Mapped(List<InlineCode> codes, List<String> problems) {}

  private final Map<Integer, Original> originals = new TreeMap<>();
  private final List<InlineCode> placed = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();
  private final String text;

  private CodeMapping(List<InlineCode> sentence, String text) {
    this.text = text;
    IdentityHashMap<InlineCode, InlineCode> closings = closings(sentence);
    Set<InlineCode> matched = Collections.newSetFromMap(new IdentityHashMap<>());
    matched.addAll(closings.values());
    for (InlineCode code : sentence) {
      if (!matched.contains(code)) {
        originals.put(originals.size() + 1, new Original(code, closings.get(code)));
      }
    }
  }

  /**
   * Finds the codes.
   *
   * @param sentence codes of the sentence, by rising offset
   * @param text the translation
   * @param returned codes of the translation as the XLIFF file has them
   */
  static Mapped map(List<InlineCode> sentence, String text, List<InlineCode> returned) {
    CodeMapping mapping = new CodeMapping(sentence, text);
    mapping.place(returned);
    mapping.appendMissing();
    return new Mapped(mapping.sorted(), mapping.problems);
  }

  /** For each opening half its closing half in the same sentence. */
  private static IdentityHashMap<InlineCode, InlineCode> closings(List<InlineCode> codes) {
    IdentityHashMap<InlineCode, InlineCode> closings = new IdentityHashMap<>();
    Deque<InlineCode> open = new ArrayDeque<>();
    for (InlineCode code : codes) {
      if (code.isOpening()) {
        open.push(code);
      } else if (code.isClosing() && !open.isEmpty() && sameName(open.peek(), code)) {
        closings.put(open.pop(), code);
      }
    }
    return closings;
  }

  private static boolean sameName(InlineCode opening, InlineCode closing) {
    int closed = closing.number();
    return closed == 0 || closed == opening.number();
  }

  private void place(List<InlineCode> returned) {
    Deque<InlineCode> open = new ArrayDeque<>();
    IdentityHashMap<InlineCode, Original> opened = new IdentityHashMap<>();
    for (InlineCode code : returned) {
      if (code.name().equals(MARK)) {
        continue;
      }
      if (code.isClosing()) {
        Original original = open.isEmpty() ? null : opened.remove(open.pop());
        if (original != null && original.closing() != null) {
          add(original.closing(), code.offset());
        }
        continue;
      }
      Original original = take(code);
      if (code.isOpening()) {
        open.push(code);
        if (original != null) {
          opened.put(code, original);
        }
      }
      if (original != null) {
        add(original.code(), code.offset());
        if (!code.isOpening() && original.closing() != null) {
          add(original.closing(), code.offset());
        }
      }
    }
  }

  /** The code of the sentence that stands here; null, with a problem, if there is none. */
  private @Nullable Original take(InlineCode code) {
    int id = code.number();
    Original original = originals.get(id);
    if (original == null) {
      problems.add("the code " + id + " is not in the original sentence");
      return null;
    }
    if (!seen.add(id)) {
      problems.add("the code " + original.name() + " is there twice");
      return null;
    }
    return original;
  }

  private void appendMissing() {
    originals.forEach(
        (id, original) -> {
          if (!seen.contains(id)) {
            problems.add("the code " + original.name() + " is lost");
            add(original.code(), text.length());
            if (original.closing() != null) {
              add(original.closing(), text.length());
            }
          }
        });
  }

  private void add(InlineCode code, int offset) {
    placed.add(
        new InlineCode(Side.SOURCE, offset, code.element(), code.attributes(), code.content()));
  }

  private List<InlineCode> sorted() {
    List<InlineCode> sorted = new ArrayList<>(placed);
    sorted.sort(Comparator.comparingInt(InlineCode::offset)); // stable: order at one offset stays
    return sorted;
  }
}
