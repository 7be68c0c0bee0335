package ballast.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.lexicon.LexiconFile.EntryRow;
import ballast.lexicon.LexiconFile.KeptRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeptRowsTest {

  private static EntryRow row(int entries) {
    return new EntryRow(new int[entries], new byte[entries], new byte[entries]);
  }

  @Test
  void rowsOfCommonWordsAreKept() {
    KeptRows rows = new KeptRows();
    EntryRow common = row(64);
    rows.keep(1, common);
    rows.keep(2, row(63));
    assertThat(rows.of(1)).isSameAs(common);
    assertThat(rows.of(2)).isNull();
  }

  @Test
  void theyTakeNoMoreThanAllowed() {
    KeptRows rows = new KeptRows();
    EntryRow large = row(250_000);
    for (int word = 0; word < 5; word++) {
      rows.keep(word, large);
      rows.keep(word, large);
    }
    assertThat(rows.of(0)).isNotNull();
    assertThat(rows.of(1)).isNotNull();
    assertThat(rows.of(2)).isNull();
  }

  @Test
  void aKeptRowTellsTheSameAsTheFile() {
    Lexicon lexicon = Lexicon.bundled();
    int word = lexicon.chinese("的");
    assertThat(entries(lexicon, word)).hasSizeGreaterThan(64).isEqualTo(entries(lexicon, word));
  }

  private static List<String> entries(Lexicon lexicon, int word) {
    List<String> entries = new ArrayList<>();
    lexicon.translations(
        word,
        (english, forward, backward, links) ->
            entries.add(english + " " + forward + " " + backward + " " + links));
    return entries;
  }
}
