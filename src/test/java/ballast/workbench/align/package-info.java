/** Tests of the Align room. */
@org.jspecify.annotations.NullMarked
package ballast.workbench.align;
