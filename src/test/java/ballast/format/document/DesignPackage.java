package ballast.format.document;

import static ballast.format.document.Packages.HEAD;

import java.util.List;
import java.util.Locale;

/** An InDesign document made of its parts, as small as the format allows. */
public final class DesignPackage {

  private static final String DESIGN = "http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging";

  private DesignPackage() {}

  /** An InDesign document of one story. */
  public static Packages idml(String story) {
    return new Packages()
        .part("mimetype", "application/vnd.adobe.indesign-idml-package")
        .part("designmap.xml", designMap())
        .part("Resources/Graphic.xml", design("Graphic", ""))
        .part("Resources/Fonts.xml", design("Fonts", ""))
        .part("Resources/Styles.xml", design("Styles", designStyles()))
        .part(
            "Resources/Preferences.xml",
            design("Preferences", "<StoryPreference StoryDirection=\"LeftToRightDirection\"/>"))
        .part("XML/Tags.xml", design("Tags", ""))
        .part("XML/BackingStory.xml", design("BackingStory", "<XmlStory Self=\"b\"></XmlStory>"))
        .part("Spreads/Spread_s.xml", design("Spread", spread()))
        .part("Stories/Story_u1.xml", design("Story", "<Story Self=\"u1\">" + story + "</Story>"));
  }

  private static String spread() {
    StringBuilder points = new StringBuilder();
    for (String at : List.of("0 0", "0 5", "5 5", "5 0")) {
      points.append("<PathPointType Anchor=\"" + at + "\" LeftDirection=\"" + at);
      points.append("\" RightDirection=\"" + at + "\"/>");
    }
    return """
    <Spread Self="s" ItemTransform="1 0 0 1 0 0" PageCount="1"><Page Self="g" \
    ItemTransform="1 0 0 1 0 0" GeometricBounds="0 0 9 9"/><TextFrame Self="t" ParentStory="u1" \
    PreviousTextFrame="n" NextTextFrame="n" ContentType="TextType" \
    AppliedObjectStyle="ObjectStyle/Body" ItemLayer="l" Visible="true" \
    ItemTransform="1 0 0 1 0 0"><Properties><PathGeometry><GeometryPathType PathOpen="false">\
    <PathPointArray>%s</PathPointArray></GeometryPathType></PathGeometry></Properties></TextFrame>\
    </Spread>"""
        .formatted(points);
  }

  private static String designStyles() {
    StringBuilder styles = new StringBuilder();
    for (String kind : List.of("Character", "Paragraph", "Cell", "Table", "Object")) {
      String none = "$ID/[No " + kind.toLowerCase(Locale.ROOT) + " style]";
      styles.append("<Root" + kind + "StyleGroup Self=\"" + kind + "\">");
      for (String name : List.of(none, "Heading 1", "Heading 2", "Body")) {
        styles.append("<" + kind + "Style Self=\"" + kind + "Style/" + name + "\" Name=\"");
        styles.append(name + "\"/>");
      }
      styles.append("</Root" + kind + "StyleGroup>");
    }
    return styles.toString();
  }

  private static String designMap() {
    StringBuilder parts = new StringBuilder();
    for (String part :
        List.of(
            "Graphic Resources/Graphic",
            "Fonts Resources/Fonts",
            "Styles Resources/Styles",
            "Preferences Resources/Preferences",
            "Tags XML/Tags",
            "Spread Spreads/Spread_s",
            "BackingStory XML/BackingStory",
            "Story Stories/Story_u1")) {
      String[] of = part.split(" ", 2);
      parts.append("<idPkg:" + of[0] + " src=\"" + of[1] + ".xml\"/>");
    }
    return """
    %s<Document xmlns:idPkg="%s" DOMVersion="8.0" Self="d" StoryList="u1" ActiveLayer="l">\
    <Layer Self="l" Visible="true"/>%s</Document>"""
        .formatted(HEAD, DESIGN, parts);
  }

  private static String design(String element, String content) {
    return "%s<idPkg:%2$s xmlns:idPkg=\"%3$s\" DOMVersion=\"8.0\">%4$s</idPkg:%2$s>"
        .formatted(HEAD, element, DESIGN, content);
  }

  /** A paragraph of InDesign. */
  public static String story(String style, String text) {
    return """
    <ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/%s"><CharacterStyleRange \
    AppliedCharacterStyle="CharacterStyle/$ID/[No character style]"><Content>%s</Content><Br/>\
    </CharacterStyleRange></ParagraphStyleRange>"""
        .formatted(style, text);
  }
}
