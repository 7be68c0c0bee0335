package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import ballast.report.page.Html;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the beads of one document as table rows: source, judgement and target, with the reasons
 * below.
 */
final class BeadHtml {

  /**
   * From this confidence on, a bead is called sure, below it likely; this affects only the display.
   */
  private static final double SURE = 0.85;

  private final Html html;
  private final AlignedText text;
  private final MovedBeads moved;
  private final LookList looks;
  private final String prefix;

  /**
   * @param looks all beads of the page that need a look, for the links from one to the next
   * @param prefix the start of the ids of this document
   */
  BeadHtml(Html html, AlignedText text, LookList looks, String prefix) {
    this.html = html;
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
    html.add("<tbody class=\"bead {}\" id=\"{}\">\n<tr>", classes(text, bead), id);
    side(bead, text.sourceSentences(bead), text.source().language(), "source");
    judgement(bead, position);
    side(bead, text.targetSentences(bead), text.target().language(), "target");
    html.add("</tr>\n");
    if (text.type(bead).isContent() || !moved.arrivals(position + 1).isEmpty()) {
      html.add("<tr class=\"why\"><td colspan=\"3\">");
      why(bead, position, look);
      html.add("</td></tr>\n");
    }
    html.add("</tbody>\n");
  }

  /** The CSS classes of a bead and of its mark on the map. */
  static String classes(AlignedText text, Bead bead) {
    BlockType type = text.type(bead);
    // A user's mark looks like furniture; the class "mark" has another meaning.
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
      html.add("<td class=\"{} gap\">", side);
      if (type.isContent()) {
        html.add("<p class=\"none\">{}</p>", Attention.mark(text, bead));
      }
      html.add("</td>");
      return;
    }
    html.add("<td class=\"{}\">", side);
    if (type != BlockType.PARAGRAPH && type != BlockType.HEADING) {
      html.add("<span class=\"kind\">{}</span>", type.label());
    }
    boolean heading = type == BlockType.HEADING;
    for (String sentence : sentences) {
      html.add(heading ? "<h3 lang=\"{}\">{}</h3>" : "<p lang=\"{}\">{}</p>", language, sentence);
    }
    html.add("</td>");
  }

  /** The confidence as the page shows it. */
  static String confidence(Bead bead) {
    return String.format(Locale.ROOT, "%.2f", bead.confidence());
  }

  private void judgement(Bead bead, int position) throws IOException {
    int number = position + 1;
    html.add(
        "<th scope=\"row\" class=\"judgement\"><a class=\"number\" href=\"#{}{}\">{}</a> ",
        prefix,
        number,
        number);
    html.add("<span class=\"shape\">{}</span>", bead.shape());
    if (text.type(bead).isContent()) {
      html.add(" <span class=\"confidence\">{}</span>", confidence(bead));
      html.add("<span class=\"tie\">").meter(Math.round(bead.confidence() * 100)).add("</span>");
    }
    String mark = bead.isOneSided() ? "" : Attention.mark(text, bead);
    if (!mark.isEmpty()) {
      html.add("<span class=\"mark\">{}</span>", mark);
    } else if (bead.isOneSided() && bead.isDoubtful() && text.type(bead).isContent()) {
      html.add("<span class=\"mark\">doubtful</span>");
    }
    html.add("</th>");
  }

  private void why(Bead bead, int position, boolean look) throws IOException {
    html.add("<div class=\"below\">");
    html.add(look ? "<div>" : "<details><summary>why</summary>");
    html.add("<span class=\"reasons\">{}</span> ", String.join("; ", bead.reasons()));
    html.add(
        "<span class=\"lines\">{}{}{}</span>",
        lines("source", bead.source().of(text.alignment().source())),
        bead.isOneSided() ? "" : ", ",
        lines("target", bead.target().of(text.alignment().target())));
    html.add(look ? "</div>" : "</details>");
    if (bead.moved()) {
      html.add("<div class=\"place\">&#8645; its translation stands ");
      int place = moved.place(position);
      if (place == 0) {
        html.add("{}", moved.placeInWords(position));
      } else {
        html.add("after ");
        link(place);
        html.add(" in the translation");
      }
      html.add("</div>");
    }
    for (int arrival : moved.arrivals(position + 1)) {
      html.add("<div class=\"place\">&#8645; the translation of ");
      link(arrival);
      html.add(" stands after this</div>");
    }
    if (look) {
      looks.writeSteps(html, prefix + (position + 1));
    }
    html.add("</div>");
  }

  private void link(int number) throws IOException {
    html.add("<a href=\"#{}{}\">no. {}</a>", prefix, number, number);
  }

  private static String lines(String side, List<Segment> segments) {
    if (segments.isEmpty()) {
      return "";
    }
    String place = segments.get(0).location().place();
    if (!place.isEmpty()) {
      return side + " " + place;
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
