package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TmxReaderTest {

  /** A unit of a Chinese and an English text. */
  static final String PAIR = pair("他来了。", "He came.");

  @Test
  void readsPairsWithTheirCodes() {
    String chinese = tuv("zh-CN", "<bpt i=\"1\">&lt;b></bpt>他<ept i=\"1\">&lt;/b></ept>来了。");
    String english = tuv("en-US", "He <hi type='x &quot;y'>came</hi>.<ph/>");
    FoundUnits found = FoundUnits.ofTmx(tmx(tu(chinese + english)));
    assertThat(found.texts()).containsExactly("他来了。 | He came.");
    assertThat(found.units().get(0).codes())
        .containsExactly(
            new InlineCode(Side.SOURCE, 0, "bpt", "i=\"1\"", "<b>"),
            new InlineCode(Side.SOURCE, 1, "ept", "i=\"1\"", "</b>"),
            new InlineCode(Side.TARGET, 3, "<hi", "type=\"x &quot;y\"", ""),
            new InlineCode(Side.TARGET, 7, "/hi", "", ""),
            new InlineCode(Side.TARGET, 8, "ph", "", ""));
  }

  @Test
  void textInsideANativeCodeIsNotTextOfTheUnit() {
    String image = "<ph x=\"1\">&lt;img alt='<sub>a <it pos='begin'>i</it>b</sub>'></ph>";
    Unit unit = FoundUnits.ofTmx(tmx(tu(pair("图" + image + "。", "Picture.")))).units().get(0);
    assertThat(unit.source()).isEqualTo("图。");
    assertThat(unit.codes().stream().map(c -> c.element() + "[" + c.content() + "]"))
        .containsExactly("<ph[<img alt=']", "<sub[a ]", "<it[i]", "/it[b]", "/sub['>]", "/ph[]");
  }

  @Test
  void languagesAreChosenByCodeNotByOrder() {
    FoundUnits found =
        FoundUnits.ofTmx(
            tmx(tu(tuv("en-US", "He came.") + tuv("de", "Er kam.") + tuv("zh-CN", "他来了。"))));
    assertThat(found.texts()).containsExactly("他来了。 | He came.");
    assertThat(found.mapped).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zh",
        "ZH-CN",
        "zh_CN",
        "zh-Hans",
        "zh-hans-cn",
        "zh-SG",
        "cmn",
        "cmn-Hans-CN",
        "zh-cmn",
        "zho",
        "chi",
        "zh-CHS"
      })
  void codesThatMeanTheWantedLanguageAreMappedAndCounted(String code) {
    FoundUnits found = FoundUnits.ofTmx(tmx(tu(tuv(code, "他来了。") + tuv("en_us", "He came."))));
    assertThat(found.texts()).containsExactly("他来了。 | He came.");
    assertThat(found.mapped).containsExactly(code + " as zh-CN", "en_us as en-US");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-TW", "zh_HK", "zh-Hant", "zh-MO", "zh-CHT", "zh-Hant-TW"})
  void traditionalChineseIsTakenForSimplifiedOnlyOnRequest(String code) {
    String tmx = tmx(tu(tuv(code, "他來了嗎。") + tuv("en", "Did he come?")));
    FoundUnits refused = FoundUnits.ofTmx(tmx);
    assertThat(refused.pairs).isEmpty();
    assertThat(refused.refused)
        .containsExactly(
            "3: its " + code + " text is traditional Chinese; --accept-variant accepts it");
    PairOptions options =
        new PairOptions(Lang.ZH_CN, Lang.EN_US, true, Unit.Status.DRAFT, FoundUnits.NOW);
    FoundUnits accepted = new FoundUnits();
    TmxReader.read(new ByteArrayInputStream(tmx.getBytes(UTF_8)), "a.tmx", options, accepted);
    assertThat(accepted.texts()).containsExactly("他來了嗎。 | Did he come?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "他們來了嗎？      | Did they come?    | its zh-CN text is in traditional characters;"
            + " --accept-variant accepts it",
        "He came at once. | 他马上来了。        | its zh-CN text has no Chinese character",
        "これは本です。    | This is a book.   | its zh-CN text is Japanese: it is written with kana",
        "他来了。          | 他来了，真的。      | its en-US text is in Chinese characters",
        "他来了。          | Он пришёл.        | its en-US text is in another script"
      })
  void textThatIsNotInItsLanguageIsRefused(String source, String target, String reason) {
    FoundUnits found = FoundUnits.ofTmx(tmx(tu(pair(source, target))));
    assertThat(found.refused).containsExactly("3: " + reason);
    assertThat(found.refusedPairs).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GDP                    | GDP",
        "3.14                   | 3.14",
        "歌手陶喆来了           | The singer David Tao (陶喆) is here",
        "Microsoft Office 2019  | Microsoft Office 2019",
        "See the file a.txt now | See the file a.txt now"
      })
  void textThatMayBeEitherLanguageIsTaken(String source, String target) {
    FoundUnits found = FoundUnits.ofTmx(tmx(tu(pair(source, target))));
    assertThat(found.texts()).containsExactly(source + " | " + target);
  }

  @Test
  void severalTranslationsGiveSeveralPairs() {
    String more = tuv("en-GB", "He arrived.") + tuv("en-US", "He has come.");
    assertThat(FoundUnits.ofTmx(tmx(tu(PAIR + more))).texts())
        .containsExactly("他来了。 | He came.", "他来了。 | He has come.");
  }

  @Test
  void aUnitWithoutAPairIsRefusedWithItsLine() {
    FoundUnits found =
        FoundUnits.ofTmx(
            tmx(
                tu(tuv("zh-CN", "他来了。")),
                tu(pair("他来了。", " \n")),
                tu(tuv("zh-CN", "他来了。") + "<tuv xml:lang='en-US'/>"),
                tu(tuv("fr", "Il est venu.") + "<tuv><seg>x</seg></tuv>"),
                "<tu/>",
                tu(PAIR)));
    assertThat(found.refused)
        .containsExactly(
            "3: it has no text in en-US (it has zh-CN)",
            "4: its en-US text is blank",
            "6: its en-US part has no text element",
            "7: it has no text in zh-CN (it has fr, no language)",
            "8: it has no text in zh-CN");
    assertThat(found.texts()).hasSize(1);
  }

  @Test
  void onlyASegmentIsTextAndItsLanguageNeedsNoPrefix() {
    String prop = "<prop type=\"x-context-pre\"><seg>别的话。</seg></prop>";
    String note = "<note>没有。<seg>也不是</seg></note>";
    String units = tmx(tu(prop + note + PAIR), tu(PAIR.replace("xml:lang", "lang")));
    assertThat(FoundUnits.ofTmx(units).texts())
        .containsExactly("他来了。 | He came.", "他来了。 | He came.");
  }

  static String tmx(String... units) {
    return """
    <tmx version="1.4"><header creationtool="t" o-tmf="t" srclang="en-US"/>
    <body>
    %s
    </body></tmx>
    """
        .formatted(String.join("\n", units));
  }

  static String tu(String content) {
    return "<tu>" + content + "</tu>";
  }

  static String pair(String chinese, String english) {
    return tuv("zh-CN", chinese) + tuv("en-US", english);
  }

  static String tuv(String lang, String segment) {
    return "<tuv xml:lang=\"" + lang + "\"><seg>" + segment + "</seg></tuv>";
  }
}
