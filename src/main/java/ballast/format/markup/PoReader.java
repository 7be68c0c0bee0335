package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads gettext catalogues. The text of a message is its translation, or the message itself if it
 * is not translated; each plural form is a block of its own. Placeholders for a program, and tags,
 * are codes. The header and obsolete messages are skipped.
 */
public final class PoReader implements MarkupBlock.Reader {

  public FoundContent read(String text, String name) {
    Catalogue file = new Catalogue(text, name);
    List<String> notes = new ArrayList<>();
    if (file.obsolete > 0) {
      notes.add(CountedNoun.of(file.obsolete, "obsolete message") + " left out");
    }
    List<String> warnings = new ArrayList<>(file.problems.warnings());
    long fuzzy = file.entries.stream().filter(e -> !e.isHeader() && e.isFuzzy()).count();
    if (fuzzy > 0) {
      warnings.add(
          CountedNoun.of(fuzzy, "translation is", "translations are")
              + " marked as fuzzy: nobody has confirmed "
              + (fuzzy == 1 ? "it" : "them"));
    }
    return new FoundContent(
        blocks(file, text).stream().map(MarkupBlock::found).toList(), notes, warnings);
  }

  @Override
  public List<MarkupBlock> blocks(String text) {
    return blocks(new Catalogue(text, ""), text);
  }

  /**
   * Returns the messages with their translations, for a file that is read as two texts. A plural
   * form is paired with the plural message, except the first of several forms.
   *
   * @param text characters of the file, without a byte order mark
   * @throws ballast.bitext.InputException if it is not a gettext catalogue
   */
  public List<Pair> pairs(String text, String name) {
    StringBlocks texts = new StringBlocks(text);
    List<Pair> pairs = new ArrayList<>();
    for (Entry entry : new Catalogue(text, name).entries) {
      for (int form = 0; !entry.isHeader() && form < entry.translations().size(); form++) {
        Optional<MarkupBlock> source = texts.of(message(entry, form));
        Optional<MarkupBlock> target = texts.of(entry.translations().get(form));
        if (source.isPresent()) {
          FoundBlock translation = target.map(MarkupBlock::found).orElse(null);
          pairs.add(new Pair(source.get().found(), translation, entry.isFuzzy()));
        }
      }
    }
    return pairs;
  }

  private static QuotedString message(Entry entry, int form) {
    QuotedString plural = entry.plural();
    boolean several = form > 0 || entry.translations().size() == 1;
    return plural != null && several ? plural : entry.id();
  }

  private static List<MarkupBlock> blocks(Catalogue file, String text) {
    StringBlocks texts = new StringBlocks(text);
    List<MarkupBlock> blocks = new ArrayList<>();
    for (Entry entry : file.entries) {
      if (!entry.isHeader()) {
        add(entry, text, texts, blocks);
      }
    }
    return blocks;
  }

  private static void add(Entry entry, String text, StringBlocks texts, List<MarkupBlock> blocks) {
    boolean translated = entry.translations().stream().anyMatch(one -> !one.isEmpty());
    QuotedString done = null;
    for (int form = 0; form < entry.translations().size(); form++) {
      QuotedString translation = entry.translations().get(form);
      QuotedString message = message(entry, form);
      if (translated) {
        texts.of(translation).ifPresent(blocks::add);
      } else if (!message.equals(done)) {
        untranslated(message, translation, text, texts).ifPresent(blocks::add);
        done = message;
      }
    }
  }

  /** Returns a message whose translation goes into the empty string after it. */
  private static Optional<MarkupBlock> untranslated(
      QuotedString message, QuotedString translation, String text, StringBlocks texts) {
    Optional<MarkupBlock> block = texts.of(message);
    if (block.isEmpty() || translation.lines.isEmpty()) {
      return block;
    }
    String escaped = message.escaped(text);
    MarkupBlock found = block.get();
    return Optional.of(
        new MarkupBlock(
            found.found(),
            translation.span(),
            found.rules(),
            found.lineBreak(),
            blanksBefore(escaped),
            blanksAfter(escaped)));
  }

  private static String blanksBefore(String escaped) {
    int end = 0;
    while (end < escaped.length() && blank(escaped, end) > 0) {
      end += blank(escaped, end);
    }
    return escaped.substring(0, end);
  }

  private static String blanksAfter(String escaped) {
    int start = escaped.length();
    for (int at = 0; at < escaped.length(); ) {
      int blank = blank(escaped, at);
      boolean pair = escaped.charAt(at) == '\\' && at + 1 < escaped.length();
      int next = at + (blank > 0 ? blank : pair ? 2 : 1);
      start = blank == 0 ? next : start;
      at = next;
    }
    return escaped.substring(Math.min(start, escaped.length()));
  }

  private static int blank(String escaped, int at) {
    if (Characters.isBlank(escaped.charAt(at))) {
      return 1;
    }
    return escaped.startsWith("\\n", at)
            || escaped.startsWith("\\t", at)
            || escaped.startsWith("\\r", at)
        ? 2
        : 0;
  }

  /** The messages of a gettext catalogue. */
  private static final class Catalogue {

    private static final Pattern KEYWORD =
        Pattern.compile(
            "\\s*(domain|msgctxt|msgid_plural|msgid|msgstr)(?:\\[\\s*\\d{1,3}\\s*\\])?\\s*");

