package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import ballast.report.page.HtmlText;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The beads of one document as table rows: source, judgement, target; below them the reasons. */
final class BeadHtml {

  /** From this confidence on a bead is called sure; below it, likely. For the eye only. */
  private static final double SURE = 0.85;

  private final Writer out;
  private final AlignedText text;
  private final MovedBeads moved;
  private final LookList looks;
  private final String prefix;

  /**
   * @param looks all beads of the page that need a look, for the way from one to the next
   * @param prefix what the ids of this document begin with
   */
  BeadHtml(Writer out, AlignedText text, LookList looks, String prefix) {
    this.out = out;
    this.text = text;
    this.moved = new MovedBeads(text.alignment());
    this.looks = looks;
    this.prefix = prefix;
  }

  /** Writes one bead, its position counted from 0. */
  void write(int position) throws IOException {
    Bead bead = text.alignment().beads().get(position);
    String id = prefix + (position + 1);
    boolean look = Attention.of(text, bead) != Attention.NONE;
    out.write("<tbody class=\"bead " + classes(text, bead) + "\" id=\"" + id + "\">\n<tr>");
    side(bead, text.sourceSentences(bead), text.source().language(), "source");
    judgement(bead, position);
    side(bead, text.targetSentences(bead), text.target().language(), "target");
    out.write("</tr>\n");
    if (text.type(bead).isContent() || !moved.arrivals(position + 1).isEmpty()) {
      out.write("<tr class=\"why\"><td colspan=\"3\">");
      why(bead, position, look);
      out.write("</td></tr>\n");
    }
    out.write("</tbody>\n");
  }

  /** The classes that give a bead, and its mark on the map, their look. */
  static String classes(AlignedText text, Bead bead) {
    BlockType type = text.type(bead);
    // A user's mark looks like furniture; "mark" is a class of something else.
    String name = type == BlockType.MARK ? "furniture user-mark" : type.label().replace(' ', '-');
    StringBuilder classes = new StringBuilder(name);
    if (type.isContent()) {
      classes.append(' ').append(level(bead));
    }
    if (bead.isOneSided()) {
      classes.append(bead.target().isEmpty() ? " source-only" : " target-only");
    }
    if (bead.moved()) {
      classes.append(" moved");
    }
    if (Attention.of(text, bead) != Attention.NONE) {
      classes.append(" look");
    }
    return classes.toString();
  }

  private static String level(Bead bead) {
    if (bead.isDoubtful()) {
      return "doubtful";
    }
    return bead.confidence() >= SURE ? "sure" : "likely";
  }

  private void side(Bead bead, List<String> sentences, String language, String side)
      throws IOException {
    BlockType type = text.type(bead);
    if (sentences.isEmpty()) {
      out.write("<td class=\"" + side + " gap\">");
      if (type.isContent()) {
        out.write("<p class=\"none\">" + Attention.mark(text, bead) + "</p>");
      }
      out.write("</td>");
      return;
    }
    out.write("<td class=\"" + side + "\">");
    if (type != BlockType.PARAGRAPH && type != BlockType.HEADING) {
      out.write("<span class=\"kind\">" + type.label() + "</span>");
    }
    String tag = type == BlockType.HEADING ? "h3" : "p";
    for (String sentence : sentences) {
      out.write("<" + tag + " lang=\"" + HtmlText.escape(language) + "\">");
      out.write(HtmlText.visible(sentence) + "</" + tag + ">");
    }
    out.write("</td>");
  }

  private void judgement(Bead bead, int position) throws IOException {
    String id = prefix + (position + 1);
    out.write("<th scope=\"row\" class=\"judgement\"><a class=\"number\" href=\"#" + id + "\">");
    out.write((position + 1) + "</a> <span class=\"shape\">" + bead.shape() + "</span>");
    if (text.type(bead).isContent()) {
      out.write(
          String.format(
              Locale.ROOT,
              " <span class=\"confidence\">%.2f</span><span class=\"tie\"><svg class=\"meter\""
                  + " viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect"
                  + " class=\"all\" width=\"100\" height=\"8\"/><rect class=\"part\" width=\"%d\""
                  + " height=\"8\"/></svg></span>",
              bead.confidence(),
              Math.round(bead.confidence() * 100)));
    }
    String mark = bead.isOneSided() ? "" : Attention.mark(text, bead);
    if (!mark.isEmpty()) {
      out.write("<span class=\"mark\">" + mark + "</span>");
    } else if (bead.isOneSided() && bead.isDoubtful() && text.type(bead).isContent()) {
      out.write("<span class=\"mark\">doubtful</span>");
    }
    out.write("</th>");
  }

  private void why(Bead bead, int position, boolean look) throws IOException {
    out.write("<div class=\"below\">");
    String reasons =
        "<span class=\"reasons\">"
            + HtmlText.visible(String.join("; ", bead.reasons()))
            + "</span> <span class=\"lines\">"
            + lines("source", bead.source().of(text.alignment().source()))
            + (bead.isOneSided() ? "" : ", ")
            + lines("target", bead.target().of(text.alignment().target()))
            + "</span>";
    if (look) {
      out.write("<div>" + reasons + "</div>");
    } else {
      out.write("<details><summary>why</summary>" + reasons + "</details>");
    }
    if (bead.moved()) {
      out.write("<div class=\"place\">&#8645; its translation stands ");
      int place = moved.place(position);
      out.write(
          place == 0
              ? moved.placeInWords(position)
              : "after " + link(place) + " in the translation");
      out.write("</div>");
    }
    for (int arrival : moved.arrivals(position + 1)) {
      out.write("<div class=\"place\">&#8645; the translation of " + link(arrival));
      out.write(" stands after this</div>");
    }
    if (look) {
      looks.writeSteps(out, prefix + (position + 1));
    }
    out.write("</div>");
  }

  private String link(int number) {
    return "<a href=\"#" + prefix + number + "\">no. " + number + "</a>";
  }

  private static String lines(String side, List<Segment> segments) {
    if (segments.isEmpty()) {
      return "";
    }
    List<String> lines =
        segments.stream()
            .map(segment -> Integer.toString(segment.location().line()))
            .distinct()
            .toList();
    return lines.stream()
        .collect(Collectors.joining(", ", side + (lines.size() == 1 ? " line " : " lines "), ""));
  }
}
