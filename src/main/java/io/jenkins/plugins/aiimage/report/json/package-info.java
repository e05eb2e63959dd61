/** Reports and events as JSON. */
package io.jenkins.plugins.aiimage.report.json;
