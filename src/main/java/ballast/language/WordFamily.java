package ballast.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words to which an English word is related by derivation: "recursion", "recursive" and
 * "recursively"; "expand" and "expansion"; "independence" and "independently". Made by rule; those
 * that no rule makes ("society" and "social") are listed. Words that the same endings join by
 * chance, or that have different meanings ("economic" and "economical"), are not related.
 * Immutable.
 */
public final class WordFamily {

  /** How many endings are taken off: recursively, recursive, recurse. */
  private static final int MAX_ENDINGS = 2;

  private final List<String> forms;

  /** The forms; of an adverb also its adjective. */
  private final List<String> words;

  /** The words from which it may be derived, without {@link #words}. */
  private final List<String> bases;

  /** Keys of groups, each with the word that has the ending. */
  private final Map<String, String> groups;

  /** Keys of listed families. */
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
   * The family of a word.
   *
   * @param words the words that it can be an inflected form of, as {@link Inflection#words} gives
   *     them
   */
  public static WordFamily of(List<String> words) {
    Set<String> own = new LinkedHashSet<>(words);
    words.stream()
        .filter(DerivationRules::isAdverb)
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
    // Of no base: a corporation is not an enterprise because both may be corporate.
    List<String> families =
        words.stream().flatMap(word -> RelatedWords.families(word).stream()).distinct().toList();
    Set<String> bases = new LinkedHashSet<>(all);
    words.forEach(bases::remove);
    return new WordFamily(forms, words, List.copyOf(bases), Map.copyOf(groups), families);
  }

  /**
   * Whether one is derived from the other, or both from the same word by endings of a group, or
   * whether both are listed as related.
   */
  public boolean isRelatedTo(WordFamily other) {
    return isMadeOfSame(other) || (shareOne(families, other.families) && !isApart(other));
  }

  /** The same without the words that are only listed: not China and Chinese. */
  public boolean isMadeOfSame(WordFamily other) {
    boolean derived = shareOne(words, other.bases) || shareOne(bases, other.words);
    // Of an adverb and its adjective neither has a base that the other lacks.
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
   * Keys of which two related words share one, besides the words themselves: a quick test that
   * leaves few unrelated ones.
   */
  public List<String> keys() {
    List<String> keys = new ArrayList<>(words);
    keys.addAll(bases);
    keys.addAll(groups.keySet());
    keys.addAll(families);
    return keys;
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
}
