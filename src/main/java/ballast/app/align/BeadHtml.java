package ballast.app.align;

import ballast.app.page.Html;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the beads of one document as table rows: source, judgement and target, with the reasons
 * below.
 */
public final class BeadHtml {

  /**
   * Minimum confidence of a bead shown as "sure" rather than "likely"; affects only the display.
   */
  private static final double SURE = 0.85;

  private final Html html;
  private final AlignedText text;
  private final MovedBeads moved;
  private final @Nullable LookList looks;
  private final String prefix;
  private final BeadNotes notes;

  /**
   * @param looks all beads of the page that need a look, to link each to the next; null if the page
   *     has other links to them
   * @param prefix the start of the ids of this document
   */
  BeadHtml(Html html, AlignedText text, @Nullable LookList looks, String prefix, BeadNotes notes) {
    this.html = html;
    this.text = text;
    this.moved = new MovedBeads(text.alignment());
    this.looks = looks;
    this.prefix = prefix;
    this.notes = notes;
  }

  /** Writes one bead. Positions are 0-based. */
  void write(int position) throws IOException {
    Bead bead = text.alignment().beads().get(position);
    String id = prefix + (position + 1);
    boolean look = Attention.of(text, bead) != Attention.NONE;
    String state = notes.state(position);
    String classes = classes(text, bead) + (state.isEmpty() ? "" : " " + state);
    html.add("<tbody class=\"bead {}\" id=\"{}\">\n<tr>", classes, id);
    side(position, Side.SOURCE);
    judgement(bead, position);
    side(position, Side.TARGET);
    html.add("</tr>\n");
    if (text.type(bead).isContent() || !moved.arrivals(position + 1).isEmpty()) {
      html.add("<tr class=\"why\"><td colspan=\"3\">");
      why(bead, position, look);
      html.add("</td></tr>\n");
    }
    html.add("</tbody>\n");
  }

  /** Returns the CSS classes of a bead and of its mark on the map. */
  static String classes(AlignedText text, Bead bead) {
    BlockType type = text.type(bead);
    // A user's mark is styled as page clutter; the class "mark" has another meaning.
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
    return isSure(bead) ? "sure" : "likely";
  }

  static boolean isSure(Bead bead) {
    return bead.confidence() >= SURE;
  }

  private void side(int position, Side side) throws IOException {
    Bead bead = text.alignment().beads().get(position);
    boolean isSource = side == Side.SOURCE;
    List<String> sentences = isSource ? text.sourceSentences(bead) : text.targetSentences(bead);
    String name = isSource ? "source" : "target";
    BlockType type = text.type(bead);
    if (sentences.isEmpty()) {
      html.add("<td class=\"{} gap\">", name);
      if (type.isContent()) {
        html.add("<p class=\"none\">{}</p>", Attention.mark(text, bead));
      }
      html.add("</td>");
      return;
    }
    html.add("<td class=\"{}\">", name);
    if (type != BlockType.PARAGRAPH && type != BlockType.HEADING) {
      html.add("<span class=\"kind\">{}</span>", type.label());
    }
    sentences(sentences, position, side, type == BlockType.HEADING);
    html.add("</td>");
  }

  private void sentences(List<String> sentences, int position, Side side, boolean heading)
      throws IOException {
    AlignedText.TextInfo info = side == Side.SOURCE ? text.source() : text.target();
    List<Span> terms = notes.terms(position, side);
    Bead bead = text.alignment().beads().get(position);
    String joined =
        terms.isEmpty()
            ? ""
            : side == Side.SOURCE
                ? text.alignment().sourceText(bead)
                : text.alignment().targetText(bead);
    int start = 0;
    for (String sentence : sentences) {
      html.add(heading ? "<h3 lang=\"{}\">" : "<p lang=\"{}\">", info.language());
      if (terms.isEmpty()) {
        html.add("{}", sentence);
      } else {
        start = joined.indexOf(sentence, start);
        marked(sentence, start, terms);
        start += sentence.length();
      }
      html.add(heading ? "</h3>" : "</p>");
    }
  }

  /** Writes a sentence with its terms marked. If terms overlap, only the first is marked. */
  private void marked(String sentence, int start, List<Span> terms) throws IOException {
    int at = 0;
    for (Span term : terms) {
      int from = Math.max(at, term.start() - start);
      int to = Math.min(sentence.length(), term.end() - start);
      if (from < to) {
        html.add("{}<mark>{}</mark>", sentence.substring(at, from), sentence.substring(from, to));
        at = to;
      }
    }
    html.add("{}", sentence.substring(at));
  }

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
    String label = notes.label(position);
    if (!label.isEmpty()) {
      html.add("<span class=\"word\">{}</span>", label);
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
    if (look && looks != null) {
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

  /** The beads of a page that need a look, in order, with links from each to the next. */
  static final class LookList {

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    LookList(List<AlignedText> texts) {
      for (int i = 0; i < texts.size(); i++) {
        for (int position : Attention.inOrder(texts.get(i))) {
          String id = prefix(i) + (position + 1);
          positions.put(id, ids.size());
          ids.add(id);
        }
      }
    }

    /** Returns the start of the ids of a document's beads, to be followed by the bead's number. */
    static String prefix(int document) {
      return "d" + (document + 1) + "-";
    }

    int size() {
      return ids.size();
    }

    /** Returns the id of the first bead; {@code main} if nothing needs a look. */
    String first() {
      return ids.isEmpty() ? "main" : ids.get(0);
    }

    void writeSteps(Html html, String id) throws IOException {
      int at = positions.getOrDefault(id, 0);
      html.add("<div class=\"steps\">");
      if (at > 0) {
        html.add("<a class=\"previous\" href=\"#{}\">&#8592; previous</a> ", ids.get(at - 1));
      }
      html.add("<span>{} of {} to look at</span>", at + 1, ids.size());
      if (at + 1 < ids.size()) {
        html.add(" <a class=\"next\" href=\"#{}\">next &#8594;</a>", ids.get(at + 1));
      }
      html.add("</div>");
    }
  }

  /** Notes on a page's beads in addition to the aligner's judgement. */
  public interface BeadNotes {

    BeadNotes NONE =
        new BeadNotes() {
          @Override
          public String state(int bead) {
            return "";
          }

          @Override
          public String label(int bead) {
            return "";
          }

          @Override
          public List<Span> terms(int bead, Side side) {
            return List.of();
          }
        };

    /** State of a bead that a person has confirmed. */
    String CONFIRMED = "confirmed";

    /** State of a bead that a person has made, for example by merging two. */
    String SET = "set";

    /** Returns {@link #CONFIRMED}, {@link #SET}, or empty if the aligner placed the bead. */
    String state(int bead);

    /** Returns the state in words; may be empty. */
    String label(int bead);

    /** Returns the positions of terms in the joined text of a side, in order. */
    List<Span> terms(int bead, Side side);
  }
}
