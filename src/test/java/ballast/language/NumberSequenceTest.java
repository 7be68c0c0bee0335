package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates, ranges, vague counts, and the effect of neighbours on a number. */
final class NumberSequenceTest {

  private static Arguments row(String text, String... keys) {
    return Arguments.of(text, List.of(keys));
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
  @MethodSource({"dates", "ranges", "repaired", "vague"})
  void readsTheValuesThatATextNames(String text, List<String> keys) {
    assertThat(NumberReader.read(text)).extracting(NumberValue::key).isEqualTo(keys);
  }
}
