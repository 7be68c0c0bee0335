package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.unit.XliffEntry.State;
import ballast.format.unit.XliffEntry.Translation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class XliffWriterTest {

  private static final List<InlineCode> CODES =
      List.of(
          new InlineCode(Side.SOURCE, 0, "bpt", "i=\"1\"", "<b>"),
          new InlineCode(Side.SOURCE, 1, "ept", "i=\"1\"", "</b>"),
          new InlineCode(Side.TARGET, 0, "<hi", "type=\"x\"", ""),
          new InlineCode(Side.TARGET, 2, "/hi", "", ""),
          new InlineCode(Side.TARGET, 2, "bpt", "i=\"1\"", "<b>"));

  private static final List<XliffEntry> ENTRIES =
      List.of(
          new XliffEntry(
              "a1",
              "他来了。",
              Translation.own("He came.", State.FINAL),
              CODES,
              List.of(),
              List.of("看 & 听")),
          XliffEntry.untranslated("她走了。")
              .with(
                  List.of(
                      new XliffProposal("0123456789ab", "docs/b", "她走。", "She left.", 75, 74),
                      new XliffProposal("0123456789ac", "", "她走了。", "She's gone.", 100, 102)),
                  List.of())
              .filled("She left.", 74, true),
          XliffEntry.untranslated("我等着。"),
          XliffEntry.untranslated("首页").kept());

  @Test
  void writesVersionOne() throws IOException {
    assertThat(write(XliffVersion.V1_2))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
              <file original="docs/a" source-language="zh-CN" target-language="en-US" datatype="plaintext">
                <body>
                  <trans-unit id="a1" approved="yes">
                    <source><bpt id="1">&lt;b&gt;</bpt>他<ept id="2">&lt;/b&gt;</ept>来了。</source>
                    <target state="final"><g id="3">He</g><bpt id="1">&lt;b&gt;</bpt> came.</target>
                    <note>看 &amp; 听</note>
                  </trans-unit>
                  <trans-unit id="2">
                    <source>她走了。</source>
                    <target state="needs-review-translation" state-qualifier="fuzzy-match">She left.</target>
                    <alt-trans match-quality="74%" origin="docs/b">
                      <source>她走。</source>
                      <target>She left.</target>
                    </alt-trans>
                    <alt-trans match-quality="102%" origin="Ballast">
                      <source>她走了。</source>
                      <target>She's gone.</target>
                    </alt-trans>
                  </trans-unit>
                </body>
              </file>
              <file original="unknown" source-language="zh-CN" target-language="en-US" datatype="plaintext">
                <body>
                  <trans-unit id="1">
                    <source>我等着。</source>
                    <target state="new"/>
                  </trans-unit>
                  <group id="p1" restype="x-list-item">
                  <trans-unit id="2" translate="no">
                    <source>首页</source>
                  </trans-unit>
                  </group>
                </body>
              </file>
            </xliff>
            """);
  }

  @Test
  void writesVersionTwo() throws IOException {
    assertThat(write(XliffVersion.V2_1))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" srcLang="zh-CN" trgLang="en-US">
              <file id="f1" original="docs/a">
                <unit id="a1">
                  <notes>
                    <note>看 &amp; 听</note>
                  </notes>
                  <originalData>
                    <data id="d1">&lt;b&gt;</data>
                    <data id="d2">&lt;/b&gt;</data>
                  </originalData>
                  <segment state="final">
                    <source><ph id="1" dataRef="d1"/>他<ph id="2" dataRef="d2"/>来了。</source>
                    <target><pc id="3">He</pc><ph id="1" dataRef="d1"/> came.</target>
                  </segment>
                </unit>
                <unit id="2">
                  <mtc:matches>
                    <mtc:match id="u-0123456789ab" ref="#s1" type="tm" similarity="75.0" matchSuitability="74.0" origin="docs/b">
                      <source>她走。</source>
                      <target>She left.</target>
                    </mtc:match>
                    <mtc:match id="u-0123456789ac" ref="#s1" type="icm" similarity="100.0" matchSuitability="100.0" origin="Ballast">
                      <source>她走了。</source>
                      <target>She's gone.</target>
                    </mtc:match>
                  </mtc:matches>
                  <segment id="s1" state="initial" subState="ballast:match-74">
                    <source>她走了。</source>
                    <target>She left.</target>
                  </segment>
                </unit>
              </file>
              <file id="f2" original="unknown">
                <unit id="1">
                  <segment state="initial">
                    <source>我等着。</source>
                  </segment>
                </unit>
                <group id="p1" type="ballast:list-item">
                <unit id="2" translate="no">
                  <segment state="initial">
                    <source>首页</source>
                  </segment>
                </unit>
                </group>
              </file>
            </xliff>
            """);
  }

  private static String write(XliffVersion version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XliffWriter writer = new XliffWriter(bytes, version, Lang.ZH_CN, Lang.EN_US)) {
      writer.write("docs/a", ENTRIES.get(0));
      writer.write("docs/a", ENTRIES.get(1));
      writer.write("", ENTRIES.get(2));
      writer.startParagraph("", BlockType.LIST_ITEM);
      writer.write("", ENTRIES.get(3));
    }
    return bytes.toString(UTF_8);
  }
}
