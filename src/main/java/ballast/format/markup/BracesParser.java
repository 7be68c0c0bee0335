package ballast.format.markup;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads attributes in braces ({@code {#id .class key=value}}, as kramdown, Pandoc and MkDocs have
 * them) and the commands of Jekyll, Hugo and Vue ({@code {{ x }}}, {@code {% x %}}).
 */
final class BracesParser implements InlineContentParser {

  private static final int MAX_LENGTH = 500;
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "\\{:?\\s*+(?:(?:[.#][\\w-]++|[\\w-]++=(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'}]++))\\s*+)++\\}");

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    scanner.next();
    char second = scanner.peek();
    String end = second == '{' ? "}}" : second == '%' ? "%}" : "";
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < MAX_LENGTH && scanner.hasNext() && scanner.peek() != '\n'; i++) {
      char c = scanner.peek();
      scanner.next();
      text.append(c);
      if (c == '}') {
        boolean command = !end.isEmpty() && text.length() > 3 && text.toString().endsWith(end);
        if (command || (end.isEmpty() && ATTRIBUTES.matcher(text).matches())) {
          return ParsedInline.of(new Braces(), scanner.position());
        }
        if (end.isEmpty()) {
          return ParsedInline.none();
        }
      }
    }
    return ParsedInline.none();
  }

  /** Begins at each opening brace. */
  static final class Factory implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
      return new BracesParser();
    }
  }
}
