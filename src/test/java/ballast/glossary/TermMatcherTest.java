package ballast.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Location;
import ballast.bitext.Span;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.language.Inflection;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermMatcherTest {

  private final TermMatcher matcher = new TermMatcher();

  private List<TermMatch> find(String term, Term.Match match, boolean caseSensitive, String text) {
    TermUse use = new TermUse(match, caseSensitive, "");
    Term wanted = new Term(term, TermStatus.PREFERRED, use, Remarks.NONE, Location.UNKNOWN);
    return matcher.find(matcher.pattern(wanted), matcher.read(text));
  }

  private boolean has(String term, String text) {
    return !find(term, Term.Match.AUTO, false, text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leaning to one side | In those years the country leaned to one side.
          leaning to one side | "Leaning to one side" was a choice.
          ballast stone | the ballast stones of the relationship
          party | All parties agreed.
          crisis | two crises in a year
          analysis | their analyses differ
          take the lead | They took the lead, and others followed.
          child | the children's palace
          worker | workers' wages
          macro control | macro-control is needed
          macro-control | macro control is needed
          eco-environment | the eco environment
          non-alignment | Nonalignment was the answer.
          nonalignment | a policy of non-alignment
          U.S. Department of State | the US Department of State
          State-owned enterprise | state-owned enterprises
          modernization | modernisation of farming
          labor | the labour of many
          program | two programmes
          centre of trade | a center of trade
          Ministry of Finance | the Finance Ministry said
          freedom of the press | press freedom
          mutual benefit | their mutually beneficial work
          memorandum of understanding | memoranda of understanding
          Two Centenary Goals | the 2 centenary goals
          core values | our core socialist values
          ecological progress | ecological and other forms of progress
          ecological progress | economic, ecological, social and cultural progress
          socialism with Chinese characteristics | the socialist path with Chinese characteristics
          independence | they decided independently
          independence | an independent foreign policy
          liberate | the emancipation and liberation of minds
          formalism | a formalist approach
          recursion | Call it recursively.
          territorial integrity | sovereignty and territorial23 integrity
          expand | the expansion of the array
          hash function | hashing functions
          financial risk | the risks of finance
          systems and mechanisms | mechanisms and systems
          systems and mechanisms | systems, mechanisms
          serve the people wholeheartedly | wholeheartedly serving the people
          comprehensively deepen the reform | deepening reform comprehensively
          hard work makes the country flourish | and hard work makes it flourish
          cross the river by feeling for the stones | Crossing the River by Feeling the Stones
          pull chestnuts out of the fire | pulled other people's chestnuts out of the fire
          property protection | the protection of intellectual property
          growth model | the model of our growth
          R&D spending | spending on R&D, R and D spending
          résumé | a resume
          SOE | Two SOEs were merged.
          WTO | the WTO's rules
          South China Sea | #SouthChinaSeaStudies
          befriend the distant and attack the near | befriending distant states and attacking near ones
          law | legal advice
          Europe | European exporters
          diplomatic relations | relations in diplomacy
          management right | the right of rural land management
          return value | the values returned by it
          enriched uranium | uranium enriched to four percent
          responsible person | the person responsible
          known issue | an issue known for years
          multilateralism | a multilateral world
          garbage sorting | They are sorting garbage.
          environmental protection | to protect the marine environment
          poverty reduction | the plan reduces poverty
          price rise | rising prices
          """)
  void isRecognised(String term, String text) {
    assertThat(has(term, text)).as(term + " in: " + text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          productivity | productive forces
          productive | a gain in productivity
          economic | an economical ship
          official | They said so officially.
          product | a rise in production
          work | a worker came
          worker | they work hard
          master | a mastery of tides
          core values | core of the matter. Values differ.
          development plan | the plans developed by two firms
          environmental protection | a protective environment
          environmental protection | to protect this rather quiet environment
          market economy | an economic market
          food safety | safe food
          environmental protection | the protected environment
          poverty reduction | the reduction poverty knows
          environmental protection | They protect, and the environment thrives.
          market regulation | the regulator, the market
          tax income | the income tax
          return value | the value, returned by it
          management right | the right of small local authority management
          Chinese Dream | China Dream
          ecological civilization | ecological and civilization
          ecological progress | ecology, and some progress. Later
          moderately prosperous society | a prosperous harbour society
          SOE | a soe that is a slip
          IT application | it was an application of steam
          ballast stone | ballast, and much later and far away lay a large grey stone
          formalism | going through formalities
          serve the people wholeheartedly | serving the people, and the sea has led them
          befriend the distant, attack the near | attacked the distant and befriended the near
          befriend the distant while attacking the near | attacking the near while befriending the distant
          state-owned enterprise | state-owned and private businesses
          China Dream | In China, realise the Dream
          bell | belles
          wing | wine
          new | news
          """)
  void isNotRecognised(String term, String text) {
    assertThat(has(term, text)).as(term + " in: " + text).isFalse();
  }

  /** A term asks for more or less, and capitals count where it says so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOOSE     | false | ballast stone | The stone that gives ballast lies below. | true
          GAP       | false | ballast stone | The stone that gives ballast lies below. | false
          GAP       | false | ballast stone | a ballast of heavy stone                 | true
          INFLECTED | false | ballast stone | a ballast of heavy stone                 | false
          INFLECTED | false | ballast stone | ballast-stones                           | true
          EXACT     | false | ballast stone | ballast-stones                           | false
          EXACT     | false | Ballast Stone | the ballast-stone                        | true
          AUTO      | true  | Long March    | after a long march                       | false
          AUTO      | true  | Long March    | after the Long March                     | true
          EXACT     | true  | Enter         | they enter                               | false
          """)
  void aTermMayAskForMoreOrLess(
      Term.Match match, boolean caseSensitive, String term, String text, boolean found) {
    assertThat(find(term, match, caseSensitive, text).isEmpty()).isEqualTo(!found);
  }

  @Test
  void aMatchSaysWhereAndHowNear() {
    String text = "They had ballast stones, and a ballast of stone.";
    List<TermMatch> found = find("ballast stone", Term.Match.AUTO, false, text);
    assertThat(found)
        .extracting(match -> match.nearness() + " " + match.span().of(text))
        .containsExactly("INFLECTED ballast stones", "APART ballast of stone");
    assertThat(found.get(1).words().cardinality()).isEqualTo(2);
  }

  @Test
  void theNearestPhraseHasMostWordsOfTheTerm() {
    TermPattern pattern =
        matcher.pattern(new Term("socialism with Chinese characteristics", TermStatus.PREFERRED));
    EnglishText text = matcher.read("A Chinese port. In Chinese socialism, tides matter.");
    NearestSearch.ExpectedPosition unknown = NearestSearch.ExpectedPosition.UNKNOWN;
    assertThat(NearestSearch.of(List.of(pattern), text, unknown)).contains(new Span(19, 36));
    assertThat(NearestSearch.of(List.of(pattern), matcher.read("Tides."), unknown)).isEmpty();
  }

  @Test
  void theNearestPhraseStandsWhereTheTermShould() {
    TermPattern pattern =
        matcher.pattern(new Term("new development pattern", TermStatus.PREFERRED));
    String text = "Apply the new development philosophy; foster a new development paradigm.";
    EnglishText english = matcher.read(text);
    Span philosophy = new Span(10, 36);
    assertThat(philosophy.of(text)).isEqualTo("new development philosophy");
    assertThat(nearest(pattern, english, List.of(0.9), List.of()))
        .isEqualTo("new development paradigm");
    assertThat(nearest(pattern, english, List.of(0.2), List.of()))
        .isEqualTo("new development philosophy");
    assertThat(nearest(pattern, english, List.of(0.2), List.of(philosophy)))
        .isEqualTo("new development paradigm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new pattern of fishing | The new fishing method pays, they say. | new fishing method
          high-quality fishing | The fishing and a high-standard port both pay. | high-standard port
          spiritual arguments | Both had bitter-sweet arguments there. | bitter-sweet arguments
          migrant gull | Some forty thousand gulls came. | gulls
          """)
  void theNearestPhraseIsWhole(String term, String text, String nearest) {
    TermPattern pattern = matcher.pattern(new Term(term, TermStatus.PREFERRED));
    assertThat(nearest(pattern, matcher.read(text), List.of(0.6), List.of())).isEqualTo(nearest);
  }

  @Test
  void aTranslationIsNearestWhereNoWordIsShared() {
    TermPattern pattern = matcher.pattern(new Term("parameter", TermStatus.PREFERRED));
    EnglishText english = matcher.read("The function takes two arguments.");
    assertThat(nearest(pattern, english, List.of(), List.of())).isEqualTo("arguments");
  }

  private String nearest(
      TermPattern pattern, EnglishText text, List<Double> positions, List<Span> taken) {
    NearestSearch.ExpectedPosition whereabouts =
        new NearestSearch.ExpectedPosition(
            positions, word -> word.equals("arguments") ? 0.6 : 0, taken);
    return NearestSearch.of(List.of(pattern), text, whereabouts).orElseThrow().of(text.raw());
  }

  /** In random text all matches lie inside the text, and long texts do not take long. */
  @Test
  void anyTextCanBeLookedAt() {
    String[] pieces = {
      "ballast", " stone", "-", "'s", "...", "U.", "9,9.", "é", "船", "\n\n", "&", "A"
    };
    for (long seed = 0; seed < Rounds.of(300); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder noise = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        noise.append(pieces[random.nextInt(pieces.length)]);
      }
      for (TermMatch match : find("ballast A stone", Term.Match.AUTO, false, noise.toString())) {
        assertThat(match.span().end()).as("seed " + seed).isLessThanOrEqualTo(noise.length());
      }
    }
    assertThat(find("a a a a b", Term.Match.AUTO, false, "a ".repeat(20_000))).isEmpty();
    assertThat(find("stone ".repeat(80), Term.Match.LOOSE, false, "stone ".repeat(3_000)))
        .isNotEmpty();
  }

  private static final Path LIST = Path.of("src/main/resources/ballast/language/plurals.txt");

  @Test
  void everyNounOfTheLexiconIsFoundByItsIrregularPluralAndTheOtherWayRound() throws IOException {
    Lexicon lexicon = Lexicon.bundled();
    List<String[]> nouns =
        Files.readAllLines(LIST).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .filter(plural -> isKnown(lexicon, plural[1]))
            .toList();
    assertThat(nouns)
        .hasSizeGreaterThan(450)
        .extracting(plural -> plural[1] + " " + plural[0])
        .contains("vertex vertices", "radius radii", "formula formulae", "spectrum spectra");

    assertThat(nouns.stream().filter(plural -> !isFound(plural[1], plural[0]))).isEmpty();
    assertThat(nouns.stream().filter(plural -> !isFound(plural[0], plural[1]))).isEmpty();
  }

  /** A rule makes these, because every compound of "man" has such a plural. */
  @Test
  void noWordOfTheLexiconInMenIsTakenForAnythingButAPluralOfMan() {
    Lexicon lexicon = Lexicon.bundled();
    TreeSet<String> wrong = new TreeSet<>();
    int plurals = 0;
    for (int id = 0; id < lexicon.englishWords(); id++) {
      String word = lexicon.englishWord(id);
      for (String singular : word.endsWith("men") ? Inflection.words(word) : List.<String>of()) {
        if (!singular.equals(word) && isKnown(lexicon, singular)) {
          plurals++;
          if (!singular.endsWith("man")) {
            wrong.add(word + " " + singular);
          }
        }
      }
    }
    assertThat(plurals).isGreaterThan(40);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "vertex,vertices", "vertex,vertexes", "index,indices",
    "index,indexes", "formula,formulae", "formula,formulas",
    "radius,radii", "radius,radiuses", "spectrum,spectra",
    "spectrum,spectrums", "axis,axes", "axe,axes",
    "datum,data", "medium,media", "matrix,matrices",
    "codex,codices", "hypothesis,hypotheses", "parenthesis,parentheses",
    "millennium,millennia", "quantum,quanta", "genus,genera",
    "corpus,corpora", "schema,schemata", "bacterium,bacteria",
    "automaton,automata", "plateau,plateaux", "chairman,chairmen",
    "businesswoman,businesswomen", "spokesperson,spokespeople", "salesperson,salespersons",
    "grandchild,grandchildren", "housewife,housewives", "passerby,passersby",
    "haematoma,haematomata", "manoeuvre,manoeuvres",
  })
  void aNounIsFoundByEachOfItsPlurals(String singular, String plural) {
    assertThat(isFound(singular, plural)).isTrue();
    assertThat(isFound(plural, singular)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "news,new", "lens,len", "species,specie", "opera,opus", "stamina,stamen",
    "trivia,trivium", "cola,colon", "specimen,specie", "people,peony", "alumina,aluminum",
    "agenda,agent", "vertices,vertical", "radii,radio", "spectra,spectator", "pumice,mouse",
    "police,louse", "omen,Oman", "taxes,taxis",
  })
  void aWordThatOnlyLooksLikeAPluralIsNone(String word, String other) {
    assertThat(isFound(word, other)).isFalse();
    assertThat(isFound(other, word)).isFalse();
  }

  private boolean isFound(String term, String text) {
    return !find(term, Term.Match.INFLECTED, false, "They saw the large " + text + " there.")
        .isEmpty();
  }

  private static boolean isKnown(Lexicon lexicon, String word) {
    return lexicon.words().read(word).stream()
        .allMatch(key -> lexicon.english(key) != Lexicon.UNKNOWN);
  }
}
