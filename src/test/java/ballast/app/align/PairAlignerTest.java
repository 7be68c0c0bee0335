package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.AlignmentSink.Collected;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.app.project.Glossaries;
import ballast.bitext.Lang;
import ballast.cli.TinyPairs;
import ballast.format.article.ReaderOptions;
import ballast.lexicon.Lexicon;
import ballast.memory.Revision;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PairAlignerTest extends FolderTest {

  private static final Article ARTICLE = new Article("a.zh.txt", "a.en.txt", "a");

  private final Lexicon lexicon = Lexicon.bundledWhenNeeded();
  private final List<AlignedText> accepted = new ArrayList<>();
  private final List<AlignEvents.Failure> failures = new ArrayList<>();

  private AlignmentSnapshot snapshot(ArticleReading reading) {
    return AlignmentSnapshot.of(
        Workplace.in(folder), reading, Glossaries.OF_PROJECT, Recording.NONE, Notices.NONE);
  }

  private PairAligner aligner(AlignmentSnapshot snapshot, DocumentLimits limits) {
    return new PairAligner(AlignmentSnapshot.of(snapshot.toBytes()), lexicon, limits);
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  @Test
  void alignsAsFilesAreAligned() throws IOException {
    write("glossary/terms.csv", "zh,en\n茶叶,tea\n");
    write("more.txt", "+No.\n");
    String name = TinyPairs.write(folder, 1, 30).get(0);
    Article article = new Article(name + ".zh.txt", name + ".en.txt", name);
    ArticleReading reading =
        new ArticleReading(
            ReaderOptions.DEFAULT,
            ReaderOptions.DEFAULT,
            SegmenterOptions.DEFAULT.withAbbreviations(folder.resolve("more.txt")));
    Collected files = new Collected();
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(
            new ArticleAlignment.Request(
                new Pairs.One(article.source(), article.target(), name),
                reading,
                Glossaries.OF_PROJECT,
                Recording.NONE,
                files,
                /* jobs= */ 0));
    AlignmentSnapshot snapshot = snapshot(reading);
    Files.delete(folder.resolve("more.txt"));
    try (PairAligner aligner = aligner(snapshot, DocumentLimits.DEFAULT)) {
      align(aligner, article, bytes(article.source()), bytes(article.target()));
      AlignedText expected = files.texts().get(0);
      assertThat(accepted)
          .singleElement()
          .satisfies(
              text -> assertThat(text.alignment().beads()).isEqualTo(expected.alignment().beads()));
    }
  }

  @Test
  void theSettingsTellGlossariesApart() throws IOException {
    String without = snapshot(ArticleReading.DEFAULT).settings();
    write("glossary/terms.csv", "zh,en\n茶叶,tea\n");
    AlignmentSnapshot with = snapshot(ArticleReading.DEFAULT);
    assertThat(without).contains("known none");
    assertThat(with.settings()).isNotEqualTo(without).contains("known ");
    assertThat(AlignmentSnapshot.of(with.toBytes()).settings()).isEqualTo(with.settings());
    assertThat(AlignmentSnapshot.of(with.toBytes()).toBytes()).isEqualTo(with.toBytes());
  }

  @Test
  void saysWhyAPairIsNotAligned() {
    try (PairAligner aligner =
        aligner(snapshot(ArticleReading.DEFAULT), new DocumentLimits(100, Duration.ofMinutes(1)))) {
      assertThat(failure(aligner, new byte[0], "A bridge.".getBytes(UTF_8)).reason())
          .contains("a.zh.txt", "it is empty");
      assertThat(failure(aligner, new byte[101], new byte[1]).reason())
          .contains("a.zh.txt", "more than the 0.0 MB that a document may have");
      assertThat(failure(aligner, "桥。".getBytes(UTF_8), "桥。".getBytes(UTF_8)).reason())
          .contains("the same text");
    }
  }

  private AlignEvents.Failure failure(PairAligner aligner, byte[] source, byte[] target) {
    failures.clear();
    align(aligner, ARTICLE, source, target);
    assertThat(failures).singleElement().satisfies(one -> assertThat(one.mistake()).isNull());
    return failures.get(0);
  }

  private void align(PairAligner aligner, Article article, byte[] source, byte[] target) {
    aligner.align(
        new PairList.Pair("", article),
        source,
        target,
        new AlignEvents() {
          @Override
          public void accepted(Article one, AlignedText text, Revision.@Nullable Summary summary) {
            accepted.add(text);
          }

          @Override
          public void failed(Failure failure) {
            failures.add(failure);
          }
        });
  }

  @Test
  void givesADocumentUpThatTakesTooLongAndAlignsTheNext() throws IOException {
    String large = TinyPairs.write(folder.resolve("large"), 1, 20_000).get(0);
    String small = TinyPairs.write(folder.resolve("small"), 1, 5).get(0);
    Article article = new Article(small + ".zh.txt", small + ".en.txt", small);
    DocumentLimits limits = new DocumentLimits(10_000_000, Duration.ofMillis(900));
    try (PairAligner aligner = aligner(snapshot(ArticleReading.DEFAULT), limits)) {
      // What the first document of all loads does not count.
      byte[] source = bytes("small/" + article.source());
      byte[] target = bytes("small/" + article.target());
      align(aligner, article, source, target);
      AlignEvents.Failure failed =
          failure(
              aligner, bytes("large/" + large + ".zh.txt"), bytes("large/" + large + ".en.txt"));
      assertThat(failed.reason()).contains("takes longer than 900 ms");
      align(aligner.another(), article, source, target);
      assertThat(accepted).hasSize(2);
    }
  }

  private static final String JAPANESE =
      """
      今朝は港に船が三隻ありました。霧が晴れたら出航できると漁師は言いました。

      町の学校には生徒が八人います。春は例年より遅くやって来ました。
      """;

  private static final String ENGLISH =
      """
      This morning there were three ships in the harbour. They could sail when the fog lifted.

      The school in the town has eight pupils. Spring came later than in other years.
      """;

  private void align(Article article, ArticleReading reading, String source) {
    try (PairAligner aligner = aligner(snapshot(reading), DocumentLimits.DEFAULT)) {
      align(aligner, article, source.getBytes(UTF_8), ENGLISH.getBytes(UTF_8));
    }
  }

  @Test
  void aTextInAnotherLanguageIsRefusedWhateverItsNameSays() {
    for (Article article : List.of(ARTICLE, new Article("one.txt", "two.txt", "one"))) {
      failures.clear();
      align(article, ArticleReading.DEFAULT, JAPANESE);
      assertThat(failures)
          .singleElement()
          .satisfies(
              failed -> {
                assertThat(failed.reason())
                    .contains(
                        article.source(), "in the wrong language, Japanese", "written with kana");
                assertThat(failed.hint()).contains("--from");
                assertThat(failed.mistake()).isNull();
              });
    }
  }

  @Test
  void aTextInAnotherLanguageIsTakenIfTheUserNamesItAndSoIsAChineseTextThatQuotesJapanese() {
    ArticleReading japanese =
        new ArticleReading(
            ReaderOptions.DEFAULT.withLang(new Lang("ja")),
            ReaderOptions.DEFAULT,
            SegmenterOptions.DEFAULT);
    align(ARTICLE, japanese, JAPANESE);
    assertThat(accepted).hasSize(1);
    String quoting =
        """
        今天早上港口里有三艘船。渔民说，雾散了就能出海。

        镇上的学校有八名学生，老师教他们说“おはよう”。今年的春天来得比往年晚一些，山上的樱花还没有开。
        """;
    align(ARTICLE, ArticleReading.DEFAULT, quoting);
    assertThat(accepted).hasSize(2);
  }
}
