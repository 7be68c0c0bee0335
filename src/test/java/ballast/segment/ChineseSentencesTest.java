package ballast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseSentencesTest {

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

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
      assertThat(Paragraphs.sentences(segmenter, lang, Paragraphs.joined(marked)))
          .as("%s", lang)
          .isEqualTo(Paragraphs.expected(marked));
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
}
