package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of an Excel workbook: each cell with text is a block. */
final class SheetStructure implements Structure {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final List<String> SHARED =
      List.of("xl/worksheets/", "xl/pivot", "xl/theme/", "xl/styles", "xl/sharedStrings");

  private final PackageFile file;
  private final Map<String, String> sheets = new HashMap<>();
  private int number;

  SheetStructure(PackageFile file) {
    this.file = file;
    Map<String, String> targets = Relations.of(file, WORKBOOK);
    Relations.ids(file, WORKBOOK, "sheet", "name")
        .forEach(
            (id, name) ->
                Relations.reached(file, targets.getOrDefault(id, ""), SHARED)
                    .forEach(part -> sheets.putIfAbsent(part, name)));
  }

  @Override
  public @Nullable Paragraph of(Unit unit) {
    number++;
    int mark = unit.name().lastIndexOf('!');
    if (mark > 0) {
      String place =
          "sheet \""
              + unit.name().substring(0, mark)
              + "\", cell "
              + unit.name().substring(mark + 1);
      return new Paragraph(BlockType.CELL, 0, place, Zone.BODY, number);
    }
    String part = unit.part();
    String kind =
        part.contains("/charts/") ? "chart" : part.contains("/diagrams/") ? "diagram" : "drawing";
    String sheet = sheets.get(part);
    String place = sheet == null ? kind : "sheet \"" + sheet + "\", " + kind;
    return new Paragraph(BlockType.PARAGRAPH, 0, place, Zone.BOX, number);
  }

  private void hidden(List<String> notes) {
    int[] sheetsHidden = new int[1];
    int[] lines = new int[1];
    Relations.elements(
        file,
        WORKBOOK,
        xml -> sheetsHidden[0] += xml.attribute("state").matches("hidden|veryHidden") ? 1 : 0);
    for (String part : sheets.keySet()) {
      if (part.startsWith("xl/worksheets/")) {
        Relations.elements(
            file,
            part,
            xml -> {
              boolean line = xml.name().equals("row") || xml.name().equals("col");
              lines[0] += line && xml.attribute("hidden").matches("1|true") ? 1 : 0;
            });
      }
    }
    if (sheetsHidden[0] > 0) {
      notes.add(CountedNoun.of(sheetsHidden[0], "hidden sheet") + " left out");
    }
    if (lines[0] > 0) {
      notes.add(
          CountedNoun.of(lines[0], "hidden row or column", "hidden rows and columns")
              + " left out");
    }
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    int[] comments = new int[1];
    for (String part : file.parts()) {
      if (part.matches("xl/comments[^/]*\\.xml")) {
        Relations.elements(file, part, xml -> comments[0] += xml.name().equals("comment") ? 1 : 0);
      }
    }
    LeftOut.add(comments[0], notes);
    hidden(notes);
    LeftOut.properties(file, "docProps/core.xml", notes);
    return notes;
  }
}
