package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.format.document.OfficeXml.Found;
import ballast.format.document.Paragraph.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class SlideStructure extends Structure {

  private static final String PRESENTATION = "ppt/presentation.xml";

  /** Parts that every slide refers to, so that they belong to none. */
  private static final List<String> SHARED =
      List.of("ppt/slideLayouts/", "ppt/slideMasters/", "ppt/notesMasters/", "ppt/theme/");

  private final Map<String, Integer> slides = new HashMap<>();
  private final Map<String, Outline> outlines = new HashMap<>();

  private final List<String> hidden = new ArrayList<>();

  private int hiddenSlides;
  private long shown;

  SlideStructure(PackageFile file) {
    super(file);
    Map<String, String> targets = file.targets(PRESENTATION);
    int number = 0;
    for (String id : file.ids(PRESENTATION, "sldId", "id").keySet()) {
      number++;
      String slide = targets.getOrDefault(id, "");
      List<String> stop = new ArrayList<>(SHARED);
      stop.add("ppt/slides/slide");
      for (String part : file.reached(slide, stop)) {
        slides.putIfAbsent(part, number);
      }
      addHidden(slide, number);
    }
  }

  private void addHidden(String slide, int number) {
    int marks =
        file.count(
            slide, xml -> xml.name().equals("sld") && xml.attribute("show").matches("0|false"));
    if (marks > 0) {
      hiddenSlides++;
      hidden.add(slide);
      slides.forEach(
          (part, of) -> {
            if (of == number && zone(part) == Zone.NOTE && part.endsWith(".xml")) {
              hidden.add(part);
            }
          });
    }
  }

  @Override
  @Nullable Paragraph of(Unit unit) {
    shown += unit.text().length();
    Outline outline = outlines.computeIfAbsent(unit.part(), this::outline);
    Paragraph found = outline.take(unit.text());
    if (found != null) {
      return found;
    }
    Paragraph last = outline.lastTaken();
    long number = last == null ? (long) slide(unit.part()) << 32 : last.number();
    return new Paragraph(BlockType.PARAGRAPH, 0, place(unit.part()), zone(unit.part()), number);
  }

  private Outline outline(String part) {
    Outline outline = new Outline();
    OfficeXml.read(
        file,
        part,
        (paragraphStyle, runStyle) -> false,
        found -> outline.add(found.text(), paragraph(part, found)));
    return outline;
  }

  private Paragraph paragraph(String part, Found found) {
    long number = (long) slide(part) << 32 | found.spot().number();
    String place = place(part);
    boolean furniture =
        switch (found.spot().role()) {
          case "sldNum", "ftr", "hdr", "dt" -> true;
          default -> false;
        };
    if (furniture || part.startsWith("ppt/slideMasters/") || part.startsWith("ppt/slideLayouts/")) {
      return new Paragraph(BlockType.FURNITURE, 0, place, Zone.MARGIN, number, found.inside());
    }
    if (zone(part) == Zone.NOTE) {
      return new Paragraph(BlockType.NOTE, 0, place, Zone.NOTE, number, found.inside());
    }
    if (!found.spot().cell().isEmpty()) {
      String cell = place + ", " + found.spot().cell();
      return new Paragraph(BlockType.CELL, 0, cell, Zone.BODY, number, found.inside());
    }
    boolean title = found.spot().role().matches("title|ctrTitle");
    BlockType type =
        title ? BlockType.HEADING : found.listed() ? BlockType.LIST_ITEM : BlockType.PARAGRAPH;
    return new Paragraph(type, title ? 1 : 0, place, Zone.BODY, number, found.inside());
  }

  private int slide(String part) {
    return slides.getOrDefault(part, Integer.MAX_VALUE);
  }

  private String place(String part) {
    Integer number = slides.get(part);
    String kind =
        part.contains("/notesSlides/")
            ? "notes"
            : part.contains("/charts/") ? "chart" : part.contains("/diagrams/") ? "diagram" : "";
    if (number == null) {
      return kind.isEmpty() ? "slide" : kind;
    }
    return "slide " + number + (kind.isEmpty() ? "" : ", " + kind);
  }

  private static Zone zone(String part) {
    return part.contains("/notesSlides/") ? Zone.NOTE : Zone.BODY;
  }

  @Override
  void addNotes(List<String> notes) {
    comments("ppt/comments/[^/]+\\.xml", "cm", notes);
    leftOut(hiddenSlides, "hidden slide", "hidden slides", notes);
    properties("docProps/core.xml", notes);
  }

  @Override
  List<String> warnings() {
    List<String> texts = new ArrayList<>();
    for (String part : hidden) {
      OfficeXml.read(
          file, part, (paragraphStyle, runStyle) -> false, found -> texts.add(found.text()));
    }
    return hidden("presentation", texts, shown);
  }
}
