package ballast.format.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.jsoup.parser.Parser;

/**
 * The fields of an OpenDocument text. Its filter gives most of them with their result as one code;
 * here they are a pair of codes around the result. A field with hidden content is one code.
 */
final class FieldText {

  private static final Pattern FIELD =
      Pattern.compile("(<(text:[a-z-]+)\\b[^>]*>)([^<>]*)(</\\2>)");

  private static final Pattern HIDDEN =
      Pattern.compile(
          "<text:(?:script|hidden-text|hidden-paragraph)\\b[^>]*>.*"
              + "|<text:[a-z-]+\\b[^>]*text:display=\"none\"[^>]*>.*",
          Pattern.DOTALL);

  private final TextFragment read;
  private final String text;
  private final StringBuilder coded = new StringBuilder();
  private final List<Code> codes = new ArrayList<>();
  private int next = 1;

  private FieldText(TextFragment read) {
    this.read = read;
    this.text = read.getCodedText();
  }

  /** Whether the element of a field, without prefix, hides its content. */
  static boolean isHidden(String element) {
    return HIDDEN.matcher("<text:" + element + ">").matches();
  }

  static TextFragment of(TextFragment fragment) {
    if (fragment.getCodes().stream().noneMatch(code -> isField(code) || isHidden(code))) {
      return fragment;
    }
    FieldText fields = new FieldText(fragment);
    fields.read();
    return new TextFragment(fields.coded.toString(), fields.codes);
  }

  private static boolean isField(Code code) {
    return code.getTagType() == TagType.PLACEHOLDER && FIELD.matcher(code.getData()).matches();
  }

  private static boolean isHidden(Code code) {
    return code.getTagType() != TagType.CLOSING && HIDDEN.matcher(code.getData()).matches();
  }

  private void read() {
    for (Code code : read.getCodes()) {
      next = Math.max(next, code.getId() + 1);
    }
    int i = 0;
    while (i < text.length()) {
      if (!TextFragment.isMarker(text.charAt(i))) {
        coded.append(text.charAt(i++));
        continue;
      }
      Code code = codeAt(i);
      if (isHidden(code)) {
        i = hide(code, i);
      } else {
        show(code);
        i += 2;
      }
    }
  }

  private Code codeAt(int marker) {
    return read.getCodes().get(TextFragment.toIndex(text.charAt(marker + 1)));
  }

  private void show(Code code) {
    Matcher field = FIELD.matcher(code.getData());
    if (code.getTagType() != TagType.PLACEHOLDER || !field.matches() || field.group(3).isBlank()) {
      add(code);
      return;
    }
    add(code(TagType.OPENING, code, field.group(1), next));
    coded.append(Parser.unescapeEntities(field.group(3), false));
    add(code(TagType.CLOSING, code, field.group(4), next++));
  }

  /** Returns the start of the following text. */
  private int hide(Code begin, int marker) {
    StringBuilder data = new StringBuilder(begin.getData());
    int i = marker + 2;
    boolean open = begin.getTagType() == TagType.OPENING;
    while (open && i < text.length()) {
      if (TextFragment.isMarker(text.charAt(i))) {
        Code inside = codeAt(i);
        data.append(inside.getData());
        open = inside.getTagType() != TagType.CLOSING || inside.getId() != begin.getId();
        i += 2;
      } else {
        data.append(escaped(text.charAt(i++)));
      }
    }
    add(code(TagType.PLACEHOLDER, begin, data.toString(), begin.getId()));
    return i;
  }

  private static Code code(TagType type, Code of, String data, int id) {
    Code code = new Code(type, of.getType(), data);
    code.setId(id);
    return code;
  }

  private void add(Code code) {
    codes.add(code);
    int marker =
        switch (code.getTagType()) {
          case OPENING -> TextFragment.MARKER_OPENING;
          case CLOSING -> TextFragment.MARKER_CLOSING;
          default -> TextFragment.MARKER_ISOLATED;
        };
    coded.append((char) marker).append(TextFragment.toChar(codes.size() - 1));
  }

  private static String escaped(char c) {
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : String.valueOf(c);
  }
}
