/** What a build keeps of its images, and shows. */
package io.jenkins.plugins.aiimage.jenkins.result;
