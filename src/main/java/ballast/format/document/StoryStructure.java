package ballast.format.document;

import ballast.bitext.BlockType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The structure of an InDesign document: stories, in the order in which the filter finds them. */
final class StoryStructure implements Structure {

  private final PackageFile file;
  private final Set<String> margins = new HashSet<>();
  private final Map<String, Integer> stories = new HashMap<>();
  private final Map<String, Outline> outlines = new HashMap<>();

  StoryStructure(PackageFile file) {
    this.file = file;
    for (String part : file.parts()) {
      if (part.startsWith("MasterSpreads/")) {
        Relations.elements(
            file,
            part,
            xml -> {
              if (!xml.attribute("ParentStory").isEmpty()) {
                margins.add("Stories/Story_" + xml.attribute("ParentStory") + ".xml");
              }
            });
      }
    }
  }

  @Override
  public @Nullable Paragraph of(Unit unit) {
    String part = unit.part();
    int story = stories.computeIfAbsent(part, p -> stories.size() + 1);
    Outline outline = outlines.computeIfAbsent(part, p -> outline(p, story));
    Paragraph found = outline.take(unit.text());
    if (found != null) {
      return found;
    }
    Paragraph last = outline.lastTaken();
    boolean margin = margins.contains(part);
    return new Paragraph(
        margin ? BlockType.FURNITURE : BlockType.PARAGRAPH,
        0,
        last == null ? "story " + story : last.place(),
        margin ? Zone.MARGIN : Zone.BODY,
        last == null ? (long) story << 32 : last.number());
  }

  private Outline outline(String part, int story) {
    Outline outline = new Outline();
    StoryXml.read(
        file.part(part),
        file.name() + ", " + part,
        found -> outline.add(found.text(), paragraph(found, story, margins.contains(part))));
    return outline;
  }

  private static Paragraph paragraph(StoryXml.Found found, int story, boolean margin) {
    long number = (long) story << 32 | found.number();
    String place = "story " + story + ", " + found.place();
    if (margin) {
      return new Paragraph(BlockType.FURNITURE, 0, place, Zone.MARGIN, number);
    }
    Zone zone = found.type() == BlockType.NOTE ? Zone.NOTE : Zone.BODY;
    return new Paragraph(found.type(), found.level(), place, zone, number);
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}
