package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms, stems and relatives of English words. */
final class EnglishWordsTest {

  @ParameterizedTest
  @CsvSource({
    "ally,allies", "policy,policies", "stone,stones", "day,days", "box,boxes",
    "branch,branches", "crisis,crises", "child,children", "woman,women", "wife,wives",
    "phenomenon,phenomena", "nation,nations", "class,classes", "lesson,lessons", "lead,leads",
    "hold,holds"
  })
  void pluralsAreMade(String noun, String plural) {
    assertThat(EnglishForms.plural(noun)).contains(plural);
    assertThat(EnglishForms.isPlural(plural)).isTrue();
    assertThat(EnglishForms.isPlural(noun)).isFalse();
    assertThat(Inflection.words(plural)).contains(Inflection.words(noun).get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "socialism", "openness", "modernization", "modernisation", "photo", "roof", "quiz",
    "virus", "goods", "allies", "policies", "economics", "naïveté", "knowledge"
  })
  void anUncertainWordHasNoPlural(String noun) {
    assertThat(EnglishForms.plural(noun)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lean,leaning,leant", "modernize,modernizing,modernized", "carry,carrying,carried",
    "plan,planning,planned", "agree,agreeing,agreed", "die,dying,",
    "lead,leading,led", "send,sending,sent", "play,playing,played",
    "mix,mixing,mixed", "show,showing,", "take,taking,",
    "run,running,", "help,helping,helped", "need,needing,needed",
    "visit,,", "commit,,"
  })
  void formsOfVerbsAreMadeWhereTheyAreSure(String verb, String ing, String past) {
    assertThat(EnglishForms.ing(verb)).isEqualTo(Optional.ofNullable(ing));
    assertThat(EnglishForms.past(verb)).isEqualTo(Optional.ofNullable(past));
  }

  @Test
  void everyFormIsReadBackAsItsWord() {
    List<String> words =
        List.of("ally", "plan", "carry", "guide", "play", "mix", "teach", "echo", "press", "help");
    for (String word : words) {
      EnglishForms.plural(word)
          .ifPresent(form -> assertThat(Inflection.words(form)).contains(word));
      EnglishForms.ing(word).ifPresent(form -> assertThat(Inflection.words(form)).contains(word));
      EnglishForms.past(word).ifPresent(form -> assertThat(Inflection.words(form)).contains(word));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ally,an", "stone,a", "hour,an", "honest man,an", "university,a", "uninvited guest,an",
    "unique case,a", "European,a", "one-sided policy,a", "SOE,an", "UN body,a", "8-year plan,an",
    "11th,an", "18-hole,an", "80,an", "1800s,a", "umbrella,an", "useful idea,a",
    "élan,an", "unit,a", "undue haste,an", "usual way,a"
  })
  void theIndefiniteArticleDependsOnTheSound(String words, String article) {
    assertThat(IndefiniteArticle.before(words)).contains(article);
  }

  @Test
  void acronymsThatMayBeSpokenAsWordsHaveNoSureArticle() {
    assertThat(IndefiniteArticle.before("NATO member")).isEmpty();
    assertThat(IndefiniteArticle.before("...")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POSSIBLE, inheritable, inheritance, true", "POSSIBLE, portable, import, false",
    "MAKING, industrialization, industry, true", "MAKING, industrial, industry, false",
    "DOING, compiler, compile, true", "DOING, regulator, regulation, true",
    "DOING, debugger, debugging, false", "DOING, former, form, false",
    "DOING, factor, fact, false", "STATE, parallelism, parallel, true",
    "STATE, prism, parallel, false", "OPPOSITE, unconstrained, constraint, true",
    "OPPOSITE, uncle, cleave, false"
  })
  void makesAWordOfARelatedOne(EnglishAffix affix, String word, String base, boolean made) {
    assertThat(Inflection.words(word).stream().anyMatch(form -> affix.makes(form, base)))
        .isEqualTo(made);
  }

  @ParameterizedTest
  @CsvSource({
    "leaned,lean", "leaning,lean", "stopped,stop", "hoping,hope", "agreed,agree",
    "travelled,travel", "tried,try", "parties,party", "ties,tie", "boxes,box",
    "houses,house", "heroes,hero", "crises,crisis", "people,person", "wrote,write",
    "foresaw,foresee", "memoranda,memorandum", "lives,live", "lives,life", "programmes,program",
    "modernised,modernize", "centres,center", "harbours,harbor",
  })
  void aFormIsOfAWord(String form, String word) {
    assertThat(Inflection.words(form)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "productivity,productive", "officially,official", "worker,work", "news,new",
    "string,str", "status,statu", "goods,good", "class,clas",
    "four,for"
  })
  void aDifferentWordIsNone(String form, String word) {
    assertThat(Inflection.words(form)).doesNotContain(word);
  }

  @Test
  void aFormIsFirstOfAllItself() {
    assertThat(Inflection.words("ballast")).containsExactly("ballast");
    assertThat(Inflection.words("found").get(0)).isEqualTo("found");
    assertThat(Inflection.words("")).containsExactly("");
    assertThat(Inflection.words("s")).containsExactly("s");
    assertThat(Inflection.words("9th")).containsExactly("9th");
  }

  private final Stemmer stemmer = new Stemmer();

