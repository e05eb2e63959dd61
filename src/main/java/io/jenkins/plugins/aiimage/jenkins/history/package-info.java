/** What a job keeps of the images of its builds, so that no build has to be loaded to look. */
package io.jenkins.plugins.aiimage.jenkins.history;
