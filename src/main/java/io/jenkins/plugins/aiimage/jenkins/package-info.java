/** The adapter: steps, settings and pages of the Jenkins plugin. Only here is Jenkins known. */
package io.jenkins.plugins.aiimage.jenkins;
