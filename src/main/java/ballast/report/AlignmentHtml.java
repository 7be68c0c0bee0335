package ballast.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An alignment as one self-contained page: no script, nothing loaded from elsewhere, prints well.
 */
public final class AlignmentHtml {

  private final Writer out;

  public AlignmentHtml(Writer out) {
    this.out = out;
  }

  /** Writes one page with all documents. */
  public void write(List<AlignedText> texts) throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    out.write(texts.size() == 1 ? escape(texts.get(0).document()) : texts.size() + " documents");
    out.write("</title>\n<style>\n" + resource("page.css") + "</style>\n</head>\n<body>\n");
    for (AlignedText text : texts) {
      writeDocument(text);
    }
    out.write("</body>\n</html>\n");
  }

  private void writeDocument(AlignedText text) throws IOException {
    List<Bead> beads = text.alignment().beads();
    long doubtful = beads.stream().filter(bead -> isDoubtful(text, bead)).count();
    out.write("<h1>" + escape(text.document()) + "</h1>\n<p class=\"facts\">");
    out.write(
        String.format(
            Locale.ROOT,
            "%s, %d sentences &middot; %s, %d sentences &middot; %d beads, %d to look at",
            escape(text.source().file()),
            text.alignment().source().size(),
            escape(text.target().file()),
            text.alignment().target().size(),
            beads.size(),
            doubtful));
    out.write("</p>\n<table>\n<thead><tr><th class=\"number\">No.</th><th>");
    out.write(escape(text.source().language()) + "</th><th>" + escape(text.target().language()));
    out.write("</th><th class=\"judgement\">Confidence</th></tr></thead>\n<tbody>\n");
    for (int i = 0; i < beads.size(); i++) {
      writeBead(text, beads.get(i), i + 1);
    }
    out.write("</tbody>\n</table>\n");
  }

  private void writeBead(AlignedText text, Bead bead, int number) throws IOException {
    BlockType type = text.type(bead);
    String classes = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    out.write("<tr class=\"" + classes + (isDoubtful(text, bead) ? " doubt" : "") + "\">");
    out.write("<td class=\"number\">" + number + "</td>");
    writeSide(
        text.sourceSentences(bead), text.source().language(), type, "added in the translation");
    writeSide(text.targetSentences(bead), text.target().language(), type, "not translated");
    out.write(
        String.format(
            Locale.ROOT,
            "<td class=\"judgement\"><b>%.2f</b> %s<br>",
            bead.confidence(),
            bead.shape()));
    out.write(escape(String.join("; ", bead.reasons())) + "</td></tr>\n");
  }

  private void writeSide(List<String> sentences, String language, BlockType type, String none)
      throws IOException {
    out.write("<td lang=\"" + escape(language) + "\">");
    if (type != BlockType.PARAGRAPH && type != BlockType.HEADING && !sentences.isEmpty()) {
      out.write("<span class=\"kind\" lang=\"en\">" + type.label() + "</span>");
    }
    if (sentences.isEmpty() && type.isContent()) {
      out.write("<span class=\"none\" lang=\"en\">" + none + "</span>");
    }
    for (String sentence : sentences) {
      out.write("<p>" + escape(sentence) + "</p>");
    }
    out.write("</td>");
  }

  private static boolean isDoubtful(AlignedText text, Bead bead) {
    return text.type(bead).isContent() && (bead.isOneSided() || bead.isDoubtful());
  }

  /** Text for element content and for attribute values in double quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isText(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isText(int c) {
    return c == '\n' || c == '\t' || !(Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static String resource(String name) {
    try (InputStream in = AlignmentHtml.class.getResourceAsStream("/ballast/report/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
