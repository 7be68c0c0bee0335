package ballast.app.align;

import ballast.app.align.UnmatchedBlock.Phrases;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

enum Attention {
  /** Both sides have sentences, and the pair is more likely wrong than right. */
  DOUBTFUL("doubtful"),
  ONE_SIDED("one-sided"),
  MOVED("moved"),
  NONE("");

  private final String label;

  Attention(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Returns the first reason that applies. Page clutter never needs a look. */
  static Attention of(AlignedText text, Bead bead) {
    if (!text.type(bead).isContent()) {
      return NONE;
    }
    if (bead.isOneSided()) {
      return ONE_SIDED;
    }
    if (bead.isDoubtful()) {
      return DOUBTFUL;
    }
    return bead.moved() ? MOVED : NONE;
  }

  /** Returns a phrase in English. */
  static String say(String key, Object... values) {
    String pattern =
        switch (key) {
          case "untranslated" -> "not translated";
          case "added" -> "added in the translation";
          case "look" -> "To look at: %s";
          case "look-in" -> "To look at in %s";
          case "no-look" -> "Nothing here needs a look.";
          default -> key;
        };
    return String.format(Locale.ROOT, pattern, values);
  }

  /** Describes the bead in words, for example {@code doubtful, moved}; empty if it needs none. */
  static String mark(AlignedText text, Bead bead) {
    return mark(text, bead, Attention::say);
  }

  static String mark(AlignedText text, Bead bead, Phrases phrases) {
    if (!text.type(bead).isContent()) {
      return "";
    }
    if (bead.isOneSided()) {
      return phrases.say(bead.target().isEmpty() ? "untranslated" : "added");
    }
    List<String> words = new ArrayList<>();
    if (bead.isDoubtful()) {
      words.add(phrases.say(DOUBTFUL.label));
    }
    if (bead.moved()) {
      words.add(phrases.say(MOVED.label));
    }
    return String.join(", ", words);
  }

  /** Returns the positions of the beads that need a look, the most urgent first. */
  static List<Integer> inReviewOrder(AlignedText text) {
    List<Bead> beads = text.alignment().beads();
    return inOrder(text).stream()
        .sorted(
            Comparator.<Integer, Attention>comparing(at -> of(text, beads.get(at)))
                .thenComparing(at -> beads.get(at).confidence()))
        .toList();
  }

  /** Joins the beads of each block of unmatched sentences, in the place of the first one. */
  static List<Range> joined(AlignedText text, List<Integer> positions) {
    Map<Integer, UnmatchedBlock> blocks = UnmatchedBlock.byBead(text);
    return positions.stream()
        .map(at -> blocks.containsKey(at) ? blocks.get(at).beads() : new Range(at, at + 1))
        .distinct()
        .toList();
  }

  static List<Integer> inOrder(AlignedText text) {
    return positions(text, attention -> attention != NONE);
  }

  static List<Integer> theRest(AlignedText text) {
    return positions(text, attention -> attention == NONE);
  }

  static int count(AlignedText text, Attention attention) {
    return positions(text, attention::equals).size();
  }

  private static List<Integer> positions(AlignedText text, Predicate<Attention> wanted) {
    List<Bead> beads = text.alignment().beads();
    return IntStream.range(0, beads.size())
        .filter(i -> wanted.test(of(text, beads.get(i))))
        .boxed()
        .toList();
  }
}
