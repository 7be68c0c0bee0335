package ballast.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words related to an English word by derivation: "recursion", "recursive" and "recursively";
 * "expand" and "expansion"; "independence" and "independently". Rules derive them; pairs outside
 * the rules ("society" and "social") are listed. Words that share endings by chance, or that have
 * different meanings ("economic" and "economical"), are not related. Immutable.
 */
public final class WordFamily {

  /** Maximum endings removed: recursively, recursive, recurse. */
  private static final int MAX_ENDINGS = 2;

  private final List<String> forms;

  /** The forms, and the adjective of an adverb. */
  private final List<String> words;

  /** The words that it may be derived from, without {@link #words}. */
  private final List<String> bases;

  /** Keys of groups, each with the word that has the ending. */
  private final Map<String, String> groups;

  private final List<String> families;

  private WordFamily(
      List<String> forms,
      List<String> words,
      List<String> bases,
      Map<String, String> groups,
      List<String> families) {
    this.forms = forms;
    this.words = words;
    this.bases = bases;
    this.groups = groups;
    this.families = families;
  }

  /**
   * Returns the family of a word.
   *
   * @param words its possible base words, from {@link Inflection#words}
   */
  public static WordFamily of(List<String> words) {
    Set<String> own = new LinkedHashSet<>(words);
    words.stream()
        .filter(word -> word.endsWith("ly")) // an adverb has the meaning of its adjective
        .forEach(adverb -> own.addAll(DerivationRules.bases(adverb)));
    return of(List.copyOf(words), List.copyOf(own));
  }

  private static WordFamily of(List<String> forms, List<String> words) {
    Set<String> all = new LinkedHashSet<>(words);
    Set<String> last = all;
    for (int i = 0; i < MAX_ENDINGS; i++) {
      Set<String> next = new LinkedHashSet<>();
      for (String word : last) {
        for (String base : DerivationRules.bases(word)) {
          if (forms.stream().noneMatch(own -> UnrelatedWords.are(own, base))) {
            next.add(base);
          }
        }
      }
      all.addAll(next);
      last = next;
    }
    Map<String, String> groups = new LinkedHashMap<>();
    for (String word : all) {
      DerivationRules.groups(word).forEach(group -> groups.putIfAbsent(group, word));
    }
    // Not for bases: a corporation is not an enterprise just because both may be corporate.
    List<String> families =
        words.stream().flatMap(word -> RelatedWords.families(word).stream()).distinct().toList();
    Set<String> bases = new LinkedHashSet<>(all);
    words.forEach(bases::remove);
    return new WordFamily(forms, words, List.copyOf(bases), Map.copyOf(groups), families);
  }

  /**
   * Returns whether one is derived from the other, or both from the same word by endings of a
   * group, or both are listed as related.
   */
  public boolean isRelatedTo(WordFamily other) {
    return isMadeOfSame(other) || (shareOne(families, other.families) && !isApart(other));
  }

  /** Returns whether both are related by derivation, ignoring lists: not China and Chinese. */
  public boolean isMadeOfSame(WordFamily other) {
    boolean derived = shareOne(words, other.bases) || shareOne(bases, other.words);
    // Neither an adverb nor its adjective has a base that the other lacks.
    boolean adverb = shareOne(words, other.words) && !shareOne(forms, other.forms);
    return (derived || adverb || shareGroup(other)) && !isApart(other);
  }

  private boolean shareGroup(WordFamily other) {
    for (Map.Entry<String, String> group : groups.entrySet()) {
      String word = other.groups.get(group.getKey());
      if (word != null && !UnrelatedWords.are(word, group.getValue())) {
        return true;
      }
    }
    return false;
  }

  private boolean isApart(WordFamily other) {
    return forms.stream()
        .anyMatch(
            ours -> other.forms.stream().anyMatch(theirs -> UnrelatedWords.are(ours, theirs)));
  }

