package ballast.format.document;

import ballast.format.article.ArticleFormat;
import net.sf.okapi.common.filters.FilterConfigurationMapper;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.filters.epub.EpubFilter;
import net.sf.okapi.filters.html.HtmlFilter;
import net.sf.okapi.filters.idml.IDMLFilter;
import net.sf.okapi.filters.openoffice.OpenOfficeFilter;
import net.sf.okapi.filters.openoffice.Parameters;
import net.sf.okapi.filters.openxml.ConditionalParameters;
import net.sf.okapi.filters.openxml.OpenXMLFilter;

/** Okapi's filters, configured to give only text. */
final class Filters {

  /** The line break inside a paragraph in the output of a filter. */
  static final char LINE_BREAK = '\u2028';

  enum Use {
    READING,
    WRITING
  }

  private Filters() {}

  static IFilter of(ArticleFormat format, Use use) {
    return switch (format) {
      case DOCX, PPTX, XLSX -> openXml(use);
      case ODT -> openDocument();
      case IDML -> idml();
      case EPUB -> epub();
      default -> throw new IllegalArgumentException(format + " is not read by a filter");
    };
  }

  private static IFilter openXml(Use use) {
    OpenXMLFilter filter = new OpenXMLFilter();
    ConditionalParameters parameters = filter.getParameters();
    parameters.setTranslateDocProperties(false);
    parameters.setTranslatePowerpointDocProperties(false);
    parameters.setTranslateComments(false);
    parameters.setTranslatePowerpointComments(false);
    parameters.setTranslatePowerpointNotes(true);
    parameters.setTranslatePowerpointMasters(false);
    parameters.setTranslatePowerpointCharts(true);
    parameters.setTranslatePowerpointDiagramData(true);
    parameters.setTranslateWordExcludeGraphicMetaData(true);
    parameters.setTranslateWordHidden(false);
    parameters.setTranslateExcelSheetNames(false);
    parameters.setTranslateExcelDrawings(true);
    parameters.setTranslateExcelDiagramData(true);
    parameters.setAllowWordStyleOptimisation(false);
    parameters.setAddTabAsCharacter(true);
    parameters.setAddLineSeparatorCharacter(true);
    parameters.setLineSeparatorReplacement(LINE_BREAK);
    parameters.setCleanupAggressively(use == Use.READING);
    return filter;
  }

  private static IFilter openDocument() {
    OpenOfficeFilter filter = new OpenOfficeFilter();
    Parameters parameters = filter.getParameters();
    parameters.setExtractNotes(false);
    parameters.setExtractReferences(true);
    parameters.setExtractMetadata(false);
    return filter;
  }

  private static IFilter idml() {
    IDMLFilter filter = new IDMLFilter();
    filter.getParameters().setExtractMasterSpreads(true);
    // Line breaks, spaces and hyphens of all kinds are characters; only InDesign's marker is a
    // code.
    filter.getParameters().specialCharacterPattern("\uFEFF");
    return filter;
  }

  @SuppressWarnings("deprecation") // its replacement reads settings from files
  private static IFilter epub() {
    EpubFilter filter = new EpubFilter();
    FilterConfigurationMapper mapper = new FilterConfigurationMapper();
    mapper.addConfigurations(HtmlFilter.class.getName());
    filter.setFilterConfigurationMapper(mapper);
    return filter;
  }
}
