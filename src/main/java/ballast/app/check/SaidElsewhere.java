package ballast.app.check;

import ballast.bitext.LooseText;
import ballast.bitext.Unit;
import ballast.language.Bylines;
import ballast.language.Han;
import ballast.links.Stretches;
import ballast.links.Stretches.StretchFinder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises lines without a translation of their own that the translation has all the same. */
record SaidElsewhere(StretchFinder links) {

  /** The beginning of a paragraph that may be a heading. */
  private static final Pattern RUN_IN =
      Pattern.compile("\\A([^.:：。!?！？—]{1,60})[.:：。—](?=\\s*\\S)");

  private static final Pattern SENTENCE = Pattern.compile("[。.!！?？;；,，][\"”’）)]?\\z");

  /** Minimum share of a heading that the beginning translates. */
  private static final double MOST = 0.75;

  /** A source text and its translation. */
  record Texts(String source, String target) {}

  /**
   * Whether a line is a heading with which the next paragraph of the translation begins, or a
   * credit line next to a pair of credit lines.
   *
   * @param before the pair before it; null if its neighbour has no translation
   */
  boolean isSaid(String line, @Nullable Texts before, @Nullable Texts after) {
    return (Bylines.isCredit(line) && (isCredit(before) || isCredit(after)))
        || (after != null && !SENTENCE.matcher(line).find() && begins(line, after));
  }

  private static boolean isCredit(@Nullable Texts pair) {
    return pair != null && Bylines.isCredit(pair.source) && Bylines.isCredit(pair.target);
  }

  private boolean begins(String heading, Texts next) {
    Matcher beginning = RUN_IN.matcher(next.target);
    if (!beginning.find() || next.source.startsWith(heading)) {
      return false;
    }
    Stretches both =
        Han.occursIn(heading)
            ? links.in(heading, Set.of(), beginning.group(1))
            : links.in(beginning.group(1), Set.of(), heading);
    return both.share() >= MOST;
  }

  /** The units of a memory beside its unmatched lines. For one thread. */
  static final class Beside {

    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Texts> units = new HashMap<>();

    Beside(List<LooseText> lines) {
      for (LooseText line : lines) {
        wanted.add(key(line.document(), line.bead() - 1));
        wanted.add(key(line.document(), line.bead() + 1));
      }
    }

    private static String key(String document, int bead) {
      return bead + "\n" + document;
    }

    void see(Unit unit) {
      String key = key(unit.provenance().document(), unit.provenance().position());
      if (wanted.contains(key)) {
        units.put(key, new Texts(unit.source(), unit.target()));
      }
    }

    boolean isSaid(LooseText line, SaidElsewhere elsewhere) {
      return elsewhere.isSaid(
          line.text(),
          units.get(key(line.document(), line.bead() - 1)),
          units.get(key(line.document(), line.bead() + 1)));
    }
  }
}
