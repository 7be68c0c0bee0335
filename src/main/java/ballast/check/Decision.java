package ballast.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import ballast.bitext.Severity;
import ballast.bitext.Sha256;
import ballast.bitext.Span;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.language.FunctionWords;
import ballast.language.Han;
import ballast.language.Inflection;
import ballast.language.Stemmer;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question about a term that an editor answers once: are these words right in its place? Has all
 * findings with the term and words of one family in its place: announce, the announcements.
 *
 * @param key six hexadecimal digits; the same in each check
 * @param term id of the concept
 * @param words what stands in the term's place, without articles, the commonest first; empty if
 *     nothing was found there
 * @param findings in their order; never empty
 */
public record Decision(
    String key, String term, Agreed agreed, List<String> words, List<LocatedFinding> findings) {

  private static final Set<String> RULES =
      Set.of(TermRules.MISSING, TermRules.FORBIDDEN, TermRules.UNTRANSLATED);

  private static final int DIGITS = 6;

  /** Maximum characters on either side of a term in a longer word. */
  private static final int MAX_BESIDE = 2;

  private static final Pattern GAP = Pattern.compile("[\\s\\u00a0]+");

  /** A word and the blanks after it. */
  private static final Pattern BEFORE = Pattern.compile("([^\\s\\u00a0]+)[\\s\\u00a0]+");

  private static final Pattern POSSESSIVE = Pattern.compile("(?U)\\p{L}+['’]s?");

  private static final Comparator<Decision> BIGGEST_FIRST =
      Comparator.comparing((Decision one) -> one.words.isEmpty())
          .thenComparing(one -> -one.findings.size())
          .thenComparing(one -> one.agreed.zh())
          .thenComparing(Decision::key);

  /**
   * A term of the glossary.
   *
   * @param zh empty if its renderings are forbidden for any term
   * @param renderings the allowed ones, preferred ones first
   * @param use {@link TermCounts.Pairs#NONE} if it was not counted
   */
  public record Agreed(String zh, List<String> renderings, TermCounts.Pairs use) {

    static final Agreed UNKNOWN = new Agreed("", List.of(), TermCounts.Pairs.NONE);

    public Agreed {
      renderings = List.copyOf(renderings);
    }

    /** The terms of these findings, by the ids of their concepts. */
    public static Map<String, Agreed> of(
        Collection<LocatedFinding> findings, Glossary glossary, List<TermCounts> counts) {
      Set<String> wanted = new TreeSet<>();
      findings.forEach(one -> wanted.add(one.finding().term()));
      Map<String, Agreed> agreed = new LinkedHashMap<>();
      for (Concept concept : glossary.concepts()) {
        if (wanted.contains(concept.id())) {
          String zh = concept.zhForms().stream().findFirst().orElse("");
          List<String> renderings =
              glossary.judgedTogether(zh).stream()
                  .flatMap(same -> same.allowed().stream())
                  .sorted(Comparator.comparing(Term::status))
                  .map(Term::text)
                  .distinct()
                  .toList();
          agreed.putIfAbsent(concept.id(), new Agreed(zh, renderings, TermCounts.Pairs.NONE));
        }
      }
      counts.forEach(
          count ->
              agreed.computeIfPresent(
                  count.id(), (id, term) -> new Agreed(term.zh, term.renderings, count.pairs())));
      return agreed;
    }
  }

  public Decision {
    words = List.copyOf(words);
    findings = List.copyOf(findings);
  }

  /** Whether a finding is part of a question. */
  public static boolean concerns(Finding finding) {
    return RULES.contains(finding.rule());
  }

  /**
   * The questions in these findings, those with the most findings first, then those in which
   * nothing stands in the term's place.
   *
   * @param agreed terms by the ids of their concepts
   */
  public static List<Decision> of(List<LocatedFinding> findings, Map<String, Agreed> agreed) {
    Families families = new Families();
    Map<String, List<LocatedFinding>> groups =
        findings.stream()
            .filter(one -> concerns(one.finding()))
            .collect(
                groupingBy(
                    one -> one.finding().term() + '\n' + families.of(words(one)),
                    LinkedHashMap::new,
                    toList()));
    List<Decision> decisions = new ArrayList<>();
    groups.forEach(
        (name, group) -> {
          String term = group.get(0).finding().term();
          decisions.add(
              new Decision(
                  Sha256.hex(name).substring(0, DIGITS),
                  term,
                  agreed.getOrDefault(term, Agreed.UNKNOWN),
                  commonestFirst(group),
                  group));
        });
    decisions.sort(BIGGEST_FIRST);
    return decisions;
  }

  private static List<String> commonestFirst(List<LocatedFinding> group) {
    Map<String, Long> times =
        group.stream()
            .map(Decision::words)
            .filter(words -> !words.isEmpty())
            .collect(groupingBy(words -> words, LinkedHashMap::new, counting()));
    return times.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collections.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The words in a term's place, without a capital that is due to their position. */
  private static String words(LocatedFinding located) {
    Optional<Span> place = place(located);
    if (place.isEmpty()) {
      return "";
    }
    String text = english(located);
    String found = WhiteSpace.collapse(place.get().of(text));
    boolean isCapital = Character.isUpperCase(found.charAt(0));
    boolean isName = isCapital && found.substring(1).matches("(?s).*\\p{Lu}.*");
    return isCapital && !isName && new EnglishContext(text, place.get()).startsSentence()
        ? found.substring(0, 1).toLowerCase(Locale.ROOT) + found.substring(1)
        : found;
  }

  /** The English words in a term's place, without articles and possessives before them. */
  static Optional<Span> place(LocatedFinding located) {
    Finding.Spans spans = located.finding().spans();
    boolean into = located.place().value().targetLang().isEnglish();
    String text = english(located);
    for (Span place : into ? spans.target() : spans.source()) {
      int start = place.start();
      Matcher before = BEFORE.matcher(text).region(start, place.end());
      while (before.lookingAt() && isBefore(before.group(1)) && before.end() < place.end()) {
        start = before.end();
        before.region(start, place.end());
      }
      return start < place.end() ? Optional.of(new Span(start, place.end())) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isBefore(String word) {
    return FunctionWords.isDeterminer(word.toLowerCase(Locale.ROOT))
        || POSSESSIVE.matcher(word).matches();
  }

  private static String english(LocatedFinding located) {
    Passage passage = located.place().value();
    return passage.targetLang().isEnglish() ? passage.target() : passage.source();
  }

  /** Names the family of words by its head. For one thread. */
  private static final class Families {

    private final Stemmer stemmer = new Stemmer();

    String of(String words) {
      List<String> all = List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"));
      String head = all.get(FixedForm.head(all));
      return head.matches("[a-z]+") ? stemmer.stem(Inflection.words(head).get(0)) : head;
    }
  }

  /** The worst of its findings. */
  public Severity severity() {
    return findings.stream()
        .map(one -> one.finding().severity())
        .max(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  /** Whether the glossary forbids the words. */
  public boolean isForbidden() {
    return findings.stream().anyMatch(one -> one.finding().rule().equals(TermRules.FORBIDDEN));
  }

  /** Number of documents, or of files, with its findings. */
  public int articles() {
    return (int) findings.stream().map(Decision::article).distinct().count();
  }

  private static String article(LocatedFinding one) {
    String document = one.place().value().document();
    return document.isEmpty() ? one.location().file() : document;
  }

  /** Some of the findings, from as many articles as possible. */
  public List<LocatedFinding> examples(int max) {
    Map<String, LocatedFinding> first = new LinkedHashMap<>();
    findings.forEach(one -> first.putIfAbsent(article(one), one));
    return Stream.concat(first.values().stream(), findings.stream()).distinct().limit(max).toList();
  }

  /** The fewest renderings that, once allowed, answer all findings with words in the place. */
  public List<String> admissible() {
    List<String> shortest = new ArrayList<>(words);
    shortest.sort(Comparator.comparingInt(String::length));
    List<String> chosen = new ArrayList<>();
    for (String one : shortest) {
      if (chosen.stream().noneMatch(other -> isFormWithin(other, one))) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  private static boolean isFormWithin(String part, String whole) {
    return Collections.indexOfSubList(bases(whole), bases(part)) >= 0;
  }

  /** The words in lower case and, where they are inflected, in their base forms. */
  static List<String> bases(String words) {
    return Arrays.stream(GAP.split(words.toLowerCase(Locale.ROOT)))
        .map(
            word ->
                Inflection.words(word).stream()
                    .min(Comparator.comparingInt(String::length).thenComparing(form -> form))
                    .orElse(word))
        .toList();
  }

  /** The term as it stands in the Chinese texts. */
  public Set<String> forms() {
    Set<String> forms = new TreeSet<>();
    findings.forEach(one -> chinese(one).ifPresent(place -> forms.add(place.of(source(one)))));
    return forms;
  }

  /**
   * The longer Chinese word that all places of the term share, in which it may not be meant; empty
   * if there is none, or only one place.
   */
  public String longerWord() {
    Set<String> words = longerWords(findings.get(0));
    findings.forEach(one -> words.retainAll(longerWords(one)));
    return findings.size() < 2
        ? ""
        : words.stream().max(Comparator.comparingInt(String::length)).orElse("");
  }

  /** The term with up to two Han characters on either side. */
  private static Set<String> longerWords(LocatedFinding one) {
    Set<String> words = new TreeSet<>();
    chinese(one)
        .ifPresent(
            place -> {
              String text = source(one);
              for (int from = place.start(); isBeside(text, from, place.start() - from); from--) {
                for (int to = place.end(); isBeside(text, to - 1, to - place.end()); to++) {
                  words.add(text.substring(from, to));
                }
              }
              words.remove(place.of(text));
            });
    return words;
  }

  private static boolean isBeside(String text, int at, int distance) {
    return at >= 0 && at < text.length() && distance <= MAX_BESIDE && Han.isHan(text.charAt(at));
  }

  private static Optional<Span> chinese(LocatedFinding located) {
    Finding.Spans spans = located.finding().spans();
    boolean into = located.place().value().targetLang().isEnglish();
    return (into ? spans.source() : spans.target()).stream().findFirst();
  }

  private static String source(LocatedFinding located) {
    Passage passage = located.place().value();
    return passage.targetLang().isEnglish() ? passage.source() : passage.target();
  }
}
