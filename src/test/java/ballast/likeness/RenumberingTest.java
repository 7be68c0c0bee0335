package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New numbers in a translation, and the cases where none are put in. */
final class RenumberingTest {

  private static Optional<String> english(String query, String text, String translation) {
    return Renumbering.of(query, text, Measure.CHARACTERS, translation, Measure.WORDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "港口有25艘船。|港口有30艘船。|The harbour has 30 ships.|The harbour has 25 ships.",
        "第12章讲船。|第3章讲船。|Chapter 3 is about ships.|Chapter 12 is about ships.",
        "2021年有1,250人，占8%。|2019年有980人，占7.5%。|In 2019: 980 people, 7.5%.|In 2021: 1,250 people, 8%.",
        "从５到９艘|从3到4艘|from 3 to 4 ships|from 5 to 9 ships",
        "30艘船中有20艘|20艘船中有30艘|of 20 ships, 30|of 30 ships, 20",
        "8艘船来，8艘船去|5艘船来，5艘船去|5 ships came, 5 left|8 ships came, 8 left",
        "油价为US$35|油价为US$30|Oil costs US$30|Oil costs US$35",
        "用API的25次|用API的30次|30 calls of the API|25 calls of the API",
      })
  void numbersAreReplacedOneForOne(String query, String text, String translation, String made) {
    assertThat(english(query, text, translation)).contains(made);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Written otherwise in the translation.
        "他有4万元。|他有3万元。|He has 30,000 yuan.",
        "他有4万元。|他有3万元。|He has 3 wan.",
        "有1500艘船。|有1200艘船。|There are 1,200 ships.",
        "有5艘船。|有3艘船。|There are three ships.",
        "第5名|第3名|the 3rd",
        // Part of a word or code.
        "B-1轰炸机|B-52轰炸机|the B-52 bomber",
        "2020-nCoV病毒|2019-nCoV病毒|the virus 2019-nCoV",
        "HTTP/2协议|HTTP/1协议|the protocol HTTP/1",
        "有5艘船。|有3艘船。|It has a 3-ship fleet.",
        // Not one for one.
        "8艘船来，9艘船去|5艘船来，5艘船去|5 ships came, 5 left",
        "有8艘船。|有5艘船。|5 of the 5 ships",
        "有8艘，还有5艘。|有5艘，还有5艘。|5 ships, and 5 more",
        "有8艘船。|有5艘船。|There are ships.",
        // Another form of the word after it.
        "有8天。|有1天。|There is 1 day.",
        "有1天。|有8天。|There are 8 days.",
      })
  void noNumberIsReplacedThatMayBeAnother(String query, String text, String translation) {
    assertThat(english(query, text, translation)).isEmpty();
  }

  @Test
  void theOtherDirectionIsTheSame() {
    assertThat(
            Renumbering.of(
                "The harbour has 1 ship, 25 masts.",
                "The harbour has 1 ship, 30 masts.",
                Measure.WORDS,
                "港口有1艘船、30根桅杆。",
                Measure.CHARACTERS))
        .contains("港口有1艘船、25根桅杆。");
  }

  @Test
  void onlyNumbersInDigitsMayDiffer() {
    Symbols one = new Symbols().read("有30艘船，3.5米", Measure.CHARACTERS);
    assertThat(one.differsInNumbers(read("有8艘船，1,200米"))).isTrue();
    assertThat(one.differsInNumbers(read("有30艘船，3.5米"))).isFalse();
    assertThat(one.differsInNumbers(read("有八艘船，3.5米"))).isFalse();
    assertThat(one.differsInNumbers(read("有8条船，3.5米"))).isFalse();
    assertThat(one.differsInNumbers(read("有8艘船，3m米"))).isFalse();
    assertThat(one.numbers()).isEqualTo(2);
  }

  private static Symbols read(String text) {
    return new Symbols().read(text, Measure.CHARACTERS);
  }
}
