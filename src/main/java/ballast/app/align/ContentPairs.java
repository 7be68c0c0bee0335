package ballast.app.align;

import ballast.align.Aligner;
import ballast.align.Counterparts;
import ballast.align.TextLikeness;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.language.Han;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pairs texts by language and content when their names do not match. Only the few most similar
 * texts ({@link TextLikeness}) are aligned. Two texts are a pair if each is clearly the best
 * counterpart of the other.
 */
final class ContentPairs {

  static final int MAX_TEXTS = 200;

  private static final long MAX_BYTES = 16 << 20;

  /** Texts of the other language aligned with each text. */
  private static final int CANDIDATES = 3;

  /** Minimum likeness to align another text too, relative to the best. */
  private static final double NEAR = 0.5;

  /** Sentences of a text that are aligned. */
  private static final int MAX_SENTENCES = 60;

  /** Minimum share of sentences with a sure counterpart in a pair. */
  private static final double MIN_SHARE = 0.5;

  /** Minimum number of sentences with a sure counterpart, both texts together. */
  private static final int MIN_SENTENCES = 4;

  /** With fewer sure sentences, lengths alone may agree, so that the words must do so, too. */
  private static final int FEW_SENTENCES = 10;

  /** Minimum likeness of texts with few sure sentences. */
  private static final double MIN_LIKENESS = 0.2;

  /** Minimum share at which texts look like translations of each other. */
  private static final double RELATED = 0.3;

  /** Maximum share of the second candidate relative to the best; above it the pair is in doubt. */
  private static final double RIVAL = 0.6;

  /** Minimum average Han characters in the Chinese cells of a workbook that is not a glossary. */
  private static final int MIN_CELL = 10;

  private final ArticleReader reader;
  private final Lexicon lexicon;
  private final List<Text> chinese = new ArrayList<>();
  private final List<Text> english = new ArrayList<>();
  private final Found found =
      new Found(new LinkedHashMap<>(), new LinkedHashSet<>(), new TreeMap<>());

  /**
   * How the texts were paired.
   *
   * @param pairs the English text of each Chinese one
   * @param bilingual files that contain a text and its translation
   * @param alone why each of the other texts is in no pair; empty if unknown
   */
  record Found(Map<String, String> pairs, Set<String> bilingual, Map<String, String> alone) {}

  private record Text(
      String name, Lang lang, List<Segment> sentences, TextLikeness.Profile profile) {}

  private record Likely(Text chinese, Text english, double likeness) {}

  private record Match(Text chinese, Text english, double share, int paired, double likeness) {

    boolean isPair() {
      return share >= MIN_SHARE && paired >= MIN_SENTENCES && isLike();
    }

    boolean isLike() {
      return paired >= FEW_SENTENCES || likeness >= MIN_LIKENESS;
    }
  }

  private ContentPairs(ArticleReader reader, Lexicon lexicon) {
    this.reader = reader;
    this.lexicon = lexicon;
  }

  static Found among(List<String> names, ArticleReader reader, Lexicon lexicon) {
    return new ContentPairs(reader, lexicon).find(names);
  }

  private Found find(List<String> names) {
    if (names.size() > MAX_TEXTS) {
      names.forEach(
          name ->
              found.alone.put(
                  name,
                  "its name has no counterpart, and there are more than %d such texts to compare"
                      .formatted(MAX_TEXTS)));
      return found;
    }
    for (String name : names) {
      try {
        read(name);
      } catch (InputException e) {
        found.alone.put(name, String.valueOf(e.getMessage()));
      }
    }
    decide(matches());
    return found;
  }

  private void read(String name) {
    if (reader.workplace().resolve(name).toFile().length() > MAX_BYTES) {
      found.alone.put(name, "its name has no counterpart, and it is too large to be compared");
      return;
    }
    if (name.toLowerCase(Locale.ROOT).endsWith(".po") && isBilingual(name)) {
      return;
    }
    ReadText text = reader.readAny(name);
    Document document = text.document();
    boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    if (isBilingual(text)) {
      if (!workbook || !isOfTerms(document)) {
        found.bilingual.add(name);
      }
      return;
    }
    if (!document.lang().isChinese() && !document.lang().isEnglish()) {
      String language =
          Locale.forLanguageTag(document.lang().tag()).getDisplayLanguage(Locale.ENGLISH);
      found.alone.put(name, "it is in " + language + ", neither in Chinese nor in English");
      return;
    }
    List<Segment> sentences =
        reader.split(text).stream().filter(sentence -> sentence.type().isContent()).toList();
    TextLikeness.Profile profile = new TextLikeness(lexicon).profile(sentences);
    (document.lang().isChinese() ? chinese : english)
        .add(new Text(name, document.lang(), sentences, profile));
  }

