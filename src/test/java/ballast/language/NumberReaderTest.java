package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberReaderTest {

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
  @MethodSource({"digits", "words", "realTexts", "nearMisses"})
  void readsTheValuesThatATextNames(String text, List<String> keys) {
    assertThat(NumberReader.read(text)).extracting(NumberValue::key).isEqualTo(keys);
  }

  @Test
  void saysWhereANumberStands() {
    List<NumberValue> numbers = NumberReader.read("出口3082.7亿美元，增长8%。");

    assertThat(numbers)
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
}
