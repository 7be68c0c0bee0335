package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of an OpenDocument text. */
final class TextStructure implements Structure {

  private final PackageFile file;
  private final Map<String, Outline> outlines = new HashMap<>();
  private final Map<String, String> styleParents = new HashMap<>();
  private int comments;
  private int deletions;

  TextStructure(PackageFile file) {
    this.file = file;
    for (String part : List.of("styles.xml", "content.xml")) {
      Relations.elements(
          file,
          part,
          xml -> {
            if (xml.name().equals("style") && styleParents.size() < 100_000) {
              styleParents.put(xml.attribute("name"), xml.attribute("parent-style-name"));
            }
          });
    }
  }

  @Override
  public @Nullable Paragraph of(Unit unit) {
    String part = unit.part().substring(unit.part().lastIndexOf('/') + 1);
    if (!part.equals("content.xml") && !part.equals("styles.xml")) {
      return null; // meta.xml: properties
    }
    if (!unit.type().equals("x-text:p") && !unit.type().equals("x-text:h")) {
      return null; // how a program is to make a table of contents, numbers of pages
    }
    Outline outline = outlines.computeIfAbsent(part, this::outline);
    Paragraph found = outline.take(unit.text());
    if (found != null) {
      return found;
    }
    Paragraph last = outline.lastTaken();
    boolean margin = part.equals("styles.xml");
    return new Paragraph(
        margin ? BlockType.FURNITURE : BlockType.PARAGRAPH,
        0,
        last == null ? "" : last.place(),
        margin ? Zone.MARGIN : Zone.BODY,
        last == null ? 0 : last.number());
  }

  private Outline outline(String part) {
    Outline outline = new Outline();
    TextXml.Summary summary =
        TextXml.read(file.part(part), file.name() + ", " + part, this::isCaption, outline);
    comments += summary.comments();
    deletions += summary.deletions();
    return outline;
  }

  /** Whether a style is one of those that the programs give to captions, or made from one. */
  private boolean isCaption(String style) {
    String name = style;
    for (int i = 0; i < 10 && !name.isEmpty(); i++) {
      if (name.matches("Caption|Illustration|Table|Drawing|Figure")) {
        return true;
      }
      name = styleParents.getOrDefault(name, "");
    }
    return false;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    LeftOut.add(comments, notes);
    if (deletions > 0) {
      notes.add(CountedNoun.of(deletions, "deletion") + " left out");
    }
    LeftOut.properties(file, "meta.xml", notes);
    return notes;
  }
}
