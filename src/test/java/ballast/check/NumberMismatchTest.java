package ballast.check;

import static ballast.check.Checks.judge;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.bitext.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberMismatchTest {

  private static List<Finding> check(String chinese, String english) {
    return new NumberMismatch().check(new PairReading(pair(1, chinese, english).value(), judge()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18亿亩耕地|210 million hectares|ERROR|18亿亩 became 210 million hectares",
        "走了12里|walked 4.5 miles|INFO|12里 became 4.5 miles",
        "走了12里|walked 15 steps|INFO|12里 became 15",
        "面积36,197平方公里|an area of 36,000 square kilometers|INFO|36,197平方公里 became 36,000 square"
            + " kilometers",
        "增长36,000吨|up 36,197 tons|ERROR|36,000吨 became 36,197 tons",
        "三百六十行|every trade|INFO|三百六十 is missing in the translation",
        "12个村三百六十户|the people of 12 villages|WARNING|三百六十 is missing in the translation",
        "共360户|many families|WARNING|360 is missing in the translation",
        "占地4坪|a stall (130 square feet)|INFO|4坪 became 130 square feet",
        "从3月1日起|from April 2|ERROR|3月1日 became April 2",
        "从2024-03-01起|from 2023-04-02|ERROR|2024-03-01 became 2023-04-02",
        "从3月1日起|from April 1|ERROR|3月 became April",
        "COVID-19疫情|the COVID-18 pandemic|ERROR|19 became 18",
        "第二十七条规定|Article 87 says|ERROR|二十七 became 87",
        "13 萬 8 千人|138,986 people|INFO|13 萬 8 千 became 138,986",
        "温度为2.726K|a temperature of 2.7255 K|INFO|2.726 became 2.7255",
        "1,230人|1,234 people|ERROR|1,230 became 1,234",
        "每分鐘四千八百公尺|120 meters per second|ERROR|四千八百公尺 became 120 meters",
        "依前條規定|the requirements of Article 185|INFO|185 is not in the source",
        "三、第一款規定|3. prescribed in 112.1|INFO|112.1 is not in the source",
        "依規定|the requirements of Article 185|WARNING|185 is not in the source",
        "第四十八條第二項|Article 48.2 and 48.7|WARNING|48.7 is not in the source",
        "供應三成稻米|roughly a third of the rice|INFO|三成 is missing in the translation",
      })
  void saysHowSureItIs(String chinese, String english, Severity severity, String message) {
    assertThat(check(chinese, english))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(tuple(severity, message));
  }

  @Test
  void ofSeveralNumbersTheNearestIsTheMistake() {
    assertThat(messages("先有二百五十八人，后有三百四十人，共七百二十人", "first 259 people, then 345, together 730"))
        .containsExactly("二百五十八 became 259", "三百四十 became 345", "七百二十 became 730");
    for (String text : List.of("二百五十八人，又七百二十人", "七百二十人，又二百五十八人")) {
      assertThat(messages(text, "those 259 people"))
          .containsExactly("二百五十八 became 259", "七百二十 is missing in the translation");
    }
  }

  private static List<String> messages(String chinese, String english) {
    return check(chinese, english).stream().map(Finding::message).toList();
  }

  @Test
  void aNumberThatIsWrongInTwoPlacesIsOneFinding() {
    List<Finding> findings = check("版本 0.8.5，即不低于 0.8.5", "version 0.9.1, that is, 0.9.1 or later");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).spans().source()).hasSize(2);
    assertThat(findings.get(0).spans().target()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "见下文|see https://example.org/2024/12345 and [here](page/400.html)",
        "见下文[^31]|see below[^Survey]",
        "<img width=\"100%\"/>图|a picture",
        "新冠疫情|COVID-19",
        "G20峰会|the summit",
        "晚上8点|at 8:00 p.m.",
        "张欢等4位医生|Zhang Huan and three others",
        "从249,289,299元起|from 249, 289 and 299 yuan",
        "1/35000的人|one of every 35,000 people",
      })
  void whatIsNoFigureIsNotMissed(String chinese, String english) {
    assertThat(check(chinese, english)).isEmpty();
  }

  @Test
  void aTextOfManyNumbersIsReadInAMoment() {
    String many = "G20 第3条 228 www.x.y/1 7:55 ".repeat(1500);
    assertThat(check(many, many)).isEmpty();
  }
}
