/** Tests of the room of the articles. */
@org.jspecify.annotations.NullMarked
package ballast.workbench.articles;
