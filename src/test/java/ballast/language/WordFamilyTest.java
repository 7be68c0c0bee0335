package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordFamilyTest {

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
