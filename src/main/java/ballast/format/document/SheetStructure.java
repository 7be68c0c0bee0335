package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.format.article.LeftOutText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The structure of an Excel workbook: each cell with text is a block. */
final class SheetStructure implements Structure {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final List<String> SHARED =
      List.of("xl/worksheets/", "xl/pivot", "xl/theme/", "xl/styles", "xl/sharedStrings");

  private final PackageFile file;
  private final Map<String, String> sheets = new LinkedHashMap<>();

  /** The names of the sheets that are hidden, also from the list of hidden ones. */
  private final Set<String> hiddenSheets = new HashSet<>();

  private final HiddenCells hidden;
  private long shown;
  private int number;

  SheetStructure(PackageFile file) {
    this.file = file;
    Map<String, String> targets = Relations.of(file, WORKBOOK);
    Relations.ids(file, WORKBOOK, "sheet", "name")
        .forEach(
            (id, name) ->
                Relations.reached(file, targets.getOrDefault(id, ""), SHARED)
                    .forEach(part -> sheets.putIfAbsent(part, name)));
    Relations.elements(
        file,
        WORKBOOK,
        xml -> {
          if (xml.name().equals("sheet") && xml.attribute("state").matches("hidden|veryHidden")) {
            hiddenSheets.add(xml.attribute("name"));
          }
        });
    this.hidden = new HiddenCells(file);
    sheets.forEach(
        (part, sheet) -> {
          if (part.startsWith("xl/worksheets/")) {
            hidden.add(part, hiddenSheets.contains(sheet));
          }
        });
  }

  @Override
  public @Nullable Paragraph of(Unit unit) {
    number++;
    int mark = unit.name().lastIndexOf('!');
    if (hiddenSheets.contains(
        mark > 0 ? unit.name().substring(0, mark) : sheets.getOrDefault(unit.part(), ""))) {
      return null;
    }
    shown += unit.text().length();
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
    if (!hiddenSheets.isEmpty()) {
      notes.add(CountedNoun.of(hiddenSheets.size(), "hidden sheet") + " left out");
    }
    if (hidden.lines() > 0) {
      notes.add(
          CountedNoun.of(hidden.lines(), "hidden row or column", "hidden rows and columns")
              + " left out");
    }
  }

  @Override
  public List<String> warnings() {
    List<String> texts = hidden.texts();
    int left = texts.stream().mapToInt(String::length).sum();
    return LeftOutText.warning("workbook", texts, left, (double) left + shown);
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
