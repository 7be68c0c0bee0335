package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.format.document.Paragraph.Inside;
import ballast.format.document.Paragraph.Zone;
import ballast.format.file.XmlEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The structure of an Excel workbook: each cell with text is a block. */
final class SheetStructure extends Structure {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final List<String> SHARED =
      List.of("xl/worksheets/", "xl/pivot", "xl/theme/", "xl/styles", "xl/sharedStrings");

  private final Map<String, String> sheets = new LinkedHashMap<>();

  /** Names of hidden sheets, including those missing from the list of hidden ones. */
  private final Set<String> hiddenSheets = new HashSet<>();

  private final HiddenCells hidden;
  private final CellRuns runs;
  private long shown;
  private int number;

  SheetStructure(PackageFile file) {
    super(file);
    Map<String, String> targets = file.targets(WORKBOOK);
    file.ids(WORKBOOK, "sheet", "name")
        .forEach(
            (id, name) ->
                file.reached(targets.getOrDefault(id, ""), SHARED)
                    .forEach(part -> sheets.putIfAbsent(part, name)));
    file.elements(
        WORKBOOK,
        xml -> {
          if (xml.name().equals("sheet") && xml.attribute("state").matches("hidden|veryHidden")) {
            hiddenSheets.add(xml.attribute("name"));
          }
        });
    this.hidden = new HiddenCells(file);
    this.runs = new CellRuns(file);
    sheets.forEach(
        (part, sheet) -> {
          if (part.startsWith("xl/worksheets/")) {
            hidden.add(part, hiddenSheets.contains(sheet));
          }
        });
  }

  @Override
  @Nullable Paragraph of(Unit unit) {
    number++;
    int mark = unit.name().lastIndexOf('!');
    if (hiddenSheets.contains(
        mark > 0 ? unit.name().substring(0, mark) : sheets.getOrDefault(unit.part(), ""))) {
      return null;
    }
    shown += unit.text().length();
    if (mark > 0) {
      String sheet = unit.name().substring(0, mark);
      String place = "sheet \"" + sheet + "\", cell " + unit.name().substring(mark + 1);
      Set<Integer> joints = runs.joints.getOrDefault(unit.text(), Set.of());
      Inside inside = new Inside(List.of(), List.of(), List.of(), joints);
      return new Paragraph(BlockType.CELL, 0, place, Zone.BODY, number, inside);
    }
    String part = unit.part();
    String kind =
        part.contains("/charts/") ? "chart" : part.contains("/diagrams/") ? "diagram" : "drawing";
    String sheet = sheets.get(part);
    String place = sheet == null ? kind : "sheet \"" + sheet + "\", " + kind;
    return new Paragraph(BlockType.PARAGRAPH, 0, place, Zone.BOX, number);
  }

  @Override
  List<String> warnings() {
    return hidden("workbook", hidden.texts, shown);
  }

  @Override
  void addNotes(List<String> notes) {
    comments("xl/comments[^/]*\\.xml", "comment", notes);
    leftOut(hiddenSheets.size(), "hidden sheet", "hidden sheets", notes);
    leftOut(hidden.lines, "hidden row or column", "hidden rows and columns", notes);
    properties("docProps/core.xml", notes);
  }

  /**
   * The texts of hidden cells of a workbook: those of hidden sheets, rows and columns. Numbers and
   * the results of formulas are not text.
   */
  private static final class HiddenCells {

    /** Maximum length of a cell in UTF-16 units; no real cell is longer. */
    private static final int MAX_TEXT = 100_000;

    /** Counted from 1, both inclusive. */
    private record Columns(int first, int last) {}

    private final PackageFile file;
    private final List<String> shared = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int lines;

    HiddenCells(PackageFile file) {
      this.file = file;
      file.elements(
          "xl/sharedStrings.xml",
          xml -> {
            switch (xml.name()) {
              case "si" -> shared.add("");
              case "rPh" -> xml.skip();
              case "t" -> addShared(xml.allText(MAX_TEXT));
              default -> {
                // Formatting.
              }
            }
          });
    }

    private void addShared(String more) {
      if (!shared.isEmpty()) {
        int last = shared.size() - 1;
        shared.set(last, shared.get(last) + more);
      }
    }

    void add(String sheet, boolean isHidden) {
      Sheet reading = new Sheet(isHidden);
      file.elements(
          sheet,
          xml -> {
            switch (xml.name()) {
              case "col" ->
                  reading.columns(
                      xml.attribute("min"), xml.attribute("max"), isTrue(xml.attribute("hidden")));
              case "row" -> reading.row(isTrue(xml.attribute("hidden")));
              case "c" -> reading.cell(xml.attribute("r"), xml.attribute("t"));
              case "rPh" -> xml.skip();
              case "v" -> reading.value(xml.allText(MAX_TEXT));
              case "t" -> reading.inline(xml.allText(MAX_TEXT));
              default -> {
                // Contains no text.
              }
            }
          });
    }

