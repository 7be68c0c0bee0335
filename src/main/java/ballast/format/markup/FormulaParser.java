package ballast.format.markup;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads formulas between dollar signs as Pandoc does: no white space inside at either end, no digit
 * behind the end, so that "$5 and $6" is none.
 */
final class FormulaParser implements InlineContentParser {

  private static final int MAX_LENGTH = 1000;

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int signs = signs(scanner);
    if (signs > 2 || (signs == 1 && isBlank(scanner.peek()))) {
      return ParsedInline.none();
    }
    char before = '$';
    for (int i = 0; i < MAX_LENGTH && scanner.hasNext(); i++) {
      char c = scanner.peek();
      if (c == '\\') {
        scanner.next();
        c = scanner.peek();
      } else if (c == '$') {
        int found = signs(scanner);
        boolean right = found == signs && i > 0 && (signs == 2 || !isBlank(before));
        boolean money = signs == 1 && Character.isDigit(scanner.peek());
        return right && !money
            ? ParsedInline.of(new Formula(signs), scanner.position())
            : ParsedInline.none();
      }
      before = c;
      scanner.next();
    }
    return ParsedInline.none();
  }

  /** Passes over at most three signs, which is one too many: a longer run is never a formula. */
  private static int signs(Scanner scanner) {
    int signs = 0;
    while (signs < 3 && scanner.next('$')) {
      signs++;
    }
    return signs;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == Scanner.END;
  }

  /** Begins at each dollar sign. */
  static final class Factory implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return new FormulaParser();
    }
  }
}
