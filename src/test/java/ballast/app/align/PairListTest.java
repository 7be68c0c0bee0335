package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PairListTest extends FolderTest {

  private static final String NOTHING = "no text is clearly its counterpart, by name or by content";

  private static final String FOG =
      "河上的雾很浓，船夫把灯挂在船头。\n\n他等了一个钟头，没有人来。\n\n最后他自己把船划到了对岸。\n\n岸上的茶馆已经关门了。\n";
  private static final String FOG_EN =
      """
      The fog on the river was thick, and the boatman hung a lamp at the bow.

      He waited for an hour, but no one came.

      In the end he rowed the boat across by himself.

      The teahouse on the bank had already closed.
      """;
  private static final String TRADE =
      "去年双边贸易额达到3082.7亿美元。\n\n欧洲企业在华设立了5.4万家工厂。\n\n关税提高到35.3%。\n\n谁会为此付钱？\n";
  private static final String TRADE_EN =
      """
      Bilateral trade reached US$308.27 billion last year.

      European companies set up 54,000 factories in China.

      The tariff was raised to 35.3 percent.

      Who will pay for this?
      """;

  private Workplace workplace() {
    return Workplace.in(folder);
  }

  private List<PairList.Entry> list(String text) throws IOException {
    write("lists/pairs.tsv", text);
    return PairFinder.listed(workplace(), "lists/pairs.tsv").entries();
  }

  private List<PairList.Entry> folder(boolean fromEnglish, String... files) throws IOException {
    for (String file : files) {
      write("articles/" + file, file);
    }
    return finder().inFolder("articles", fromEnglish).entries();
  }

  private PairList articles() {
    return finder().inFolder("articles", /* fromEnglish= */ false);
  }

  private void writePair(String source, String zh, String target, String en) throws IOException {
    write("articles/" + source, zh);
    write("articles/" + target, en);
  }

  private PairFinder finder() {
    return new PairFinder(workplace(), ArticleReading.DEFAULT, Lexicon.bundledWhenNeeded());
  }

  private static PairList.Pair pair(String place, String source, String target, String document) {
    return new PairList.Pair(place, new Article(source, target, document));
  }

  private static PairList.Pair inFolder(String source, String target, String document) {
    return pair("", "articles/" + source, "articles/" + target, "articles/" + document);
  }

  private static PairList.Alone alone(String file, String reason) {
    return new PairList.Alone("articles/" + file, reason);
  }

  @Test
  void namesAreSeenFromTheFolderOfTheList() throws IOException {
    assertThat(list("\uFEFF# 说明\r\n\r\n文.zh.txt\t文.en.txt\r\n  \r\n../b.txt \t c.txt\t 贸易 \n"))
        .containsExactly(
            pair("lists/pairs.tsv:3", "lists/文.zh.txt", "lists/文.en.txt", "lists/文"),
            pair("lists/pairs.tsv:5", "lists/../b.txt", "lists/c.txt", "贸易"));
  }

  @Test
  void aFirstLineMayNameTheColumns() throws IOException {
    for (String heads : List.of("Source\tTarget\tDocument", "原文\t译文", "source\ttranslation")) {
      assertThat(list(heads + "\n文.zh.txt\t文.en.txt\n"))
          .containsExactly(
              pair("lists/pairs.tsv:2", "lists/文.zh.txt", "lists/文.en.txt", "lists/文"));
    }
  }

  @Test
  void absoluteNamesStayAsTheyAre() throws IOException {
    Path source = folder.resolve("x.zh.txt");
    Path target = folder.resolve("x.en.txt");
    assertThat(list(source + "\t" + target + "\n"))
        .containsExactly(pair("lists/pairs.tsv:1", source.toString(), target.toString(), "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.zh.txt, a.en.txt => there is one column, not two",
        "a.zh.txt| => there is one column, not two",
        "|a.en.txt|name => the source or the target is missing",
        "a|b|c|d => there are 4 columns, at most three are allowed",
        "-|b => standard input cannot be in a list",
        "x.zh.txt|x.en.txt|other => the pair repeats lists/pairs.tsv:1",
        "./x.zh.txt|x.en.txt => the pair repeats lists/pairs.tsv:1",
        "x.zh.txt|y.en.txt => the document name \"lists/x\" is already taken by lists/pairs.tsv:1"
      })
  void aBadRowIsNamedWithItsLineAndTheOthersStay(String row) throws IOException {
    String[] parts = row.split(" => ");
    List<PairList.Entry> entries =
        list("x.zh.txt\tx.en.txt\n" + parts[0].replace('|', '\t') + "\nz.zh.txt\tz.en.txt\n");
    assertThat(entries).hasSize(3);
    assertThat(entries.get(1))
        .isInstanceOfSatisfying(
            PairList.Unusable.class,
            bad -> {
              assertThat(bad.name()).isEqualTo("lists/pairs.tsv:2");
              assertThat(bad.reason()).hasMessage("lists/pairs.tsv:2: " + parts[1]);
              assertThat(bad.reason().hint()).isNotEmpty();
            });
    assertThat(entries.get(2)).isInstanceOf(PairList.Pair.class);
  }

  @Test
  void aRowThatWasRefusedTakesNothingAway() throws IOException {
    assertThat(list("x.txt\ta.txt\nx.txt\tb.txt\nx.txt\tb.txt\tother\n").get(2))
        .isEqualTo(pair("lists/pairs.tsv:3", "lists/x.txt", "lists/b.txt", "other"));
  }

  @Test
  void aListThatCannotBeReadIsAnError() throws IOException {
    assertThatThrownBy(() -> list("# nothing\n\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("the list \"lists/pairs.tsv\" names no pairs");
    Path gb = folder.resolve("gb.tsv");
    Files.write(gb, "文.zh.txt\t文.en.txt\n".getBytes(Charset.forName("GB18030")));
    Workplace workplace = workplace();
    assertThatThrownBy(() -> PairFinder.listed(workplace, "gb.tsv"))
        .hasMessage("cannot read the list \"gb.tsv\": it is not UTF-8");
    assertThatThrownBy(() -> PairFinder.listed(workplace, "none.tsv"))
        .hasMessage("cannot read the list \"none.tsv\": the file does not exist");
    assertThatThrownBy(() -> PairFinder.listed(workplace, "lists"))
        .hasMessage("cannot read the list \"lists\": it is a folder");
  }

  @Test
  void aFolderIsSearchedWithTheFoldersInIt() throws IOException {
    assertThat(
            folder(
                false,
                "b.zh.txt",
                "b.en.txt",
                "子/文.zh-CN.html",
                "子/文.en.html",
                "a.zh.d/plain.txt",
                ".git/x.zh.txt",
                "._b.zh.txt",
                "README.md"))
        .containsExactly(
            alone("README.md", NOTHING),
            alone("a.zh.d/plain.txt", NOTHING),
            inFolder("b.zh.txt", "b.en.txt", "b"),
            inFolder("子/文.zh-CN.html", "子/文.en.html", "子/文"));
  }

  @Test
  void aFileWithoutCounterpartIsNamed() throws IOException {
    assertThat(
            folder(
                false,
                "a.zh.txt",
                "b.en.txt",
                "c.en.txt",
                "c.zh.html",
                "d.zh.txt",
                "d.en.txt",
                "d.zh-tw.txt"))
        .containsExactly(
            alone("a.zh.txt", "there is no translation \"articles/a.en.txt\""),
            alone("b.en.txt", "there is no source \"articles/b.zh.txt\""),
            inFolder("c.zh.html", "c.en.txt", "c"),
            alone("d.zh-tw.txt", "the pair is \"articles/d.zh.txt\", \"articles/d.en.txt\""),
            inFolder("d.zh.txt", "d.en.txt", "d"));
  }

  @Test
  void aFileBesideAPairInAnotherFormatIsNamedWithThatPair() throws IOException {
    assertThat(folder(false, "a.zh.docx", "a.zh.txt", "a.en.docx"))
        .containsExactly(
            inFolder("a.zh.docx", "a.en.docx", "a"),
            alone("a.zh.txt", "the pair is \"articles/a.zh.docx\", \"articles/a.en.docx\""));
  }

  @Test
  void twoPairsOfOneNameAreNotOneDocument() throws IOException {
    List<PairList.Entry> entries = folder(false, "a.zh.txt", "a.en.txt", "a.zh.html", "a.en.html");
    assertThat(entries.get(0)).isEqualTo(inFolder("a.zh.html", "a.en.html", "a"));
    assertThat(entries.get(1))
        .isInstanceOfSatisfying(
            PairList.Unusable.class,
            bad ->
                assertThat(bad.reason())
                    .hasMessage(
                        "\"articles/a.zh.txt\" would have the document name \"articles/a\","
                            + " which \"articles/a.zh.html\" has already"));
  }

  @Test
  void anEnglishOriginalComesFirstWhenAsked() throws IOException {
    assertThat(folder(true, "a.zh.txt", "a.en.txt", "b.en.txt"))
        .containsExactly(
            inFolder("a.en.txt", "a.zh.txt", "a"),
            alone("b.en.txt", "there is no translation \"articles/b.zh.txt\""));
  }

  @Test
  void aFolderWithoutAPairIsAnError() {
    assertThatThrownBy(() -> folder(false, "a.zh.txt"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("no article pairs in \"articles\"")
        .hasMessageContaining("\"articles/a.zh.txt\": there is no translation");
  }

  @Test
  void marksStandInManyPlaces() throws IOException {
    assertThat(
            folder(
                false,
                "b_zh.txt",
                "b_en.txt",
                "c-zh-CN.txt",
                "c-en.txt",
                "README.md",
                "README.zh.md",
                "d.en.txt",
                "d.txt",
                "book/zh.txt",
                "book/en.txt",
                "site/en/guide/a.md",
                "site/zh/guide/a.md",
                "site/zh/only.md"))
        .containsExactly(
            inFolder("README.zh.md", "README.md", "README"),
            inFolder("b_zh.txt", "b_en.txt", "b"),
            inFolder("book/zh.txt", "book/en.txt", "book"),
            inFolder("c-zh-CN.txt", "c-en.txt", "c"),
            inFolder("d.txt", "d.en.txt", "d"),
            inFolder("site/zh/guide/a.md", "site/en/guide/a.md", "site/zh/guide/a"),
            alone("site/zh/only.md", "there is no translation \"articles/site/en/only.md\""));
  }

  @Test
  void namesThatDoNotTellThePairAreAnErrorWithAllOfThem() throws IOException {
    List<PairList.Entry> entries =
        folder(false, "a.zh.docx", "a.zh.txt", "a.en.pdf", "b.zh.txt", "b_zh.txt", "b.en.txt");
    assertThat(entries).hasSize(2);
    assertThat(((PairList.Unusable) entries.get(0)).reason())
        .hasMessage(
            "cannot tell which of these are a pair: \"articles/a.zh.docx\","
                + " \"articles/a.zh.txt\", \"articles/a.en.pdf\"");
    assertThat(((PairList.Unusable) entries.get(1)).reason())
        .hasMessage(
            "cannot tell which of these are a pair: \"articles/b.zh.txt\","
                + " \"articles/b_zh.txt\", \"articles/b.en.txt\"");
  }

  @Test
  void twoFoldersHaveFilesOfOneName() throws IOException {
    folder(
        false,
        "zh/a.txt",
        "zh/深/b.zh.html",
        "zh/alone.txt",
        "zh/c.txt",
        "zh/c.md",
        "en/a.txt",
        "en/深/b.md",
        "en/more.txt",
        "en/c.txt",
        "en/picture.png");
    PairList list = finder().between("articles/zh", "articles/en/");
    assertThat(list.entries())
        .containsExactlyInAnyOrder(
            inFolder("zh/a.txt", "en/a.txt", "zh/a"),
            inFolder("zh/深/b.zh.html", "en/深/b.md", "zh/深/b"),
            alone("zh/alone.txt", "there is no translation of this name in \"articles/en/\""),
            alone("en/more.txt", "there is no source of this name in \"articles/zh\""),
            list.entries().get(1));
    assertThat(list.entries().get(1)).isInstanceOf(PairList.Unusable.class);
    assertThat(list.others()).containsExactly("articles/en/picture.png");
    assertThatThrownBy(() -> finder().between("articles/zh/深", "articles/en"))
        .hasMessageStartingWith("no file of \"articles/zh/深\" has the name of one");
  }

  @Test
  void marksInBothLanguagesStandInNamesAndFolders() throws IOException {
    String[][] names = {
      {"贺词_中文.txt", "贺词_英文.txt", "贺词"},
      {"ZH_a.txt", "EN_a.txt", "ZH_a"},
      {"b（中文）.txt", "b（英文）.txt", "b"},
      {"c[中].md", "c[英].md", "c[中]"},
      {"合同中文版.txt", "合同英文版.txt", "合同中文版"},
      {"d_CN_final.txt", "d_EN_final.txt", "d_CN_final"},
      {"e 原文.txt", "e 译文.txt", "e 原文"},
      {"中文/f.txt", "英文/f.txt", "中文/f"},
      {"中/g.txt", "英/g.txt", "中/g"},
      {"h/zh/h.zh.txt", "h/en/h.en.txt", "h/zh/h"},
      {"Chinese/i_中文.txt", "English/i_英文.txt", "Chinese/i"},
    };
    List<PairList.Entry> expected = new ArrayList<>();
    for (String[] pair : names) {
      writePair(pair[0], FOG, pair[1], FOG_EN);
      expected.add(inFolder(pair[0], pair[1], pair[2]));
    }
    assertThat(articles().entries()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aWordThatContainsAMarkIsNone() throws IOException {
    String[] names = {
      "中国.txt",
      "英国.txt",
      "end.txt",
      "zhd.txt",
      "小说_中.txt",
      "小说.txt",
      "中文系.txt",
      "英文系.txt",
      "EN 13445.txt",
      "13445.txt",
      "tai-chi.txt",
      "tai.txt",
      "中文/j.txt",
      "英文系/j.txt"
    };
    writePair("x.zh.txt", TRADE, "x.en.txt", TRADE_EN);
    for (String name : names) {
      write("articles/" + name, "这里没有译文。" + name + "\n");
    }
    PairList list = articles();
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.entries()).hasSize(1 + names.length);
  }

  @Test
  void shortTextsOfEqualLengthAreNoPairIfTheirWordsAreOthers() throws IOException {
    writePair("a.zh.txt", FOG, "a.en.txt", FOG_EN);
    write("articles/灯塔.txt", "山上的灯塔很旧。\n\n没有人住在那里。\n");
    write("articles/glass.txt", "It rains in the city.\n\nSomebody there laughs.\n");
    assertThat(articles().entries())
        .hasSize(3)
        .filteredOn(PairList.Alone.class::isInstance)
        .hasSize(2);
  }

  @Test
  void textsWithoutMarksArePairedByTheirContent() throws IOException {
    writePair("a.zh.txt", FOG, "a.en.txt", FOG_EN);
    writePair("雾.txt", FOG + "他笑了。\n", "final.md", FOG_EN + "\nHe laughed.\n");
    writePair("贸易.txt", TRADE, "draft.txt", TRADE_EN);
    write("articles/笔记.txt", "明天开会。\n");
    write("articles/pic.png", "x");
    assertThat(articles().entries())
        .containsExactly(
            inFolder("a.zh.txt", "a.en.txt", "a"),
            alone("笔记.txt", NOTHING),
            inFolder("贸易.txt", "draft.txt", "贸易"),
            inFolder("雾.txt", "final.md", "雾"));
  }

  @Test
  void twoTranslationsOfATextAreNamedAndNoneIsChosen() throws IOException {
    writePair("x.zh.txt", TRADE, "x.en.txt", TRADE_EN);
    writePair("雾.txt", FOG, "v1.txt", FOG_EN);
    write("articles/v2.txt", FOG_EN.replace("thick", "dense"));
    PairList list = articles();
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.entries())
        .filteredOn(PairList.Alone.class::isInstance)
        .extracting(entry -> ((PairList.Alone) entry).reason())
        .containsExactly(
            "its counterpart may be \"articles/雾.txt\"; name both files, or list them for --pairs",
            "its counterpart may be \"articles/雾.txt\"; name both files, or list them for --pairs",
            "its counterpart may be \"articles/v1.txt\", \"articles/v2.txt\"; name both files, or"
                + " list them for --pairs");
  }

  @Test
  void aFileWithBothLanguagesIsAPair() throws IOException {
    String[] chinese = FOG.split("\n\n");
    String[] english = FOG_EN.split("\n\n");
    StringBuilder both = new StringBuilder();
    for (int i = 0; i < chinese.length; i++) {
      both.append(chinese[i]).append("\n\n").append(english[i]).append("\n\n");
    }
    write("articles/双语.txt", both);
    assertThat(articles().entries()).containsExactly(inFolder("双语.txt", "双语.txt", "双语"));
  }

  @Test
  void manyTextsWithoutCounterpartAreNotCompared() throws IOException {
    writePair("x.zh.txt", TRADE, "x.en.txt", TRADE_EN);
    for (int i = 0; i <= ContentPairs.MAX_TEXTS; i++) {
      write("articles/n" + i + ".txt", "Not read.\n");
    }
    assertThat(articles().entries())
        .hasSize(ContentPairs.MAX_TEXTS + 2)
        .contains(
            alone(
                "n0.txt",
                "its name has no counterpart, and there are more than 200 such texts to compare"));
  }

  @Test
  void anotherVersionOfATextIsNamedWithThePair() throws IOException {
    assertThat(folder(false, "a.zh.txt", "a.en.txt", "a.en.v2.txt", "a.zh.gb18030.txt"))
        .containsExactly(
            alone("a.en.v2.txt", "the pair is \"articles/a.zh.txt\", \"articles/a.en.txt\""),
            alone("a.zh.gb18030.txt", "the pair is \"articles/a.zh.txt\", \"articles/a.en.txt\""),
            inFolder("a.zh.txt", "a.en.txt", "a"));
  }

  @Test
  void theNamesSayTheLanguages() throws IOException {
    // Mostly Latin letters, and Chinese for all that.
    String chinese = "API 的 GET /users 返回 JSON：{\"id\": 1, \"name\": \"Anna\"}。\n";
    write("zh/a.md", chinese.repeat(3));
    write("en/a.md", "GET /users of the API returns JSON.\n".repeat(3));
    assertThat(
            new ArticleAlignment(workplace(), Notices.NONE)
                .align(ArticleAlignment.Request.of(new Pairs.InFolders("zh", "en"))))
        .isEqualTo(1);
  }
}
