package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, dates, ranges and quantities that texts name. */
final class NumbersTest {

  private static Arguments row(String text, String... keys) {
    return Arguments.of(text, List.of(keys));
  }

  static Stream<Arguments> digits() {
    return Stream.of(
        row("共有308人", "308"),
        row("1,234.5 tonnes", "1234.5"),
        row("１２３４．５吨", "1234.5"),
        row("3 000 people", "3000"),
        row("in 2019 300 people", "2019", "300"),
        row("1,2,3", "1", "2", "3"),
        row("1.5万套", "15000"),
        row("3082.7亿美元", "308270000000"),
        row("US$308.27 billion", "308270000000"),
        row("1.2万亿元", "1200000000000"),
        row("1.2 trillion yuan", "1200000000000"),
        row("5千万", "50000000"),
        row("50 million", "50000000"),
        row("2.5bn", "2500000000"),
        row("40 thousand", "40000"),
        row("增长8%", "8%"),
        row("up 8 percent", "8%"),
        row("up 8.5 per cent", "8.5%"),
        row("８．５％", "8.5%"),
        row("提高0.3个百分点", "0.3%"),
        row("1949年", "1949"),
        row("2月14日", "month 2", "14"),
        row("Feb. 14", "month 2", "14"),
        row("14 February 2020", "14", "month 2", "2020"),
        row("2024-02-14", "2024", "month 2", "14"),
        row("3个月", "3"),
        row("12月", "month 12"),
        row("13月", "13"),
        row("the 21st century", "21"),
        row("第3条", "3"),
        row("1-2 weeks", "1", "2"),
        row("3-5万人", "30000", "50000"),
        row("5%至8%", "5%", "8%"),
        row("5-8%", "5%", "8%"),
        row("20世纪90年代", "1990"),
        row("20世纪八九十年代", "1980", "1990"),
        row("the 1990s", "1990"),
        row("上世纪80年代", "1980"),
        row("电话：010-12345678", "code 01012345678"),
        row("call 010-12345678", "code 01012345678"),
        row("+86 138 1234 5678", "code 8613812345678"),
        row("version 1.2.3", "code 123"),
        row("特工007", "code 007"),
        row("G20 and B2B"),
        row("10分之3", "0.3"));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        row("二十一个国家", "21"),
        row("twenty-one countries", "21"),
        row("十二人", "12"),
        row("两百五十名", "250"),
        row("two hundred and fifty", "250"),
        row("三百五", "350"),
        row("三百零五", "305"),
        row("一万五", "15000"),
        row("一亿三千万", "130000000"),
        row("三万亿", "3000000000000"),
        row("三点五亿", "350000000"),
        row("二〇二四年", "2024"),
        row("一九四九年", "1949"),
        row("nineteen forty-nine", "1949"),
        row("百分之三十五", "35%"),
        row("百分之8", "8%"),
        row("thirty-five percent", "35%"),
        row("三分之一", "0.3333"),
        row("one third", "0.3333"),
        row("two-thirds", "0.6667"),
        row("四分之三", "0.75"),
        row("three quarters", "0.75"),
        row("一半", "0.5"),
        row("半年", "0.5"),
        row("half a year", "0.5"),
        row("第一", "1"),
        row("first", "1"),
        row("第二十一届", "21"),
        row("the twenty-first session", "21"),
        row("十一月三日", "month 11", "3"),
        row("November 3", "month 11", "3"),
        row("一月", "month 1"),
        row("in May", "month 5"),
        row("May 4", "month 5", "4"),
        row("三四个人", "3", "4"),
        row("两三天", "2", "3"),
        row("a hundred", "100"),
        row("a million dollars", "1000000"),
        row("three million two hundred thousand", "3200000"),
        row("two three", "2", "3"),
        row("十分之一", "0.1"),
        row("十分钟", "10"));
  }

  static Stream<Arguments> realTexts() {
    return Stream.of(
        row("between one million and three million", "1000000", "3000000"),
        row("between 14 and 22 million", "14000000", "22000000"),
        row("one million and three hundred thousand", "1300000"),
        row("two hundred and fifty thousand", "250000"),
        row("three or four hundred", "300", "400"),
        row("a quarter-million", "250000"),
        row("three quarters of a million", "750000"),
        row("one percent", "1%"),
        row("one hundredth", "0.01"),
        row("a rate of .08%", "0.08%"),
        row("version v2.2", "2.2"),
        row("$300+ billion", "300000000000"),
        row("the 10 millionth", "10000000"),
        row("百分之百", "100%"),
        row("一个百分点", "1%"),
        row("一成二", "12%"),
        row("9 成", "90%"),
        row("六至七成", "60%", "70%"),
        row("八九成", "80%", "90%"),
        row("1 万 7000 人", "17000"),
        row("1 亿 0852 万 8700 元", "108528700"),
        row("6 亿 524 万元", "605240000"),
        row("420至390万年前", "4200000", "3900000"),
        row("+18.9万人", "189000"),
        row("$5850$ 亿", "585000000000"),
        row("**5850** 亿", "585000000000"),
        row("20 世纪 90 年代", "1990"),
        row("2 年半", "2.5"),
        row("二十九點七公分", "29.7"),
        row("二．八公分", "2.8"),
        row("10 到 3 月", "month 10", "month 3"),
        row("1千兆字节", "1"),
        row("一成不变"),
        row("统一成一个"),
        row("+86 10 6529 8106", "code 861065298106"));
  }

  static Stream<Arguments> nearMisses() {
    return Stream.of(
        row("站在一边"),
        row("一些人一起走"),
        row("one of them"),
        row("万一下雨"),
        row("千万不要"),
        row("亿"),
        row("万亿"),
        row("十分高兴"),
        row("老百姓"),
        row("半导体"),
        row("一周五天", "5"),
        row("It may rain"),
        row("They march on"),
        row("May I ask"),
        row("often"),
        row("none"),
        row("a person"));
  }

  @ParameterizedTest
  @MethodSource({
    "digits",
    "words",
    "realTexts",
    "nearMisses",
    "dates",
    "ranges",
    "repaired",
    "vague"
  })
  void readsTheValuesThatATextNames(String text, List<String> keys) {
    assertThat(NumberReader.read(text)).extracting(NumberValue::key).isEqualTo(keys);
  }

  @Test
  void saysWhereANumberStands() {
    assertThat(NumberReader.read("出口3082.7亿美元，增长8%。"))
        .extracting(NumberValue::span)
        .containsExactly(new Span(2, 9), new Span(14, 16));
  }

  @Test
  void aNumberIncludesItsUnitsAndSigns() {
    for (String number :
        List.of(
            "70 万",
            "1300多万",
            "8 percent",
            "0.3个百分点",
            "3月1日",
            "March 2",
            "90年代",
            "星期三",
            "一半",
            "六成半")) {
      String text = "在" + number + "。";
      assertThat(NumberReader.read(text))
          .as(text)
          .extracting(value -> value.span().of(text))
          .contains(number);
    }
  }

  @Test
  void doesNotTakeAVeryLongRunOfDigitsForACount() {
    assertThat(NumberReader.read("9".repeat(10_000) + " and 7"))
        .extracting(NumberValue::key)
        .containsExactly("7");
    assertThat(NumberReader.read("1-".repeat(10_000) + "2")).isEmpty();
    assertThat(NumberReader.read("0." + "3".repeat(10_000))).isEmpty();
    assertThat(NumberReader.read("九".repeat(10_000))).isEmpty();
  }

  @Test
  void survivesEveryPairOfTroublesomeCharacters() {
    String[] parts = {
      "第", "百分之", "分之", "点", "半", "十", "万", "亿", "二", "零", "月", "年代",
      "世纪", "3", "０", "-", ".", ",", "+", "%", "May ", "one ", "hundred ", "third ",
      "and ", "\ud83d\ude00", "\u0000", "\ud800", "a"
    };
    for (String one : parts) {
      for (String two : parts) {
        for (String three : parts) {
          String text = one + two + three;
          assertThat(NumberReader.read(text))
              .as(text)
              .allSatisfy(
                  number -> assertThat(number.span().end()).isLessThanOrEqualTo(text.length()));
        }
      }
    }
  }

  static Stream<Arguments> dates() {
    return Stream.of(
        row("星期三", "weekday 3"),
        row("周五下午", "weekday 5"),
        row("星期日", "weekday 7"),
        row("on Wednesday", "weekday 3"),
        row("每周三次", "3"),
        row("二二八", "228"),
        row("五四运动", "54"),
        row("the May Fourth Movement", "month 5", "4"),
        row("八十年代", "1980"),
        row("the eighties", "1980"),
        row("in her thirties", "30"),
        row("一九六几年"),
        row("得了三五句话", "3", "5"),
        row("十几两银子", "some 10+"),
        row("几两银子"),
        row("八九两剩下", "8", "9"),
        row("5两", "5"),
        row("一两千人", "1000", "2000"),
        row("the late '80s", "1980"),
        row("nineteen eighties", "1980"),
        row("a temperature in the 80s", "1980"),
        row("nineteen seventy-eight", "1978"));
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        row("三四十人", "30", "40"),
        row("七八千", "7000", "8000"),
        row("seven or eight thousand", "7000", "8000"),
        row("十五六岁", "15", "16"),
        row("二十七八", "27", "28"),
        row("三到五万人", "30000", "50000"),
        row("three to five million", "3000000", "5000000"),
        row("两到三百万", "2000000", "3000000"),
        row("$3-$5 billion", "3000000000", "5000000000"));
  }

  static Stream<Arguments> repaired() {
    return Stream.of(
        row("1300多万", "13000000"),
        row("一亿三千多万", "130000000"),
        row("十余万", "100000"),
        row("两千五", "2500"),
        row("70 万", "700000"),
        row("1,234.5 万", "12345000"),
        row("11万7015人", "117015"),
        row("7万8千", "78000"),
        row("1万5", "15000"),
        row("RMB5.2 billion", "5200000000"),
        row("$3.5bn", "3500000000"),
        row("$5m", "5000000"),
        row("a 5m wall", "5"),
        row("34千米", "34"),
        row("三十千米", "30"),
        row("5兆瓦", "5"),
        row("六成", "60%"),
        row("千分之三", "0.003"),
        row("2至3月", "month 2", "month 3"),
        row("三月一日", "month 3", "1"),
        row("忙了一日"),
        row("六成半", "65%"),
        row("一成立"),
        row("2/3", "0.6667"),
        row("9/11", "9", "11"),
        row("½", "0.5"),
        row("2½", "2.5"),
        row("a quarter of them", "0.25"),
        row("only a third", "0.3333"),
        row("a third party", "3"),
        row("two and a half million", "2500000"),
        row("a million and a half", "1500000"),
        row("half a million", "500000"),
        row("两年半", "2.5"),
        row("一年半", "1.5"),
        row("a year and a half", "1.5"),
        row("one and a half million", "1500000"),
        row("three decades", "30"),
        row("a dozen", "12"),
        row("百分之十二点五", "12.5%"),
        row("十二点五亿", "1250000000"),
        row("十二点五分", "12", "5"),
        row("twenty-second century", "22"),
        row("１，２３４人", "1234"),
        row("两萬三千", "23000"));
  }

  static Stream<Arguments> vague() {
    return Stream.of(
        row("几十年", "some 10"),
        row("数百人", "some 100"),
        row("十几岁", "some 10+"),
        row("二十几万", "some 200000+"),
        row("几百万", "some 1000000"),
        row("上千人", "some 1000"),
        row("百余人", "some 100"),
        row("人数三百", "300"),
        row("hundreds of people", "some 100"),
        row("tens of thousands", "some 10000"),
        row("several hundred", "some 100"),
        row("a few million", "some 1000000"),
        row("dozens", "some 10"));
  }

  @ParameterizedTest
  @CsvSource({
    "two, 2", "nineteen, 19", "ninety, 90", "first, 1st", "second, 2nd",
    "third, 3rd", "eleventh, 11th", "twelfth, 12th", "thirteenth, 13th", "twentieth, 20th",
    "hundred, 100", "thousand, 1000"
  })
  void aNumberWordHasDigits(String word, String digits) {
    assertThat(NumberWord.digits(word)).isEqualTo(digits);
  }

  @Test
  void otherWordsHaveNone() {
    assertThat(NumberWord.digits("one")).isNull();
    assertThat(NumberWord.digits("zero")).isNull();
    assertThat(NumberWord.digits("month")).isNull();
    assertThat(NumberWord.digits("")).isNull();
    assertThat(NumberWord.cardinal("zero")).isZero();
    assertThat(NumberWord.cardinal("Two")).isEqualTo(-1);
  }

  private static String keys(List<NumberValue> numbers) {
    return String.join(" ", numbers.stream().map(NumberValue::key).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "两个和两个 | two and one more | 2 | ''", "二二八事件 | the February 28 incident | '' | ''",
        "2月28日 | 二二八 | '' | ''", "二二八 | the 228 incident of February 28 | '' | month 2 28",
        "二二八 | March 28 | '' | month 3", "一半 | 50% | '' | ''",
        "200% | 2 times | '' | ''", "90年代 | the 1890s | '' | ''",
        "几十 | 10 | some 10 | 10", "8% | 8 tons | 8% | 8",
        "三月 | 3 | month 3 | 3"
      })
  void reportsNumbersAndNegationsOfOneTextOnly(
      String first, String second, String left, String right) {
    NumberComparison compared =
        NumberComparison.of(NumberReader.read(first), NumberReader.read(second));
    assertThat(keys(compared.onlyInFirst())).isEqualTo(left);
    assertThat(keys(compared.onlyInSecond())).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"90年代,the 1990s", "八十年代,1980年", "一半,50%", "三分之一,one third", "第三,3rd"})
  void sameNumbersAreTheSameEitherWay(String first, String second) {
    NumberValue one = NumberReader.read(first).get(0);
    NumberValue other = NumberReader.read(second).get(0);
    assertThat(one.isSameAs(other)).isTrue();
    assertThat(other.isSameAs(one)).isTrue();
  }

  private static QuantityReader.@Nullable Found unit(String text) {
    return QuantityReader.unitOf(text, NumberReader.read(text).get(0).span());
  }

  private static Quantity first(String text) {
    NumberValue number = NumberReader.read(text).get(0);
    return Quantity.of(number.value(), Objects.requireNonNull(unit(text)).unit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.37万亿斤|685 million metric tons", "18亿亩|120 million hectares", "38摄氏度|100 °F",
        "38℃|100 degrees Fahrenheit", "华氏100度|38 °C", "5公顷|50,000 square meters",
        "1万平方公里|3860 sq km", "300 千米|186 miles", "两公里半|2,500 m",
        "三百多公里|186 miles", "100立方米|26,400 gallons", "六尺|two meters",
        "三个月|13 weeks", "一百五十年|a century and a half", "30海里|55 km",
        "5千瓦|5,000 W", "10 km²|1,000 ha"
      })
  void namesTheSameAmountInOtherUnits(String one, String other) {
    boolean wrong = other.equals("3860 sq km"); // square miles would be right
    assertThat(first(one).isConversionOf(first(other))).isEqualTo(!wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"30 周年|", "4个周期|", "5升至6|", "8601 星期几|", "3 Mbps|", "20 people|"})
  void anotherWordIsNoUnit(String text, @Nullable String none) {
    assertThat(unit(text)).isNull();
  }

  @Test
  void aUnitEndsWhereItsNameEnds() {
    String text = "about 5 square miles of land";
    NumberValue number = NumberReader.read(text).get(0);
    QuantityReader.Found found = Objects.requireNonNull(unit(text));
    assertThat(text.substring(number.span().start(), found.end())).isEqualTo("5 square miles");
  }

  @Test
  void equalNumbersInQuiteDifferentUnitsContradictEachOther() {
    assertThat(first("5公里").contradicts(first("5 miles"))).isTrue();
    assertThat(first("5公里").contradicts(first("5 kilometers"))).isFalse();
    assertThat(first("5斤").contradicts(first("5 pounds"))).isFalse();
    assertThat(first("38度").contradicts(first("38 °F"))).isFalse();
  }

  @Test
  void aCoarseConversionIsNear() {
    assertThat(first("十里").isNear(first("four miles"))).isTrue();
    assertThat(first("十里").isConversionOf(first("four miles"))).isFalse();
    assertThat(first("十里").isNear(first("ten miles"))).isFalse();
  }
}
