package ballast.format.unit;

import static ballast.format.unit.MarkedText.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.unit.XliffEntry.State;
import ballast.format.unit.XliffEntry.Translation;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import net.sf.okapi.lib.xliff2.core.CTag;
import net.sf.okapi.lib.xliff2.core.Fragment;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
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
              List.of(new XliffEntry.Note("", "看 & 听")),
              null),
          XliffEntry.untranslated("她走了。", List.of())
              .with(
                  List.of(
                      new XliffProposal("0123456789ab", "docs/b", "她走。", "She left.", 75, 74),
                      new XliffProposal("0123456789ac", "", "她走了。", "She's gone.", 100, 102)),
                  List.of())
              .filled("She left.", 74, true),
          XliffEntry.untranslated("我等着。", List.of()),
          XliffEntry.untranslated("首页", List.of()).kept());

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

  private static final String BOLD = "id=\"1\" type=\"fmt\" subType=\"bold\"";
  private static final String LINK = "id=\"2\" type=\"link\"";
  private static final String IMAGE = "id=\"3\" type=\"image\"";

  private static final Map<Character, InlineCode> SIGNS =
      Map.of(
          '<', code("<pc", BOLD, "{pc}"),
          '>', code("/pc", BOLD, "{/pc}"),
          '[', code("<pc", LINK, "{pc}"),
          ']', code("/pc", LINK, "{/pc}"),
          '*', code("ph", IMAGE, "{ph}"));

  /** Pairs, the second in the first; in the translation they stand side by side. */
  private static final XliffEntry NESTED = entry("n", "<甲[乙]丙>", "[a] <b> c");

  /** The end of one pair, a code alone, the start of another pair. */
  private static final XliffEntry HALVES = entry("h", "甲>乙*[丙", "a> b *[c");

  /** Angle brackets are codes of bold text, square ones those of a link, a star is an image. */
  private static XliffEntry entry(String id, String source, String target) {
    List<InlineCode> codes = MarkedText.codes(Side.SOURCE, source, SIGNS);
    codes.addAll(MarkedText.codes(Side.TARGET, target, SIGNS));
    Translation translation = Translation.own(plain(target), State.TRANSLATED);
    return new XliffEntry(id, plain(source), translation, codes, List.of(), List.of(), null);
  }

  private static String plain(String text) {
    return text.replaceAll("[<>\\[\\]*]", "");
  }

  private static String texts(XliffVersion version, XliffEntry entry) throws IOException {
    return new String(bytes(version, entry), UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("<source") || line.startsWith("<target"))
        .collect(Collectors.joining("\n"));
  }

  private static byte[] bytes(XliffVersion version, XliffEntry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XliffWriter writer = new XliffWriter(bytes, version, Lang.ZH_CN, Lang.EN_US)) {
      writer.startOriginal("a.docx", "0123456789abcdef".repeat(4), "x-docx");
      writer.startParagraph("a.docx", BlockType.PARAGRAPH);
      for (XliffEntry entry : entries) {
        writer.write("a.docx", entry);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void pairsOfADocumentAreElementsAroundTheirText() throws IOException {
    assertThat(texts(XliffVersion.V1_2, NESTED))
        .isEqualTo(
            """
            <source><g id="1" ctype="bold">甲<g id="2" ctype="link">乙</g>丙</g></source>
            <target state="needs-review-translation"><g id="2" ctype="link">a</g> <g id="1" ctype="bold">b</g> c</target>\
            """);
    assertThat(texts(XliffVersion.V2_1, NESTED))
        .isEqualTo(
            """
            <source><pc id="1" dataRefEnd="d2" dataRefStart="d1" type="fmt" subType="xlf:b">甲<pc id="2" dataRefEnd="d2" dataRefStart="d1" type="link">乙</pc>丙</pc></source>
            <target><pc id="2" dataRefEnd="d2" dataRefStart="d1" type="link">a</pc> <pc id="1" dataRefEnd="d2" dataRefStart="d1" type="fmt" subType="xlf:b">b</pc> c</target>\
            """);
  }

  @Test
  void halfPairsAndCodesAloneAreElementsOfTheirOwn() throws IOException {
    assertThat(texts(XliffVersion.V1_2, HALVES))
        .isEqualTo(
            """
            <source>甲<it id="1" pos="close" ctype="bold">{/pc}</it>乙<ph id="2" ctype="image">{ph}</ph><it id="3" pos="open" ctype="link">{pc}</it>丙</source>
            <target state="needs-review-translation">a<it id="1" pos="close" ctype="bold">{/pc}</it> b <ph id="2" ctype="image">{ph}</ph><it id="3" pos="open" ctype="link">{pc}</it>c</target>\
            """);
    assertThat(texts(XliffVersion.V2_1, HALVES))
        .isEqualTo(
            """
            <source>甲<ec id="1" dataRef="d1" isolated="yes" type="fmt" subType="xlf:b"/>乙<ph id="2" dataRef="d2" type="image"/><sc id="3" dataRef="d3" isolated="yes" type="link"/>丙</source>
            <target>a<ec id="1" dataRef="d1" isolated="yes" type="fmt" subType="xlf:b"/> b <ph id="2" dataRef="d2" type="image"/><sc id="3" dataRef="d3" isolated="yes" type="link"/>c</target>\
            """);
  }

  @Test
  void okapiReadsTheCodesOfVersionOne() throws IOException {
    String xliff = new String(bytes(XliffVersion.V1_2, NESTED, HALVES), UTF_8);
    LocaleId english = LocaleId.fromString("en-US");
    List<String> codes = new ArrayList<>();
    try (XLIFFFilter filter = new XLIFFFilter();
        RawDocument document = new RawDocument(xliff, LocaleId.fromString("zh-CN"), english)) {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit()) {
          codes.add(shown(event.getTextUnit().getSource()));
          codes.add(shown(event.getTextUnit().getTarget(english)));
        }
      }
    }
    // Okapi gives an end without a beginning a number of its own.
    assertThat(codes)
        .containsExactly(
            "OPENING 1, OPENING 2, CLOSING 2, CLOSING 1",
            "OPENING 2, CLOSING 2, OPENING 1, CLOSING 1",
            "CLOSING 4, PLACEHOLDER 2, OPENING 3",
            "CLOSING 4, PLACEHOLDER 2, OPENING 3");
  }

  private static String shown(TextContainer text) {
    return text.getUnSegmentedContentCopy().getCodes().stream()
        .map(code -> code.getTagType() + " " + code.getId())
        .collect(Collectors.joining(", "));
  }

  @Test
  void versionTwoIsValidAndOkapiReadsItsCodes() throws IOException {
    List<String> codes = new ArrayList<>();
    int strict = XLIFFReader.VALIDATION_MAXIMAL | XLIFFReader.VALIDATION_INCLUDE_SCHEMAS;
    try (XLIFFReader reader = new XLIFFReader(strict)) {
      reader.open(new ByteArrayInputStream(bytes(XliffVersion.V2_1, NESTED, HALVES)));
      while (reader.hasNext()) {
        net.sf.okapi.lib.xliff2.reader.Event event = reader.next();
        if (event.isUnit()) {
          codes.add(shown(event.getUnit().getSegment(0).getSource()));
          codes.add(shown(event.getUnit().getSegment(0).getTarget()));
        }
      }
    }
    assertThat(codes)
        .containsExactly(
            "OPENING 1, OPENING 2, CLOSING 2, CLOSING 1",
            "OPENING 2, CLOSING 2, OPENING 1, CLOSING 1",
            "CLOSING 1, STANDALONE 2, OPENING 3",
            "CLOSING 1, STANDALONE 2, OPENING 3");
  }

  private static String shown(Fragment text) {
    List<String> codes = new ArrayList<>();
    for (Object part : text) {
      if (part instanceof CTag code) {
        codes.add(code.getTagType() + " " + code.getId());
      }
    }
    return String.join(", ", codes);
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
