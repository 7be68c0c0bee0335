package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, dates, ranges and quantities that texts name. */
final class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Digits.
          共有308人 | 308
          1,234.5 tonnes | 1234.5
          １２３４．５吨 | 1234.5
          3 000 people | 3000
          in 2019 300 people | 2019, 300
          1,2,3 | 1, 2, 3
          TWD 1500,000 | 1500000
          共6，300万元 | 63000000
          两个亿 | 200000000
          3‰ | 0.003
          百分之十至十五 | 10%, 15%
          四五十人，过半数 | 40, 50, 0.5
          the last hundred and fifty years | 150
          the one hundred and eightieth day | 180
          三到四億, three to four hundred million | 300000000, 400000000, 300000000, 400000000
          周一、三、五 | weekday 1, weekday 3, weekday 5
          四点三十五分 | 4, 35
          1.5万套 | 15000
          3082.7亿美元 | 308270000000
          US$308.27 billion | 308270000000
          1.2万亿元 | 1200000000000
          1.2 trillion yuan | 1200000000000
          5千万 | 50000000
          50 million | 50000000
          2.5bn | 2500000000
          40 thousand | 40000
          增长8% | 8%
          up 8 percent | 8%
          up 8.5 per cent | 8.5%
          ８．５％ | 8.5%
          提高0.3个百分点 | 0.3%
          1949年 | 1949
          2月14日 | month 2, 14
          Feb. 14 | month 2, 14
          14 February 2020 | 14, month 2, 2020
          2024-02-14 | 2024, month 2, 14
          3个月 | 3
          12月 | month 12
          13月 | 13
          the 21st century | 21
          第3条 | 3
          1-2 weeks | 1, 2
          3-5万人 | 30000, 50000
          5%至8% | 5%, 8%
          5-8% | 5%, 8%
          20世纪90年代 | 1990
          20世纪八九十年代 | 1980, 1990
          the 1990s | 1990
          上世纪80年代 | 1980
          电话：010-12345678 | code 01012345678
          call 010-12345678 | code 01012345678
          +86 138 1234 5678 | code 8613812345678
          version 1.2.3 | code 123
          特工007 | code 007
          G20 and B2B | ''
          10分之3 | 0.3
          # Words.
          二十一个国家 | 21
          twenty-one countries | 21
          十二人 | 12
          两百五十名 | 250
          two hundred and fifty | 250
          三百五 | 350
          三百零五 | 305
          一万五 | 15000
          一亿三千万 | 130000000
          三万亿 | 3000000000000
          三点五亿 | 350000000
          二〇二四年 | 2024
          一九四九年 | 1949
          nineteen forty-nine | 1949
          百分之三十五 | 35%
          百分之8 | 8%
          thirty-five percent | 35%
          三分之一 | 0.3333
          one third | 0.3333
          two-thirds | 0.6667
          四分之三 | 0.75
          three quarters | 0.75
          一半 | 0.5
          半年 | 0.5
          half a year | 0.5
          第一 | 1
          first | 1
          第二十一届 | 21
          the twenty-first session | 21
          十一月三日 | month 11, 3
          November 3 | month 11, 3
          一月 | month 1
          in May | month 5
          May 4 | month 5, 4
          三四个人 | 3, 4
          两三天 | 2, 3
          a hundred | 100
          a million dollars | 1000000
          three million two hundred thousand | 3200000
          two three | 2, 3
          十分之一 | 0.1
          十分钟 | 10
          # As real texts have them.
          between one million and three million | 1000000, 3000000
          between 14 and 22 million | 14000000, 22000000
          one million and three hundred thousand | 1300000
          two hundred and fifty thousand | 250000
          three or four hundred | 300, 400
          a quarter-million | 250000
          three quarters of a million | 750000
          one percent | 1%
          one hundredth | 0.01
          a rate of .08% | 0.08%
          version v2.2 | 2.2
          $300+ billion | 300000000000
          the 10 millionth | 10000000
          百分之百 | 100%
          一个百分点 | 1%
          一成二 | 12%
          9 成 | 90%
          六至七成 | 60%, 70%
          八九成 | 80%, 90%
          1 万 7000 人 | 17000
          1 亿 0852 万 8700 元 | 108528700
          6 亿 524 万元 | 605240000
          420至390万年前 | 4200000, 3900000
          +18.9万人 | 189000
          $5850$ 亿 | 585000000000
          **5850** 亿 | 585000000000
          20 世纪 90 年代 | 1990
          2 年半 | 2.5
          二十九點七公分 | 29.7
          二．八公分 | 2.8
          10 到 3 月 | month 10, month 3
          1千兆字节 | 1
          一成不变 | ''
          统一成一个 | ''
          +86 10 6529 8106 | code 861065298106
          # Near misses.
          站在一边 | ''
          一些人一起走 | ''
          one of them | ''
          万一下雨 | ''
          千万不要 | ''
          亿 | ''
          万亿 | ''
          十分高兴 | ''
          老百姓 | ''
          半导体 | ''
          一周五天 | 5
          It may rain | ''
          They march on | ''
          May I ask | ''
          often | ''
          none | ''
          a person | ''
          # Dates.
          星期三 | weekday 3
          周五下午 | weekday 5
          星期日 | weekday 7
          on Wednesday | weekday 3
          每周三次 | 3
          二二八 | 228
          五四运动 | 54
          the May Fourth Movement | month 5, 4
          八十年代 | 1980
          the eighties | 1980
          in her thirties | 30
          一九六几年 | ''
          得了三五句话 | 3, 5
          十几两银子 | some 10+
          几两银子 | ''
          八九两剩下 | 8, 9
          5两 | 5
          一两千人 | 1000, 2000
          the late '80s | 1980
          nineteen eighties | 1980
          a temperature in the 80s | 1980
          nineteen seventy-eight | 1978
          # Ranges.
          三四十人 | 30, 40
          七八千 | 7000, 8000
          seven or eight thousand | 7000, 8000
          十五六岁 | 15, 16
          二十七八 | 27, 28
          三到五万人 | 30000, 50000
          three to five million | 3000000, 5000000
          两到三百万 | 2000000, 3000000
          $3-$5 billion | 3000000000, 5000000000
          # Units, fractions and parts of numbers.
          1300多万 | 13000000
          一亿三千多万 | 130000000
          十余万 | 100000
          两千五 | 2500
          70 万 | 700000
          1,234.5 万 | 12345000
          11万7015人 | 117015
          7万8千 | 78000
          1万5 | 15000
          RMB5.2 billion | 5200000000
          $3.5bn | 3500000000
          $5m | 5000000
          a 5m wall | 5
          34千米 | 34
          三十千米 | 30
          5兆瓦 | 5
          六成 | 60%
          千分之三 | 0.003
          2至3月 | month 2, month 3
          三月一日 | month 3, 1
          忙了一日 | ''
          六成半 | 65%
          一成立 | ''
          2/3 | 0.6667
          9/11 | 9, 11
          ½ | 0.5
          2½ | 2.5
          a quarter of them | 0.25
          only a third | 0.3333
          a third party | 3
          two and a half million | 2500000
          a million and a half | 1500000
          half a million | 500000
          两年半 | 2.5
          一年半 | 1.5
          a year and a half | 1.5
          one and a half million | 1500000
          three decades | 30
          a dozen | 12
          百分之十二点五 | 12.5%
          十二点五亿 | 1250000000
          十二点五分 | 12, 5
          twenty-second century | 22
          １，２３４人 | 1234
          两萬三千 | 23000
          # Vague counts.
          几十年 | some 10
          数百人 | some 100
          十几岁 | some 10+
          二十几万 | some 200000+
          几百万 | some 1000000
          上千人 | some 1000
          百余人 | some 100
          人数三百 | 300
          hundreds of people | some 100
          tens of thousands | some 10000
          several hundred | some 100
          a few million | some 1000000
          dozens | some 10
          """)
  void readsTheValuesThatATextNames(String text, String values) {
    assertThat(keys(NumberReader.read(text), ", ")).isEqualTo(values);
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

  private static String keys(List<NumberValue> numbers, String separator) {
    return String.join(separator, numbers.stream().map(NumberValue::key).toList());
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
    assertThat(keys(compared.onlyInFirst(), " ")).isEqualTo(left);
    assertThat(keys(compared.onlyInSecond(), " ")).isEqualTo(right);
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
