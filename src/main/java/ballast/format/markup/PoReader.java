package ballast.format.markup;

import ballast.bitext.CountedNoun;
import ballast.format.article.FoundContent;
import ballast.format.article.MarkupReader;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads gettext catalogues. The text of a message is its translation, or the message itself where
 * it is not translated; each plural form is a block of its own. Places that a program fills in, and
 * tags, are codes. The header and obsolete messages are left out.
 */
public final class PoReader implements MarkupReader, MarkedText {

  @Override
  public FoundContent read(String text, String name) {
    PoFile file = PoFile.read(text, name);
    List<String> notes = new ArrayList<>();
    if (file.obsolete() > 0) {
      notes.add(CountedNoun.of(file.obsolete(), "obsolete message") + " left out");
    }
    List<String> warnings = new ArrayList<>(file.problems().warnings());
    long fuzzy = file.entries().stream().filter(e -> !e.isHeader() && e.isFuzzy()).count();
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
    return blocks(PoFile.read(text, ""), text);
  }

  /**
   * The messages with their translations, for a file that is read as two texts. A plural form is
   * paired with the message for several things, except the first of several forms.
   *
   * @param text characters of the file, without a byte order mark
   * @param name what the user calls it, for messages
   * @throws ballast.bitext.InputException if it is not a gettext catalogue
   */
  public List<PoPair> pairs(String text, String name) {
    PoText texts = new PoText(text);
    List<PoPair> pairs = new ArrayList<>();
    for (PoEntry entry : PoFile.read(text, name).entries()) {
      for (int form = 0; !entry.isHeader() && form < entry.translations().size(); form++) {
        Optional<MarkupBlock> source = texts.of(message(entry, form));
        Optional<MarkupBlock> target = texts.of(entry.translations().get(form));
        if (source.isPresent() && target.isPresent()) {
          pairs.add(new PoPair(source.get().found(), target.get().found(), entry.isFuzzy()));
        }
      }
    }
    return pairs;
  }

  /** The message that a form of the translation translates. */
  private static PoString message(PoEntry entry, int form) {
    PoString plural = entry.plural();
    boolean several = form > 0 || entry.translations().size() == 1;
    return plural != null && several ? plural : entry.id();
  }

  private static List<MarkupBlock> blocks(PoFile file, String text) {
    PoText texts = new PoText(text);
    List<MarkupBlock> blocks = new ArrayList<>();
    for (PoEntry entry : file.entries()) {
      if (!entry.isHeader()) {
        add(entry, text, texts, blocks);
      }
    }
    return blocks;
  }

  private static void add(PoEntry entry, String text, PoText texts, List<MarkupBlock> blocks) {
    boolean translated = entry.translations().stream().anyMatch(one -> !one.isEmpty());
    PoString done = null;
    for (int form = 0; form < entry.translations().size(); form++) {
      PoString translation = entry.translations().get(form);
      PoString message = message(entry, form);
      if (translated) {
        texts.of(translation).ifPresent(blocks::add);
      } else if (!message.equals(done)) {
        untranslated(message, translation, text, texts).ifPresent(blocks::add);
        done = message;
      }
    }
  }

  /** A message whose translation is written in the empty string behind it. */
  private static Optional<MarkupBlock> untranslated(
      PoString message, PoString translation, String text, PoText texts) {
    Optional<MarkupBlock> block = texts.of(message);
    if (block.isEmpty() || translation.lines().isEmpty()) {
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

  /** The white space at the beginning of a string, escapes included. */
  private static String blanksBefore(String escaped) {
    int end = 0;
    while (end < escaped.length() && blank(escaped, end) > 0) {
      end += blank(escaped, end);
    }
    return escaped.substring(0, end);
  }

  /** The white space at the end of a string that is not all white space. */
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

  /** The length of the blank, written as it is or as an escape, at a place; 0 if none is there. */
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
}
