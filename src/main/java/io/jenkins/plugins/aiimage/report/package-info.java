/** The events of a run, and the report that is made of them. */
package io.jenkins.plugins.aiimage.report;
