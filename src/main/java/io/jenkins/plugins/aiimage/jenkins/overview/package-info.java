/** Pages over many builds: of one job, of all jobs. They load no build. */
package io.jenkins.plugins.aiimage.jenkins.overview;
