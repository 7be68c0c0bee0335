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
        "第二十七条规定|Article 87 says|ERROR|第二十七条 became Article 87",
        "13 萬 8 千人|138,986 people|INFO|13 萬 8 千 became 138,986",
        "温度为2.726K|a temperature of 2.7255 K|INFO|2.726 became 2.7255",
        "1,230人|1,234 people|ERROR|1,230 became 1,234",
        "每分鐘四千八百公尺|120 meters per second|ERROR|四千八百公尺 became 120 meters",
        "三、第一款規定|3. prescribed in 112.1|INFO|112.1 is not in the source",
        "供應三成稻米|roughly a third of the rice|INFO|三成 is missing in the translation",
      })
  void saysHowSureItIs(String chinese, String english, Severity severity, String message) {
    assertThat(check(chinese, english))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(tuple(severity, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "收货后三十日内付款|pay within sixty days of receipt|三十日 became sixty days",
        "宽限期为十日|a grace period of twenty days|十日 became twenty days",
        "30日内答复|reply within 60 days|30日 became 60 days",
        "拘留十天|detained for ten weeks|十天 became ten weeks",
        "半年后复查|checked again in six weeks|半年 became six weeks",
        "刑期一年六个月|a term of one year and three months|六个月 became three months",
        "六月以上五年以下有期徒刑|from three months to five years|六月 became three months",
        "一年内完成|finished within three years|一年 became three years",
        "年满十六岁|those aged seventeen|十六岁 became seventeen",
        "赔偿五千元|pay RMB 50,000|五千元 became RMB 50,000",
        "罚款两万元|a fine of 20,000 dollars|两万元 became 20,000 dollars",
        "售价500万美元|a price of HK$5 million|500万美元 became HK$5 million",
        "省下100欧元|saves 100 pounds|100欧元 became 100 pounds",
        "提高两个百分点|two percent higher|两个百分点 became two percent",
        "违约金3‰|a penalty of 3%|3‰ became 3%",
        "由三名委员组成|composed of five members|三 became five",
        "第十六届会议|the fifteenth session|十六 became fifteenth",
        "第七章|Chapter VI|第七章 became Chapter VI",
        "依第九条第三款|under Article 9, paragraph 2|第三款 became paragraph 2",
        "上半年增长|grew in the second half|上半年 became second half",
        "两周内或三至六周|in two weeks, or two to six weeks|三 became two",
        "只用了一半|used only a third of it|一半 became a third",
        "十九世纪|the eighteenth century|十九世纪 became eighteenth century",
        "气温零下十五度|it was 15 degrees|十五度 became 15 degrees",
        "水温零下十二度|the water is at 12 degrees|十二度 became 12 degrees",
        "水温十二度|the water is at minus 12 degrees|十二度 became 12 degrees",
        "三十个工作日内答复|reply within thirty days|三十个工作日 became thirty days",
        "30日内答复|reply within 30 business days|30日 became 30 business days",
        "身高六英尺三英寸|he is 6'4\"|六英尺三英寸 became 6'4\"",
        "出生于五十年代|born in the sixties|五十年代 became sixties",
        "等了两周|waited two months|两周 became two months",
        "51.1摄氏度|51.1 degrees Fahrenheit|51.1摄氏度 became 51.1 degrees Fahrenheit",
        "下午三点开会|meet at 3 a.m.|三点 became 3 a.m",
        "周一、三、五开庭|sits on Mondays, Thursdays and Fridays|三 became Thursdays",
        "去过三次|was there twice|三次 became twice",
      })
  void whatANumberCountsIsCompared(String chinese, String english, String message) {
    assertThat(check(chinese, english))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(tuple(Severity.ERROR, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三十日内|within thirty (30) days",
        "六个月|half a year",
        "一年六个月|eighteen months",
        "壹拾贰万元|RMB 120,000",
        "罰款兩千元|a fine of NT$2,000",
        "15时|3 p.m.",
        "共6，300万元|63 million yuan in all",
        "每秒512千比特|512 kilobits per second",
        "四七○百萬赫|470 MHz",
        "约七成人反对|about 70 percent of people object",
        "约合70万美元|(about US$700,000)",
        "售价3元5角|it costs 3.50 yuan",
        "前二條之規定|the provisions of Articles 3 and 4",
        "依規定|Articles 1 through 343",
        "自1994年起|since 19943",
        "每秒两次|twice per second",
        "两者都对|both are right, zero doubt",
        "占地1500,000公頃|1,500,000 hectares",
        "高度二萬九千呎|at FL 290",
        "水温零下十二度|the water is at minus 12 degrees",
        "水温零下十二度|the water is at twelve degrees below zero",
        "水温零下十二度|the water is at 10 degrees",
        "水温零下12度|the water is at 12 degrees of frost",
        "水温零下12到15度|between 12 and 15 degrees below zero",
        "水温十二度|the water is at 53 °F",
        "水温零下11度|the water is at 12 degrees Fahrenheit",
        "转了一百八十度|made a 180-degree turn",
        "成90度角|at a 90-degree angle",
        "三十个工作日内答复|reply within thirty business days",
        "10个工作日|two weeks",
        "每周工作五天|five working days a week",
        "身高1.91米|he is 6'3\" tall",
        "身高一米九一|he is six feet three inches",
        "身高1米80|a 5-foot-11 player",
        "身高180厘米|he is 5 feet 11",
        "墙高5英尺，11人|the wall is 5 feet high, 11 people",
        "经费减半|funding was halved",
        "最低100大气压|at least 76,000 mmHg",
      })
  void whatIsSaidInAnotherWayIsNoMistake(String chinese, String english) {
    assertThat(check(chinese, english)).isEmpty();
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