    private final String text;

    /** In order, including the header. */
    private final List<Entry> entries = new ArrayList<>();

    private final FileLines.Problems problems = new FileLines.Problems();

    /** Number of messages that are commented out. */
    private int obsolete;

    private String flags = "";
    private @Nullable QuotedString id;
    private @Nullable QuotedString plural;
    private List<QuotedString> translations = new ArrayList<>();
    private QuotedString current = new QuotedString();

    Catalogue(String text, String name) {
      this.text = text;
      read();
      if (entries.isEmpty() && obsolete == 0) {
        throw new InputException(
            "cannot read \"" + name + "\": not a gettext catalogue: it has no line with msgid",
            "if it is plain text, give it the extension .txt");
      }
    }

    private void read() {
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
      current.lines.add(new Span(line.start() + at + 1, line.start() + end));
      return true;
    }

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
      current = new QuotedString();
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
      QuotedString message = id;
      if (message != null && !translations.isEmpty()) {
        entries.add(new Entry(message, plural, translations, flags));
      }
      id = null;
      plural = null;
      translations = new ArrayList<>();
      flags = "";
      current = new QuotedString();
    }
  }

  /**
   * A message of a gettext catalogue and its translation.
   *
   * @param target null if it is blank
   * @param fuzzy whether the translation is only a guess, made from a similar message
   */
  public record Pair(FoundBlock source, @Nullable FoundBlock target, boolean fuzzy) {}

  private static final class StringBlocks {

    private static final String PYTHON = "%\\([^()\\s]{1,60}\\)[-+#0]*\\d*(?:\\.\\d+)?[a-zA-Z]";
    private static final String PRINTF =
        "%(?:\\d+\\$)?[-+#0']*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*))?(?:hh?|ll?|[Lqjzt])?"
            + "[diouxXeEfFgGaAcCsSpn@](?![A-Za-z])";
    private static final String NUMBERED = "(?<!\\d)%L?[1-9]\\d?|%\\{\\w{1,60}\\}";
    private static final String BRACES = "\\{\\{?[\\w.]{0,60}(?:[!:][^{}]{0,60})?\\}?\\}";
    private static final String TAG = "</?[a-zA-Z][^<>]{0,1000}>";

    private static final Pattern SPECIAL =
        Pattern.compile(
            "(?<escape>\\\\.)|%%|(?<tag>"
                + TAG
                + ")|(?<directive>"
                + String.join("|", PYTHON, PRINTF, NUMBERED, BRACES)
                + ")");

    private final String file;
    private final LineJoiner joiner;

    StringBlocks(String file) {
      this.file = file;
      this.joiner = new LineJoiner("");
    }

    Optional<MarkupBlock> of(QuotedString string) {
      MarkupBlock.Builder passage = new MarkupBlock.Builder(file, joiner);
      for (Span line : string.lines) {
        line(line, passage);
      }
      return passage.build(BlockType.PARAGRAPH, 0, TextContext.PO);
    }

    private void line(Span line, MarkupBlock.Builder passage) {
      Matcher special = SPECIAL.matcher(file).region(line.start(), line.end());
      int at = line.start();
      while (special.find()) {
        if (special.group().equals("%%")) {
          continue;
        }
        int start = special.start();
        passage.text(file.substring(at, start), at);
        if (special.group("escape") != null) {
          passage.decoded(decoded(file.charAt(start + 1)), start, start + 2);
        } else if (special.group("tag") != null) {
          tag(special.group(), start, special.end(), passage);
        } else {
          passage.alone(InlineCodes.Kind.DIRECTIVE, start, special.end());
        }
        at = special.end();
      }
      passage.text(file.substring(at, line.end()), at);
    }

    private static void tag(String tag, int start, int end, MarkupBlock.Builder passage) {
      HtmlTag read = HtmlTag.of(tag);
      // A line break in a message is "\n"; <br> is a tag like others.
      if (read.name().equals("br")) {
        passage.alone(InlineCodes.Kind.TAG, start, end);
      } else {
        read.addTo(passage, start, end);
      }
    }

    private static String decoded(char escaped) {
      return switch (escaped) {
        case 'n' -> "\n";
        case 't' -> "\t";
        case 'r' -> "\r";
        default -> String.valueOf(escaped);
      };
    }
  }

  /**
   * @param plural the message for several things; null if there is none
   * @param translations one translation, or one for each plural form
   */
  private record Entry(
      QuotedString id,
      @Nullable QuotedString plural,
      List<QuotedString> translations,
      String flags) {

    Entry {
      translations = List.copyOf(translations);
    }

    /** Programs do not show fuzzy translations. */
    boolean isFuzzy() {
      return flags.contains("fuzzy");
    }

    boolean isHeader() {
      return id.isEmpty();
    }
  }

  /** A string of a gettext catalogue: the contents of its quoted lines, as places in the file. */
  private static final class QuotedString {

    private final List<Span> lines = new ArrayList<>();

    boolean isEmpty() {
      return lines.stream().allMatch(Span::isEmpty);
    }

    String escaped(String file) {
      StringBuilder text = new StringBuilder();
      lines.forEach(line -> text.append(line.of(file)));
      return text.toString();
    }

    Span span() {
      return new Span(lines.get(0).start(), lines.get(lines.size() - 1).end());
    }
  }
}
