package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.cli.CommandRunner;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.lexicon.Lexicon;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book in Markdown: nothing of its code becomes a unit, no link and no code is cut. */
@Tag("accuracy")
class MarkdownAccuracyTest {

  private static final double MOST_ALIKE = 0.02;

  private final DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);
  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);
  private final Aligner aligner = new Aligner(Lexicon.bundled());

  @Test
  void unitsOfABookAreTextAndNotCode() throws IOException {
    int units = 0;
    int alike = 0;
    for (Path chinese : chapters()) {
      List<Segment> source = segmenter.segment(read(chinese));
      List<Segment> target = segmenter.segment(read(english(chinese)));
      assertNothingIsCut(source);
      assertNothingIsCut(target);
      Alignment alignment = aligner.align(source, target);
      for (Bead bead : alignment.beads()) {
        if (alignment.isUnit(bead)) {
          units++;
          alike += alignment.sourceText(bead).equals(alignment.targetText(bead)) ? 1 : 0;
          assertThat(alignment.sourceText(bead)).as("%s", chinese).doesNotContain("```");
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "%nMarkdown: %,d units, %d with source = target%n", units, alike);
    assertThat(alike).isLessThan((int) (MOST_ALIKE * units));
  }

  /** One entry of a list of literature is the same in both languages; nothing else is found. */
  @Test
  void checkFindsNothingInCode(@TempDir Path folder) throws IOException {
    int untranslated = 0;
    CommandRunner runner = new CommandRunner(folder);
    for (Path chinese : chapters()) {
      String rules = "--rule=untranslated,repeated-word";
      String[] command = {"check", chinese.toString(), english(chinese).toString(), rules};
      String found = runner.run(command).out();
      assertThat(found).as("%s", chinese).doesNotContain("repeated-word");
      untranslated += found.contains("untranslated") ? 1 : 0;
    }
    assertThat(untranslated).isLessThan(2);
  }

  private static List<Path> chapters() throws IOException {
    Path folder =
        Path.of(System.getProperty("eval.dir", "../shared/eval"), "documents/markdown/zh");
    assumeThat(folder).isDirectory();
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Path english(Path chinese) {
    Path folder = AccuracyTable.evalDirectory("documents").resolve("markdown");
    return folder.resolve("en").resolve(folder.resolve("zh").relativize(chinese));
  }

  private Document read(Path file) {
    return reader.read(file, file.toString()).document();
  }

  /** Each stretch that must stay whole lies in one sentence; no sentence of code is content. */
  private static void assertNothingIsCut(List<Segment> sentences) {
    Document document = sentences.get(0).document();
    for (Span whole : document.markup().unbreakable()) {
      assertThat(sentences).anyMatch(sentence -> sentence.span().contains(whole));
    }
    for (Segment sentence : sentences) {
      if (sentence.type() != BlockType.CODE) {
        assertThat(sentence.text()).doesNotStartWith("```");
      }
    }
  }
}
