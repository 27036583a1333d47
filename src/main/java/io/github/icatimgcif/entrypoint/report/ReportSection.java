package io.github.icatimgcif.entrypoint.report;

/**
 * One section of a report page.
 *
 * @param id    of the section in the page; letters, digits and hyphens
 * @param title as text
 * @param html  what stands below the title; everything in it is escaped
 */
public record ReportSection(String id, String title, String html) {}
