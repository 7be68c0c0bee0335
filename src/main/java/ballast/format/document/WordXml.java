package ballast.format.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.document.Filters.Use;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rewrites the XML of a Word document so that the filter finds all of its text, and back. The
 * filter swallows a field with its result, and every paragraph that the result spans. Therefore the
 * elements of fields get other names, so that they are ordinary markup and the result is text. The
 * elements for soft hyphens and hyphens that do not break become characters. For reading, hints at
 * the fonts of characters that both Chinese and English have are left out.
 */
final class WordXml {

  private static final Map<String, String> NEUTRAL =
      Map.of(
          "fldChar", "ballastFieldMark",
          "instrText", "ballastFieldCode",
          "fldSimple", "ballastField");

  private static final Map<String, String> REAL =
      NEUTRAL.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final Map<String, String> CHARACTERS =
      Map.of("softHyphen", "\u00AD", "noBreakHyphen", "\u2011");

  private static final Pattern HINT = Pattern.compile("\\s\\w+:hint=(?:\"\\w*\"|'\\w*')");

  /**
   * Elements, without prefix and in lower case, that require a rewritten document for the filter.
   */
  static final Set<String> CONCERNED =
      Set.of("fldchar", "fldsimple", "softhyphen", "nobreakhyphen");

  /** Maximum length of a name; no name of Word is longer. */
  private static final int MAX_NAME = 64;

  private final boolean forFilter;
  private final boolean dropsHints;
  private final InputStream in;
  private final OutputStream out;
  private final StringBuilder name = new StringBuilder(MAX_NAME);

  /** The name of the current element of text; empty elsewhere. */
  private String text = "";

  private WordXml(boolean forFilter, boolean dropsHints, InputStream in, OutputStream out) {
    this.forFilter = forFilter;
    this.dropsHints = dropsHints;
    this.in = in;
    this.out = out;
  }

  /** Whether a part of an archive is rewritten if it has one of the elements. */
  static boolean concerns(String part) {
    return part.startsWith("word/") && part.endsWith(".xml");
  }

  /** Writes the filter's form of a part. */
  static void copy(String part, InputStream in, OutputStream out, Use use) throws IOException {
    if (concerns(part)) {
      new WordXml(true, use == Use.READING, in, out).write();
    } else {
      in.transferTo(out);
    }
  }

  /** Restores Word's form of a part from the filter's output. */
  static byte[] restored(byte[] part) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.length);
    new WordXml(false, false, new ByteArrayInputStream(part), out).write();
    return out.toByteArray();
  }

  private void write() throws IOException {
    boolean inContent = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '<') {
        inContent = false;
        tag();
      } else if (inContent && (b == 0xC2 || b == 0xE2)) {
        content(b);
      } else {
        inContent |= b == '>' && !text.isEmpty();
        out.write(b);
      }
    }
  }

  /** Writes a tag up to the end of its name, or drops it. */
  private void tag() throws IOException {
    name.setLength(0);
    in.mark(1);
    int b = in.read();
    while (b > ' ' && b != '>' && (b != '/' || name.isEmpty()) && name.length() < MAX_NAME) {
      name.append((char) b);
      in.mark(1);
      b = in.read();
    }
    int at = Math.max(name.indexOf("/"), name.indexOf(":")) + 1;
    String local = name.substring(at);
    text = !forFilter && local.equals("t") && name.charAt(0) != '/' ? name.toString() : "";
    String character = forFilter ? CHARACTERS.get(local) : null;
    if (character == null) {
      in.reset();
      String other = (forFilter ? NEUTRAL : REAL).getOrDefault(local, local);
      out.write(("<" + name.substring(0, at) + other).getBytes(ISO_8859_1));
      if (dropsHints && local.equals("rFonts")) {
        withoutHint();
      }
      return;
    }
    while (b >= 0 && b != '>') {
      b = in.read();
    }
    if (name.charAt(0) != '/') {
      String element = name.substring(0, at) + "t";
      out.write(("<" + element + ">" + character + "</" + element + ">").getBytes(UTF_8));
    }
  }

  /** Writes the rest of a tag but for the attribute, which is all that sets some runs apart. */
  private void withoutHint() throws IOException {
    StringBuilder rest = new StringBuilder();
    int b = in.read();
    while (b >= 0 && b != '>') {
      rest.append((char) b);
      b = in.read();
    }
    out.write(HINT.matcher(rest).replaceAll("").getBytes(ISO_8859_1));
    if (b == '>') {
      out.write(b);
    }
  }

  /** Writes a character beyond ASCII in an element of text, given its first byte. */
  private void content(int first) throws IOException {
    in.mark(2);
    int second = in.read();
    int third = first == 0xE2 ? in.read() : 0;
    String element = second == 0xAD && first == 0xC2 ? "softHyphen" : "";
    if (first == 0xE2 && second == 0x80 && third == 0x91) {
      element = "noBreakHyphen";
    }
    if (element.isEmpty()) {
      in.reset();
      out.write(first);
      return;
    }
    String prefix = text.substring(0, text.indexOf(':') + 1);
    String again = "<" + text + " xml:space=\"preserve\">";
    out.write(("</" + text + "><" + prefix + element + "/>" + again).getBytes(ISO_8859_1));
  }
}
