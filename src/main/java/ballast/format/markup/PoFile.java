package ballast.format.markup;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a gettext catalogue.
 *
 * @param entries in order, the header among them
 * @param obsolete how many messages are commented out
 * @param problems what is damaged
 */
record PoFile(List<PoEntry> entries, int obsolete, Problems problems) {

  private static final Pattern KEYWORD =
      Pattern.compile(
          "\\s*(domain|msgctxt|msgid_plural|msgid|msgstr)(?:\\[\\s*\\d{1,3}\\s*\\])?\\s*");

  PoFile {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a catalogue; lines that are none of its are recorded, the rest is read.
   *
   * @throws InputException if it has no message at all
   */
  static PoFile read(String text, String name) {
    PoFile file = new Reading(text).read();
    if (file.entries().isEmpty() && file.obsolete() == 0) {
      throw new InputException(
          "cannot read \"" + name + "\": not a gettext catalogue: it has no line with msgid",
          "if it is plain text, give it the extension .txt");
    }
    return file;
  }

  private static final class Reading {

    private final String text;
    private final List<PoEntry> entries = new ArrayList<>();
    private final Problems problems = new Problems();
    private int obsolete;
    private String flags = "";
    private @Nullable PoString id;
    private @Nullable PoString plural;
    private List<PoString> translations = new ArrayList<>();
    private PoString current = new PoString();

    Reading(String text) {
      this.text = text;
    }

    PoFile read() {
      int number = 0;
      for (Span line : FileLines.of(text)) {
        number++;
        String content = line.of(text);
        String stripped = Characters.strip(content);
        if (stripped.startsWith("#")) {
          comment(stripped);
        } else if (!stripped.isEmpty() && !string(line, content)) {
          problems.add(
              number, "\"" + Excerpt.of(stripped, 40) + "\" is not part of a gettext catalogue");
        }
      }
      finish();
      return new PoFile(entries, obsolete, problems);
    }

    private void comment(String line) {
      finishTranslated();
      if (line.startsWith("#,")) {
        flags += line.substring(2) + ",";
      } else if (line.startsWith("#~")) {
        obsolete += line.matches("#~\\s*msgid\\s.*") ? 1 : 0;
        flags = "";
      }
    }

    private boolean string(Span line, String content) {
      Matcher keyword = KEYWORD.matcher(content);
      int at = 0;
      boolean named = keyword.lookingAt();
      if (named) {
        at = keyword.end();
      }
      while (at < content.length() && Characters.isBlank(content.charAt(at))) {
        at++;
      }
      int end = closing(content, at);
      if (end < 0) {
        return false;
      }
      if (named) {
        begin(keyword.group(1));
      }
      current.add(new Span(line.start() + at + 1, line.start() + end));
      return true;
    }

    /** Where the quotation mark is that ends the string; -1 if no string begins here. */
    private static int closing(String content, int start) {
      if (start >= content.length() || content.charAt(start) != '"') {
        return -1;
      }
      int at = start + 1;
      while (at < content.length() && content.charAt(at) != '"') {
        at += content.charAt(at) == '\\' ? 2 : 1;
      }
      return at < content.length() && Characters.isBlank(content.substring(at + 1)) ? at : -1;
    }

    private void begin(String keyword) {
      if (keyword.equals("msgctxt") || keyword.equals("msgid")) {
        finishTranslated();
      }
      current = new PoString();
      switch (keyword) {
        case "msgid" -> id = current;
        case "msgid_plural" -> plural = current;
        case "msgstr" -> translations.add(current);
        default -> {}
      }
    }

    private void finishTranslated() {
      if (!translations.isEmpty()) {
        finish();
      }
    }

    private void finish() {
      PoString message = id;
      if (message != null && !translations.isEmpty()) {
        entries.add(new PoEntry(message, plural, translations, flags));
      }
      id = null;
      plural = null;
      translations = new ArrayList<>();
      flags = "";
      current = new PoString();
    }
  }
}
