/**
 * Findings of a check as text, JSON, SARIF, JUnit, tables and pages; statistics of the terms of a
 * glossary.
 */
@NullMarked
package ballast.report.finding;

import org.jspecify.annotations.NullMarked;
