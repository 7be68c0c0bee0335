package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Makes a copy of a document that shows only the text that stands in the file: numbering and the
 * marks of notes are turned off, a field is replaced by the result that the file holds, and hidden
 * and deleted text is taken out.
 */
final class StoredText {

  private static final Set<String> PARTS =
      Set.of("word/document.xml", "word/styles.xml", "content.xml", "styles.xml");

  private static final Set<String> TAKEN_OUT =
      Set.of(
          "w:numPr",
          "w:footnoteReference",
          "w:endnoteReference",
          "w:fldChar",
          "w:instrText",
          "w:del",
          "w:moveFrom",
          "text:note",
          "text:script",
          "text:tracked-changes");

  private static final Set<String> UNWRAPPED =
      Set.of("w:fldSimple", "text:list", "text:list-item", "text:list-header");

  /** What stands in a paragraph of OpenDocument and is no field. */
  private static final String NO_FIELD =
      "text:(?:p|h|span|a|s|tab|line-break|ruby.*|bookmark|bookmark-start|bookmark-end"
          + "|reference-mark.*|.*-index-mark.*|toc-mark.*|soft-page-break|section.*|index-.*"
          + "|table-of-content.*|alphabetical-index.*|change.*|outline.*|.*-style.*|.*-decls?"
          + "|.*-configuration|meta|numbered-paragraph)";

  private final Set<String> hiddenStyles = new HashSet<>();

  private StoredText() {}

  static void copy(Path document, Path copy) throws IOException {
    StoredText stored = new StoredText();
    try (ZipFile zip = new ZipFile(document.toFile())) {
      ZipEntry styles = zip.getEntry("word/styles.xml");
      if (styles != null) {
        stored.readStyles(new String(zip.getInputStream(styles).readAllBytes(), UTF_8));
      }
    }
    stored.write(document, copy);
  }

  private void readStyles(String xml) {
    Matcher style =
        Pattern.compile("(?s)<w:style .*?w:styleId=\"(.*?)\".*?</w:style>").matcher(xml);
    while (style.find()) {
      if (style.group().matches("(?s).*<w:vanish ?/>.*")) {
        hiddenStyles.add(style.group(1));
      }
    }
  }

  private void write(Path document, Path copy) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(document));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(PARTS.contains(entry.getName()) ? stored(part) : part);
        zip.closeEntry();
      }
    }
    Files.write(copy, out.toByteArray());
  }

  private byte[] stored(byte[] part) throws IOException {
    try {
      Document xml =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(part));
      List<Element> elements = new ArrayList<>();
      NodeList all = xml.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        elements.add((Element) all.item(i));
      }
      elements.forEach(this::change);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(xml), new StreamResult(out));
      return out.toByteArray();
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException(e);
    }
  }

  private void change(Element element) {
    Node parent = element.getParentNode();
    String name = element.getTagName();
    if (parent == null) {
      return;
    }
    if (TAKEN_OUT.contains(name)) {
      parent.removeChild(element);
    } else if (name.equals("w:vanish") && isOn(element)) {
      Node run = parent.getParentNode();
      if (run.getNodeName().equals("w:r")) {
        run.getParentNode().removeChild(run);
      }
    } else if (name.matches("w:[rp]Style")
        && hiddenStyles.contains(element.getAttribute("w:val"))) {
      Node text = parent.getParentNode(); // a run or a paragraph
      text.getParentNode().removeChild(text);
    } else if (UNWRAPPED.contains(name)
        || (isInParagraph(element) && name.startsWith("text:") && !name.matches(NO_FIELD))) {
      while (element.getFirstChild() != null) {
        parent.insertBefore(element.getFirstChild(), element);
      }
      parent.removeChild(element);
    } else if (name.equals("text:outline-level-style")) {
      element.setAttribute("style:num-format", "");
    }
  }

  private static boolean isOn(Element element) {
    return !Set.of("0", "false", "off").contains(element.getAttribute("w:val"));
  }

  private static boolean isInParagraph(Node element) {
    for (Node node = element; node != null; node = node.getParentNode()) {
      if (node.getNodeName().equals("text:p") || node.getNodeName().equals("text:h")) {
        return node != element;
      }
    }
    return false;
  }
}
