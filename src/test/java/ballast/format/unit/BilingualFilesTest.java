package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bilingual files of Wordfast Pro (TXML) and of Trados before Studio (TTX). */
final class BilingualFilesTest {

  private static final String TXML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <txml locale="ZH-CN" version="1.0" targetlocale="EN-US" file_name="C:\\temp\\a.docx">
      <skeleton>&lt;p&gt;</skeleton>
      <translatable blockId="3"><segment segmentId="1" modified="true" gtmt="true"><ws> </ws>\
      <source>他<ut x="1" type="bold">&lt;b&gt;</ut>来了。</source><ws> </ws>\
      <target score="0">He <ut x="1" type="bold">&lt;b&gt;</ut>came.</target></segment>\
      <segment segmentId="2" gtmt="true"><source>船到了。</source>\
      <target score="0">The ship came.</target></segment>
      <segment segmentId="3" gtmt="false"><source>港口很大。</source>\
      <target score="85">The port is small.</target></segment>
      <segment segmentId="4" gtmt="false"><source>谁来了？</source></segment></translatable>
      </txml>
      """;

  private static final String TTX =
      """
      <?xml version='1.0'?>
      <TRADOStag Version="2.0"><FrontMatter><ToolSettings CreationTool="TagEditor"/>\
      <UserSettings SourceLanguage="ZH-CN" TargetLanguage="EN-US" \
      SourceDocumentPath="C:\\docs\\a.doc"/></FrontMatter><Body><Raw><ut Type="start">&lt;p&gt;</ut>\
      原文。<df Size="16"><Tu Origin="manual" MatchPercent="0"><Tuv Lang="ZH-CN">他来了。</Tuv>\
      <Tuv Lang="EN-US">He <ut Type="start">&lt;b&gt;</ut>came.</Tuv></Tu></df>
      <Tu Origin="mt" MatchPercent="0"><Tuv>船到了。</Tuv><Tuv>The ship came.</Tuv></Tu>
      <Tu MatchPercent="81"><Tuv Lang="ZH-CN">港口很大。</Tuv><Tuv Lang="EN-US">A port.</Tuv></Tu>
      <Tu><Tuv Lang="ZH-CN">谁来了？</Tuv></Tu></Raw></Body></TRADOStag>
      """;

  @TempDir Path folder;

  @Test
  void segmentsOfTxmlAreUnits() throws IOException {
    FoundUnits found = FoundUnits.in(Files.writeString(folder.resolve("a"), TXML));
    assertThat(found.texts())
        .containsExactly("他来了。 | He came.", "船到了。 | The ship came.", "港口很大。 | The port is small.");
    assertThat(found.refused).containsExactly("6: its EN-US part has no text element");
    Unit unit = found.units().get(0);
    assertThat(unit.codes())
        .containsExactly(
            new InlineCode(Side.SOURCE, 1, "ut", "x=\"1\" type=\"bold\"", "<b>"),
            new InlineCode(Side.TARGET, 3, "ut", "x=\"1\" type=\"bold\"", "<b>"));
    assertThat(unit.provenance().document()).isEqualTo("a.docx");
    assertThat(unit.extras().properties())
        .containsExactly(
            Property.ofUnit("x-txml-segment", "3.1"), Property.ofUnit("x-txml-origin", "mt"));
    assertThat(found.units())
        .extracting(one -> one.provenance().isDoubtful())
        .containsExactly(false, true, true); // edited, a machine's, another text's
  }

  @Test
  void translationUnitsOfTtxAreUnits() throws IOException {
    Path file = folder.resolve("a");
    Files.write(file, ("\uFEFF" + TTX).getBytes(StandardCharsets.UTF_16LE));
    FoundUnits found = FoundUnits.in(file);
    assertThat(found.texts())
        .containsExactly("他来了。 | He came.", "船到了。 | The ship came.", "港口很大。 | A port.");
    assertThat(found.refused).containsExactly("5: its EN-US part has no text element");
    assertThat(found.units().get(0).provenance().document()).isEqualTo("a.doc");
    assertThat(found.units().get(0).codes())
        .containsExactly(new InlineCode(Side.TARGET, 3, "ut", "Type=\"start\"", "<b>"));
    assertThat(found.units())
        .extracting(one -> one.provenance().isDoubtful())
        .containsExactly(false, true, true);
  }

  @Test
  void theseFormatsAreOnlyRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txml"), "<html/>");
    assertRefused(
        () -> UnitFile.read(file, "a.txml", FoundUnits.CHINESE_TO_ENGLISH, new FoundUnits()),
        "not a TXML file: it begins with <html>");
    assertThat(UnitFormat.isOne("a.txml")).isFalse();
    assertRefused(
            () ->
                UnitForm.of(UnitFormat.TTX)
                    .begin(OutputStream.nullOutputStream(), null, Lang.ZH_CN, Lang.EN_US))
        .hasMessage("cannot write this format: it is only read");
  }
}