  /** The examples of the paper's rules, taken through all steps. */
  @ParameterizedTest
  @CsvSource({
    "caresses, caress", "ponies, poni", "cats, cat", "feed, feed",
    "agreed, agre", "plastered, plaster", "bled, bled", "motoring, motor",
    "sing, sing", "conflated, conflat", "troubled, troubl", "sized, size",
    "hopping, hop", "tanned, tan", "falling, fall", "hissing, hiss",
    "fizzed, fizz", "failing, fail", "trekked, trek", "trekking, trek",
    "revving, rev", "specced, spec", "dekko, dekko", "filing, file",
    "happy, happi", "sky, sky", "relational, relat", "conditional, condit",
    "rational, ration", "valenci, valenc", "digitizer, digit", "conformabli, conform",
    "radicalli, radic", "differentli, differ", "vileli, vile", "analogousli, analog",
    "vietnamization, vietnam", "predication, predic", "operator, oper", "feudalism, feudal",
    "decisiveness, decis", "hopefulness, hope", "callousness, callous", "formaliti, formal",
    "sensitiviti, sensit", "sensibiliti, sensibl", "triplicate, triplic", "formative, form",
    "formalize, formal", "electriciti, electr", "electrical, electr", "hopeful, hope",
    "goodness, good", "revival, reviv", "allowance, allow", "inference, infer",
    "airliner, airlin", "gyroscopic, gyroscop", "adjustable, adjust", "defensible, defens",
    "irritant, irrit", "replacement, replac", "adjustment, adjust", "dependent, depend",
    "adoption, adopt", "homologou, homolog", "communism, commun", "activate, activ",
    "angulariti, angular", "homologous, homolog", "effective, effect", "bowdlerize, bowdler",
    "probate, probat", "rate, rate", "cease, ceas", "controll, control",
    "roll, roll", "generalizations, gener", "oscillators, oscil"
  })
  void stemsAsThePaperSays(String word, String stem) {
    assertThat(stemmer.stem(word)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource({"is, is", "yy, yy", "yyy, yyi", "syzygy, syzygi", "toy, toi", "say, sai", "ion, ion"})
  void copesWithShortWordsAndManyYs(String word, String stem) {
    assertThat(stemmer.stem(word)).isEqualTo(stem);
  }

  @Test
  void formsOfAWordShareItsKey() {
    assertThat(IrregularForms.word("children")).isEqualTo("child");
    assertThat(IrregularForms.word("was")).isEqualTo("be");
    assertThat(IrregularForms.word("ballast")).isEqualTo("ballast");
    assertThat(stemmer.stem(IrregularForms.word("said"))).isEqualTo(stemmer.stem("saying"));
  }

  @Test
  void oneStemmerStemsAnyNumberOfWords() {
    assertThat(List.of("relational", "is", "sky", "relational"))
        .extracting(stemmer::stem)
        .containsExactly("relat", "is", "sky", "relat");
  }

  private static boolean related(String one, String other) {
    WordFamily first = WordFamily.of(Inflection.words(one));
    WordFamily second = WordFamily.of(Inflection.words(other));
    assertThat(first.isRelatedTo(second)).isEqualTo(second.isRelatedTo(first));
    return first.isRelatedTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "recursion, recursive", "recursion, recursively", "constraint, constrained",
    "expand, expansion", "expanded, expansions", "traverse, traversal",
    "iterate, iteratively", "converge, convergence", "convolution, convolutional",
    "compile, compilation", "insert, insertions", "depend, dependency",
    "deploy, deployment", "parameter, parametric", "synchronous, synchronization",
    "divide, division", "apply, application", "subscribe, subscription",
    "consume, consumption", "produce, production", "resolve, resolution",
    "explain, explanation", "permit, permission", "respond, response",
    "analyze, analysis", "occur, occurrence", "comply, compliance",
    "industry, industrial", "finance, financial", "agriculture, agricultural",
    "constitution, constitutionally", "economy, economic", "economy, economically",
    "democracy, democratic", "danger, dangerous", "autonomy, autonomous",
    "peace, peacefully", "responsibility, responsible", "similarity, similar",
    "complexity, complex", "safety, safely", "fair, fairness",
    "revolution, revolutionary", "socialism, socialist", "independence, independently",
    "modernise, modernization", "society, social", "socially, society",
    "law, legally", "enterprise, corporate", "election, electoral",
    "china, chinese", "choice, chosen", "mutual, mutually",
    "usual, usually", "continuity, continuous", "anonymity, anonymous",
    "atomicity, atomic", "encode, encodings", "municipality, municipal",
    "oversight, oversee", "tolerance, tolerate"
  })
  void areRelated(String one, String other) {
    assertThat(related(one, other)).as(one + " " + other).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "productive, productivity", "product, production", "production, productive",
    "productively, production", "economic, economical", "economy, economical",
    "official, officially", "government, governance", "govern, government",
    "contract, contraction", "object, objective", "party, part",
    "import, important", "process, procession", "state, station",
    "class, classic", "graph, graphic", "value, valuable",
    "secret, secretary", "general, generation", "nation, nationality",
    "work, worker", "tour, tourism", "formalism, formality",
    "master, mastery", "ecology, ecological", "hard, hardly",
    "enterprise, corporation", "corporate, entrepreneurial", "people, popular",
    "public, publicity", "enormous, enormity", "thin, things",
  })
  void areNotRelated(String one, String other) {
    assertThat(related(one, other)).as(one + " " + other).isFalse();
  }
}
