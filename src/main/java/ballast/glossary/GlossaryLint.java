package ballast.glossary;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.glossary.Term.TermStatus;
import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for contradictions in a glossary and for terms that would be found everywhere.
 *
 * <table>
 *   <caption>Rules</caption>
 *   <tr><td>{@code contradiction}</td><td>error: a rendering of a Chinese term is allowed in one row
 *     and forbidden in another, unless it is admitted with a note, the reason</td></tr>
 *   <tr><td>{@code several-preferred}</td><td>warning: a Chinese term has several preferred
 *     renderings, for the same texts</td></tr>
 *   <tr><td>{@code duplicate}</td><td>warning: two rows are the same</td></tr>
 *   <tr><td>{@code forbidden-elsewhere}</td><td>warning: an allowed rendering is forbidden
 *     for another term</td></tr>
 *   <tr><td>{@code one-character}</td><td>warning: a Chinese term of one character</td></tr>
 *   <tr><td>{@code generic}</td><td>warning: a Chinese word so common that it occurs in
 *     nearly every text</td></tr>
 *   <tr><td>{@code variant-characters}</td><td>warning: forms of one term that differ only in
 *     width or traditional characters</td></tr>
 *   <tr><td>{@code slash}</td><td>warning: a rendering with a slash, which may be two</td></tr>
 *   <tr><td>{@code comma}</td><td>warning: words with commas between them, which may be several
 *     renderings</td></tr>
 *   <tr><td>{@code shared-english}</td><td>hint: one rendering for several Chinese terms</td></tr>
 *   <tr><td>{@code nested}</td><td>hint: a Chinese term inside a longer one</td></tr>
 * </table>
 */
public final class GlossaryLint {

  /** Minimum share of a generic word: 检查, 问题 and 文件 are above it, 经济 and 国家 below. */
  private static final double GENERIC_SHARE = 4e-4;

  /** Maximum characters to search for nested terms; longer ones have too many substrings. */
  private static final int MAX_HOLDER_LENGTH = 30;

  private final ChineseWords chineseWords;
  private final List<LintFinding> findings = new ArrayList<>();

  private record Pair(String chinese, String english, Term term, Concept row) {

    Location where() {
      return term.where();
    }
  }

  public GlossaryLint(ChineseWords chineseWords) {
    this.chineseWords = chineseWords;
  }

  public List<LintFinding> check(List<Concept> rows) {
    findings.clear();
    List<Pair> pairs = rows.stream().flatMap(row -> pairs(row).stream()).toList();
    Map<String, List<Pair>> byChinese =
        pairs.stream()
            .collect(Collectors.groupingBy(Pair::chinese, LinkedHashMap::new, Collectors.toList()));
    byChinese.values().forEach(this::ofOneTerm);
    ofOneEnglish(pairs);
    rows.forEach(this::ofOneRow);
    nested(byChinese);
    findings.addAll(UnseparatedTerms.in(rows));
    findings.sort(LintFinding.BY_PLACE);
    return List.copyOf(findings);
  }

  private List<Pair> pairs(Concept row) {
    List<Pair> pairs = new ArrayList<>();
    Set<String> forms = new LinkedHashSet<>();
    row.zhForms().forEach(form -> forms.add(key(form)));
    for (String form : forms) {
      for (Term en : row.en()) {
        pairs.add(new Pair(form, en.text().toLowerCase(Locale.ROOT), en, row));
      }
    }
    return pairs;
  }

