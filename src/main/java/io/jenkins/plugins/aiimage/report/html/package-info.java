/** Reports as a page. */
package io.jenkins.plugins.aiimage.report.html;
