package ballast.lexicon.train;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.lexicon.train.Trainer.Cedict;
import ballast.lexicon.train.Trainer.Gloss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossTest {

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
