package ballast.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How English makes words of other parts of speech that mean the same: nouns of action, adjectives
 * and adverbs. Endings that name a person or a tool (-er, -or), a field (-ics) or an opposite
 * (-less) are left out, because they make another term.
 */
final class DerivationRules {

  /**
   * A rule a line: the ending, the number of letters that must precede it, and what may stand in
   * its place. A hyphen stands for nothing, {@code ~} for nothing and one of two equal consonants
   * less (occurrence, occur); {@code =} begins the key of a group whose members have no common base
   * of their own (recursion, recursive).
   */
  private static final String RULES =
      """
      ion 4 =ion
      tion 3 t te
      action 0 act
      sion 3 s se d de t
      xion 4 x ct
      ation 4 - e ate =ate
      atory 4 - e ate =ate
      xation 2 x
      ization 3 ize =ize
      ication 3 y
      iation 3 y
      ption 4 be
      mption 2 me
      duction 2 duce
      olution 2 olve
      eption 2 eive
      ention 2 ain ene
      anation 3 ain
      ission 2 it
      ional 4 ion
      ionary 4 ion
      ive 4 - e =ion
      ate 4 =ate
      ize 4 =ize
      onous 4 =onize
      onize 4 =onize
      onization 4 =onize
      ment 4 -
      al 4 - e
      ial 4 - e y
      ual 4 - e
      ential 4 ence
      ic 5 - e y
      atic 4 -
      tric 4 ter
      cratic 3 cracy
      ous 5 - e
      ious 4 y
      omous 3 omy
      ful 4 -
      ary 5 - e
      able 4 - e
      ability 2 able
      ibility 2 ible
      bilistic 3 bility
      arity 3 ar
      xity 3 x
      urity 2 ure
      icity 3 ic
      uity 3 uous
      mity 3 mous
      ings 3 - e ~
      ality 3 al
      ty 4 -
      ness 4 -
      iness 3 y
      ysis 2 yze
      asis 3 asize
      esis 3 esize
      nse 4 nd
      ly 4 -
      bly 3 ble
      ically 4 ic ical
      ily 3 y
      ance 4 - e ~ =ant
      iance 2 y
      enance 2 ain
      ancy 4 =ant
      aint 3 ain
      ant 5 - e =ant
      antly 4 =ant
      ence 4 - e ~ =ent
      ency 4 - e ~ =ent
      ent 5 - e ~ =ent
      ently 4 =ent
      ism 4 =ism
      ist 4 =ism
      """;

  /** By their last letter. */
  private static final Map<Character, List<Rule>> BY_LETTER = read();

  /** One line of the rules. */
  private record Rule(String ending, int letters, List<String> bases, List<String> groups) {

    boolean fits(String word) {
      // A word in -ical is not made of the one in -ic, and often means something else.
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
    for (String line : RULES.split("\n")) {
      List<String> cells = List.of(line.split(" "));
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

  /** The possible words of which a word may be derived, by one ending; in American spelling. */
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

  /** Whether a word may be an adverb, which means what its adjective means. */
  static boolean isAdverb(String word) {
    return word.endsWith("ly");
  }

  /** The keys of the groups to which a word belongs. */
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

  private static String withoutDoubling(String stem) {
    int last = stem.length() - 1;
    return last > 0 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
  }
}
