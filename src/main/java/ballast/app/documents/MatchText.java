package ballast.app.documents;

import ballast.app.page.Marks;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Warnings.Warning;
import ballast.memory.Match;
import ballast.memory.Match.Penalty;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the matches of {@code ballast tm search}. Differing characters are in colour or, without
 * colour, in square brackets.
 */
public final class MatchText {

  private static final String INDENT = "  ";

  private final Style style;

  public MatchText(Style style) {
    this.style = style;
  }

  /**
   * Writes the units, each with its translation, its origin and warnings.
   *
   * @param query the search text
   * @param side the text of the units that is similar to it
   */
  public void write(Writer out, String query, Side side, List<Match> matches) throws IOException {
    for (Match match : matches) {
      Unit unit = match.unit();
      List<Span> differences = match.likeness().differences().right();
      line(out, marked(unit.source(), side == Side.SOURCE ? differences : List.of()));
      line(out, marked(unit.target(), side == Side.TARGET ? differences : List.of()));
      line(out, style.faint(TerminalText.plain(INDENT + origin(match))));
      if (match.likeness().similarity() < 100 && !match.likeness().differences().left().isEmpty()) {
        line(
            out,
            INDENT + style.say("asked: ") + marked(query, match.likeness().differences().left()));
      }
      if (match.renumbered() != null) {
        line(
            out,
            INDENT + style.say("with your numbers: ") + TerminalText.plain(match.renumbered()));
      }
      for (Warning warning : match.likeness().warnings()) {
        line(
            out,
            INDENT
                + style.doubt(style.say("careful:"))
                + " "
                + TerminalText.plain(style.say(words(warning))));
      }
    }
  }

  private String origin(Match match) {
    Unit unit = match.unit();
    return (match.score() + "%" + style.say(reasons(match)))
        + ("  " + style.say(unit.provenance().label()))
        + ("  " + unit.provenance().document())
        + ("  " + style.say("unit " + unit.id()));
  }

  private static String reasons(Match match) {
    List<String> reasons = new ArrayList<>();
    if (match.context() > 0) {
      reasons.add(match.context() == 1 ? "one neighbour the same" : "both neighbours the same");
    }
    if (match.renumbered() != null) {
      reasons.add("numbers replaced");
    }
    for (Penalty penalty : match.penalties()) {
      reasons.add(words(penalty) + " -" + penalty.points());
    }
    return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
  }

  private static String words(Penalty kind) {
    return switch (kind) {
      case DOUBTFUL_ALIGNMENT -> "doubtful pair";
      case SEVERAL_TRANSLATIONS -> "several translations";
      case WIDTH -> "full or half width";
      case CASE -> "capitals";
      case SCRIPT -> "traditional or simplified";
    };
  }

  public static String words(Warning warning) {
    String what =
        switch (warning.kind()) {
          case NEGATION -> "negation differs";
          case NUMBER -> "number differs";
          case NAME -> "name differs";
        };
    List<String> parts = new ArrayList<>();
    if (!warning.onlyInQuery().isEmpty()) {
      parts.add("only in yours " + String.join(", ", warning.onlyInQuery()));
    }
    if (!warning.onlyInUnit().isEmpty()) {
      parts.add("only in the memory's " + String.join(", ", warning.onlyInUnit()));
    }
    return what + ": " + String.join("; ", parts);
  }

  private String marked(String text, List<Span> spans) {
    StringBuilder marked = new StringBuilder();
    for (Marks.Part part : Marks.of(text, spans)) {
      String shown = TerminalText.plain(part.text());
      String coloured = style.colour() ? style.error(shown) : "[" + shown + "]";
      marked.append(part.marked() ? coloured : shown);
    }
    return marked.toString();
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
