package ballast.format.document;

import static ballast.format.document.Packages.HEAD;

/** An e-book made of its parts, as small as the format allows. */
public final class BookPackage {

  private BookPackage() {}

  /** An e-book of two chapters, the second of which stands first in the archive. */
  public static Packages epub(String first, String second) {
    return new Packages()
        .part("mimetype", "application/epub+zip")
        .part(
            "META-INF/container.xml",
            HEAD
                + "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                + "<rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>")
        .part("OEBPS/b.xhtml", chapter(second))
        .part("OEBPS/a.xhtml", chapter(first))
        .part(
            "OEBPS/book.opf",
            HEAD
                + "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata"
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:language>zh</dc:language>"
                + "</metadata><manifest><item id=\"b\" href=\"b.xhtml\""
                + " media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"a.xhtml\""
                + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref"
                + " idref=\"a\"/><itemref idref=\"b\"/></spine></package>");
  }

  private static String chapter(String body) {
    return HEAD
        + "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh\"><head><title>T"
        + "</title></head><body>"
        + body
        + "</body></html>";
  }
}
