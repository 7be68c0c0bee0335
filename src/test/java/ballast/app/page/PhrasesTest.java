package ballast.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Aligner;
import ballast.align.Texts;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.FirstLook;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each message that can reach a page of the workbench has a phrase in Chinese. */
final class PhrasesTest {

  private static final List<String> GOLD_TEXTS =
      List.of("ballast-stone", "distant-friends", "leaning-to-one-side", "new-productive-forces");

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final Pattern TEXTS =
      Pattern.compile("\"(?:message|reasons)\" ?: ?(\\[[^]]*]|\"(?:[^\"\\\\]|\\\\.)*\")");

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Path SOURCES = Path.of("src/main/java/ballast");

  private static final Pattern REACHED =
      Pattern.compile(
          "(align|app|bitext|check|cli|format|glossary|memory|mine|revise|server|workbench)/.*");

  @Test
  void theReasonsWhySomethingCannotBeDoneHavePhrases() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      files =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> isReached(SOURCES.relativize(file).toString().replace('\\', '/')))
              .sorted()
              .toList();
    }
    List<String> english = new ArrayList<>();
    for (String message : MessageSources.in(files)) {
      EnglishWords.sentence(PageLanguage.CHINESE.say(message))
          .ifPresent(left -> english.add(message));
    }
    assertThat(english).isEmpty();
  }

  /** Reasons of beads, messages of findings, and the rest that the golden cases have in JSON. */
  @Test
  void theMessagesOfTheGoldenCasesHavePhrases() throws IOException {
    List<String> messages = new ArrayList<>();
    try (Stream<Path> cases = Files.walk(GOLDEN)) {
      for (Path one : cases.filter(Files::isRegularFile).sorted().toList()) {
        Matcher texts = TEXTS.matcher(new String(Files.readAllBytes(one), UTF_8));
        while (texts.find()) {
          Matcher strings = STRING.matcher(texts.group(1));
          while (strings.find()) {
            messages.add(strings.group(1).replace("\\\"", "\""));
          }
        }
      }
    }
    assertThat(messages).hasSizeGreaterThan(50).allSatisfy(PhrasesTest::assertPhrase);
  }

  /** Reasons for pairs of texts, most of which do not belong together. */
  @Test
  void theReasonsOfBeadsHavePhrases() throws IOException {
    Aligner aligner = new Aligner(Lexicon.bundled());
    Set<String> reasons = new TreeSet<>();
    for (String zh : GOLD_TEXTS) {
      for (String en : GOLD_TEXTS) {
        aligner
            .align(text(zh, 0, Lang.ZH_CN), text(en, 1, Lang.EN_US))
            .beads()
            .forEach(bead -> reasons.addAll(bead.reasons()));
      }
    }
    assertThat(reasons).hasSizeGreaterThan(100).allSatisfy(PhrasesTest::assertPhrase);
  }

  /** One side of a gold text; each fourth sentence is a heading, and two make a paragraph. */
  private static List<Segment> text(String name, int column, Lang lang) throws IOException {
    Texts text = new Texts(name, lang);
    int row = 0;
    for (String line : Files.readAllLines(Path.of("src/test/resources/gold", name + ".tsv"))) {
      String sentence = (line + "\t").split("\t", -1)[column];
      if (!sentence.isBlank()) {
        text.block(++row % 4 == column ? BlockType.HEADING : BlockType.PARAGRAPH, sentence);
      }
    }
    return text.segments();
  }

  @Test
  void theKindsOfChangeHavePhrases() {
    Stream<String> kinds =
        Stream.of(
                Arrays.stream(Change.Kind.values()).map(Change.Kind::inWords),
                Arrays.stream(Edit.Kind.values()).map(Edit.Kind::label),
                Arrays.stream(TermEffect.Kind.values()).map(kind -> "term " + kind.inWords()),
                Arrays.stream(TermEffect.Kind.values()).map(kind -> "terms " + kind.inWords()),
                Arrays.stream(FirstLook.values()).map(look -> look.inWords(1)),
                Arrays.stream(FirstLook.values()).map(look -> look.inWords(2)),
                Arrays.stream(BlockType.values())
                    .map(type -> type.label() + " opposite " + BlockType.HEADING.label()))
            .flatMap(words -> words);
    assertThat(kinds).allSatisfy(PhrasesTest::assertPhrase);
  }

  /** It has a phrase, and no English is left around its values. */
  private static void assertPhrase(String message) {
    String said = PageLanguage.CHINESE.say(message);
    assertThat(said).isNotEqualTo(message);
    assertThat(EnglishWords.sentence(said)).as(said).isEmpty();
  }

  private static boolean isReached(String file) {
    return REACHED.matcher(file).matches();
  }
}