  /**
   * Returns keys for a quick test: two related words share a word or one of these keys, and few
   * unrelated ones do.
   */
  public List<String> keys() {
    List<String> keys = new ArrayList<>(words);
    keys.addAll(bases);
    keys.addAll(groups.keySet());
    keys.addAll(families);
    return keys;
  }

  /** Removes the second of two equal letters, as in the stem of "debugger". */
  static String withoutDoubling(String stem) {
    int last = stem.length() - 1;
    return last > 0 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
  }

  private static boolean shareOne(List<String> ours, List<String> theirs) {
    for (int i = 0; i < ours.size(); i++) {
      for (int k = 0; k < theirs.size(); k++) {
        if (ours.get(i).equals(theirs.get(k))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Derivation of English words with the same meaning in other parts of speech: nouns of action,
   * adjectives and adverbs. Endings of a person or a tool (-er, -or), a field (-ics) or an opposite
   * (-less) are left out, because they make another term. From {@code derivations.txt}.
   */
  private static final class DerivationRules {

    private static final Map<Character, List<Rule>> BY_LETTER = read();

    private record Rule(String ending, int letters, List<String> bases, List<String> groups) {

      boolean fits(String word) {
        // A word in -ical is not derived from the one in -ic, and often has another meaning.
        return word.endsWith(ending)
            && word.length() >= ending.length() + letters
            && !(ending.equals("al") && word.endsWith("ical"));
      }

      String stem(String word) {
        return word.substring(0, word.length() - ending.length());
      }
    }

    private DerivationRules() {}

    private static Map<Character, List<Rule>> read() {
      Map<Character, List<Rule>> rules = new HashMap<>();
      for (List<String> cells : WordList.load("language/derivations.txt").rows()) {
        List<String> results = cells.subList(2, cells.size());
        String ending = cells.get(0);
        rules
            .computeIfAbsent(ending.charAt(ending.length() - 1), key -> new ArrayList<>())
            .add(
                new Rule(
                    ending,
                    Integer.parseInt(cells.get(1)),
                    results.stream().filter(one -> !one.startsWith("=")).toList(),
                    results.stream().filter(one -> one.startsWith("=")).toList()));
      }
      return rules;
    }

    /** Returns the possible bases of a word with one ending less, in American spelling. */
    static Set<String> bases(String word) {
      Set<String> bases = new LinkedHashSet<>();
      for (Rule rule : rules(word)) {
        for (String base : rule.bases()) {
          String stem = rule.stem(word);
          switch (base) {
            case "-" -> bases.add(stem);
            case "~" -> bases.add(withoutDoubling(stem));
            default -> bases.add(Inflection.spelling(stem + base));
          }
        }
      }
      bases.removeIf(base -> UnrelatedWords.are(word, base));
      return bases;
    }

    static Set<String> groups(String word) {
      Set<String> groups = new LinkedHashSet<>();
      for (Rule rule : rules(word)) {
        rule.groups().forEach(group -> groups.add(rule.stem(word) + group));
      }
      return groups;
    }

    private static List<Rule> rules(String word) {
      if (word.isEmpty()) {
        return List.of();
      }
      return BY_LETTER.getOrDefault(word.charAt(word.length() - 1), List.of()).stream()
          .filter(rule -> rule.fits(word))
          .toList();
    }
  }

  /**
   * English words with the same meaning in different parts of speech that no ending reveals:
   * society and social, law and legal, China and Chinese. From {@code families.txt}, one family per
   * line.
   */
  private static final class RelatedWords {

    private static final Map<String, List<String>> FAMILIES = read();

    private RelatedWords() {}

    static List<String> families(String word) {
      return FAMILIES.getOrDefault(word, List.of());
    }

    private static Map<String, List<String>> read() {
      Map<String, List<String>> families = new HashMap<>();
      int number = 0;
      for (List<String> family : WordList.load("language/families.txt").rows()) {
        List<String> key = List.of("#" + number++);
        for (String word : family) {
          families.merge(
              Inflection.spelling(word),
              key,
              (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
      }
      return Map.copyOf(families);
    }
  }
}
