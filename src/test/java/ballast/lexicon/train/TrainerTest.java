package ballast.lexicon.train;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ballast.lexicon.Explanation;
import ballast.lexicon.Lexicon;
import ballast.lexicon.train.SourceReport.Reason;
import ballast.lexicon.train.SourceReport.TrainingSource;
import ballast.lexicon.train.Trainer.Cedict;
import ballast.lexicon.train.Trainer.Gloss;
import ballast.lexicon.train.Trainer.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainerTest {

  @TempDir Path folder;

  @Test
  void learnsWordsThatOccurTogether() throws IOException {
    Lexicon lexicon = Samples.lexicon(folder);
    assertThat(best(lexicon, "压舱石").word()).isIn("ballast", "stone");
    assertThat(best(lexicon, "船").word()).isEqualTo("ship");
    assertThat(best(lexicon, "海港").word()).isEqualTo("harbor");
    assertThat(best(lexicon, "银行").word()).isEqualTo("bank");
    assertThat(best(lexicon, "ships").word()).isEqualTo("船");
    assertThat(best(lexicon, "ships").chineseGivenEnglish()).isGreaterThan(0.5);
  }

  @Test
  void takesShortEntriesOfAWordListForWords() throws IOException {
    Path list = folder.resolve("words.tsv");
    // 石头船 is translated by two words and is one; 船停在海港 is a phrase.
    Files.writeString(
        list,
        """
        石头船\tstone ship
        石头船\tstone ship
        石头船\tstone ship
        船停在海港\tship lay in harbor
        船停在海港\tship in the harbor
        船停在海港\tships in harbor
        """);
    Lexicon lexicon = Samples.lexicon(folder, new TrainingSource(list, 3));
    assertThat(lexicon.words().read("石头船")).containsExactly("石头船");
    assertThat(lexicon.words().read("船停在海港")).contains("海港").doesNotContain("船停在海港");
  }

  @Test
  void givesProbabilities() throws IOException {
    Lexicon lexicon = Samples.lexicon(folder);
    double[] back = new double[lexicon.englishWords()];
    double shares = 0;
    for (int word = 0; word < lexicon.chineseWords(); word++) {
      double[] sum = {0};
      int[] before = {-1};
      lexicon.translations(
          word,
          (english, there, backward, links) -> {
            assertThat(english).isGreaterThan(before[0]).isLessThan(lexicon.englishWords());
            assertThat(there).isBetween(1e-9, 1.0);
            assertThat(backward).isBetween(1e-9, 1.0);
            assertThat(links).isPositive();
            before[0] = english;
            sum[0] += there;
            back[english] += backward;
          });
      // Probabilities are rounded to 15 percent, and improbable entries are left out.
      assertThat(sum[0]).isBetween(0.5, 1.15);
      shares += lexicon.chineseShare(word);
      assertThat(lexicon.chinese(lexicon.chineseWord(word))).isEqualTo(word);
    }
    assertThat(Arrays.stream(back).max().orElse(0)).isLessThan(1.15);
    assertThat(shares).isBetween(0.3, 1.0);
  }

  @Test
  void givesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    byte[] one = Samples.train(folder, 1).bytes();
    for (int jobs = 2; jobs < 6; jobs++) {
      assertThat(Samples.train(folder, jobs).bytes()).as(jobs + " threads").isEqualTo(one);
    }
  }

  @Test
  void doesNotDependOnWhereTheFilesAre() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(Samples.train(other, 1).bytes()).isEqualTo(Samples.train(folder, 1).bytes());
  }

  @Test
  void knowsCharacters() throws IOException {
    Lexicon lexicon = Samples.lexicon(folder);
    assertThat(lexicon.simplified('壓')).isEqualTo('压');
    assertThat(lexicon.simplified('著')).isEqualTo('著');
    assertThat(lexicon.simplified('a')).isEqualTo('a');
    assertThat(lexicon.readings('行')).containsExactly("xing", "hang");
    assertThat(lexicon.readings('壓')).containsExactly("ya");
    assertThat(lexicon.readings('旅')).containsExactly("lv");
    assertThat(lexicon.readings('x')).isEmpty();
  }

  @Test
  void leavesOutTheLeastInformativeEntries() throws IOException {
    Training all = Samples.train(folder, 1);
    Training some =
        new Trainer(new TrainingOptions(all.bytes().length - 15, 1), step -> {})
            .train(List.of(Samples.pairs(folder)), Optional.of(Samples.dictionary(folder)));
    assertThat(some.bytes().length).isLessThanOrEqualTo(all.bytes().length - 15);
    assertThat(some.entries()).isPositive().isLessThan(all.entries());
    assertThat(some.candidates()).isEqualTo(all.candidates());
    assertThat(best(Lexicon.of(some.bytes()), "船").word()).isEqualTo("ship");
  }

  @Test
  void reportsTheOutcomeOfEachPair() throws IOException {
    List<String> lines =
        List.of(
            "船来了。\tThe ship came.",
            "船来了。\tThe ship came.",
            "船来了。\tThe ship came.",
            "没有英文",
            "太\t多\t了",
            "\tno Chinese",
            "船" + "，船".repeat(100) + "\tships",
            "船\tThe " + "ship came ".repeat(20));
    Training training =
        new Trainer(new TrainingOptions(1_000_000, 1), step -> {})
            .train(List.of(Samples.pairs(folder, "lines.tsv", lines)), Optional.empty());
    SourceReport report = training.sources().get(0);
    assertThat(report.read()).isEqualTo(8);
    assertThat(report.kept()).isEqualTo(3);
    assertThat(report.dropped())
        .containsOnly(
            entry(Reason.NOT_A_PAIR, 2),
            entry(Reason.EMPTY, 1),
            entry(Reason.TOO_LONG, 1),
            entry(Reason.LENGTHS_DIFFER, 1));
  }

  @Test
  void refusesInputItCannotLearnFrom() throws IOException {
    Trainer trainer = new Trainer(new TrainingOptions(1_000_000, 1), step -> {});
    TrainingSource once = Samples.pairs(folder, "once.tsv", List.of("船\tship"));
    assertRefused(() -> trainer.train(List.of(once), Optional.empty()), "nothing to learn");
    Path file =
        Files.write(folder.resolve("gb.tsv"), new byte[] {(byte) 0xB4, (byte) 0xAC, '\t', 'a'});
    assertRefused(
        () -> trainer.train(List.of(new TrainingSource(file, 1)), Optional.empty()), "not UTF-8");
    assertRefused(
        () -> trainer.train(List.of(), Optional.of(new TrainingSource(once.file(), 3))),
        "dictionary");
    Trainer tiny = new Trainer(new TrainingOptions(10, 1), step -> {});
    assertRefused(() -> tiny.train(List.of(Samples.pairs(folder)), Optional.empty()), "10 bytes");
  }

  private static Explanation.Translation best(Lexicon lexicon, String word) {
    return Explanation.of(word, lexicon).get(0).translations().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to walk; to go|walk go",
        "boat; CL:條,艘[sōu]|boat",
        "(music) note (in a score (printed))|note",
        "old variant of 船[chuán]|''",
        "see 海港[hǎi gǎng]|''",
        "surname Ma|''",
        "abbr. for 海關, customs|customs",
        "lit. to drink sea water; fig. to overdo sth|drink sea water overdo",
        "Down's syndrome|Down's syndrome",
        "café, 3D printing|café D printing"
      })
  void keepsOnlyEnglish(String sense, String plain) {
    assertThat(Gloss.plain(List.of(sense))).isEqualTo(plain);
  }

  @Test
  void readsEntriesWithTheirReadings(@TempDir Path folder) throws IOException {
    List<Cedict.Entry> entries = Cedict.read(Samples.dictionary(folder).file());
    assertThat(entries).hasSize(11);
    assertThat(entries.get(1).traditional()).isEqualTo("壓艙石");
    assertThat(entries.get(1).simplified()).isEqualTo("压舱石");
    assertThat(entries.get(1).pinyin()).isEqualTo("yā cāng shí");
    assertThat(Gloss.plain(entries.get(1).senses())).isEqualTo("ballast stone what keeps steady");
    assertThat(entries.stream().filter(entry -> entry.simplified().equals("行")))
        .extracting(Cedict.Entry::pinyin)
        .containsExactly("xíng", "háng");
  }
}
