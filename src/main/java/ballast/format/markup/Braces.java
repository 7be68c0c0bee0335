package ballast.format.markup;

import org.commonmark.node.CustomNode;

/** Attributes such as <code>{#id .class}</code>, or a command of a template, inside a line. */
final class Braces extends CustomNode {}
