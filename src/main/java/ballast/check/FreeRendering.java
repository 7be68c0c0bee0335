package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder.TermHit;
import ballast.language.EnglishAffix;
import ballast.language.FunctionWords;
import ballast.language.Renderings;
import ballast.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises a missing term that the English probably omits on purpose:
 *
 * <ul>
 *   <li>the head of a compound (回调函数, "callback")
 *   <li>a term replaced by a pronoun (该参数, "it") or by a number alone (12800 端口, "12800")
 *   <li>the head shared by two phrases (国有企业和民营企业, "state-owned and private businesses")
 *   <li>a term named by its agent (监管部门, "regulator")
 *   <li>the name of a body ({@link BodyName})
 *   <li>an abbreviation (机器学习, "ML")
 *   <li>the head of a long name (董事会, "board" for "board of directors")
 * </ul>
 */
final class FreeRendering {

  /** Minimum probability of a translation; below it are accidents of the training texts. */
  private static final double MIN_PROBABILITY = 0.05;

  private static final Pattern NUMBER_BEFORE =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)*)\\s?(?:[及或]?(?:更[高低新早旧舊]|以[上下前后後])的?\\s?)?\\z");

  /** A number next to the term, or of a cited article: 《条例》第35条. */
  private static final Pattern NUMBER_AFTER =
      Pattern.compile("\\A(?:\\s?|[》」]?\\s?第\\s?(?=[0-9]+\\s?[条條款项項章节節]))([0-9]+(?:\\.[0-9]+)*)");

  /** Suffixes that turn a word into the name of a state or a kind: 响应性, 响应式. */
  private static final String STATES = "性式";

  /** Characters that follow a Chinese verb, and never a noun: 依赖于. */
  private static final Pattern VERB = Pattern.compile("[于於](?!是)");

  private static final Pattern NOUN = Pattern.compile(".*(?:[ae]nc[ey]|tion|sion|ment|ity|ness)");

  private static final Pattern OF_PHRASE = Pattern.compile("(\\p{L}+) of .+");

  /** Minimum probability of a term's main translation. */
  private static final double MOSTLY = 0.4;

  /** Minimum letters that remain of a shortened word, and minimum letters cut off. */
  private static final int MIN_SHORTENED = 4;

  private static final int MIN_CUT = 4;

  /** Minimum share of the Chinese words translated in a sentence that omits a term on purpose. */
  private static final double WELL_TRANSLATED = 0.75;

  /** Minimum share of a Chinese word expressed by its translation. */
  private static final double SAID = 0.5;

  private static final String JOINING = "和与與及或、";

  private final Renderings renderings;
  private final OmittedHead heads;
  private final PronounRendering pronouns;
  private final AffixedTerm affixed;

  FreeRendering(Renderings renderings) {
    this.renderings = renderings;
    this.heads = new OmittedHead(renderings);
    this.pronouns = new PronounRendering(renderings);
    this.affixed = new AffixedTerm(renderings);
  }

  /**
   * Whether each place of a missing term allows such a rendering.
   *
   * @param nearest the likely rendering of the term; empty if there is none
   */
  boolean isLikely(TermReading term, List<Span> nearest, PairTexts texts) {
    ExplainedWords explained = texts.explained(term.chinese(), renderings);
    return texts.hits(term.chinese()).stream()
        .allMatch(
            hit ->
                ((nearest.isEmpty()
                            || isCopied(nearest, texts)
                            || isOfNeighbour(nearest, hit, texts))
                        && (pronouns.isLikely(hit, texts, explained)
                            || heads.isLikely(hit, texts, explained)))
                    || (!nearest.isEmpty() && isOfBoth(nearest.get(0), hit, texts))
                    || (!nearest.isEmpty() && isOtherForm(term.entry(), nearest, hit, texts))
                    || isShortened(term.entry(), texts.englishText())
                    || Acronyms.isAbbreviated(term.entry(), texts)
                    || isHeadOfPhrase(term.entry(), hit, texts.englishText())
                    || isNumbered(hit, texts)
                    || BodyName.isLikely(term.entry(), hit, nearest, texts)
                    || affixed.isDoer(term.entry(), hit, texts)
                    || isHeadShared(term.entry(), hit, texts));
  }

  /** Whether each place of a term is a single character, which has too many senses to decide. */
  static boolean isUnclear(TermReading term, PairTexts texts) {
    return texts.hits(term.chinese()).stream().allMatch(hit -> hit.span().length() == 1);
  }

  static boolean isWellTranslated(PairTexts texts) {
    return texts.translated() >= WELL_TRANSLATED;
  }

  boolean sharesHead(TermReading term, PairTexts texts) {
    return texts.hits(term.chinese()).stream()
        .anyMatch(hit -> isHeadShared(term.entry(), hit, texts));
  }

  private static boolean isCopied(List<Span> nearest, PairTexts texts) {
    String words = nearest.get(0).of(texts.english());
    return words.length() > 1 && texts.chinese().contains(words);
  }

  private boolean isOfNeighbour(List<Span> nearest, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    int index = wordAt(nearest.get(0), text);
    return index >= 0
        && Stream.of(hit.words().modifier(), hit.words().head())
            .mapToDouble(
                word -> word.isEmpty() ? 0 : renderings.probability(word, text.forms(index)))
            .filter(beside -> beside >= MIN_PROBABILITY)
            .anyMatch(beside -> ofTerm(hit, index, text) < beside);
  }

  /**
   * Whether a one-word likely rendering also translates the word directly before the term: 备用服务器,
   * "standby".
   */
  private static boolean isOfBoth(Span nearest, TermHit hit, PairTexts texts) {
    int start = hit.span().start();
    int length = hit.words().modifier().length();
    return length > 0
        && length <= start
        && wordAt(nearest, texts.englishText()) >= 0
        && texts
            .translation(new Span(start - length, start))
            .filter(
                beside ->
                    beside.share() >= SAID
                        && beside.confidence() >= SAID
                        && beside.span().equals(nearest))
            .isPresent();
  }

  private static int wordAt(Span place, EnglishText text) {
    int index = text.endingAt(place.end());
    return index >= 0 && text.span(index, index + 1).equals(place) ? index : -1;
  }

  private double ofTerm(TermHit hit, int index, EnglishText text) {
    return hit.words().inside().stream()
        .mapToDouble(word -> renderings.probability(word, text.forms(index)))
        .max()
        .orElse(0);
  }

  /** Whether the English has the beginning of a long rendering as a word: sync, param. */
  private static boolean isShortened(TermEntry entry, EnglishText text) {
    return entry
        .wordings()
        .filter(term -> term.indexOf(' ') < 0 && term.indexOf('-') < 0)
        .anyMatch(
            term ->
                text.hasForm(
                    text::isContent,
                    form ->
                        form.length() >= MIN_SHORTENED
                            && term.length() >= form.length() + MIN_CUT
                            && term.startsWith(form)));
  }

  /**
   * Whether the likely rendering is probably another sense of a single character ("figure" for 图),
   * a word derived from the term (响应性, "parallelism"), or a verb of another word where the
   * renderings are nouns (依赖于, "rely on").
   */
  private boolean isOtherForm(TermEntry entry, List<Span> nearest, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    int index = wordAt(nearest.get(0), text);
    if (index < 0) {
      return false;
    }
    String next = after(hit, texts);
    boolean made =
        entry
            .wordings()
            .anyMatch(
                term ->
                    text.forms(index).stream()
                        .anyMatch(form -> EnglishAffix.STATE.makes(form, term)));
    boolean other =
        hit.span().length() == 1
            && entry
                .wordings()
                .noneMatch(
                    term ->
                        renderings.probability(hit.words().inside().get(0), term)
                            > ofTerm(hit, index, text));
    return made
        || other
        || (!next.isEmpty() && STATES.indexOf(next.charAt(0)) >= 0)
        || (VERB.matcher(next).lookingAt() && entry.wordings().allMatch(NOUN.asMatchPredicate()));
  }

  /**
   * Whether the text has the "B" of a rendering "B of A", and "B" is the term's main translation.
   */
  private boolean isHeadOfPhrase(TermEntry entry, TermHit hit, EnglishText text) {
    String chinese = String.join("", hit.words().inside());
    return entry
        .wordings()
        .map(OF_PHRASE::matcher)
        .filter(Matcher::matches)
        .map(phrase -> phrase.group(1))
        .filter(head -> renderings.probability(chinese, head) >= MOSTLY)
        .anyMatch(head -> text.hasForm(i -> true, head::equals));
  }

  private static String before(TermHit hit, PairTexts texts) {
    return texts.chinese().substring(0, hit.span().start());
  }

  private static String after(TermHit hit, PairTexts texts) {
    return texts.chinese().substring(hit.span().end());
  }

  private static boolean isNumbered(TermHit hit, PairTexts texts) {
    Matcher number = NUMBER_BEFORE.matcher(before(hit, texts));
    boolean found = number.find();
    if (!found) {
      number = NUMBER_AFTER.matcher(after(hit, texts));
      found = number.find();
    }
    return found
        && Pattern.compile("(?<![0-9.])" + Pattern.quote(number.group(1)) + "(?![0-9]|\\.[0-9])")
            .matcher(texts.english())
            .find();
  }

  /**
   * Whether the English has a rendering of several words without its last one. Another phrase must
   * be joined to the term, or the term must modify the next word.
   */
  private boolean isHeadShared(TermEntry entry, TermHit hit, PairTexts texts) {
    int end = hit.span().end();
    boolean joined =
        end < texts.chinese().length() && JOINING.indexOf(texts.chinese().charAt(end)) >= 0;
    for (Term term : entry.allowed()) {
      int last = term.text().lastIndexOf(' ');
      if (last > 0) {
        String rest = Pattern.quote(term.text().substring(0, last).toLowerCase(Locale.ROOT));
        Matcher next =
            Pattern.compile("(?=" + rest + ")\\b" + rest + "\\s+(\\p{L}+)")
                .matcher(texts.english().toLowerCase(Locale.ROOT));
        while (next.find()) {
          String word = next.group(1);
          boolean conjunction = word.equals("and") || word.equals("or");
          boolean modifying =
              !FunctionWords.isFunction(word)
                  && texts.scan().words().next(hit.span()).stream()
                      .anyMatch(one -> renderings.probability(one, word) >= MIN_PROBABILITY);
          if ((joined && conjunction) || modifying) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Recognises a term at the end of a compound that the English omits: 回调函数, "callback"; foo 函数,
   * "foo". The English translates the part before the term. It has nothing unexplained next to it
   * that may be another rendering.
   */
  private record OmittedHead(Renderings renderings) {

    private static final double MIN_PROBABILITY = 0.05;

    /** Minimum for a one-character word, which has more translations. */
    private static final double MIN_OF_CHARACTER = 0.15;

    /** A name in Latin letters before a term, or one of several after it. */
    private static final Pattern NAME_BEFORE =
        Pattern.compile(
            "([A-Za-z_][\\w.]*\\w)[*`'\"”’]{0,3}[ \\u00a0]?(?:[类類]型)?(的?)[ \\u00a0]?\\z");

    private static final Pattern NAME_AFTER =
        Pattern.compile("\\A[ \\u00a0]?[(（]?([A-Za-z_][\\w.]*\\w)");

    /** Distance, in words, to search for another rendering around the translated modifier. */
    private static final int NEAR = 2;

    /** Continuation after a Chinese noun that modifies no other. */
    private static final String PHRASE_END = "(?:(?!\\p{IsHan})|[的和与與在时時])";

    boolean isLikely(TermHit hit, PairTexts texts, ExplainedWords explained) {
      Matcher before = NAME_BEFORE.matcher(before(hit, texts));
      Matcher after = NAME_AFTER.matcher(after(hit, texts));
      String modifier = hit.words().modifier();
      return (before.find()
              && (before.group(2).isEmpty() || hit.words().head().isEmpty())
              && isNameAlone(before.group(1), hit, texts, explained))
          || (after.find() && isNameWithoutKind(after.group(1), texts, explained))
          || (!modifier.isEmpty() && isModifierAlone(hit, texts, explained))
          || isWithoutModifier(hit, texts, explained);
    }

    /**
     * Whether each translation of the longer word that starts with the term has no unexplained
     * modifier: 贸易保护主义, "protectionism".
     */
    private boolean isWithoutModifier(TermHit hit, PairTexts texts, ExplainedWords explained) {
      String longer = hit.words().longer();
      EnglishText text = texts.englishText();
      int[] said =
          IntStream.range(0, text.size()).filter(i -> isRendering(longer, text, i)).toArray();
      return said.length > 0
          && hit.words().modifier().isEmpty()
          && IntStream.of(said)
              .allMatch(
                  i ->
                      !isAfterUnexplained(i, text, explained)
                          && !text.isOfUnexplained(i, explained::has));
    }

    private static boolean isAfterUnexplained(
        int index, EnglishText text, ExplainedWords explained) {
      return index > 0 && text.isContent(index - 1) && !explained.has(index - 1);
    }

    private boolean isNameAlone(
        String name, TermHit hit, PairTexts texts, ExplainedWords explained) {
      EnglishText text = texts.englishText();
      List<String> after = texts.scan().words().after(hit.span());
      List<MatchResult> places = places(name, texts.english()).toList();
      return !places.isEmpty()
          && places.stream()
              .allMatch(
                  place -> {
                    int first = text.beginningAt(place.start());
                    int last = text.endingAt(place.end());
                    return first >= 0
                        && last >= 0
                        && (isWithoutKind(first, last, text, explained)
                            || isAlone(last, after, text, explained));
                  });
    }

    /**
     * Whether a name has no word for its kind next to it. "The foo option" and "the option foo"
     * have one; "use foo" has none.
     */
    private static boolean isWithoutKind(
        int first, int last, EnglishText text, ExplainedWords explained) {
      return text.endsPhrase(last)
          && (!isAfterUnexplained(first, text, explained) || !text.isDetermined(first - 1));
    }

    private static boolean isNameWithoutKind(
        String name, PairTexts texts, ExplainedWords explained) {
      EnglishText text = texts.englishText();
      int[] starts =
          places(name, texts.english())
              .mapToInt(match -> text.beginningAt(match.start()))
              .toArray();
      return starts.length > 0
          && IntStream.of(starts).allMatch(i -> i >= 0 && !isAfterUnexplained(i, text, explained));
    }

    private static Stream<MatchResult> places(String name, String english) {
      return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
          .matcher(english)
          .results();
    }

    /**
     * Whether a rendering of the part before the term is alone each time, or more often than that
     * part is alone at the end of a Chinese phrase.
     */
    private boolean isModifierAlone(TermHit hit, PairTexts texts, ExplainedWords explained) {
      String modifier = hit.words().modifier();
      String chinese = texts.chinese();
      EnglishText text = texts.englishText();
      List<String> after = texts.scan().words().after(hit.span());
      int[] said =
          IntStream.range(0, text.size())
              .filter(i -> isRendering(modifier, text, i) && !explained.hasBesides(i, modifier))
              .filter(
                  i -> text.endsPhrase(i) || !isRendering(modifier, text, i + 1)) // "tax exemption"
              .toArray();
      long alone = IntStream.of(said).filter(i -> isAlone(i, after, text, explained)).count();
      long others = said.length - alone;
      return alone > 0
          && (others == 0
              || (others < count(modifier, "", chinese)
                  && alone > count(modifier, PHRASE_END, chinese)));
    }

    private boolean isAlone(
        int index, List<String> after, EnglishText text, ExplainedWords explained) {
      IntPredicate follows = next -> after.stream().anyMatch(word -> isRendering(word, text, next));
      int last = index + 1 < text.size() && follows.test(index + 1) ? index + 1 : index;
      return text.standsAlone(index, explained::has, follows)
          && !text.isOfUnexplained(last, explained::has)
          && IntStream.rangeClosed(
                  Math.max(0, index - NEAR),
                  text.endsPhrase(last) ? last : Math.min(text.size() - 1, last + NEAR))
              .filter(i -> i != index && text.isContent(i))
              .filter(
                  i ->
                      IntStream.range(Math.min(i, index), Math.max(i, index))
                          .noneMatch(text::endsClause))
              .allMatch(explained::has);
    }

    private static long count(String word, String next, String chinese) {
      return Pattern.compile(Pattern.quote(word) + next).matcher(chinese).results().count();
    }

    private boolean isRendering(String chinese, EnglishText text, int index) {
      double minimum = chinese.length() > 1 ? MIN_PROBABILITY : MIN_OF_CHARACTER;
      return !chinese.isEmpty()
          && text.isContent(index)
          && text.forms(index).stream()
              .flatMap(
                  form -> Stream.concat(Stream.of(form), EnglishAffix.DOING.bases(form).stream()))
              .anyMatch(form -> renderings.probability(chinese, form) >= minimum);
    }
  }

  /**
   * Recognises a term that the English replaces by a pronoun or omits after a demonstrative: 该参数,
   * "it"; 任何值, "nothing"; 函数定义, "its definition"; 当前变量, "a local one".
   */
  private record PronounRendering(Renderings renderings) {

    private static final double MIN_PROBABILITY = 0.05;

    private static final Pattern REFERENCE =
        Pattern.compile("(?:[该該此]|[这這那][个個些种種]?)[ \\u00a0]?\\z");
    private static final Pattern POSSESSIVE = Pattern.compile("(?:其|[它其][们們]?的)[ \\u00a0]?\\z");
    private static final Set<String> PRONOUNS = Set.of("it", "its", "they", "them", "their");

    /** Pronouns only if no noun follows. */
    private static final Set<String> DEMONSTRATIVES = Set.of("this", "these", "those");

    private static final Pattern INDEFINITE_REFERENCE =
        Pattern.compile("(?:任何|什[么麼]|其他|其它|某[个個些]?)\\z");
    private static final Set<String> INDEFINITE =
        Set.of("nothing", "anything", "something", "everything", "none", "others");

    private static final Set<String> SUBJECTS = Set.of("it", "they", "this", "these");

    private static final Set<String> POSSESSIVES = Set.of("its", "their", "whose");

    boolean isLikely(TermHit hit, PairTexts texts, ExplainedWords explained) {
      EnglishText text = texts.englishText();
      String before = texts.chinese().substring(0, hit.span().start());
      boolean reference = REFERENCE.matcher(before).find();
      boolean referring = reference || POSSESSIVE.matcher(before).find();
      return (reference && isSaid(text))
          || (referring && isNothingNamed(text, explained))
          || (INDEFINITE_REFERENCE.matcher(before).find()
              && any(text, i -> INDEFINITE.contains(text.word(i))))
          || any(text, i -> isOne(text, i))
          || isPossessive(hit.words().head(), text)
          || (before.isBlank() && text.size() > 0 && SUBJECTS.contains(text.word(0)))
          || isSubjectLeftOut(hit, texts);
    }

    /** Whether it is the subject of a remark, which English omits: "，值为 3", "(3)". */
    private static boolean isSubjectLeftOut(TermHit hit, PairTexts texts) {
      String before = texts.chinese().substring(0, hit.span().start());
      return hit.span().length() == 1
          && texts.chinese().substring(hit.span().end()).matches("(?s)[为為].*")
          && (before.isBlank()
              || !Character.isIdeographic(before.codePointBefore(before.length())));
    }

    private static boolean any(EnglishText text, IntPredicate condition) {
      return IntStream.range(0, text.size()).anyMatch(condition);
    }

    private static boolean isSaid(EnglishText text) {
      return any(
          text,
          i ->
              PRONOUNS.contains(text.word(i))
                  || (DEMONSTRATIVES.contains(text.word(i)) && text.endsPhrase(i)));
    }

    private static boolean isNothingNamed(EnglishText text, ExplainedWords explained) {
      return !any(text, i -> text.isContent(i) && text.followsDeterminer(i) && !explained.has(i));
    }

    /** Whether it is the pronoun, not the numeral: "a local one", "new ones". */
    private static boolean isOne(EnglishText text, int index) {
      return (text.word(index).equals("ones")
              && index > 0
              && !text.endsClause(index - 1)
              && (text.isContent(index - 1) || text.followsDeterminer(index)))
          || (text.word(index).equals("one")
              && text.endsPhrase(index)
              && text.isDetermined(index)
              && !(index + 1 < text.size() && text.word(index + 1).equals("of")));
    }

    private boolean isPossessive(String head, EnglishText text) {
      return !head.isEmpty()
          && text.hasForm(
              i -> i > 0 && POSSESSIVES.contains(text.word(i - 1)),
              form -> renderings.probability(head, form) >= MIN_PROBABILITY);
    }
  }

  /**
   * Recognises names of ministries and other bodies with another rendering in English. A foreign
   * body has a name of its own (美国商务部, "US Department of Commerce", where 商务部 is the "Ministry of
   * Commerce"). Its head has a title (财政部部长, "Finance Minister").
   */
  private static final class BodyName {

    private static final Set<String> COUNTRIES =
        Set.copyOf(WordList.load("language/countries.txt").words(""));

    private static final String ENDINGS = "部院会會局署厅廳委行";

    /** Suffixes that turn a body into the title of its head: 财政部部长, 财政部长, 委员会主席. */
    private static final Pattern HEAD = Pattern.compile("\\A副?(?:[部院局署厅廳行]?[长長]|主席|主任)");

    private static final Set<String> TITLES =
        Set.of(
            ("minister secretary director president governor speaker chair chairman chairwoman "
                    + "chairperson commissioner head chief")
                .split(" "));

    /** Maximum distance, in words, between a title and its object: "Minister of the Interior". */
    private static final int NEAR = 3;

    private BodyName() {}

    static boolean isLikely(TermEntry entry, TermHit hit, List<Span> nearest, PairTexts texts) {
      String term = hit.span().of(texts.chinese());
      return ENDINGS.indexOf(term.charAt(term.length() - 1)) >= 0
          && (isForeign(hit, nearest, texts) || isTitle(entry, hit, texts));
    }

    private static boolean isForeign(TermHit hit, List<Span> nearest, PairTexts texts) {
      return COUNTRIES.contains(hit.words().before())
          && !nearest.isEmpty()
          && Character.isUpperCase(nearest.get(0).of(texts.english()).codePointAt(0));
    }

    private static boolean isTitle(TermEntry entry, TermHit hit, PairTexts texts) {
      List<String> words = entry.wordings().flatMap(text -> Stream.of(text.split(" "))).toList();
      EnglishText text = texts.englishText();
      return HEAD.matcher(texts.chinese().substring(hit.span().end())).find()
          && IntStream.range(0, text.size())
              .filter(i -> text.forms(i).stream().anyMatch(TITLES::contains))
              .flatMap(i -> IntStream.rangeClosed(i - NEAR, i + NEAR))
              .filter(i -> i >= 0 && i < text.size() && text.isContent(i))
              .anyMatch(i -> words.stream().anyMatch(text.forms(i)::contains));
    }
  }
}
