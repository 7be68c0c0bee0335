package ballast.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several files in one text, in the form of a txtar: a head, then sections, each below a line
 * {@code -- NAME --}. All that stands in such a text can be seen: it has no control or format
 * characters other than line feed and tab, no white space at the end of a line, and a line feed at
 * its end.
 *
 * <p>A file that has any of these, that holds a line such as {@code -- NAME --}, or that is not
 * UTF-8, stands below {@code -- NAME (escaped) --}: there {@code \\} is a backslash, {@code \xHH}
 * is the byte HH, and a backslash at the end of a line means that the file has no line feed there.
 *
 * @param head the text before the first section; may be empty
 * @param sections in their order; names may occur more than once
 */
record TextArchive(String head, List<Section> sections) {

  private static final String HIDDEN =
      "[[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]&&[^\\n\\t]]|[\\p{Zs}\\t](?=\\n|\\z)";
  // Lines end at line feeds only (d), so that no other character can hide the line of a section.
  private static final Pattern HEADER = Pattern.compile("(?md)^-- (.*?)( \\(escaped\\))? --\\n");
  private static final Pattern NOT_PLAIN = Pattern.compile("(?md)^-- .* --$|[^\\n]\\z|" + HIDDEN);
  private static final Pattern TO_ESCAPE = Pattern.compile("(?md)\\\\|^-(?=- .* --$)|" + HIDDEN);
  private static final Pattern TO_ESCAPE_AS_BYTES =
      Pattern.compile(TO_ESCAPE.pattern() + "|[^\\x00-\\x7f]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:(\\\\)|x([0-9a-f]{2})|(\\n))?");

  TextArchive {
    requirePlain("the head", head);
    sections = List.copyOf(sections);
  }

  /** One file; its body as it is in the archive: empty, or lines that each end in a line feed. */
  record Section(String name, boolean escaped, String body) {

    Section {
      requirePlain("the line of " + name, name + "\n");
      requirePlain(name, body);
      if (escaped) {
        unescape(name, body);
      }
    }

    static Section of(String name, byte[] content) {
      try {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return NOT_PLAIN.matcher(text).find()
            ? new Section(name, true, escape(text, UTF_8, TO_ESCAPE))
            : new Section(name, false, text);
      } catch (CharacterCodingException e) {
        String bytes = new String(content, ISO_8859_1);
        return new Section(name, true, escape(bytes, ISO_8859_1, TO_ESCAPE_AS_BYTES));
      }
    }

    /**
     * The section for a file with this text.
     *
     * @throws CharacterCodingException if it has half a surrogate pair
     */
    static Section of(String name, String text) throws CharacterCodingException {
      ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] content = new byte[bytes.remaining()];
      bytes.get(content);
      return of(name, content);
    }

    byte[] content() {
      return escaped ? unescape(name, body) : body.getBytes(UTF_8);
    }
  }

  /**
   * Reads an archive.
   *
   * @throws IllegalArgumentException if it has something that cannot be seen or an unknown escape
   */
  static TextArchive parse(String text) {
    List<MatchResult> headers = HEADER.matcher(text).results().toList();
    int first = headers.isEmpty() ? text.length() : headers.get(0).start();
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      MatchResult header = headers.get(i);
      int end = i + 1 < headers.size() ? headers.get(i + 1).start() : text.length();
      sections.add(
          new Section(header.group(1), header.group(2) != null, text.substring(header.end(), end)));
    }
    return new TextArchive(text.substring(0, first), sections);
  }

  /** The text of this archive: {@code parse(text).format()} is {@code text}. */
  String format() {
    StringBuilder text = new StringBuilder(head);
    for (Section section : sections) {
      text.append("-- ").append(section.name());
      text.append(section.escaped() ? " (escaped) --\n" : " --\n").append(section.body());
    }
    return text.toString();
  }

  private static void requirePlain(String where, String text) {
    Matcher hidden = NOT_PLAIN.matcher(text);
    if (hidden.find()) {
      long line = 1 + text.substring(0, hidden.start()).chars().filter(c -> c == '\n').count();
      String found = replace(hidden.group(), UTF_8, TO_ESCAPE);
      String problem =
          found.equals(hidden.group())
              ? "has no line feed at its end; write \\ there"
              : "has \"" + found + "\"; write it so";
      throw new IllegalArgumentException(
          where + ", line " + line + ", " + problem + " and use an escaped section");
    }
  }

  private static String escape(String text, Charset charset, Pattern toEscape) {
    String escaped = replace(text, charset, toEscape);
    return escaped.isEmpty() || escaped.endsWith("\n") ? escaped : escaped + "\\\n";
  }

  private static String replace(String text, Charset charset, Pattern toEscape) {
    return toEscape
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(escapes(found.group(), charset)));
  }

  private static String escapes(String found, Charset charset) {
    if (found.equals("\\")) {
      return "\\\\";
    }
    StringBuilder escapes = new StringBuilder();
    for (byte octet : found.getBytes(charset)) {
      escapes.append("\\x").append(HexFormat.of().toHexDigits(octet));
    }
    return escapes.toString();
  }

  private static byte[] unescape(String name, String body) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(body);
    int end = 0;
    while (escape.find()) {
      content.writeBytes(body.substring(end, escape.start()).getBytes(UTF_8));
      end = escape.end();
      if (escape.group(1) != null) {
        content.write('\\');
      } else if (escape.group(2) != null) {
        content.write(HexFormat.fromHexDigits(escape.group(2)));
      } else if (escape.group(3) == null) {
        throw new IllegalArgumentException(
            name
                + ": unknown escape; write \\\\, \\xHH with two digits of 0-9a-f, or \\ at the end"
                + " of a line");
      }
    }
    content.writeBytes(body.substring(end).getBytes(UTF_8));
    return content.toByteArray();
  }
}
