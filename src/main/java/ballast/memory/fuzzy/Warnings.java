package ballast.memory.fuzzy;

import ballast.memory.fuzzy.Warning.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Warning}s between a text and others of its language. For one thread. */
public final class Warnings {

  private static final Set<String> ENGLISH_NEGATIONS =
      Set.of(
          "not", "no", "never", "without", "none", "nor", "neither", "nobody", "nothing", "cannot");

  private static final String CHINESE_NEGATIONS = "不没未无非别";

  /** Words in which such a character negates nothing, or nothing that matters. */
  private static final java.util.regex.Pattern HARMLESS =
      java.util.regex.Pattern.compile(
          "不[仅但过断管]|不[只单]是|非[常洲]|未来|[特个级区性类派分差识告辨]别|别[人的墅致]|无[论锡线]|除非|莫非");

  private static final java.util.regex.Pattern LATIN_WORD =
      java.util.regex.Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}\\p{M}\\p{Nd}]*");

  /** What of a text turns its meaning; names as they stand in it, words in folded form. */
  private record Signs(
      Map<String, List<String>> negations,
      Map<String, List<String>> numbers,
      List<String> names,
      Set<String> latinWords) {}

  private final String query;
  private final Measure measure;
  private @Nullable Signs querySigns;

  /**
   * @param query the text to be translated
   * @param measure of its language
   */
  public Warnings(String query, Measure measure) {
    this.query = query;
    this.measure = measure;
  }

  /**
   * What a translator should know before using a unit for a text that is not quite the unit's.
   *
   * @param unit the unit's text in the language of the query
   */
  public List<Warning> beside(String unit) {
    if (query.equals(unit)) {
      return List.of();
    }
    Signs ours = querySigns;
    if (ours == null) {
      ours = signs(query);
      querySigns = ours;
    }
    Signs theirs = signs(unit);
    List<Warning> warnings = new ArrayList<>();
    add(warnings, Kind.NEGATION, ours.negations(), theirs.negations());
    add(warnings, Kind.NUMBER, ours.numbers(), theirs.numbers());
    addNames(warnings, ours, theirs);
    return List.copyOf(warnings);
  }

  private Signs signs(String text) {
    return new Signs(
        negations(text, measure), numbers(text), names(text, measure), latinWords(text));
  }

  /** What is in one list and not in the other, each time it occurs. */
  private static void add(
      List<Warning> warnings, Kind kind, Map<String, List<String>> a, Map<String, List<String>> b) {
    List<String> onlyA = surplus(a, b);
    List<String> onlyB = surplus(b, a);
    if (!onlyA.isEmpty() || !onlyB.isEmpty()) {
      warnings.add(new Warning(kind, onlyA, onlyB));
    }
  }

  private static List<String> surplus(
      Map<String, List<String>> of, Map<String, List<String>> over) {
    List<String> surplus = new ArrayList<>();
    of.forEach(
        (key, texts) -> {
          int others = over.getOrDefault(key, List.of()).size();
          surplus.addAll(texts.subList(Math.min(others, texts.size()), texts.size()));
        });
    return surplus;
  }

  private static Map<String, List<String>> negations(String text, Measure measure) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    if (measure == Measure.CHARACTERS) {
      String rest = HARMLESS.matcher(text).replaceAll("  ");
      rest.chars()
          .filter(c -> CHINESE_NEGATIONS.indexOf(c) >= 0)
          .mapToObj(Character::toString)
          .forEach(c -> found.computeIfAbsent(c, key -> new ArrayList<>()).add(c));
      return found;
    }
    for (String word : words(text, measure)) {
      if (ENGLISH_NEGATIONS.contains(word) || word.endsWith("n't") || word.endsWith("n’t")) {
        found.computeIfAbsent("not", key -> new ArrayList<>()).add(word);
      }
    }
    return found;
  }

  private static Map<String, List<String>> numbers(String text) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (NumberFinder.Found number : NumberFinder.find(text)) {
      found.computeIfAbsent(number.value(), key -> new ArrayList<>()).add(number.text());
    }
    return found;
  }

  private static void addNames(List<Warning> warnings, Signs query, Signs unit) {
    List<String> onlyQuery = without(query.names(), unit.latinWords());
    List<String> onlyUnit = without(unit.names(), query.latinWords());
    if (!onlyQuery.isEmpty() || !onlyUnit.isEmpty()) {
      warnings.add(new Warning(Kind.NAME, onlyQuery, onlyUnit));
    }
  }

  private static List<String> without(List<String> names, Set<String> words) {
    return names.stream().filter(name -> !words.contains(fold(name))).toList();
  }

  /**
   * Words in Latin letters within Chinese; in English those with a capital that do not begin a
   * sentence.
   */
  private static List<String> names(String text, Measure measure) {
    List<String> names = new ArrayList<>();
    for (MatchResult match : LATIN_WORD.matcher(text).results().toList()) {
      String word = match.group();
      boolean name =
          measure == Measure.CHARACTERS
              || (word.length() > 1
                  && Character.isUpperCase(word.codePointAt(0))
                  && !beginsSentence(text, match.start()));
      if (name && !NumberFinder.isNumberWord(fold(word))) {
        names.add(word);
      }
    }
    return names;
  }

  private static boolean beginsSentence(String text, int start) {
    int at = start - 1;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || "“\"‘'(".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at < 0 || ".!?:;。！？".indexOf(text.charAt(at)) >= 0;
  }

  private static Set<String> latinWords(String text) {
    return LATIN_WORD
        .matcher(text)
        .results()
        .map(match -> fold(match.group()))
        .collect(Collectors.toSet());
  }

  private static String fold(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text, Measure measure) {
    Symbols symbols = new Symbols().read(text, measure);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      words.add(symbols.span(i, i).of(text).toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