    private static boolean isTrue(String value) {
      return value.equals("1") || value.equals("true");
    }

    private final class Sheet {

      private final boolean isHidden;
      private final List<Columns> hiddenColumns = new ArrayList<>();
      private boolean rowIsHidden;
      private boolean cellIsHidden;
      private boolean isShared;

      Sheet(boolean isHidden) {
        this.isHidden = isHidden;
      }

      void columns(String first, String last, boolean hidden) {
        if (hidden && first.matches("[1-9]\\d{0,5}") && last.matches("[1-9]\\d{0,5}")) {
          hiddenColumns.add(new Columns(Integer.parseInt(first), Integer.parseInt(last)));
        }
        lines += hidden ? 1 : 0;
      }

      void row(boolean hidden) {
        rowIsHidden = hidden;
        lines += hidden ? 1 : 0;
      }

      void cell(String place, String type) {
        int column = column(place);
        cellIsHidden =
            isHidden
                || rowIsHidden
                || hiddenColumns.stream().anyMatch(c -> c.first() <= column && column <= c.last());
        isShared = type.equals("s");
      }

      void value(String value) {
        if (cellIsHidden && isShared && value.matches("\\d{1,9}")) {
          int index = Integer.parseInt(value);
          if (index < shared.size()) {
            texts.add(shared.get(index));
          }
        }
      }

      void inline(String text) {
        if (cellIsHidden) {
          texts.add(text);
        }
      }
    }
  }

  /**
   * The places in cells where only the font changes, and with it the script: programs end a run
   * there, because a run has one font. A font that the workbook's cells do not have is there on
   * purpose, as is one of two fonts in one script.
   */
  private static final class CellRuns {

    private static final class Run {
      private final StringBuilder text = new StringBuilder();
      private final StringBuilder look = new StringBuilder();
      private String font = "";

      private boolean has(IntPredicate kind) {
        return IntStream.range(0, text.length()).anyMatch(kind);
      }

      private boolean isWide() {
        return has(at -> UnitText.isWide(text, at));
      }

      private boolean isNarrow() {
        return has(at -> Character.isLetterOrDigit(text.charAt(at)) && !UnitText.isWide(text, at));
      }
    }

    /** Offsets by the text of the cell. */
    private final Map<String, Set<Integer>> joints = new HashMap<>();

    private final Set<String> fonts = new HashSet<>(Set.of(""));
    private final List<Run> runs = new ArrayList<>();

    CellRuns(PackageFile file) {
      file.elements(
          "xl/styles.xml", xml -> fonts.add(xml.name().equals("name") ? xml.attribute("val") : ""));
      file.elements("xl/sharedStrings.xml", this::next);
      end();
    }

    private void next(XmlEvents xml) {
      switch (xml.name()) {
        case "si" -> end();
        case "r" -> runs.add(new Run());
        case "rPh" -> xml.skip();
        default -> {
          if (!runs.isEmpty()) {
            next(runs.get(runs.size() - 1), xml);
          }
        }
      }
    }

    private static void next(Run run, XmlEvents xml) {
      switch (xml.name()) {
        case "t" -> run.text.append(xml.allText(HiddenCells.MAX_TEXT));
        case "rFont" -> run.font = xml.attribute("val");
        case "rPr", "family", "charset", "scheme", "phoneticPr" -> {
          // Belong to the font or to the whole cell.
        }
        default -> run.look.append(xml.name()).append(xml.attributes());
      }
    }

    private void end() {
      Set<String> chosen = new HashSet<>();
      Map<String, String> fontsSeen = new HashMap<>();
      for (Run run : runs) {
        boolean wide = run.isWide() && differs(fontsSeen, "wide " + run.look, run.font);
        boolean narrow =
            run.isNarrow()
                && (differs(fontsSeen, "narrow " + run.look, run.font)
                    || !fonts.contains(run.font));
        if (wide || narrow) {
          chosen.add(run.look.toString());
        }
      }
      Set<Integer> found = new HashSet<>();
      StringBuilder text = new StringBuilder();
      @Nullable Run last = null;
      for (Run run : runs) {
        String look = run.look.toString();
        if (last != null
            && look.contentEquals(last.look)
            && (run.font.equals(last.font) || !chosen.contains(look))) {
          found.add(text.length());
        }
        text.append(run.text);
        last = run;
      }
      runs.clear();
      joints.merge(text.toString(), found, CellRuns::both);
    }

    private static boolean differs(Map<String, String> fonts, String kind, String font) {
      String other = fonts.putIfAbsent(kind, font);
      return other != null && !other.equals(font);
    }

    private static Set<Integer> both(Set<Integer> some, Set<Integer> others) {
      some.retainAll(others);
      return some;
    }
  }

  /** Counted from 1: B7 is 2; 0 if the cell does not name its column. */
  static int column(String place) {
    int column = 0;
    for (int i = 0; i < Math.min(place.length(), 3) && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + place.charAt(i) - 'A' + 1;
    }
    return column;
  }
}