  private String key(String chinese) {
    return Arrays.stream(HanText.of(chinese, chineseWords).codePoints())
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void ofOneTerm(List<Pair> pairs) {
    for (List<Pair> same : byEnglish(pairs)) {
      List<Pair> allowed = same.stream().filter(pair -> pair.term().isAllowed()).toList();
      List<Pair> forbidden = same.stream().filter(pair -> pair.term().isForbidden()).toList();
      if (!allowed.isEmpty()
          && !forbidden.isEmpty()
          && allowed.stream().noneMatch(pair -> pair.term().isException())
          && meet(allowed.get(0), forbidden.get(0))) {
        add(
            "contradiction",
            Severity.ERROR,
            same,
            quoted(same.get(0)) + " is allowed in one row and forbidden in another");
      }
      duplicate(allowed);
      duplicate(forbidden);
    }
    severalPreferred(pairs);
  }

  private void duplicate(List<Pair> same) {
    if (same.stream().map(Pair::where).distinct().count() > 1 && meet(same.get(0), same.get(1))) {
      add("duplicate", Severity.WARNING, same, quoted(same.get(0)) + " occurs more than once");
    }
  }

  private void severalPreferred(List<Pair> pairs) {
    List<Pair> preferred =
        pairs.stream().filter(pair -> pair.term().status() == TermStatus.PREFERRED).toList();
    List<String> texts = preferred.stream().map(pair -> pair.term().text()).distinct().toList();
    boolean several = preferred.stream().map(Pair::english).distinct().count() > 1;
    if (several && preferred.stream().skip(1).anyMatch(pair -> meet(pair, preferred.get(0)))) {
      add(
          "several-preferred",
          Severity.WARNING,
          preferred,
          "\"%s\" has several preferred renderings: %s; make all but one admitted, or give them domains"
              .formatted(form(preferred.get(0)), String.join(", ", texts)));
    }
  }

  /** Whether any text is in the scope of both rows. */
  private static boolean meet(Pair one, Pair other) {
    return meet(one.row().scope().domains(), other.row().scope().domains())
        && meet(one.row().scope().projects(), other.row().scope().projects());
  }

  private static boolean meet(List<String> some, List<String> others) {
    return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
  }

  private static Collection<List<Pair>> byEnglish(List<Pair> pairs) {
    return pairs.stream()
        .collect(Collectors.groupingBy(Pair::english, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private void ofOneEnglish(List<Pair> pairs) {
    for (List<Pair> same : byEnglish(pairs)) {
      List<Pair> allowed = same.stream().filter(pair -> pair.term().isAllowed()).toList();
      Set<String> allowedFor = chinese(allowed);
      List<Pair> elsewhere =
          same.stream()
              .filter(pair -> pair.term().isForbidden() && !allowedFor.contains(pair.chinese()))
              .toList();
      if (!allowed.isEmpty() && !elsewhere.isEmpty()) {
        add(
            "forbidden-elsewhere",
            Severity.WARNING,
            List.of(allowed.get(0), elsewhere.get(0)),
            "%s is allowed, but forbidden for \"%s\""
                .formatted(quoted(allowed.get(0)), form(elsewhere.get(0))));
      }
      if (allowed.stream().anyMatch(pair -> isOther(pair.row(), allowed.get(0).row()))) {
        add(
            "shared-english",
            Severity.INFO,
            allowed,
            "\"%s\" is used for several terms: %s"
                .formatted(
                    allowed.get(0).term().text(),
                    allowed.stream()
                        .map(GlossaryLint::form)
                        .distinct()
                        .collect(Collectors.joining(", "))));
      }
    }
  }

  /** Whether two rows are different concepts: neither the id nor a Chinese form is equal. */
  private boolean isOther(Concept one, Concept other) {
    List<String> forms = other.zhForms().stream().map(this::key).toList();
    return !one.id().equals(other.id())
        && one.zhForms().stream().map(this::key).noneMatch(forms::contains);
  }

  private static Set<String> chinese(List<Pair> pairs) {
    return pairs.stream().map(Pair::chinese).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void ofOneRow(Concept row) {
    Map<String, List<String>> forms =
        row.zhForms().stream()
            .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
    forms.forEach(
        (key, written) -> {
          Location where = row.zh().get(0).where();
          if (written.size() > 1) {
            add(
                row,
                "variant-characters",
                where,
                String.join(", ", written)
                    + " differ only in width or traditional characters: one of them is enough");
          }
          if (key.codePointCount(0, key.length()) == 1) {
            add(
                row,
                "one-character",
                where,
                "\"%s\" is a single character and is found only where it is a word"
                    .formatted(written.get(0)));
          } else if (chineseWords.share(key) >= GENERIC_SHARE) {
            add(
                row,
                "generic",
                where,
                "\"%s\" is a common word; give it a longer form, a domain or not_in phrases"
                    .formatted(written.get(0)));
          }
        });
  }

  private void nested(Map<String, List<Pair>> byChinese) {
    byChinese.forEach(
        (holder, pairs) -> {
          Set<String> inside = new LinkedHashSet<>();
          if (holder.length() <= MAX_HOLDER_LENGTH) {
            for (int from = 0; from < holder.length(); from++) {
              for (int to = from + 2; to <= holder.length(); to++) {
                if (to - from < holder.length()
                    && byChinese.containsKey(holder.substring(from, to))) {
                  inside.add(holder.substring(from, to));
                }
              }
            }
          }
          String id = pairs.get(0).row().id();
          for (String part : inside) {
            List<Pair> inner = byChinese.getOrDefault(part, List.of());
            if (inner.stream().noneMatch(pair -> pair.row().id().equals(id))) {
              add(
                  "nested",
                  Severity.INFO,
                  List.of(pairs.get(0), inner.get(0)),
                  "\"%s\" contains the term \"%s\", which does not count inside it"
                      .formatted(form(pairs.get(0)), part));
            }
          }
        });
  }

  private static String quoted(Pair pair) {
    return "\"" + pair.term().text() + "\" for \"" + form(pair) + "\"";
  }

  private static String form(Pair pair) {
    return pair.row().zhForms().isEmpty() ? pair.chinese() : pair.row().zhForms().get(0);
  }

  private void add(Concept row, String rule, Location where, String message) {
    findings.add(new LintFinding(rule, Severity.WARNING, row.id(), List.of(where), message));
  }

  private void add(String rule, Severity severity, List<Pair> pairs, String message) {
    findings.add(
        new LintFinding(
            rule,
            severity,
            pairs.get(0).row().id(),
            pairs.stream().map(Pair::where).distinct().toList(),
            message));
  }

  /**
   * A finding about the glossary itself that would make checks wrong or noisy.
   *
   * @param where the rows concerned, in order, never empty
   */
  public record LintFinding(
      String rule, Severity severity, String concept, List<Location> where, String message) {

    public static final Comparator<LintFinding> BY_PLACE =
        Comparator.comparing((LintFinding finding) -> finding.where().get(0).file())
            .thenComparingInt(finding -> finding.where().get(0).line())
            .thenComparing(LintFinding::rule)
            .thenComparing(LintFinding::message);

    public LintFinding {
      where = List.copyOf(where);
      if (where.isEmpty()) {
        throw new IllegalArgumentException("a finding without a row");
      }
    }
  }

  /**
   * Finds entries that may be several renderings with a slash ({@code booster/fuse}) or a comma
   * ({@code guard, watch}) between them. An entry is one rendering if the Chinese contains the same
   * mark ({@code and/or} for 和/或), if a side is a unit or an abbreviation ({@code km/h}, {@code
   * TCP/IP}, {@code A/B test}), or if the row requires an exact match.
   */
  private static final class UnseparatedTerms {

    private enum Mark {
      /** Between words of three small letters or more. */
      SLASH("slash", ".*\\p{Ll}{3,}/\\p{L}\\p{Ll}{2,}", "[/／]"),

      /** Between single words; a phrase may contain one: "first come, first served". */
      COMMA("comma", "\\p{Ll}{3,}(, ?\\p{Ll}{3,})+$", "[,，、]");

      private final String rule;
      private final Pattern between;
      private final Pattern chinese;

      Mark(String rule, String between, String chinese) {
        this.rule = rule;
        this.between = Pattern.compile(between);
        this.chinese = Pattern.compile(chinese);
      }

      boolean isIn(Concept row) {
        return row.zhForms().stream().anyMatch(form -> chinese.matcher(form).find());
      }

      boolean divides(Term term) {
        return between.matcher(term.text()).lookingAt();
      }
    }

    private UnseparatedTerms() {}

    static List<LintFinding> in(List<Concept> rows) {
      List<LintFinding> findings = new ArrayList<>();
      for (Mark mark : Mark.values()) {
        for (Concept row : rows) {
          if (mark.isIn(row)) {
            continue;
          }
          for (Term term : row.en()) {
            if (term.use().match() != Term.Match.EXACT && mark.divides(term)) {
              findings.add(finding(mark, row, term));
            }
          }
        }
      }
      return findings;
    }

    private static LintFinding finding(Mark mark, Concept row, Term term) {
      String message =
          "\"%s\" is read as one term: put | between two renderings, or set match to exact"
              .formatted(term.text());
      return new LintFinding(mark.rule, Severity.WARNING, row.id(), List.of(term.where()), message);
    }
  }
}
