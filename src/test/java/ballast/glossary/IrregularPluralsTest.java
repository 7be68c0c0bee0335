package ballast.glossary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Location;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.language.Inflection;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A noun is found by any of its plurals, and a plural by its noun. */
final class IrregularPluralsTest {

  private static final Path LIST = Path.of("src/main/resources/ballast/language/plurals.txt");

  /** A noun and a plural of it. */
  private record Noun(String singular, String plural) {}

  private final TermMatcher matcher = new TermMatcher();

  @Test
  void everyNounOfTheLexiconIsFoundByItsIrregularPluralAndTheOtherWayRound() throws IOException {
    Lexicon lexicon = Lexicon.bundled();
    List<Noun> nouns = listed().stream().filter(noun -> has(lexicon, noun.singular())).toList();
    assertThat(nouns)
        .hasSizeGreaterThan(450)
        .contains(new Noun("vertex", "vertices"), new Noun("radius", "radii"))
        .contains(new Noun("formula", "formulae"), new Noun("spectrum", "spectra"));

    assertThat(nouns.stream().filter(noun -> !isFound(noun.singular(), noun.plural()))).isEmpty();
    assertThat(nouns.stream().filter(noun -> !isFound(noun.plural(), noun.singular()))).isEmpty();
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
        if (!singular.equals(word) && has(lexicon, singular)) {
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
    TermUse use = new TermUse(Term.Match.INFLECTED, false, "");
    Term wanted = new Term(term, TermStatus.PREFERRED, use, Remarks.NONE, Location.UNKNOWN);
    EnglishText read = matcher.read("They saw the large " + text + " there.");
    return !matcher.find(matcher.pattern(wanted), read).isEmpty();
  }

  private static boolean has(Lexicon lexicon, String word) {
    return lexicon.words().read(word).stream()
        .allMatch(key -> lexicon.english(key) != Lexicon.UNKNOWN);
  }

  private static List<Noun> listed() throws IOException {
    List<Noun> nouns = new ArrayList<>();
    try (Stream<String> lines = Files.lines(LIST, UTF_8)) {
      lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(words -> nouns.add(new Noun(words[1], words[0])));
    }
    return nouns;
  }
}