  private boolean isBilingual(String catalogue) {
    try {
      reader.files(new Article(catalogue, catalogue, ""));
      found.bilingual.add(catalogue);
      return true;
    } catch (InputException notBilingual) {
      return false;
    }
  }

  private static boolean isBilingual(ReadText text) {
    try {
      BilingualText.of(text, null);
      return true;
    } catch (InputException notBilingual) {
      return false;
    }
  }

  private static boolean isOfTerms(Document document) {
    List<Long> lengths =
        document.blocks().stream()
            .map(block -> block.span().of(document.text()).codePoints().filter(Han::isHan).count())
            .filter(length -> length > 0)
            .toList();
    return lengths.stream().mapToLong(Long::longValue).sum() < MIN_CELL * (long) lengths.size();
  }

  private List<Match> matches() {
    List<Likely> likely = new ArrayList<>();
    for (Text one : chinese) {
      for (Text other : english) {
        double likeness = TextLikeness.between(one.profile, other.profile);
        if (likeness > 0) {
          likely.add(new Likely(one, other, likeness));
        }
      }
    }
    likely.sort(Comparator.comparingDouble(pair -> -pair.likeness));
    Map<String, List<Likely>> best = new HashMap<>();
    List<Match> matches = new ArrayList<>();
    for (Likely pair : likely) {
      boolean first = isAmongBest(pair, best, pair.chinese);
      boolean second = isAmongBest(pair, best, pair.english);
      if (first || second) {
        matches.add(match(pair));
      }
    }
    return matches;
  }

  private static boolean isAmongBest(Likely pair, Map<String, List<Likely>> best, Text text) {
    List<Likely> own = best.computeIfAbsent(text.name, name -> new ArrayList<>());
    own.add(pair);
    return own.size() <= CANDIDATES && pair.likeness >= NEAR * own.get(0).likeness;
  }

  private Match match(Likely pair) {
    Counterparts counterparts =
        Counterparts.of(new Aligner(lexicon).align(start(pair.chinese), start(pair.english)));
    return new Match(
        pair.chinese,
        pair.english,
        counterparts.share(),
        counterparts.source().paired() + counterparts.target().paired(),
        pair.likeness);
  }

  private static List<Segment> start(Text text) {
    return text.sentences.subList(0, Math.min(MAX_SENTENCES, text.sentences.size()));
  }

  private void decide(List<Match> matches) {
    for (Text text : chinese) {
      Match best = clearlyBest(text, matches);
      if (best != null && best.isPair() && best.equals(clearlyBest(best.english, matches))) {
        found.pairs.put(text.name, best.english.name);
      }
    }
    for (List<Text> texts : List.of(chinese, english)) {
      for (Text text : texts) {
        if (!found.pairs.containsKey(text.name) && !found.pairs.containsValue(text.name)) {
          found.alone.put(text.name, reason(text, matches));
        }
      }
    }
  }

  private static @Nullable Match clearlyBest(Text text, List<Match> matches) {
    List<Match> own = of(text, matches);
    boolean rivals = own.size() > 1 && own.get(1).share > RIVAL * own.get(0).share;
    return own.isEmpty() || rivals ? null : own.get(0);
  }

  private static List<Match> of(Text text, List<Match> matches) {
    return matches.stream()
        .filter(match -> match.chinese.equals(text) || match.english.equals(text))
        .sorted(Comparator.comparingDouble(match -> -match.share))
        .toList();
  }

  private static String reason(Text text, List<Match> matches) {
    boolean isChinese = text.lang.isChinese();
    String names =
        of(text, matches).stream()
            .filter(match -> match.share >= RELATED && match.isLike())
            .map(match -> '"' + (isChinese ? match.english : match.chinese).name + '"')
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? ""
        : "its counterpart may be " + names + "; name both files, or list them for --pairs";
  }
}
