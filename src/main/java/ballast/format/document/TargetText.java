package ballast.format.document;

import ballast.bitext.InlineCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;

/**
 * A translation as its filter writes it: the characters of the translation with the codes of the
 * source. Every code of the source is in it once; one that the translation lacks comes last.
 */
final class TargetText {

  private final UnitText known;
  private final BreakStyle breaks;
  private final List<Code> codes;
  private final List<String> problems = new ArrayList<>();

  /** How a format writes a line break inside a paragraph. */
  enum BreakStyle {
    /** As the character that the filter takes for one. */
    SEPARATOR,
    /** As a line feed. */
    LINE_FEED,
    /** As an element of OpenDocument. */
    TEXT_ELEMENT,
    /** As an element of HTML. */
    PAGE_ELEMENT
  }

  /**
   * @param source the text of the filter
   * @param known what was read in it
   */
  TargetText(TextFragment source, UnitText known, BreakStyle breaks) {
    this.known = known;
    this.breaks = breaks;
    this.codes = source.getClonedCodes();
  }

  /** What is wrong with the codes of the translation, each in plain words without a full stop. */
  List<String> problems() {
    return problems;
  }

  /**
   * The translation.
   *
   * @param placed codes by rising offset; of codes at one offset in their order
   */
  TextFragment of(String text, List<InlineCode> placed) {
    List<InlineCode> kept = kept(text, placed);
    if (!isNested(kept)) {
      if (problems.isEmpty()) {
        problems.add("its codes cross each other");
      }
      kept = List.of();
    }
    StringBuilder coded = new StringBuilder(known.head());
    int at = 0;
    Set<String> written = new HashSet<>();
    for (InlineCode code : kept) {
      coded.append(shown(text.substring(at, code.offset())));
      at = code.offset();
      String key = CodeKey.of(code);
      written.add(key);
      coded.append(known.coded().get(key));
    }
    coded.append(shown(text.substring(at)));
    known.coded().forEach((key, value) -> coded.append(written.contains(key) ? "" : value));
    coded.append(known.tail());
    return fragment(coded);
  }

  /** A fragment with just those codes whose markers stand in the text. */
  private TextFragment fragment(StringBuilder coded) {
    List<Code> used = new ArrayList<>();
    for (int i = 1; i < coded.length(); i++) {
      if (TextFragment.isMarker(coded.charAt(i - 1))) {
        used.add(codes.get(TextFragment.toIndex(coded.charAt(i))));
        coded.setCharAt(i, TextFragment.toChar(used.size() - 1));
      }
    }
    return new TextFragment(coded.toString(), used);
  }

  /** The codes of the translation that the source has, each once. */
  private List<InlineCode> kept(String text, List<InlineCode> placed) {
    Map<String, InlineCode> kept = new LinkedHashMap<>();
    for (InlineCode code : placed) {
      String key = CodeKey.of(code);
      if (!known.coded().containsKey(key)) {
        problems.add("the source does not have the code " + name(key));
      } else if (kept.containsKey(key)) {
        problems.add("it has the code " + name(key) + " twice");
      } else if (code.offset() > text.length()) {
        problems.add("the code " + name(key) + " stands behind its end");
      } else {
        kept.put(key, code);
      }
    }
    for (InlineCode code : known.codes()) {
      if (!kept.containsKey(CodeKey.of(code))) {
        problems.add("the code " + name(CodeKey.of(code)) + " is lost");
      }
    }
    return new ArrayList<>(kept.values());
  }

  private static String name(String key) {
    String id = key.substring(key.indexOf(' ') + 1);
    return switch (key.charAt(0)) {
      case '<' -> id + " (its beginning)";
      case '/' -> id + " (its end)";
      default -> id;
    };
  }

  /** Whether every pair ends in the pair in which it began, as far as the source does so. */
  private boolean isNested(List<InlineCode> kept) {
    return crossings(kept) == 0 || crossings(known.codes()) > 0;
  }

  private static int crossings(List<InlineCode> codes) {
    Deque<String> open = new ArrayDeque<>();
    int crossings = 0;
    int last = 0;
    for (InlineCode code : codes) {
      crossings += code.offset() < last ? 1 : 0;
      last = code.offset();
      String key = CodeKey.of(code).substring(1);
      if (code.isOpening()) {
        open.push(key);
      } else if (code.isClosing() && !key.equals(open.poll())) {
        crossings++;
      }
    }
    return crossings + open.size();
  }

  private String shown(String text) {
    if (breaks == BreakStyle.LINE_FEED || (text.indexOf('\n') < 0 && text.indexOf('\t') < 0)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lineBreak(shown);
      } else if (c == '\t' && breaks == BreakStyle.TEXT_ELEMENT) {
        element(shown, "tab", "<text:tab/>");
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private void lineBreak(StringBuilder shown) {
    switch (breaks) {
      case TEXT_ELEMENT -> element(shown, "lb", "<text:line-break/>");
      case PAGE_ELEMENT -> element(shown, "lb", "<br/>");
      default -> shown.append(Filters.LINE_BREAK);
    }
  }

  private void element(StringBuilder shown, String type, String data) {
    Code code = new Code(TagType.PLACEHOLDER, type, data);
    int id = 1;
    for (Code other : codes) {
      id = Math.max(id, other.getId() + 1);
    }
    code.setId(id);
    codes.add(code);
    shown.append((char) TextFragment.MARKER_ISOLATED).append(TextFragment.toChar(codes.size() - 1));
  }
}
