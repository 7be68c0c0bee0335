package ballast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of Chinese, English and other languages. */
final class SentencesTest {

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

  private void assertBreaks(Lang lang, String marked) {
    assertThat(Paragraphs.sentences(segmenter, lang, marked.replace("|", "")))
        .as("%s", lang)
        .isEqualTo(Stream.of(marked.split("\\|", -1)).map(String::strip).toList());
  }

  /** A bar marks each break. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // End marks and what closes after them.
        "天亮了。|鸟叫了！|谁在唱？",
        "他说：“我明天走。”|说完就走了。",
        "“为什么？”|他问。|没有人回答。",
        "“为什么？”，他问。",
        "「你去哪裡？」|她問。|『回家。』|我說。",
        "『「走！」』|他喊。",
        "（他没有来。）|大家散了。",
        "他来了（虽然晚了）。|大家很高兴。",
        "他（你信吗？真的是他）居然来了。|我不信。",
        "天亮了。 ”|他说。",
        "他走了。。。|我也走了。",
        "真的吗？！|是真的！！！|好。",
        "天亮了｡|鸟叫了﹗|走。",
        "【快讯。】|今天开会。",
        // Titles and marks that comment on a word.
        "我们看了《你好，李焕英！》这部电影。|很好看。",
        "她唱了《你怎么舍得我难过？》，大家鼓掌。",
        "他很“聪明”（！），大家都知道（？）这件事。",
        // Quotes as parts of a sentence.
        "墙上写着“保卫黄河！”几个大字。|字很旧。",
        "远处传来“救命！”的喊声。|我们跑过去。",
        // Dots.
        "他等了很久……|终于开口了。",
        "那……那怎么办？|不知道。",
        "“我……我不知道。”|她哭了。",
        "“……他走了。”|她终于说。",
        "不要紧。|……但是我不去。",
        "他说“这里很好...但是太远”。|我们笑了。",
        // Numbers, labels, Latin words, half-width marks.
        "增长6.9%，达到1.2万亿。|这是最高的。",
        "价格为３．５元。|不贵。",
        "一、加快发展。|二、深化改革。",
        "一.加快发展。|1.扩大开放。|（2）深化改革。",
        "你去吗?|我不去!|走吧.|好。",
        "Tom说:\"我不去.\"|他真的没去.",
        "J. K. 罗琳是作家。|她住在英国。",
        "他用Yahoo!搜索，又上了www.example.com网站。|没找到。",
        "邮箱是li.wei@example.com。|文件叫a.b.txt。",
        "“OK!”|他说。",
        "新华社北京2月14日电 中国出口增长4.1%。|进口下降。",
        // Straight quotes.
        "他说:\"走。\"|\"去哪?\"|我问。",
        "“走吧。\"|他说。",
        // Emoji, astral characters.
        "太好了！😀😀|我们走吧。",
        "他姓𠮷?|不知道。",
        "天亮了。*",
        // Emphasis in Markdown.
        "**天亮了。**|鸟叫了。|**人醒了。**",
        "他说**天亮了。**|鸟*叫了*，人醒了。",
        "墙上写着**打倒他！**几个大字。|**天亮了？**|的确。"
      })
  void breaksWhereTheBarsAre(String marked) {
    for (Lang lang : new Lang[] {Lang.ZH_CN, Lang.ZH_TW, new Lang("zh")}) {
      assertBreaks(lang, marked);
    }
  }

  @Test
  void attributionsAreJoinedOnRequest() {
    Segmenter joining = Segmenter.create(SegmenterOptions.DEFAULT.withJoinedAttributions(true));

    assertThat(Paragraphs.sentences(joining, Lang.ZH_CN, "“为什么？”他问。没有人回答。“走！”父亲大声说道。"))
        .containsExactly("“为什么？”他问。", "没有人回答。", "“走！”父亲大声说道。");
  }

  @Test
  void ideographicAndNoBreakSpacesBelongToNoSentence() {
    assertThat(Paragraphs.sentences(segmenter, Lang.ZH_CN, "　　天亮了。　鸟叫了。\u00a0"))
        .containsExactly("天亮了。", "鸟叫了。");
  }

  /** A bar marks each break. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Abbreviations before names and numbers.
        "Mr. Zhou called Dr. Lin at noon.| Prof. Wu and Gen. Xu were out.",
        "The talks on Feb. 14 failed.| A second round began on Sept. 3, 2019.",
        "She lives at No. 3 Canal Road.| No.| That is her sister.",
        "See Fig. 2 and vol. IV, pp. 30-41.| Then turn to ch. 7.",
        "Lt. Gov. Hale met Sen. Ortiz.| Rep. Kim stayed away.",
        "Tea, silk, etc. were sold, e.g. Fujian tea, i.e. the dear kind.",
        "We open on Mon. Jan. 6 as usual.",
        // Letters with full stops between them.
        "He moved to the U.S. in May.| He stayed there.",
        "He moved to the U.S.| They stayed in Harbin.",
        "The U.S. Senate voted.| The U.N. Security Council did not.",
        "The shop shuts at 5 p.m. on Sundays.| It opens at 9 a.m. Friday.",
        "The train left at 6 p.m.| It was full.",
        "She took her Ph.D. in Xiamen.| He never finished his.",
        "It began at 10 a.m. Beijing time.| Nobody slept.",
        "The dam broke at 4 a.m. (2000 GMT) that day.",
        "It was 9 p.m.| I'm sure of it.",
        "J. K. Rowling and J.R.R. Tolkien are read here.| George W. Hill is not.",
        "Apex Trading Co. Ltd. was fined.| The Hua Corp. was not.",
        // Numbers, addresses, files.
        "It rose 3.5 percent to 1,204.75.| It fell later.",
        "Read www.example.com/a.html first.| Write to li.wei@example.com today.",
        "Open report.v2.docx and notes.txt.| Print both.",
        // Emphasis in Markdown.
        "**Trade is a series of choices.**| Suppose it stops.",
        "From here, **we see trade as a series of choices.**| It stops.| **Then it starts.** |"
            + " End.",
        "He left.| *Nobody* knew.| *The Times ran.*| It said ***no way.***| **So what?**|"
            + " \"**Yes!**\"",
        "**He left.| *Really?| Oh no.*| They stayed.**",
        "The **U.S.** Senate voted.| It rose *3.5* percent.| He said **why?** and left.",
        "Match .* Any text.| Call __init__.| Then read a_b.| See 2 * 3.| The _U.S._ Senate.",
        // Labels.
        "1. Open the lid.",
        "2.1. Scope of the law",
        "a) Open the lid.",
        "(1) Open the lid.| (2) Shut it.",
        "iv. Shut the lid.",
        "IV. The way ahead",
        "It was the reign of Henry VIII.| The lid stayed shut.",
        "Chapter 3. The River",
        // Quotes and attributions.
        "\"Why?\" he asked.| Nobody knew.",
        "“Why?” asked Lin Mei.| “Because.”",
        "\"Run!\" Father shouted.| We ran.",
        "He shut the door.| \"Why now?\"| I said, \"Because it is late.\"",
        "\"I know,\" she said.| \"I was there.| I saw it.\"",
        "\"Who is it?\"| \"Me.\"| \"Come in.\"",
        "He said, \"It is late.\"| She agreed.",
        "(It was late.)| They left.",
        "He paid (too much!) for it.",
        "They stayed (really?).| Good.",
        "The song Where Are You? was a hit.| It still is.",
        "Yahoo! shares fell.| Its rivals gained.",
        // Dots.
        "Well... I did not mean it.",
        "He waited....| Nobody came.",
        "More people are turning to loans … While rates are low, they can.",
        "\"Ma. . . .\"| There was no answer.",
        "Really?!| You must be joking!!!| Yes.",
        // Notes, sources, odd starts.
        "The wall fell in 1644.[3]| A new one was built.[4][5]| It stands.",
        "He called it \"a lie.\" (Shen 55).| Others did not.",
        "iPhone sales fell.| eBay gained.",
        "It needs one frame a call.| `Selected` needs an array.| The flag `x.` stays.",
        "See e.g. `Main` for that first.",
        "BEIJING, Feb. 14 (Xinhua) -- Exports grew 4.1 percent.| Imports fell.",
        "It costs 5 yuan.| 30 people bought it.| €20 is too much.",
        "It rained. ***",
        "Great! 😀😀| We won.",
        "Ｉt is late！| Ｇo home."
      })
  void englishBreaksWhereTheBarsAre(String marked) {
    assertBreaks(Lang.EN_US, marked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr-CA", "ru"})
  void otherLanguagesTakeTheEnglishRules(String tag) {
    assertThat(Paragraphs.sentences(segmenter, new Lang(tag), "Ja. Nein! «Да». Ça va?"))
        .containsExactly("Ja.", "Nein!", "«Да».", "Ça va?");
  }
}
