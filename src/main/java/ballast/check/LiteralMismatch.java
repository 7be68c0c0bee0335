package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds texts that should be the same in both languages and differ: addresses of the web and of
 * mail, numbers of documents, letters of codes. Leaves numbers that {@link NumberMismatch} reports
 * to it.
 */
final class LiteralMismatch extends Rule {

  private static final String PATH = "[!-~&&[^<>\"'()\\[\\]{}`|\\\\^]]*(?<![.,;:!?*_-])";

  private static final Pattern ADDRESS =
      Pattern.compile(
          ("(?:https?|ftp)://PATH|[A-Za-z0-9._%+-]++@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}"
                  + "|(?<![A-Za-z0-9@./_-])(?:[A-Za-z0-9-]+\\.)+(?:com|org|net|edu|gov|info|cn|tw|hk|io)"
                  + "(?![A-Za-z0-9@_-]|\\.[A-Za-z])(?:/PATH)?")
              .replace("PATH", PATH));

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?:[〔［\\[（(]\\d{4}[〕］\\]）)][^，。；\\d]{0,6}|第)(\\d{1,6})[号號]"
              + "|(?:[\\[(]\\d{4}[\\])] ?)?\\b(?:[Nn]o\\. ?|Resolution |Circular |Decree |Order )"
              + "(\\d{1,6})\\b(?![,.]\\d)");

  /** A code of a product: XK-200, H7N9. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![A-Za-z0-9./_@-])(?=[A-Za-z-]{0,9}\\d)(?=[\\d-]{0,9}[A-Z])[A-Z0-9][A-Za-z0-9-]{1,19}+"
              + "(?![A-Za-z0-9_@/])");

  /** Text that differs between the addresses of a page in two languages, or only in form. */
  private static final Pattern FORM =
      Pattern.compile(
          "^(?:[a-z]+://)?(?:www\\.)?|/$|(?<![a-z0-9.])(?:zh|en|cn|us|uk|tw|hk|hans|hant)(?![a-z0-9])[./-]?");

  /** Pages named in their language. */
  private static final Pattern NAMED = Pattern.compile("%|wiki");

  private static final Rule NUMBERS = new NumberMismatch();

  LiteralMismatch() {
    super("literal-mismatch", Severity.ERROR, "an address, a document's number or a code differs");
  }

  /**
   * @param key what must be the same
   */
  private record Literal(String key, Span span) {}

  @Override
  List<Finding> check(PairReading reading) {
    String chinese = reading.chinese();
    List<Finding> findings = new ArrayList<>();
    if (chinese.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
      compare(ADDRESS, reading, findings);
    }
    if (chinese.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
      compare(CODE, reading, findings);
    }
    List<Finding> documents = new ArrayList<>();
    if (chinese.contains("号") || chinese.contains("號")) {
      compare(DOCUMENT, reading, documents);
    }
    if (!documents.isEmpty()
        && NUMBERS.check(reading).stream().allMatch(one -> one.severity() == Severity.INFO)) {
      findings.addAll(documents);
    }
    return findings;
  }

  /** Takes each literal that the target lacks for the new one at the same place in their order. */
  private void compare(Pattern pattern, PairReading reading, List<Finding> findings) {
    String source = reading.passage().source();
    String target = reading.passage().target();
    List<Literal> before = literals(source, pattern);
    List<Literal> after = before.isEmpty() ? before : literals(target, pattern);
    List<Literal> lost = without(before, after);
    List<Literal> added = without(after, before);
    for (int i = 0; i < Math.min(lost.size(), added.size()); i++) {
      Span was = lost.get(i).span();
      Span is = added.get(i).span();
      String wasKey = lost.get(i).key();
      String isKey = added.get(i).key();
      boolean same =
          pattern == CODE
              ? !shape(wasKey).equals(shape(isKey))
              : NAMED.matcher(wasKey + isKey).find();
      if (!same) {
        findings.add(
            finding(
                new Finding.Spans(List.of(was), List.of(is)),
                was.of(source) + " became " + is.of(target)));
      }
    }
  }

  private static List<Literal> literals(String text, Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> new Literal(key(found, pattern), new Span(found.start(), found.end())))
        .toList();
  }

  private static String key(MatchResult found, Pattern pattern) {
    if (pattern == DOCUMENT) {
      return found.group(1) == null ? found.group(2) : found.group(1);
    }
    if (pattern == CODE) {
      return found.group().replace("-", "").toUpperCase(Locale.ROOT);
    }
    return FORM.matcher(found.group().toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** A code with all letters alike: a slip changes one, and other digits are a number's. */
  private static String shape(String code) {
    return code.replaceAll("[A-Z]", "A");
  }

  private static List<Literal> without(List<Literal> some, List<Literal> others) {
    Set<String> keys = others.stream().map(Literal::key).collect(Collectors.toSet());
    return some.stream().filter(one -> !keys.contains(one.key())).toList();
  }
}
