package ballast.likeness.index;

import ballast.bitext.Span;
import ballast.likeness.Measure;
import ballast.likeness.Symbols;
import ballast.likeness.index.PostingList.PostingWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word, part of a word or several words to find inside texts, ignoring case, width and the length
 * of white space. Not thread-safe.
 */
public final class Phrase {

  /** Maximum remaining texts that a search examines directly. */
  private static final int MAX_EXAMINED = 64;

  private final String phrase;
  private final Symbols characters;
  private final Symbols symbols = new Symbols();
  private final Grams grams = new Grams();
  private final Symbols text = new Symbols();
  private final int[] run = new int[PostingWriter.RUN];
  private final ListProbe probe = new ListProbe();

  public Phrase(String phrase) {
    this.phrase = phrase;
    characters = new Symbols().readCodes(phrase);
  }

  public boolean isEmpty() {
    return characters.size() == 0;
  }

  /** Returns whether an index by this measure can narrow a search for the phrase. */
  public boolean isIndexed(Measure measure) {
    readGrams(measure);
    return grams.all() > 0;
  }

  /** Returns whether the phrase is pure ASCII; if not, no pure ASCII text contains it. */
  public boolean isAscii() {
    for (int i = 0; i < characters.size(); i++) {
      if (characters.hash(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Returns the longest run of ASCII letters and digits, in lower case; empty if there is none. */
  public String longestAsciiRun() {
    StringBuilder run = new StringBuilder();
    String longest = "";
    for (int i = 0; i < characters.size(); i++) {
      int code = characters.hash(i);
      if (code < 0x80 && Character.isLetterOrDigit(code)) {
        run.append((char) code);
        longest = run.length() > longest.length() ? run.toString() : longest;
      } else {
        run.setLength(0);
      }
    }
    return longest;
  }

  /** Returns the places of the phrase in a raw text, in UTF-16 units; no two overlap. */
  public List<Span> in(String raw) {
    text.readCodes(raw);
    List<Span> spans = new ArrayList<>();
    int length = characters.size();
    for (int at = 0; length > 0 && at + length <= text.size(); at++) {
      if (standsAt(at)) {
        spans.add(text.span(at, at + length - 1));
        at += length - 1;
      }
    }
    return spans;
  }

  private boolean standsAt(int at) {
    for (int i = 0; i < characters.size(); i++) {
      if (text.hash(at + i) != characters.hash(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the slots with texts that may contain the phrase, rising. */
  public int[] slots(IndexPart part, Measure measure) {
    readGrams(measure);
    List<PostingList> lists = new ArrayList<>();
    for (int i = 0; i < grams.all(); i++) {
      lists.add(part.find(grams.key(i)));
    }
    lists.sort((a, b) -> Integer.compare(a.count(), b.count()));
    int[] found = new int[lists.get(0).count()];
    int[] size = new int[1];
    lists
        .get(0)
        .forEachRun(
            part.source(),
            0,
            Integer.MAX_VALUE,
            run,
            (slots, n) -> {
              System.arraycopy(slots, 0, found, size[0], n);
              size[0] += n;
            });
    int count = size[0];
    boolean[] hits = new boolean[count];
    for (int i = 1; i < lists.size() && count > MAX_EXAMINED; i++) {
      probe.find(lists.get(i), part.source(), found, count, hits);
      int kept = 0;
      for (int j = 0; j < count; j++) {
        if (hits[j]) {
          found[kept++] = found[j];
        }
      }
      count = kept;
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Reads the grams that any text with the phrase has. The first and the last word may be parts of
   * longer ones there, and so may the one next to a mark at the end ({@code 3.} is in {@code 3.5}).
   * A Han character never is.
   */
  private void readGrams(Measure measure) {
    symbols.read(phrase, measure);
    int first = isEmpty() ? 0 : uncertain(0);
    int end = isEmpty() ? 0 : symbols.size() - uncertain(symbols.size() - 1);
    grams.read(symbols, Math.min(first, Math.max(0, end)), Math.max(0, end));
  }

  /** Returns the number of symbols at an end of the phrase that may be parts of longer ones. */
  private int uncertain(int last) {
    return symbols.isAlone(last) ? 0 : symbols.isWord(last) ? 1 : 2;
  }
}
